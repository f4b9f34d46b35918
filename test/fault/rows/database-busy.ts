import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import { VISITOR } from "../driver/database.js";
import { connectServer } from "../driver/server.js";
import { until } from "../driver/until.js";
import { databaseFault } from "./database-fault.js";
import { count, type FaultCase, figure, type Work } from "./fault-case.js";

const OTHERS = `application_name like 'tanggap%' and application_name <> '${VISITOR}' and pid <> pg_backend_pid()`;
const KILLED = "killed";
const HELD_MS = 3_000;
/** Longer than the program lets a statement run. */
const LONG_HELD_MS = 33_000;
const BACKENDS_A_RUN = 10;
const BETWEEN_MS = 60;
const FULL_WITHIN_MS = 20_000;

const withClient = async <T>({ stand }: Work, use: (client: Client) => Promise<T>): Promise<T> => {
  const client = await connectServer(stand.dataDir);
  try {
    return await use(client);
  } finally {
    await client.end().catch(() => {});
  }
};

/** One connection of the program after the other is cut from the server's side, whatever it is doing. */
const backends = databaseFault({
  name: "backends",
  what: `${BACKENDS_A_RUN} connections of the program terminated one after the other, under load`,
  modes: ["nonce", "none"],
  runs: (counts) => Math.ceil(counts.runs / 5),
  note: ({ tally }) => `${figure(tally, KILLED)} connections killed`,
  strike: (work) =>
    withClient(work, async (client) => {
      for (let left = BACKENDS_A_RUN; left > 0; left -= 1) {
        const sql = `select pg_terminate_backend(pid) from pg_stat_activity where ${OTHERS} order by random() limit 1`;
        count(work.tally, KILLED, (await client.query(sql)).rows.length);
        await pause(work.random() * BETWEEN_MS);
      }
    }),
});

/** What every event writes to is locked by somebody else for so long. */
const locked = (name: string, heldMs: number, runs: FaultCase["runs"]) =>
  databaseFault({
    name,
    what: `the case, inbox and outbox tables locked for ${heldMs / 1_000} s`,
    runs,
    ...(heldMs > HELD_MS ? { waits: true } : {}),
    strike: (work) =>
      withClient(work, async (client) => {
        await client.query("begin");
        await client.query("lock table inquiry, inbox, outbox in access exclusive mode");
        await pause(heldMs);
        await client.query("rollback");
      }),
  });

/** Each commit takes a tenth of a second. */
const slowCommit = databaseFault({
  name: "slow-commit",
  what: `every commit takes 100 ms longer, for ${HELD_MS / 1_000} s`,
  runs: (counts) => counts.faults,
  strike: (work) =>
    withClient(work, async (client) => {
      await client.query("alter system set commit_delay = 100000");
      await client.query("alter system set commit_siblings = 0");
      await client.query("select pg_reload_conf()");
      await pause(HELD_MS);
      await client.query("alter system reset commit_delay");
      await client.query("alter system reset commit_siblings");
      await client.query("select pg_reload_conf()");
    }),
});

/** Takes connections until the server has none left; the program's are cut, so that it needs new ones. */
const takeAll = async (work: Work, client: Client): Promise<readonly Client[]> => {
  const taken: Client[] = [];
  await until("the server to be full", FULL_WITHIN_MS, async () => {
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${OTHERS}`);
    for (;;) {
      const next = await connectServer(work.stand.dataDir).catch((error: { code?: string }) => error);
      if (!("query" in next)) return next.code === "53300";
      taken.push(next);
    }
  });
  return taken;
};

const exhausted = databaseFault({
  name: "exhausted",
  what: `all connections of the server taken by others for ${HELD_MS / 1_000} s, the program's cut`,
  runs: (counts) => counts.faults,
  strike: (work) =>
    withClient(work, async (client) => {
      const taken = await takeAll(work, client);
      await pause(HELD_MS);
      await Promise.all(taken.map((one) => one.end()));
      await until("the connections to be free", FULL_WITHIN_MS, async () => {
        const sql = `select 1 from pg_stat_activity where application_name = '${VISITOR}' and pid <> pg_backend_pid()`;
        return (await client.query(sql)).rows.length <= 2;
      });
    }),
});

/** Row C: the server is there and does not do its work. */
export const databaseBusy: readonly FaultCase[] = [
  backends,
  locked("locked", HELD_MS, (counts) => counts.faults),
  locked("locked-long", LONG_HELD_MS, () => 1),
  slowCommit,
  exhausted,
];
