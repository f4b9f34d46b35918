import { spawnSync } from "node:child_process";
import { dirname } from "node:path";

/** The system user the database server runs as when the program itself runs as root. */
export type ServerUser = Readonly<{ name: string; uid: number; gid: number }>;

/** Name of the user that is created when the program runs as root. */
export const SERVER_USER_NAME = "tanggap";

/** PostgreSQL refuses to run as root, so a root program must start it as somebody else. */
export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

function lookUp(name: string): ServerUser | undefined {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const result = spawnSync("id", [flag, name], { encoding: "utf8" });
    return result.status === 0 ? Number.parseInt(result.stdout, 10) : Number.NaN;
  });
  return uid !== undefined && gid !== undefined && uid > 0 && gid >= 0 ? { name, uid, gid } : undefined;
}

/** The user's name, for messages; `uid 1234` when the system has none. */
export function nameOf(uid: number): string {
  const result = spawnSync("id", ["-un", String(uid)], { encoding: "utf8" });
  return result.status === 0 ? result.stdout.trim() : `uid ${uid}`;
}

/** Debian and Red Hat families have useradd, BusyBox has adduser. */
const CREATORS = [
  ["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", SERVER_USER_NAME],
  ["adduser", "-S", "-D", "-H", "-s", "/sbin/nologin", SERVER_USER_NAME],
] as const;

/**
 * The user to run the server as, created when missing. Only for a program that runs as root.
 * Throws a plain message when the system has no means to create it.
 */
export function ensureServerUser(): ServerUser {
  const existing = lookUp(SERVER_USER_NAME);
  if (existing) return existing;
  for (const [command, ...args] of CREATORS) {
    spawnSync(command, args, { stdio: "ignore" });
    // Looked up whatever the exit code: another start may have created it in the same moment.
    const created = lookUp(SERVER_USER_NAME);
    if (created) return created;
  }
  throw new Error(
    `The program runs as root, but PostgreSQL must not, and the system user "${SERVER_USER_NAME}" could not be created. ` +
      `Create it (useradd --system ${SERVER_USER_NAME}), start the program as an ordinary user, or set DATABASE_URL.`,
  );
}

/** Whether the user can enter the folder: tried for real, so that access lists and mounts count too. */
export function canEnter(user: ServerUser, folder: string): boolean {
  const attempt = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...asUser(user), stdio: "ignore" });
  return attempt.status === 0;
}

/** The topmost folder on the way to `folder` that the user cannot enter. */
export function barrierOnTheWay(user: ServerUser, folder: string): string {
  const parent = dirname(folder);
  return parent === folder || canEnter(user, parent) ? folder : barrierOnTheWay(user, parent);
}

/**
 * Spawn options that make a child run as the user (or as the program's own when undefined), in a folder everybody can
 * enter and without the program's environment, which holds secrets.
 */
export function asUser(user: ServerUser | undefined) {
  const env = { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" };
  if (process.platform === "win32") return { env: process.env };
  return user ? { cwd: "/", env, uid: user.uid, gid: user.gid } : { cwd: "/", env };
}
