import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { broken, type Finding, warning, well } from "../../ports/finding.js";
import type { DatabaseConfig } from "../db/database.js";
import { findData } from "../db/server-data.js";
import { nameOf } from "../db/server-user.js";

const GIB = 1_073_741_824;
const MIB = 1_048_576;
/** A server that runs out of space stops taking anything in; PostgreSQL needs room for its log besides. */
const LEAST_FREE_BYTES = GIB;

const sizeOf = (bytes: number): string =>
  bytes >= GIB ? `${(bytes / GIB).toFixed(1)} GiB` : `${Math.floor(bytes / MIB)} MiB`;

const mayWrite = (folder: string): boolean => {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const existing = (folder: string): string => (existsSync(folder) ? folder : existing(dirname(folder)));

const FIX_RIGHTS = (folder: string): string =>
  `Run this as the program's own user, or give the folder to this one: sudo chown -R ${nameOf(process.getuid?.() ?? 0)} ${folder}`;

/** Parts that belong to another user than the one the program runs as; root may use everybody's. */
const foreign = (folder: string): readonly string[] => {
  const uid = process.getuid?.();
  if (uid === undefined || uid === 0) return [];
  const parts = [folder, join(folder, "postgres"), join(folder, "files")];
  return parts.filter((part) => existsSync(part) && statSync(part).uid !== uid);
};

const rightsOf = (folder: string): readonly Finding[] => {
  if (!statSync(folder).isDirectory()) return [broken(`${folder} is no folder`, "Set DATA_DIR to a folder.")];
  if (!mayWrite(folder)) return [broken(`${folder} cannot be written`, FIX_RIGHTS(folder))];
  return foreign(folder).map((part) =>
    broken(`${part} belongs to the user "${nameOf(statSync(part).uid)}"`, FIX_RIGHTS(folder)),
  );
};

const spaceOf = (folder: string, freeBytes: number): Finding =>
  freeBytes < LEAST_FREE_BYTES
    ? warning(`${folder} has ${sizeOf(freeBytes)} left`, "Free space on that disk, or move the data: docs/admin.md.")
    : well(`${folder}, ${sizeOf(freeBytes)} free`);

/** Bytes that an ordinary user may still write there. */
const freeBytesOf = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** Whether the folder of the data is there, writable, this user's own, and has room. Changes nothing; `free` for tests. */
export const checkDataFolder = (config: DatabaseConfig, free = freeBytesOf): readonly Finding[] => {
  const { folder } = findData({ dataDir: config.dataDir, explicit: config.dataDirExplicit });
  if (!existsSync(folder)) {
    const parent = existing(folder);
    return mayWrite(parent)
      ? [well(`${folder} is not there yet: the first start makes it`), spaceOf(parent, free(parent))]
      : [
          broken(
            `${folder} is not there, and ${parent} cannot be written`,
            "Make the folder, or set DATA_DIR to another.",
          ),
        ];
  }
  const problems = rightsOf(folder);
  return problems.length > 0 ? problems : [spaceOf(folder, free(folder))];
};
