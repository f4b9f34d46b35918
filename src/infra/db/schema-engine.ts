import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  type ColumnType,
  ColumnTypeEnum,
  DriverAdapterError,
  isDriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import { Client, DatabaseError, Pool } from "pg";

/** Prisma's own migration engine on one database. */
export type OpenEngine = Readonly<{
  engine: SchemaEngine;
  /** Cuts the engine's connections, whatever they are doing. */
  close(): Promise<void>;
}>;

/** Left in the row of a migration whose script is committed, see `mended`. */
export const COMMITTED_MARK = "script committed";

const MARK_COMMITTED = `
  ;update _prisma_migrations set logs = '${COMMITTED_MARK}' where finished_at is null and rolled_back_at is null`;

/** What the engine wants for tables it should leave alone: there are none. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** The part of the global that is used; the types of Node 20 leave it out. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

let loading: Promise<typeof SchemaEngine> | undefined;

/** Node 20 cannot import WebAssembly as a module, which the package's entry does, so its parts are put together here. */
async function load(): Promise<typeof SchemaEngine> {
  // The engine's panics end here; without it they are a bare "unreachable". The client's own, if any, is kept.
  const registry = { set_message: (message: string) => fail(message) };
  if (!("PRISMA_WASM_PANIC_REGISTRY" in globalThis))
    Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry });
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const path = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(path.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": withLooseTimers(glue) });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  return glue.SchemaEngine;
}

/** The engine never clears the timer of its 10 s lock time-out, which would hold up the end of the process. */
function withLooseTimers(imports: object): object {
  const timers = Object.keys(imports).filter((name) => name.startsWith("__wbg_setTimeout_"));
  const loose = (callback: () => void, ms: number) => setTimeout(callback, ms).unref();
  return { ...imports, ...Object.fromEntries(timers.map((name) => [name, loose])) };
}

function fail(message: string): never {
  throw new Error(message);
}

/**
 * Opens the engine that the `prisma migrate` commands use, through the driver adapter (5 MB of WebAssembly, loaded on
 * first use; nothing is downloaded). Close it to give its connections and its migration lock back.
 */
export async function openSchemaEngine(databaseUrl: string, datamodel?: string): Promise<OpenEngine> {
  loading ??= load();
  const Engine = await loading;
  const connections = trackedPool(databaseUrl);
  const adapter = bindMigrationAwareSqlAdapterFactory(adapterFactory(databaseUrl, connections.pool));
  const datamodels: [string, string][] | undefined =
    datamodel === undefined ? undefined : [["schema.prisma", datamodel]];
  const engine = await Engine.new({ datamodels }, () => {}, adapter);
  return {
    engine,
    async close() {
      await connections.close();
      engine.free();
    },
  };
}

/**
 * The SQL that leads from the migrations to the Prisma schema; empty when they agree. Builds a temporary database on the
 * server of the URL, whose user must be allowed to.
 */
export async function diffToSchema(databaseUrl: string, migrations: MigrationList, schema: string): Promise<string> {
  const { engine, close } = await openSchemaEngine(databaseUrl, schema);
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "migrations", ...migrations },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
      script: true,
      exitCode: true,
      filters: NO_FILTERS,
    });
    return exitCode === 0 ? "" : (stdout ?? "");
  } finally {
    await close();
  }
}

function adapterFactory(databaseUrl: string, pool: Pool): SqlMigrationAwareDriverAdapterFactory {
  const prismaPg = new PrismaPg(pool);
  return {
    provider: prismaPg.provider,
    adapterName: prismaPg.adapterName,
    connect: async () => mended(await prismaPg.connect(), pool, MARK_COMMITTED),
    connectToShadowDb: () => connectToNewDatabase(databaseUrl),
  };
}

/** Prisma's adapter would take the shadow database's name from the URL, and drop it while still connected. */
async function connectToNewDatabase(databaseUrl: string): Promise<SqlDriverAdapter> {
  const name = `shadow_${globalThis.crypto.randomUUID()}`;
  await runOnce(databaseUrl, `create database "${name}" template template0`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  const connections = trackedPool(url.href);
  const adapter = mended(await new PrismaPg(connections.pool).connect(), connections.pool, "");
  return Object.assign(adapter, {
    async dispose() {
      await connections.close();
      await runOnce(databaseUrl, `drop database "${name}" with (force)`);
    },
  });
}

async function runOnce(databaseUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * Prisma's adapter, mended in two places. It cuts scripts at every semicolon, also inside function bodies and texts, and
 * runs the pieces without a transaction: PostgreSQL takes the whole script, in one implicit transaction, together with
 * a last statement that notes the commit (a process that dies before the engine writes its own note leaves no doubt).
 * And it does not know the type "char", which the engine asks the catalogue for.
 */
function mended(adapter: SqlDriverAdapter, pool: Pool, lastStatement: string): SqlDriverAdapter {
  const queryRaw = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    async executeScript(script: string): Promise<void> {
      try {
        await pool.query(script + lastStatement);
      } catch (error) {
        throw error instanceof DatabaseError ? asAdapterError(error) : error;
      }
    },
    async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
      try {
        return await queryRaw(query);
      } catch (error) {
        if (isDriverAdapterError(error) && error.cause.kind === "UnsupportedNativeDataType")
          return queryCatalogue(pool, query);
        throw error;
      }
    },
  });
}

/** The column types of the catalogue queries that have a "char" column, by type number; the rest is text. */
const CATALOGUE_TYPES: Readonly<Record<number, ColumnType>> = {
  16: ColumnTypeEnum.Boolean,
  18: ColumnTypeEnum.Character,
};

async function queryCatalogue(pool: Pool, { sql, args }: SqlQuery): Promise<SqlResultSet> {
  const { fields, rows } = await pool.query<unknown[]>({ text: sql, values: args, rowMode: "array" });
  return {
    columnNames: fields.map((field) => field.name),
    columnTypes: fields.map((field) => CATALOGUE_TYPES[field.dataTypeID] ?? ColumnTypeEnum.Text),
    rows,
  };
}

/** Without PostgreSQL's detail, which quotes rows: the engine puts it into its message, and that is shown. */
function asAdapterError(error: DatabaseError): DriverAdapterError {
  return new DriverAdapterError({
    kind: "postgres",
    code: error.code ?? "N/A",
    severity: error.severity ?? "N/A",
    message: error.message,
    detail: undefined,
    column: error.column,
    hint: error.hint,
  });
}

/** One connection that is kept however long it idles, because the engine's lock belongs to its session. */
function trackedPool(connectionString: string) {
  const pool = new Pool({ connectionString, max: 1, idleTimeoutMillis: 0, application_name: "tanggap migrations" });
  const clients = new Set<unknown>();
  pool.on("error", () => {});
  pool.on("connect", (client) => clients.add(client));
  pool.on("remove", (client) => clients.delete(client));
  return {
    pool,
    /** A pool alone would wait for a statement that waits for a lock. */
    async close(): Promise<void> {
      await Promise.allSettled([...clients].map((client) => client instanceof Client && client.end()));
      await pool.end().catch(() => {});
    },
  };
}
