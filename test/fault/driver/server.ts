import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { readServerState } from "../../../src/infra/db/server-process.js";
import { serverUrl } from "./database.js";
import { until } from "./until.js";

/** How the server goes down: all its processes at once, the first one alone, or by PostgreSQL's own immediate stop. */
export type Downfall = "all" | "postmaster" | "immediate";

const BACK_WITHIN_MS = 60_000;

/** The server's processes on the data folder, the first one first. Throws when none runs. */
export function serverPids(dataDir: string): readonly number[] {
  const state = readServerState(join(dataDir, "postgres"));
  if (state === undefined) throw new Error("the database server is not up");
  const children = readFileSync(`/proc/${state.pid}/task/${state.pid}/children`, "utf8");
  return [state.pid, ...children.trim().split(" ").filter(Boolean).map(Number)];
}

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch {
    // Gone meanwhile.
  }
};

/** Brings the server on the data folder down. */
export function fellServer(dataDir: string, how: Downfall): void {
  const pids = serverPids(dataDir);
  const [first = 0] = pids;
  if (how === "all") for (const pid of pids) signal(pid, "SIGKILL");
  else signal(first, how === "postmaster" ? "SIGKILL" : "SIGQUIT");
}

/** A connection of the driver's own, not from its pool. */
export async function connectServer(dataDir: string): Promise<Client> {
  const client = new Client({ connectionString: serverUrl(dataDir), connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** Resolves when the server of the data folder answers a question that has to be written down. */
export const untilServerBack = (dataDir: string): Promise<void> =>
  until("the database server to be back", BACK_WITHIN_MS, async () => {
    const client = await connectServer(dataDir);
    try {
      await client.query("create temp table back as select txid_current()");
      return true;
    } finally {
      await client.end().catch(() => {});
    }
  }).then(() => {});
