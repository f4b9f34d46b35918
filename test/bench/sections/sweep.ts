import { monitorEventLoopDelay } from "node:perf_hooks";
import type { PrismaClient } from "../../../src/infra/db/generated/client.js";
import { sweepPings } from "../../../src/infra/scheduler/sweep.js";
import { percentile, shown, tableOf, verdict } from "../figures.js";
import type { Section } from "../section.js";
import { onStage } from "../stage.js";

const FORWARDS = 100_000;
const IDLE_SWEEPS = 500;
const NANOSECONDS_PER_MS = 1e6;

/** Open forwards over all agencies of the three governments, each with its ping a day from now. */
const plant = async (prisma: PrismaClient): Promise<void> => {
  await prisma.$executeRaw`
    with place as (select row_number() over (order by id) - 1 as n, id, government_id from agency)
    insert into forward (id, government_id, inquiry_id, agency_id, ordinal, round, status, forwarded_by, from_agency_id,
                         forwarded_at, first_forwarded_at, delivered_at)
    select 'f' || i, p.government_id, 'q' || i, p.id, 1, 1, 'open', 'nobody', p.id, now(), now(), now()
      from generate_series(1, ${FORWARDS}::int) i join place p on p.n = i % (select count(*) from place)`;
  await prisma.$executeRaw`
    insert into ping (government_id, forward_id, inquiry_id, stage, agency_id, purpose, due_at)
    select government_id, id, inquiry_id, 'due', agency_id, 'work', now() + interval '1 day' from forward`;
  await prisma.$executeRawUnsafe("vacuum analyze ping, forward");
};

const idle = async (prisma: PrismaClient): Promise<readonly number[]> => {
  const times: number[] = [];
  for (let sweep = 0; sweep < IDLE_SWEEPS; sweep += 1) {
    const began = performance.now();
    await sweepPings(prisma);
    times.push(performance.now() - began);
  }
  // The first ones open connections.
  return times.slice(IDLE_SWEEPS / 10);
};

const allDue = async (prisma: PrismaClient) => {
  await prisma.$executeRaw`update ping set due_at = now() - interval '1 s'`;
  await prisma.$executeRawUnsafe("vacuum analyze ping");
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  const { taken, messages } = await sweepPings(prisma);
  const tookMs = performance.now() - began;
  delay.disable();
  return { taken, messages, tookMs, blockedMs: delay.max / NANOSECONDS_PER_MS };
};

const run = (): Promise<string> =>
  onStage(async ({ prisma }) => {
    await plant(prisma);
    const times = await idle(prisma);
    const due = await allDue(prisma);
    const p99 = percentile(times, 0.99);
    return tableOf(
      ["what", "figure", "aim"],
      [
        ["a sweep with nothing due, p50", `${shown(percentile(times, 0.5), 2)} ms`, "-"],
        ["a sweep with nothing due, p99", `${shown(p99, 2)} ms`, `< 2 ms: ${verdict(p99 < 2)}`],
        [
          `${shown(due.taken)} due pings into the outbox (${shown(due.messages)} joined messages)`,
          `${shown(due.tookMs / 1_000, 2)} s`,
          `< 3 s: ${verdict(due.tookMs < 3_000)}`,
        ],
        [
          "longest stretch the event loop was blocked meanwhile",
          `${shown(due.blockedMs, 1)} ms`,
          `< 100 ms: ${verdict(due.blockedMs < 100)}`,
        ],
      ],
    );
  });

/** The clock's work with 100,000 open forwards. */
export const sweepSection: Section = { name: "sweep", run };
