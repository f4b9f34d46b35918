import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import type { Logger } from "../../ports/logger.js";
import { prepareBinaries } from "./server-binaries.js";
import { ensureCluster, SERVER_ROLE } from "./server-cluster.js";
import { connectOrStart, type ServerConnection } from "./server-connection.js";
import { checkMajorVersion, placeData } from "./server-data.js";
import { DataInUseError, takeOwnership } from "./server-ownership.js";
import { readServerState, type ServerCommand, stopServer } from "./server-process.js";

/** The program's own PostgreSQL, running. */
export type EmbeddedServer = Readonly<{
  /** Connection URL with password: never log it. Stays the same when the server is started again after a crash. */
  url: string;
  /** The data folder: `dataDir`, or what stands in for it. */
  folder: string;
  /** One sentence for the operator when the data does not lie in `dataDir`. */
  notice?: string;
  /** Stops the server; everything committed is on disk then. Drain first: open connections are cut. */
  stop(): Promise<void>;
}>;

type EmbeddedServerOptions = Readonly<{
  dataDir: string;
  /** Whether the operator chose `dataDir`: then no other folder may stand in for it. */
  explicit: boolean;
  logger: Logger;
  /** Called when the data was lost to another program after a crash; the caller should end the process. */
  onLost?: (error: Error) => void;
}>;

const DATABASE = "tanggap";
const RESTART_PAUSE_MS = 250;

/**
 * Starts the PostgreSQL that comes with the program, or takes over one that a killed program left, and owns its data
 * until `stop`. Starts it again when it dies meanwhile. Throws errors whose messages say what to do; `DataInUseError`
 * when a living program owns the data.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { place, command, password } = await prepare(options);
  const first = await own(command, password, undefined);
  const watch = keepOwning(first, command, password, options);
  const url = urlOf(password, first.port);
  const stop = once(async () => {
    if (await watch.release()) await stopServer(command.cluster);
  });
  return { url, folder: place.folder, stop, ...(place.notice === undefined ? {} : { notice: place.notice }) };
}

/**
 * The same for whoever only reads: where a living program owns the data, its server is used beside it and `stop` leaves it
 * running.
 */
export async function visitEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  try {
    return await startEmbeddedServer(options);
  } catch (error) {
    if (!(error instanceof DataInUseError)) throw error;
    const { place, command, password } = await prepare(options);
    const state = readServerState(command.cluster);
    if (state?.status !== "ready") throw error;
    return { url: urlOf(password, state.port), folder: place.folder, stop: async () => {} };
  }
}

const urlOf = (password: string, port: number): string =>
  `postgresql://${SERVER_ROLE}:${password}@127.0.0.1:${port}/${DATABASE}`;

async function prepare(options: EmbeddedServerOptions) {
  const place = placeData(options);
  const binaries = prepareBinaries(place);
  checkMajorVersion(place.cluster, binaries.major);
  const password = await ensureCluster(place, binaries);
  const { postgres } = binaries;
  const logFile = join(place.folder, "postgres.log");
  return { place, password, command: { postgres, cluster: place.cluster, logFile, user: place.user } };
}

async function own(command: ServerCommand, password: string, port: number | undefined): Promise<ServerConnection> {
  const connection = await connectOrStart({ command, password, port });
  try {
    await takeOwnership(connection.client, command.cluster);
    await ensureDatabase(connection.client);
    return connection;
  } catch (error) {
    await connection.client.end().catch(() => {});
    throw error;
  }
}

async function ensureDatabase(client: Client): Promise<void> {
  const found = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
  if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
}

/** Holds the ownership, and starts the server and takes it again whenever the connection breaks. */
function keepOwning(
  first: ServerConnection,
  command: ServerCommand,
  password: string,
  { logger, onLost }: EmbeddedServerOptions,
) {
  let released = false;
  let lost = false;
  let recovery: Promise<void> = Promise.resolve();

  const watch = (client: Client) => {
    client.once("end", () => {
      if (!released) recovery = recover();
    });
  };
  const recover = async () => {
    logger.warn({}, "the database server is gone; starting it again");
    while (!released) {
      try {
        const next = await own(command, password, first.port);
        watch(next.client);
        logger.info({}, "the database server is back");
        return;
      } catch (error) {
        if (error instanceof DataInUseError) {
          lost = true;
          return onLost?.(error);
        }
        logger.error({ err: error }, "the database server does not come back yet; trying again");
        await pause(RESTART_PAUSE_MS);
      }
    }
  };
  watch(first.client);

  return {
    /**
     * Ends the watch and tells whether the server is still ours to stop. The connection stays: its lock must outlast
     * the server, which closes it.
     */
    async release(): Promise<boolean> {
      released = true;
      await recovery;
      return !lost;
    },
  };
}

function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= action();
    return running;
  };
}
