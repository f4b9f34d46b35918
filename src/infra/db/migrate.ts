import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import { Client, DatabaseError } from "pg";
import type { Logger } from "../../ports/logger.js";

type Applied = Readonly<{ name: string; checksum: string; finished: boolean; logs: string | null }>;

/** Two-part keys never meet the one-part key of the engine's own lock. */
const LOCK_CLASS = 7_261_626;
const LOCK_OBJECT = 2;
const LOCK_PATIENCE_MS = 120_000;
const RETRY_MS = 100;
const ENGINE_ATTEMPTS = 3;
const UNDEFINED_TABLE = "42P01";

/** The migrations that come with the program: `prisma/migrations` in the folder that holds its package.json. */
export function migrationsFolder(from: string = import.meta.dirname): string {
  if (existsSync(join(from, "package.json"))) return join(from, "prisma", "migrations");
  const parent = dirname(from);
  if (parent === from) throw new Error("The folder prisma/migrations is missing. Install the program again.");
  return migrationsFolder(parent);
}

/** The names of a folder's migrations, in order. */
export async function migrationNames(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.sort();
}

/** All migrations of a folder in order, as the engine takes them. */
export async function readMigrations(folder: string): Promise<MigrationList> {
  const names = await migrationNames(folder);
  const directories = names.map(async (name) => ({
    path: name,
    migrationFile: {
      path: "migration.sql",
      content: { tag: "ok" as const, value: await readFile(join(folder, name, "migration.sql"), "utf8") },
    },
  }));
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(directories),
  };
}

/**
 * Brings the database to the newest migration, keeping the table `_prisma_migrations` as `prisma migrate deploy` does,
 * and returns the names it applied (none when there was nothing to do, which takes one query). Of several appliers one
 * works and the others wait up to two minutes. Each script is one transaction (so: no "concurrently", no "commit" in
 * it); one that a dying process left unfinished is finished or repeated. Throws a plain message when a script fails,
 * and when the database has migrations this release does not know.
 */
export async function applyMigrations(
  databaseUrl: string,
  folder: string,
  logger?: Logger,
): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  const client = new Client({ connectionString: databaseUrl, application_name: "tanggap migrations" });
  client.on("error", () => {});
  await client.connect();
  try {
    if (isComplete(await readApplied(client), migrations, logger)) return [];
    await takeTurn(client);
    const applied = await readApplied(client);
    if (isComplete(applied, migrations)) return [];
    await checkRight(client);
    const names = await runEngine(databaseUrl, migrations, applied);
    logger?.debug({ migrations: names }, "migrations applied");
    return names;
  } finally {
    await client.end();
  }
}

async function checkRight(client: Client): Promise<void> {
  const asked = await client.query<{ may: boolean | null; name: string }>(
    `select has_schema_privilege(coalesce(current_schema(), 'public'), 'create') as may, current_database() as name`,
  );
  const [answer] = asked.rows;
  if (answer?.may) return;
  throw new Error(
    `The user of DATABASE_URL may not create tables in the database ${answer?.name}. Make it the owner: ` +
      `ALTER DATABASE "${answer?.name}" OWNER TO <user>; then start again.`,
  );
}

function isComplete(applied: readonly Applied[], migrations: MigrationList, logger?: Logger): boolean {
  const known = new Map(
    migrations.migrationDirectories.map(({ path, migrationFile }) => [path, migrationFile.content.value]),
  );
  for (const { name, checksum } of applied) {
    const script = known.get(name);
    if (script === undefined) throw fromNewerRelease(name);
    if (!checksumsOf(script).includes(checksum))
      logger?.warn({ migration: name }, "an applied migration was edited afterwards");
  }
  const finished = new Set(applied.filter((row) => row.finished).map((row) => row.name));
  return [...known.keys()].every((name) => finished.has(name));
}

function fromNewerRelease(name: string): Error {
  return new Error(
    `The database has the migration ${name}, which this release does not know: a newer release used it. ` +
      "Start that release, or restore the backup made before the upgrade.",
  );
}

async function readApplied(client: Client): Promise<readonly Applied[]> {
  try {
    const result = await client.query<Applied>(
      `select migration_name as name, checksum, finished_at is not null as finished, logs
         from _prisma_migrations where rolled_back_at is null`,
    );
    return result.rows;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === UNDEFINED_TABLE) return [];
    throw error;
  }
}

/** A checkout may turn line ends; the engine takes either as the same script. */
function checksumsOf(script: string): readonly string[] {
  const unix = script.replaceAll("\r\n", "\n");
  return [unix, unix.replaceAll("\n", "\r\n")].map((text) => createHash("sha256").update(text).digest("hex"));
}

/** Held until the connection ends. The engine's own lock would make the others fail after 10 s instead of waiting. */
async function takeTurn(client: Client): Promise<void> {
  const deadline = performance.now() + LOCK_PATIENCE_MS;
  for (;;) {
    const taken = await client.query<{ ok: boolean }>("select pg_try_advisory_lock($1, $2) as ok", [
      LOCK_CLASS,
      LOCK_OBJECT,
    ]);
    if (taken.rows[0]?.ok) return;
    if (performance.now() > deadline) {
      throw new Error(
        "Another process has been migrating the database for two minutes. Wait for it or stop it, then start again.",
      );
    }
    await pause(RETRY_MS);
  }
}

async function runEngine(
  url: string,
  migrations: MigrationList,
  applied: readonly Applied[],
): Promise<readonly string[]> {
  // Imported here: most starts have nothing to apply and need not load it.
  const { COMMITTED_MARK, NO_FILTERS, openSchemaEngine } = await import("./schema-engine.js");
  const unfinished = applied.filter((row) => !row.finished);
  for (let attempt = 1; ; attempt += 1) {
    const { engine, close } = await openSchemaEngine(url);
    try {
      // Left by a process that died: a script is committed as a whole or not at all, and its mark tells which.
      for (const { name, logs } of unfinished) {
        if (logs === COMMITTED_MARK)
          await engine.markMigrationApplied({ migrationName: name, migrationsList: migrations });
        else await engine.markMigrationRolledBack({ migrationName: name });
      }
      const done = await engine.applyMigrations({ migrationsList: migrations, filters: NO_FILTERS });
      return done.appliedMigrationNames;
    } catch (cause) {
      // Somebody runs `prisma migrate` by hand.
      if (String(cause).includes("advisory lock") && attempt < ENGINE_ATTEMPTS) continue;
      throw new Error(`The database could not be migrated: ${reasonOf(cause)}`, { cause });
    } finally {
      await close();
    }
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : JSON.stringify(cause);
}
