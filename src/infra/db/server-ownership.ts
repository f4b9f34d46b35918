import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import { isAlive } from "./server-liveness.js";

/** Two-part advisory lock keys never meet the one-part key of Prisma's migrations. */
const LOCK_CLASS = 7_261_626;
const LOCK_OBJECT = 1;
const NAME_PREFIX = "tanggap owner ";
const STALE_LOCK_PATIENCE_MS = 15_000;
/** A living owner that is just leaving gets this long; after it a second program is refused. */
const LIVING_OWNER_PATIENCE_MS = 300;
const RETRY_MS = 50;

/** Another living program owns the data. Its message says what to do. */
export class DataInUseError extends Error {
  override readonly name = "DataInUseError";
}

/** The application name of the connection that holds the data for this process. */
export const OWNER_APPLICATION_NAME = `${NAME_PREFIX}${process.pid}`;

/**
 * Takes the session lock that makes this process the owner of the data for as long as the connection lives. A lock
 * left by a dead process is waited for up to 15 s; a living owner is not: throws `DataInUseError`.
 */
export async function takeOwnership(client: Client, dataFolder: string): Promise<void> {
  const began = performance.now();
  for (;;) {
    const taken = await client.query<{ ok: boolean }>("select pg_try_advisory_lock($1, $2) as ok", [
      LOCK_CLASS,
      LOCK_OBJECT,
    ]);
    if (taken.rows[0]?.ok) return;
    const holder = await findHolder(client);
    const patience = holder !== undefined && isAlive(holder) ? LIVING_OWNER_PATIENCE_MS : STALE_LOCK_PATIENCE_MS;
    if (performance.now() - began > patience) throw inUse(dataFolder, holder);
    await pause(RETRY_MS);
  }
}

async function findHolder(client: Client): Promise<number | undefined> {
  const found = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.classid = $1 and l.objid = $2 and l.objsubid = 2 and l.granted`,
    [LOCK_CLASS, LOCK_OBJECT],
  );
  const name = found.rows[0]?.name;
  return name?.startsWith(NAME_PREFIX) ? Number.parseInt(name.slice(NAME_PREFIX.length), 10) : undefined;
}

function inUse(dataFolder: string, holder: number | undefined): DataInUseError {
  const who = holder === undefined ? "Another program" : `Another Tanggap (process ${holder})`;
  return new DataInUseError(
    `${who} is using the data in ${dataFolder}. Stop it first, or give this one another folder with DATA_DIR. ` +
      "To run several processes on the same data, set DATABASE_URL to a PostgreSQL of your own.",
  );
}
