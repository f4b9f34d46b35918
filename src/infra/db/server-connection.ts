import { realpathSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { SERVER_ROLE } from "./server-cluster.js";
import { OWNER_APPLICATION_NAME } from "./server-ownership.js";
import { dropForeignPidFile, readServerState, type ServerCommand, startServer } from "./server-process.js";

/** A dedicated connection to the cluster's server, which runs on the port. */
export type ServerConnection = Readonly<{ client: Client; port: number }>;

type ConnectOptions = Readonly<{
  command: ServerCommand;
  password: string;
  /** Keeps the address of a server that is started again; a free port when undefined. */
  port: number | undefined;
}>;

/** PostgreSQL needs a moment to see that the processes of a killed server are gone. */
const STALE_SERVER_PATIENCE_MS = 15_000;
const RETRY_MS = 50;
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Connects to the server of the cluster: to the one that runs (left by a program that was killed, or starting just
 * now), or to a new one. Throws a plain message when the server does not start.
 */
export async function connectOrStart(options: ConnectOptions): Promise<ServerConnection> {
  const { command } = options;
  const deadline = performance.now() + STALE_SERVER_PATIENCE_MS;
  for (;;) {
    const running = await connectToRunning(options);
    if (running) return running;
    const outcome = await startServer(command, options.port ?? (await freePort()));
    switch (outcome.kind) {
      case "ready":
        continue;
      case "busy":
        dropForeignPidFile(command.cluster);
        break;
      case "port-taken":
        break;
      case "failed":
        throw new Error(`The database server did not start: ${outcome.reason}`);
      default:
        outcome satisfies never;
    }
    if (performance.now() > deadline) throw stuck(command, outcome.kind);
    await pause(RETRY_MS);
  }
}

function stuck(command: ServerCommand, kind: "busy" | "port-taken"): Error {
  const pid = readServerState(command.cluster)?.pid;
  const fix =
    kind === "busy"
      ? `A server that does not answer holds it${pid ? ` (process ${pid})` : ""}. Stop that process and start again.`
      : "No port on 127.0.0.1 could be opened. Free one and start again.";
  return new Error(`The database in ${command.cluster} cannot be opened. ${fix} Its log: ${command.logFile}`);
}

async function connectToRunning({ command, password }: ConnectOptions): Promise<ServerConnection | undefined> {
  const state = readServerState(command.cluster);
  if (state?.status !== "ready") return undefined;
  const client = new Client({
    host: "127.0.0.1",
    port: state.port,
    user: SERVER_ROLE,
    password,
    database: "postgres",
    application_name: OWNER_APPLICATION_NAME,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  });
  // Without a listener a broken connection would end the process; who watches it adds its own.
  client.on("error", () => {});
  try {
    await client.connect();
    const shown = await client.query<{ data_directory: string }>("show data_directory");
    // A stale file's port may be another cluster's by now.
    if (realpathSync(shown.rows[0]?.data_directory ?? "") === realpathSync(command.cluster)) {
      return { client, port: state.port };
    }
  } catch {
    // Not (yet, or any more) our server: the caller starts one and learns why if it cannot.
  }
  await client.end().catch(() => {});
  return undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
