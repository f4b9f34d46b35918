import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import {
  barrierOnTheWay,
  canEnter,
  ensureServerUser,
  nameOf,
  runsAsRoot,
  SERVER_USER_NAME,
  type ServerUser,
} from "./server-user.js";

/** Where the data lives and who runs the server on it. */
export type DataPlace = Readonly<{
  /** Holds the cluster, the server's log and, where needed, a copy of the binaries. */
  folder: string;
  /** PostgreSQL's own data directory. */
  cluster: string;
  /** Set when the program runs as root. */
  user: ServerUser | undefined;
  /** Where copies of the binaries go that the server's user can reach. */
  copyFolder: string;
  /** One sentence for the operator when the data is not where `DATA_DIR` says. */
  notice: string | undefined;
}>;

type DataRequest = Readonly<{ dataDir: string; explicit: boolean }>;

/** Outside every project folder, so a root program's server can reach it whatever the project's mode is. */
const SHARED_FOLDER = "/var/lib/tanggap";

/**
 * Chooses and prepares the data folder. As an ordinary user that is `dataDir`. As root it must be reachable by the
 * server's user: where a parent bars it, a default `dataDir` gives way to `/var/lib/tanggap/<hash of the path>` and an
 * explicit one is an error. Existing data is never left behind: it is used where it lies or named in the error.
 */
export function placeData(request: DataRequest): DataPlace {
  const dataDir = resolve(request.dataDir);
  return runsAsRoot() ? placeAsRoot(dataDir, request.explicit) : placeAsOrdinaryUser(dataDir, request.explicit);
}

/** Where the data lies now, or would be made; nothing is changed. */
export function findData({ dataDir, explicit }: DataRequest): { readonly folder: string; readonly exists: boolean } {
  const standIn = standInFor(dataDir);
  const stands = !explicit && !existsSync(clusterIn(resolve(dataDir))) && existsSync(clusterIn(standIn));
  const folder = stands ? standIn : resolve(dataDir);
  return { folder, exists: existsSync(clusterIn(folder)) };
}

function placeIn(folder: string, user: ServerUser | undefined, notice?: string): DataPlace {
  return { folder, cluster: clusterIn(folder), user, copyFolder: user ? SHARED_FOLDER : folder, notice };
}

function clusterIn(folder: string): string {
  return join(folder, "postgres");
}

/** The folder that stands in for a default data folder which the server's user cannot reach. */
export function standInFor(dataDir: string): string {
  return join(SHARED_FOLDER, createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 16));
}

function placeAsOrdinaryUser(dataDir: string, explicit: boolean): DataPlace {
  const standIn = standInFor(dataDir);
  if (!explicit && !existsSync(clusterIn(dataDir)) && existsSync(standIn)) {
    throw new Error(
      `The data of ${dataDir} lies in ${standIn}, because the program was first started as root. ` +
        "Start it as root again, or set DATA_DIR to another folder to begin with an empty database.",
    );
  }
  makeFolder(dataDir);
  const cluster = clusterIn(dataDir);
  const owner = existsSync(cluster) ? statSync(cluster).uid : process.getuid?.();
  if (owner !== process.getuid?.()) {
    throw new Error(
      `The database in ${cluster} belongs to the user "${nameOf(owner ?? 0)}". Start the program as that user or as ` +
        `root, or give it to this user: sudo chown -R ${process.getuid?.()} ${dataDir}`,
    );
  }
  return placeIn(dataDir, undefined);
}

function placeAsRoot(dataDir: string, explicit: boolean): DataPlace {
  const standIn = standInFor(dataDir);
  if (!explicit && !existsSync(clusterIn(dataDir)) && existsSync(clusterIn(standIn))) {
    return placeInStandIn(dataDir, standIn);
  }
  const created = makeFolder(dataDir);
  const user = ownerOf(clusterIn(dataDir)) ?? ensureServerUser();
  // Only what is root's own is handed over: a folder of somebody else stays theirs.
  const isClosedHere = canEnter(user, dirname(dataDir)) && !canEnter(user, dataDir);
  if (isClosedHere && statSync(dataDir).uid === 0) chownSync(dataDir, user.uid, user.gid);
  if (canEnter(user, dataDir)) return placeIn(dataDir, user);

  if (created) rmSync(created, { recursive: true });
  if (explicit || existsSync(clusterIn(dataDir))) throw unreachable(dataDir, user);
  return placeInStandIn(dataDir, standIn);
}

function placeInStandIn(dataDir: string, standIn: string): DataPlace {
  mkdirSync(standIn, { recursive: true });
  for (const folder of [SHARED_FOLDER, standIn]) chmodSync(folder, 0o755);
  const user = ownerOf(clusterIn(standIn)) ?? ensureServerUser();
  const why = `the database server's user "${user.name}" cannot reach ${dataDir}`;
  return placeIn(standIn, user, `The database lies in ${standIn}, because ${why}.`);
}

/** A cluster made earlier by an ordinary user keeps its owner; one that root copied back is nobody's yet. */
function ownerOf(cluster: string): ServerUser | undefined {
  if (!existsSync(cluster)) return undefined;
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? undefined : { name: nameOf(uid), uid, gid };
}

function unreachable(dataDir: string, user: ServerUser): Error {
  const barrier = barrierOnTheWay(user, dataDir);
  return new Error(
    `The database server runs as the user "${user.name}", who cannot enter ${barrier} on the way to ${dataDir}. ` +
      `Let everybody pass through it (chmod o+x ${barrier}), or set DATA_DIR to a folder such as /var/lib/${SERVER_USER_NAME}-data.`,
  );
}

/** Returns the topmost folder it had to create. */
function makeFolder(folder: string): string | undefined {
  try {
    const created = mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return created;
  } catch (cause) {
    const fix = "Set DATA_DIR to a folder that this user may write.";
    throw new Error(`The data folder ${folder} cannot be made or written. ${fix}`, { cause });
  }
}

/** Throws when the cluster was made by another major version of PostgreSQL, saying how to bring the data across. */
export function checkMajorVersion(cluster: string, major: number): void {
  const versionFile = join(cluster, "PG_VERSION");
  if (!existsSync(versionFile)) return;
  const found = Number.parseInt(readFileSync(versionFile, "utf8"), 10);
  if (found === major) return;
  throw new Error(
    `The database in ${cluster} was made by PostgreSQL ${found}, this release brings PostgreSQL ${major}. Nothing was changed. ` +
      `To keep the data: start it with a PostgreSQL ${found} (or the earlier release), dump the database "tanggap" with pg_dump, ` +
      `move ${cluster} away, start this release once, and load the dump with psql. ` +
      `Or set DATABASE_URL to a PostgreSQL that already holds the data.`,
  );
}
