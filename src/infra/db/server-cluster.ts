import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ServerBinaries } from "./server-binaries.js";
import type { DataPlace } from "./server-data.js";
import { asUser } from "./server-user.js";

/** The one database role; the server listens on the loopback only and still asks its password. */
export const SERVER_ROLE = "tanggap";

const PASSWORD_FILE = "tanggap.password";

/**
 * Makes the cluster unless it is there, and returns the role's password. The cluster appears by one rename, complete
 * with its password file: a start that dies half-way leaves nothing that a later start would take for data.
 */
export async function ensureCluster(place: DataPlace, binaries: ServerBinaries): Promise<string> {
  const isMissing = !existsSync(place.cluster) || readdirSync(place.cluster).length === 0;
  if (isMissing) await makeCluster(place, binaries);
  else dropDrafts(place.folder);
  if (place.user && statSync(place.cluster).uid === 0) chownTree(place.cluster, place.user.uid, place.user.gid);
  return readPassword(place.cluster);
}

function readPassword(cluster: string): string {
  try {
    return readFileSync(join(cluster, PASSWORD_FILE), "utf8");
  } catch (cause) {
    throw new Error(
      `${cluster} holds files but no ${PASSWORD_FILE}, so it was not made by this program or was copied in part. ` +
        "Restore the whole folder from the backup, move it away, or set DATA_DIR to another folder.",
      { cause },
    );
  }
}

const DRAFT_PREFIX = "postgres.new-";

/** Left by starts that died half-way; one still at work is too late anyway. */
function dropDrafts(folder: string): void {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(DRAFT_PREFIX))) {
    rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

async function makeCluster(place: DataPlace, binaries: ServerBinaries): Promise<void> {
  const draft = mkdtempSync(join(place.folder, DRAFT_PREFIX));
  const passwordFile = `${draft}.password`;
  try {
    writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600, flag: "wx" });
    if (place.user) for (const path of [draft, passwordFile]) chownSync(path, place.user.uid, place.user.gid);
    await runInitdb(place, binaries, draft, passwordFile);
    renameSync(passwordFile, join(draft, PASSWORD_FILE));
    renameSync(draft, place.cluster);
  } catch (error) {
    // Another start was quicker: its cluster is as good as ours.
    if (!existsSync(join(place.cluster, PASSWORD_FILE))) throw error;
  } finally {
    for (const path of [draft, passwordFile]) rmSync(path, { recursive: true, force: true });
  }
}

async function runInitdb(place: DataPlace, binaries: ServerBinaries, draft: string, passwordFile: string) {
  const args = ["-D", draft, "-U", SERVER_ROLE, `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8"];
  // The provider built into PostgreSQL sorts and folds case alike on every system and needs no installed locale.
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  try {
    await promisify(execFile)(binaries.initdb, [...args, ...locale], asUser(place.user));
  } catch (cause) {
    const output = cause instanceof Error && "stderr" in cause ? String(cause.stderr).trim() : String(cause);
    throw new Error(
      `The database could not be made in ${place.cluster}: ${output}. Check free space and rights there.`,
      {
        cause,
      },
    );
  }
}

function chownTree(folder: string, uid: number, gid: number): void {
  chownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) chownTree(path, uid, gid);
    else if (entry.isFile()) chownSync(path, uid, gid);
  }
}
