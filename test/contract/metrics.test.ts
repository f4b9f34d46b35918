import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { createMetrics, type Metrics } from "../../src/infra/metrics/metrics.js";
import { readSnapshot, SNAPSHOT } from "../../src/infra/metrics/snapshot.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { plantMessage } from "../support/outbox-rows.js";
import { type PlantedGovernment, plantGovernment } from "../support/registry-fixture.js";

const HOUR_MS = 3_600_000;
let database: TestDatabase;
let prisma: PrismaClient;
let real: PlantedGovernment;
let example: PlantedGovernment;

beforeAll(async () => {
  database = await createTestDatabase();
  prisma = createClient(database.url, { poolSize: 4 });
  real = await plantGovernment(prisma);
  example = await plantGovernment(prisma, { example: true, clockOffsetMs: 100 * HOUR_MS });
});
afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});
beforeEach(async () => {
  await prisma.forward.deleteMany();
  await prisma.outboxMessage.deleteMany();
  await prisma.inboxEvent.deleteMany();
});

const ago = (seconds: number): Date => new Date(Date.now() - seconds * 1_000);

const plantEvent = (eventId: string, state: string, seconds: number, lane = "one") =>
  prisma.inboxEvent.create({ data: { platform: "simulator", eventId, lane, state, receivedAt: ago(seconds) } });

const plantRow = async (state: string, seconds: number, more: { ambiguous?: boolean; channel?: string } = {}) => {
  const to = { ...real.conversation(real.home, "work"), channel: more.channel ?? "one" };
  const id = await plantMessage(prisma, { governmentId: real.id, to });
  const data = { state, createdAt: ago(seconds), ambiguous: more.ambiguous ?? false };
  await prisma.outboxMessage.update({ where: { id: BigInt(id) }, data });
};

const plantForward = (id: string, status: string, deadlineAt: Date | null, government = real) =>
  prisma.forward.create({
    data: {
      id,
      governmentId: government.id,
      inquiryId: `q-${id}`,
      agencyId: government.related,
      ordinal: 1,
      round: 1,
      status,
      deadlineAt,
      forwardedBy: "p",
      fromAgencyId: government.home,
      forwardedAt: new Date(),
      firstForwardedAt: new Date(),
    },
  });

describe("the snapshot", () => {
  it("of a quiet installation is all zeros", async () => {
    await plantEvent("done", "done", 900);
    await plantRow("sent", 900);
    expect(await readSnapshot(prisma)).toEqual({
      inbox: {},
      inboxOldestSeconds: 0,
      outbox: [],
      outboxOldestSeconds: {},
      overdueForwards: 0,
      ambiguousMessages: 0,
    });
  });

  it("counts what waits, and the age of the oldest in any conversation", async () => {
    await plantEvent("done", "done", 9_000);
    await plantEvent("parked", "parked", 8_000);
    await plantEvent("running", "running", 500, "two");
    await plantEvent("first", "pending", 300);
    await plantEvent("second", "pending", 100);
    const { inbox, inboxOldestSeconds } = await readSnapshot(prisma);
    expect(inbox).toEqual({ parked: 1, running: 1, pending: 2 });
    expect(inboxOldestSeconds).toBeCloseTo(500, -1);
  });

  it("counts messages by platform and state, and what may have arrived twice", async () => {
    await plantRow("sent", 9_000, { ambiguous: true });
    for (const state of ["superseded", "dropped", "dead"]) await plantRow(state, 9_000);
    await plantRow("sending", 20, { channel: "two", ambiguous: true });
    await plantRow("pending", 700, { channel: "three" });
    await plantRow("pending", 600, { channel: "three" });
    const { outbox, outboxOldestSeconds, ambiguousMessages } = await readSnapshot(prisma);
    expect(outbox).toHaveLength(2);
    expect(outbox).toContainEqual({ platform: "simulator", state: "pending", messages: 2 });
    expect(outbox).toContainEqual({ platform: "simulator", state: "sending", messages: 1 });
    expect(outboxOldestSeconds.simulator).toBeCloseTo(700, -1);
    expect(ambiguousMessages).toBe(2);
  });

  it("finds forwards overdue by the case time of their government", async () => {
    await plantForward("late", "open", ago(60));
    await plantForward("soon", "open", ago(-60));
    await plantForward("answered", "answered", ago(60));
    await plantForward("undelivered", "open", null);
    await plantForward("moved", "open", ago(-99 * 3_600), example);
    await plantForward("not moved enough", "open", ago(-101 * 3_600), example);
    expect((await readSnapshot(prisma)).overdueForwards).toBe(2);
  });

  it("reads no table as a whole among 100,000 rows of each, and is quick", async () => {
    await prisma.$executeRaw`
      insert into inbox (platform, event_id, lane, state, done_at)
      select 'simulator', 'many' || i, 'lane' || i / 100 % 300, case when i % 100 = 0 then 'pending' else 'done' end, now()
        from generate_series(1, 100000) i`;
    await prisma.$executeRaw`
      insert into outbox (government_id, cause_key, platform, workspace, channel, lane, content, state, ambiguous)
      select ${real.id}, 'many' || i, 'simulator', '-', 'c', 'lane' || i / 100 % 300, '{}',
             case when i % 100 = 0 then 'pending' else 'sent' end, i % 1000 = 0 from generate_series(1, 100000) i`;
    await prisma.$executeRaw`
      insert into forward (id, government_id, inquiry_id, agency_id, ordinal, round, status, forwarded_by, from_agency_id,
                           forwarded_at, first_forwarded_at, deadline_at)
      select 'many' || i, ${real.id}, 'q' || i, ${real.related}, 1, 1,
             case when i % 100 = 0 then 'open' else 'answered' end, 'p', ${real.home}, now(), now(),
             now() + (i % 200 - 100) * interval '1 hour' from generate_series(1, 100000) i`;
    await prisma.$executeRawUnsafe("vacuum analyze inbox, outbox, forward");
    const plan = await prisma.$queryRawUnsafe<readonly { "QUERY PLAN": string }[]>(
      `explain (analyze, costs off) ${SNAPSHOT}`,
    );
    const lines = plan.map((row) => row["QUERY PLAN"]);
    expect(lines.filter((line) => /Seq Scan on (inbox|outbox|forward)/.test(line))).toEqual([]);
    const took = Number(/Execution Time: ([\d.]+)/.exec(lines.at(-1) ?? "")?.[1]);
    expect(took).toBeLessThan(500);
    expect((await readSnapshot(prisma)).ambiguousMessages).toBe(100);
  });
});

describe("the metrics", () => {
  const account = { platform: "simulator", owned: () => true, online: () => true, refused: () => false };
  const linesOf = async (metrics: Metrics) =>
    (await metrics.text()).split("\n").filter((line) => !line.startsWith("#"));

  it("show what the database knows, what this process did, and how it is", async () => {
    await plantEvent("first", "pending", 300);
    await plantRow("pending", 700);
    const metrics = createMetrics(() => readSnapshot(prisma));
    metrics.watch(account);
    metrics.count("simulator", "sent");
    metrics.count("simulator", "sent");
    metrics.count("simulator", "dead");
    const lines = await linesOf(metrics);
    expect(lines).toEqual(
      expect.arrayContaining([
        "tanggap_database_up 1",
        'tanggap_inbox_events{state="pending"} 1',
        'tanggap_inbox_events{state="running"} 0',
        'tanggap_inbox_events{state="parked"} 0',
        'tanggap_outbox_messages{platform="simulator",state="pending"} 1',
        'tanggap_outbox_messages{platform="simulator",state="sending"} 0',
        "tanggap_forwards_overdue 0",
        "tanggap_outbox_ambiguous_messages 0",
        'tanggap_deliveries_total{platform="simulator",outcome="sent"} 2',
        'tanggap_deliveries_total{platform="simulator",outcome="dead"} 1',
        'tanggap_deliveries_total{platform="simulator",outcome="ambiguous"} 0',
        'tanggap_account_owned{platform="simulator"} 1',
        'tanggap_account_online{platform="simulator"} 1',
        'tanggap_account_refused{platform="simulator"} 0',
      ]),
    );
    expect(lines.join("\n")).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    expect(lines.join("\n")).toMatch(/^process_resident_memory_bytes /m);
    expect(Number(/^tanggap_outbox_oldest_seconds\S+ (\S+)/m.exec(lines.join("\n"))?.[1])).toBeCloseTo(700, -1);
  });

  it("show no old figure while the database is away", async () => {
    let away = false;
    const metrics = createMetrics(async () => (away ? undefined : readSnapshot(prisma)));
    metrics.watch(account);
    await metrics.text();
    away = true;
    const without = (await linesOf(metrics)).filter((line) => line.startsWith("tanggap_"));
    expect(without).toContain("tanggap_database_up 0");
    expect(without.filter((line) => /inbox|outbox|forwards/.test(line))).toEqual([]);
    away = false;
    expect(await linesOf(metrics)).toContain("tanggap_forwards_overdue 0");
  });

  it("name nobody: each label is a platform, a state or an outcome, or Node's own", async () => {
    await plantForward("late", "open", ago(60));
    await plantEvent("first", "pending", 300);
    const metrics = createMetrics(() => readSnapshot(prisma));
    metrics.watch(account);
    const own = (await linesOf(metrics)).filter((line) => line.startsWith("tanggap_"));
    const names = own.flatMap((line) => [...line.matchAll(/(\w+)="/g)].map(([, name]) => name));
    expect([...new Set(names)].sort()).toEqual(["outcome", "platform", "state"]);
    expect(own.join()).not.toContain(real.id);
  });

  it("keep apart what two programs in one process count", async () => {
    const [one, other] = [createMetrics(async () => undefined), createMetrics(async () => undefined)];
    one.watch(account);
    one.count("simulator", "sent");
    expect(await other.text()).not.toContain("tanggap_deliveries_total{");
  });
});
