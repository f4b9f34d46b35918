import type { OpenDatabase } from "../../../src/infra/db/database.js";
import type { PrismaClient } from "../../../src/infra/db/generated/client.js";
import { type Conversation, conversations, inquiryIn } from "../conversations.js";
import { shown, shownSpread, spreadOf, tableOf, verdict } from "../figures.js";
import { createFloor, fourCommits, insertOne } from "../floor.js";
import { type Pipeline, startPipeline } from "../pipeline-parts.js";
import type { BenchOptions, Section } from "../section.js";
import { onStage } from "../stage.js";

interface Setting {
  readonly label: string;
  readonly lanes: number;
  /** Of one round, over all conversations. */
  readonly events: number;
  /** Whether each event waits until the message of the one before is settled. */
  readonly oneAtATime: boolean;
  readonly aim?: number;
}

const SETTINGS: readonly Setting[] = [
  { label: "1 conversation", lanes: 1, events: 300, oneAtATime: false, aim: 0.5 },
  { label: "16 conversations", lanes: 16, events: 800, oneAtATime: false, aim: 0.6 },
  { label: "1 conversation, one event at a time", lanes: 1, events: 200, oneAtATime: true },
];

/** Runs `work` for every event, each conversation one after the other; answers events a second. */
const perSecond = async (
  { lanes, events }: Setting,
  work: (conversation: Conversation) => Promise<unknown>,
): Promise<number> => {
  const began = performance.now();
  const each = Math.ceil(events / lanes);
  const feed = async (conversation: Conversation): Promise<void> => {
    for (let sent = 0; sent < each; sent += 1) await work(conversation);
  };
  await Promise.all(conversations(lanes).map(feed));
  return (each * lanes * 1_000) / (performance.now() - began);
};

/** Tells who waits when messages are settled. */
const createSettled = () => {
  let count = 0;
  let waiting: { readonly until: number; readonly done: () => void }[] = [];
  return {
    settle(): void {
      count += 1;
      for (const { until, done } of waiting) if (count >= until) done();
      waiting = waiting.filter(({ until }) => count < until);
    },
    count: () => count,
    reached: (until: number) =>
      count >= until ? Promise.resolve() : new Promise<void>((done) => waiting.push({ until, done })),
  };
};

type Settled = ReturnType<typeof createSettled>;

const subject = async (setting: Setting, { inbox }: Pipeline, settled: Settled): Promise<number> => {
  const began = performance.now();
  let accepted = 0;
  const target = settled.count();
  await perSecond(setting, async (conversation) => {
    await inbox.accept(inquiryIn(conversation));
    accepted += 1;
    if (setting.oneAtATime) await settled.reached(target + accepted);
  });
  await settled.reached(target + accepted);
  return (accepted * 1_000) / (performance.now() - began);
};

interface Round {
  readonly four: number;
  readonly insert: number;
  readonly pipeline: number;
}

const measure = async (setting: Setting, database: OpenDatabase, rounds: number): Promise<readonly Round[]> => {
  const { prisma } = database;
  const settled = createSettled();
  const found: Round[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const four = await perSecond(setting, (conversation) => fourCommits(prisma, inquiryIn(conversation)));
    const running = startPipeline(database, settled.settle);
    const pipeline = await subject(setting, running, settled);
    await running.stop();
    const insert = await perSecond(setting, (conversation) => insertOne(prisma, inquiryIn(conversation)));
    // The first round warms up.
    if (round > 0) found.push({ four, insert, pipeline });
  }
  return found;
};

const rowOf = ({ label, aim }: Setting, rounds: readonly Round[], statements: string): readonly string[] => {
  const ratio = spreadOf(rounds.map(({ pipeline, four }) => pipeline / four));
  return [
    label,
    shownSpread(spreadOf(rounds.map(({ four }) => four))),
    shownSpread(spreadOf(rounds.map(({ insert }) => insert))),
    shownSpread(spreadOf(rounds.map(({ pipeline }) => pipeline))),
    `**${shownSpread(ratio, 2)}**`,
    aim === undefined ? "-" : `${aim}: ${verdict(ratio.median >= aim)}`,
    shownSpread(spreadOf(rounds.map(({ pipeline, insert }) => pipeline / insert)), 2),
    statements,
  ];
};

const counters = async (prisma: PrismaClient): Promise<{ readonly transactions: number; readonly syncs: number }> => {
  // Sessions report what they did at most once a second.
  await new Promise((done) => setTimeout(done, 1_500));
  const rows = await prisma.$queryRaw<readonly { readonly transactions: number; readonly syncs: number }[]>`
    select (select xact_commit from pg_stat_database where datname = current_database())::int as transactions,
           (select sum(fsyncs) from pg_stat_io where object = 'wal')::int as syncs`;
  return rows[0] ?? { transactions: 0, syncs: 0 };
};

/** Statements (each is a transaction and a round trip) and syncs of the log for one event, in a round of its own. */
const statementsOf = async (setting: Setting, database: OpenDatabase): Promise<string> => {
  const settled = createSettled();
  const before = await counters(database.prisma);
  const running = startPipeline(database, settled.settle);
  await subject(setting, running, settled);
  await running.stop();
  const after = await counters(database.prisma);
  const each = (of: "transactions" | "syncs"): string => shown((after[of] - before[of]) / setting.events, 1);
  return `${each("transactions")} / ${each("syncs")}`;
};

const run = ({ rounds }: BenchOptions): Promise<string> =>
  onStage(async (database) => {
    await createFloor(database.prisma);
    const rows: (readonly string[])[] = [];
    for (const setting of SETTINGS) {
      const found = await measure(setting, database, rounds);
      rows.push(rowOf(setting, found, await statementsOf(setting, database)));
    }
    const head = [
      "events a second, median (min-max)",
      "four bare commits",
      "one bare INSERT",
      "pipeline",
      "pipeline / four commits",
      "aim",
      "pipeline / INSERT",
      "statements / log syncs an event",
    ];
    return tableOf(head, rows);
  });

/** The whole path of an event against what a durable inbox and outbox cannot do without. */
export const pipelineSection: Section = { name: "pipeline", run };
