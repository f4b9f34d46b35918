import PgBoss from "pg-boss";
import type { OpenDatabase } from "../../../src/infra/db/database.js";
import { isRetryableDatabaseError } from "../../../src/infra/db/retryable.js";
import { createRelay } from "../../../src/infra/outbox/relay.js";
import { createOutboxStore } from "../../../src/infra/outbox/store.js";
import { createLocalWake } from "../../../src/infra/wake/wake.js";
import type { ChatAdapter } from "../../../src/ports/chat/adapter.js";
import type { Compose } from "../../../src/ports/protocol.js";
import { silentLogger } from "../../support/silent-logger.js";
import { shownSpread, spreadOf, tableOf } from "../figures.js";
import { createNoOpPlatform, type NoOpPlatformOptions } from "../no-op-platform.js";
import type { BenchOptions, Section } from "../section.js";
import { onStage } from "../stage.js";

const JOBS = 2_000;
const LANES = 16;
const SLOW_JOBS = 400;
/** About what a chat platform takes. */
const LATENCY_MS = 50;
const POOL = 12;
const QUEUE = "bench";

const sayNothing: Compose = async () => ({ message: { summary: "-", blocks: [] }, locale: "id", tokens: [] });

const perSecond = async (jobs: number, work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (jobs * 1_000) / (performance.now() - began);
};

/** A relay's run over messages that are there already, in 16 conversations. */
interface Filled {
  readonly cause: string;
  readonly jobs: number;
  readonly adapter: ChatAdapter;
}

const ours = async ({ prisma }: OpenDatabase, { cause, jobs, adapter }: Filled): Promise<number> => {
  await prisma.$executeRaw`
    insert into outbox (government_id, cause_key, platform, workspace, channel, lane, content)
    select 'kobar', ${`bench:${cause}:`} || i, 'simulator', 'kobar', 'c' || i % ${LANES}::int,
           'simulator:kobar:c' || i % ${LANES}::int, '{"kind": "find", "words": "-"}'
      from generate_series(1, ${jobs}::int) i`;
  const relay = createRelay({
    outbox: createOutboxStore(prisma, "simulator", { dedupeWindowMs: 3_600_000 }),
    adapter,
    compose: sayNothing,
    logger: silentLogger,
    wake: createLocalWake(),
    isRetryable: isRetryableDatabaseError,
  });
  return perSecond(jobs, async () => {
    let sent = 0;
    while (sent < jobs) sent += await relay.runOnce();
  });
};

/** The same number of workers that fetch `batchSize` jobs, do nothing, and complete them. */
const theirs = async (boss: PgBoss, batchSize: number): Promise<number> => {
  await boss.insert(Array.from({ length: JOBS }, () => ({ name: QUEUE, data: { kind: "find", words: "-" } })));
  const worker = async (): Promise<void> => {
    for (;;) {
      const jobs = await boss.fetch(QUEUE, { batchSize });
      if (jobs.length === 0) return;
      await boss.complete(
        QUEUE,
        jobs.map(({ id }) => id),
      );
    }
  };
  return perSecond(JOBS, () => Promise.all(Array.from({ length: LANES }, worker)));
};

interface Found {
  readonly own: number;
  readonly single: number;
  readonly batch: number;
  readonly keyed: number;
  readonly keyless: number;
}

/** Each round begins with another of them, so that none always comes first. */
const measure = async (database: OpenDatabase, boss: PgBoss, round: number): Promise<Found> => {
  const found = { own: 0, single: 0, batch: 0, keyed: 0, keyless: 0 };
  const relayed = (name: string, jobs: number, options?: NoOpPlatformOptions) => async () =>
    ours(database, { cause: `${name}${round}`, jobs, adapter: createNoOpPlatform(options) });
  const works: readonly (readonly [keyof Found, () => Promise<number>])[] = [
    ["single", () => theirs(boss, 1)],
    ["own", relayed("own", JOBS)],
    ["batch", () => theirs(boss, LANES)],
    ["keyed", relayed("keyed", SLOW_JOBS, { latencyMs: LATENCY_MS })],
    ["keyless", relayed("keyless", SLOW_JOBS, { latencyMs: LATENCY_MS, dedupe: "none" })],
  ];
  for (let turn = 0; turn < works.length; turn += 1) {
    const work = works[(round + turn) % works.length];
    if (work !== undefined) found[work[0]] = await work[1]();
  }
  return found;
};

const tablesOf = (found: readonly Found[]): string => {
  const row = (label: string, what: keyof Found, ratio: (each: Found) => number) => [
    label,
    shownSpread(spreadOf(found.map((each) => each[what]))),
    shownSpread(spreadOf(found.map(ratio)), 2),
  ];
  const drained = tableOf(
    ["drained", "a second, median (min-max)", "ours / theirs"],
    [
      row(`the relay, ${LANES} conversations in order`, "own", () => 1),
      row(`pg-boss 10.4.2, ${LANES} workers, one job at a time`, "single", ({ own, single }) => own / single),
      row(`pg-boss 10.4.2, ${LANES} workers, batches of ${LANES}`, "batch", ({ own, batch }) => own / batch),
    ],
  );
  const answered = tableOf(
    [`the relay, on a platform that answers after ${LATENCY_MS} ms`, "a second, median (min-max)", "of the first"],
    [
      row("recognises a repeat", "keyed", () => 1),
      row("does not: at most four on their way", "keyless", ({ keyed, keyless }) => keyless / keyed),
    ],
  );
  return `${drained}\n\n${answered}`;
};

const run = ({ rounds }: BenchOptions): Promise<string> =>
  onStage(async (database) => {
    const boss = new PgBoss({ connectionString: database.url, max: POOL, supervise: false, schedule: false });
    await boss.start();
    await boss.createQueue(QUEUE);
    const found: Found[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const measured = await measure(database, boss, round);
      // The first round warms up.
      if (round > 0) found.push(measured);
    }
    await boss.stop({ graceful: false });
    return tablesOf(found);
  });

/** How fast a full outbox is emptied, beside a queue on the same server with the same durability. */
export const drainSection: Section = { name: "drain", run };
