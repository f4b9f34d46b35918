import PgBoss from "pg-boss";
import type { OpenDatabase } from "../../../src/infra/db/database.js";
import { isRetryableDatabaseError } from "../../../src/infra/db/retryable.js";
import { createRelay } from "../../../src/infra/outbox/relay.js";
import { createOutboxStore } from "../../../src/infra/outbox/store.js";
import { createLocalWake } from "../../../src/infra/wake/wake.js";
import type { Compose } from "../../../src/ports/protocol.js";
import { silentLogger } from "../../support/silent-logger.js";
import { shownSpread, spreadOf, tableOf } from "../figures.js";
import { createNoOpPlatform } from "../no-op-platform.js";
import type { BenchOptions, Section } from "../section.js";
import { onStage } from "../stage.js";

const JOBS = 2_000;
const LANES = 16;
const POOL = 12;
const QUEUE = "bench";

const sayNothing: Compose = async () => ({ message: { summary: "-", blocks: [] }, locale: "id", tokens: [] });

const perSecond = async (jobs: number, work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (jobs * 1_000) / (performance.now() - began);
};

/** The relay on messages that are there already, in 16 conversations. */
const ours = async ({ prisma }: OpenDatabase, round: number): Promise<number> => {
  await prisma.$executeRaw`
    insert into outbox (government_id, cause_key, platform, workspace, channel, lane, content)
    select 'kobar', ${`bench:${round}:`} || i, 'simulator', 'kobar', 'c' || i % ${LANES}::int,
           'simulator:kobar:c' || i % ${LANES}::int, '{"kind": "find", "words": "-"}'
      from generate_series(1, ${JOBS}::int) i`;
  const relay = createRelay({
    outbox: createOutboxStore(prisma, "simulator", { dedupeWindowMs: 3_600_000 }),
    adapter: createNoOpPlatform(),
    compose: sayNothing,
    logger: silentLogger,
    wake: createLocalWake(),
    isRetryable: isRetryableDatabaseError,
  });
  return perSecond(JOBS, async () => {
    let sent = 0;
    while (sent < JOBS) sent += await relay.runOnce();
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

const run = ({ rounds }: BenchOptions): Promise<string> =>
  onStage(async (database) => {
    const boss = new PgBoss({ connectionString: database.url, max: POOL, supervise: false, schedule: false });
    await boss.start();
    await boss.createQueue(QUEUE);
    const found: { readonly own: number; readonly single: number; readonly batch: number }[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const single = await theirs(boss, 1);
      const own = await ours(database, round);
      const batch = await theirs(boss, LANES);
      // The first round warms up.
      if (round > 0) found.push({ own, single, batch });
    }
    await boss.stop({ graceful: false });
    const row = (label: string, of: (each: (typeof found)[number]) => number) => [
      label,
      shownSpread(spreadOf(found.map(of))),
      shownSpread(spreadOf(found.map((each) => each.own / of(each))), 2),
    ];
    return tableOf(
      ["drained", "a second, median (min-max)", "ours / theirs"],
      [
        row(`the relay, ${LANES} conversations in order`, ({ own }) => own),
        row(`pg-boss 10.4.2, ${LANES} workers, one job at a time`, ({ single }) => single),
        row(`pg-boss 10.4.2, ${LANES} workers, batches of ${LANES}`, ({ batch }) => batch),
      ],
    );
  });

/** How fast a full outbox is emptied, beside a queue on the same server with the same durability. */
export const drainSection: Section = { name: "drain", run };
