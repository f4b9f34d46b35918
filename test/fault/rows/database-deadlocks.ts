import type { Client } from "pg";
import { connectServer } from "../driver/server.js";
import { databaseFault } from "./database-fault.js";
import { count, type FaultCase, figure, type Work } from "./fault-case.js";

const SEEN = "deadlocks";
const LAST_MS = 4_000;

/** The events in hand, whose rows every commit locks first; then the cases and the outbox, in the opposite order. */
const OPPOSITE = [
  "select id from inquiry order by created_at desc limit 20 for update",
  "select id from outbox where state in ('pending', 'sending') order by id desc for update",
  "select id from inbox where state = 'running' order by id desc for update",
];

/** Never the attacker is the victim: PostgreSQL ends whoever looks for the deadlock first. */
const SETTINGS = ["set deadlock_timeout = '60s'", "set lock_timeout = '3s'"];

const deadlocksSeen = async (client: Client): Promise<number> => {
  const sql = "select deadlocks::int as count from pg_stat_database where datname = current_database()";
  return (await client.query<{ count: number }>(sql)).rows[0]?.count ?? 0;
};

const grab = async (client: Client): Promise<void> => {
  await client.query("begin");
  try {
    for (const sql of OPPOSITE) await client.query(sql);
  } catch (error) {
    // Out of patience: the others hold what it wants and want nothing it holds.
    if (!(error instanceof Error && "code" in error)) throw error;
  } finally {
    await client.query("rollback");
  }
};

const strike = async ({ stand, tally }: Work): Promise<void> => {
  const client = await connectServer(stand.dataDir);
  try {
    for (const sql of SETTINGS) await client.query(sql);
    const before = await deadlocksSeen(client);
    const end = performance.now() + LAST_MS;
    while (performance.now() < end) await grab(client);
    count(tally, SEEN, (await deadlocksSeen(client)) - before);
  } finally {
    await client.end();
  }
};

/** Row C: somebody locks the program's rows in the opposite order. */
export const databaseDeadlocks: readonly FaultCase[] = [
  databaseFault({
    name: "deadlocks",
    what: `for ${LAST_MS / 1_000} s somebody locks cases, messages and events in the opposite order`,
    runs: (counts) => counts.faults,
    note: ({ tally }) => `${figure(tally, SEEN)} deadlocks, each ended at the program's cost`,
    strike,
  }),
];
