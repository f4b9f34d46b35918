import { Client } from "pg";
import type { Logger } from "../../ports/logger.js";
import { createClient } from "./client.js";
import { databaseErrorOf } from "./database-error.js";
import { type EmbeddedServer, startEmbeddedServer, visitEmbeddedServer } from "./embedded-server.js";
import type { PrismaClient } from "./generated/client.js";
import { applyMigrations, migrationsFolder } from "./migrate.js";
import { findData } from "./server-data.js";

/** The part of the program's configuration that says where the data is. */
export type DatabaseConfig = Readonly<{
  /** A PostgreSQL of the operator's; the program runs its own when undefined. */
  databaseUrl: string | undefined;
  dataDir: string;
  dataDirExplicit: boolean;
}>;

/** The migrated database, open. */
export type OpenDatabase = Readonly<{
  /** With password: never log it. */
  url: string;
  prisma: PrismaClient;
  /** Where the program's data lies: `dataDir`, or what stands in for it. */
  folder: string;
  /** One sentence for the operator's start line when the data lies elsewhere than asked. */
  notice?: string;
  /** Call after draining. Closes the client and stops the program's own server. */
  stop(): Promise<void>;
}>;

type OpenOptions = Readonly<{
  poolSize?: number;
  /** The data of the program's own server was lost to another program: end the process. */
  onLost?: (error: Error) => void;
}>;

const POOL_SIZE = 12;
const VISITOR_POOL_SIZE = 2;
const CONNECT_TIMEOUT_MS = 10_000;
/** PostgreSQL 14 is the oldest release its makers still mend. */
const OLDEST_MAJOR = 14;

/**
 * Opens the database: the operator's at `databaseUrl` or the program's own under `dataDir`, with all migrations
 * applied. Throws errors whose messages say what to do and name no password.
 */
export async function openDatabase(
  config: DatabaseConfig,
  logger: Logger,
  options: OpenOptions = {},
): Promise<OpenDatabase> {
  const server = await openServer(config, logger, options.onLost);
  return migrated(server, logger, options.poolSize ?? POOL_SIZE);
}

/** Whether there is a database to visit: the operator's, or one that an earlier start made. */
export function hasDatabase({ databaseUrl, dataDir, dataDirExplicit }: DatabaseConfig): boolean {
  return databaseUrl !== undefined || findData({ dataDir, explicit: dataDirExplicit }).exists;
}

/**
 * The database as it is, for reading alone, also beside a running program; no migration is applied. Throws as
 * `openDatabase` does.
 */
export async function visitDatabase(config: DatabaseConfig, logger: Logger): Promise<OpenDatabase> {
  const place = { dataDir: config.dataDir, explicit: config.dataDirExplicit, logger };
  const server =
    config.databaseUrl === undefined
      ? await visitEmbeddedServer(place)
      : await existingServer(config, config.databaseUrl);
  const prisma = createClient(server.url, { poolSize: VISITOR_POOL_SIZE, readOnly: true });
  return {
    ...server,
    prisma,
    async stop() {
      await prisma.$disconnect();
      await server.stop();
    },
  };
}

/**
 * The migrated database for whoever writes a little and leaves: beside a running program where one has the data, whose
 * server stays as it is. Throws as `openDatabase` does.
 */
export async function joinDatabase(config: DatabaseConfig, logger: Logger): Promise<OpenDatabase> {
  const place = { dataDir: config.dataDir, explicit: config.dataDirExplicit, logger };
  const server =
    config.databaseUrl === undefined
      ? await visitEmbeddedServer(place)
      : await existingServer(config, config.databaseUrl);
  return migrated(server, logger, VISITOR_POOL_SIZE);
}

async function migrated(server: EmbeddedServer, logger: Logger, poolSize: number): Promise<OpenDatabase> {
  try {
    await applyMigrations(server.url, migrationsFolder(), logger);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const prisma = createClient(server.url, { poolSize });
  return {
    ...server,
    prisma,
    async stop() {
      await prisma.$disconnect();
      await server.stop();
    },
  };
}

async function openServer(
  config: DatabaseConfig,
  logger: Logger,
  onLost: OpenOptions["onLost"],
): Promise<EmbeddedServer> {
  if (config.databaseUrl === undefined) {
    const place = { dataDir: config.dataDir, explicit: config.dataDirExplicit };
    return startEmbeddedServer({ ...place, logger, ...(onLost ? { onLost } : {}) });
  }
  return existingServer(config, config.databaseUrl);
}

async function existingServer({ dataDir }: DatabaseConfig, url: string): Promise<EmbeddedServer> {
  await checkServer(url);
  return { url, folder: dataDir, stop: async () => {} };
}

/** What to do first: nothing answers there, there is no such machine, or it answers and takes nobody in. */
function mendOf(cause: unknown): string {
  const { code = "" } = databaseErrorOf(cause);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "Correct the host in DATABASE_URL";
  if (code.startsWith("E")) return "Start the server if it is down, correct host and port in DATABASE_URL";
  return "Correct the user, password or name in DATABASE_URL, start the server if it is down";
}

async function checkServer(url: string): Promise<void> {
  const { host, pathname } = new URL(url);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on("error", () => {});
  let version: number;
  try {
    await client.connect();
    const shown = await client.query<{ server_version_num: string }>("show server_version_num");
    version = Number(shown.rows[0]?.server_version_num);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new Error(
      `The database of DATABASE_URL (${host}${pathname}) cannot be used: ${reason}. ` +
        `${mendOf(cause)}, or remove the key to use the program's own PostgreSQL.`,
      { cause },
    );
  } finally {
    await client.end().catch(() => {});
  }
  if (version < OLDEST_MAJOR * 10_000) {
    throw new Error(`DATABASE_URL names a PostgreSQL older than ${OLDEST_MAJOR}. Upgrade it or remove DATABASE_URL.`);
  }
}
