import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive, livesIn } from "./server-liveness.js";
import { asUser, type ServerUser } from "./server-user.js";

/** What is needed to start the server on a cluster. */
export type ServerCommand = Readonly<{
  postgres: string;
  cluster: string;
  logFile: string;
  user: ServerUser | undefined;
}>;

/** What PostgreSQL writes about itself into `postmaster.pid`. */
export type ServerState = Readonly<{ pid: number; port: number; status: string }>;

/** How an attempt to start ended; `busy` means that another server, or the rest of one, holds the cluster. */
export type StartOutcome =
  | Readonly<{ kind: "ready" }>
  | Readonly<{ kind: "busy" }>
  | Readonly<{ kind: "port-taken" }>
  | Readonly<{ kind: "failed"; reason: string }>;

/** Small and safe: fsync and synchronous commit keep PostgreSQL's own defaults, which are on. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "64MB",
  max_wal_size: "256MB",
  io_method: "sync",
  max_parallel_workers: "2",
  jit: "off",
  huge_pages: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
};

const POLL_MS = 15;
const LOG_LIMIT_BYTES = 5_000_000;
const FAST_STOP_MS = 20_000;
const IMMEDIATE_STOP_MS = 5_000;

/** A server that ends removes its file at any moment, also between a look for it and the reading. */
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** The state of the cluster's server as it last wrote it; undefined when none is said to run. */
export function readServerState(cluster: string): ServerState | undefined {
  const written = readIfThere(join(cluster, "postmaster.pid"));
  if (written === undefined) return undefined;
  const [pid = "", , , port = "", , , , status = ""] = written.split("\n");
  return { pid: Number.parseInt(pid, 10), port: Number.parseInt(port, 10), status: status.trim() };
}

/**
 * Starts the server in a session of its own (a Ctrl-C in the terminal does not reach it) and waits until it accepts
 * connections or gives up. Recovery after a crash may take minutes; nothing is cut short.
 */
export async function startServer(command: ServerCommand, port: number): Promise<StartOutcome> {
  rotateLog(command.logFile);
  const log = openSync(command.logFile, "a", 0o600);
  const logStart = statSync(command.logFile).size;
  const settings = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([key, value]) => [
    "-c",
    `${key}=${value}`,
  ]);
  const child = spawn(command.postgres, ["-D", command.cluster, ...settings], {
    ...asUser(command.user),
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  if (await becomesReady(child, command.cluster)) return { kind: "ready" };
  return explain(readFileSync(command.logFile).subarray(logStart).toString("utf8"), command.logFile);
}

async function becomesReady(child: ChildProcess, cluster: string): Promise<boolean> {
  let ended = false;
  for (const event of ["error", "exit"]) {
    child.once(event, () => {
      ended = true;
    });
  }
  while (!ended) {
    const state = readServerState(cluster);
    if (state?.pid === child.pid && state?.status === "ready") return true;
    await pause(POLL_MS);
  }
  return false;
}

function explain(log: string, logFile: string): StartOutcome {
  if (/lock file .* already exists|shared memory block .* is still in use/.test(log)) return { kind: "busy" };
  if (/could not bind .* address|could not create any TCP\/IP sockets/.test(log)) return { kind: "port-taken" };
  const lines = log.trim().split("\n");
  const fatal = lines.find((line) => /FATAL|PANIC|error while loading/.test(line)) ?? lines.at(-1) ?? "";
  return { kind: "failed", reason: `${fatal.trim() || "no reason given"} (full log: ${logFile})` };
}

function rotateLog(logFile: string): void {
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.old`);
}

/**
 * Removes the `postmaster.pid` of a server that is gone when its number has passed to another program or thread, which
 * PostgreSQL cannot tell from a living server (usual in containers, where numbers start anew). It does so only when no
 * process at all works in the cluster.
 */
export function dropForeignPidFile(cluster: string): void {
  const path = join(cluster, "postmaster.pid");
  const before = readServerState(cluster);
  if (!before || livesIn(cluster) !== false) return;
  if (readServerState(cluster)?.pid === before.pid) rmSync(path, { force: true });
}

/**
 * Stops the server of the cluster: open transactions are rolled back, everything committed is on disk when it
 * resolves. Falls back to an immediate stop after 20 s (the next start then recovers from the log).
 */
export async function stopServer(cluster: string): Promise<void> {
  const state = readServerState(cluster);
  if (!state || !isAlive(state.pid)) return;
  for (const [signal, patienceMs] of [
    ["SIGINT", FAST_STOP_MS],
    ["SIGQUIT", IMMEDIATE_STOP_MS],
  ] as const) {
    try {
      process.kill(state.pid, signal);
    } catch {
      return;
    }
    if (await isGone(cluster, state.pid, patienceMs)) return;
  }
  throw new Error(`The database server (process ${state.pid}) does not stop. Its log lies beside ${cluster}.`);
}

async function isGone(cluster: string, pid: number, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    // The file goes last; a process that nobody reaps would stay "alive" for ever.
    if (readServerState(cluster)?.pid !== pid || !isAlive(pid)) return true;
    await pause(POLL_MS);
  }
  return false;
}
