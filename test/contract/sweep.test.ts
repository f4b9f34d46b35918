import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { runDaily } from "../../src/infra/scheduler/daily.js";
import { createIdle } from "../../src/infra/scheduler/idle.js";
import { nextDueCaseTime, sweepPings } from "../../src/infra/scheduler/sweep.js";
import { createTick } from "../../src/infra/scheduler/tick.js";
import { createLocalWake } from "../../src/infra/wake/wake.js";
import type { MessageContent } from "../../src/ports/message-content.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { plantMessage } from "../support/outbox-rows.js";
import { type PlantedGovernment, plantGovernment } from "../support/registry-fixture.js";
import { silentLogger } from "../support/silent-logger.js";

const HOUR_MS = 3_600_000;
const OFFSET_MS = 100 * HOUR_MS;

let database: TestDatabase;
let prisma: PrismaClient;
let real: PlantedGovernment;
let example: PlantedGovernment;

beforeAll(async () => {
  database = await createTestDatabase();
  prisma = createClient(database.url, { poolSize: 6 });
  real = await plantGovernment(prisma);
  example = await plantGovernment(prisma, { example: true, clockOffsetMs: OFFSET_MS });
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

beforeEach(async () => {
  await prisma.ping.deleteMany();
  await prisma.forward.deleteMany();
  await prisma.outboxMessage.deleteMany();
  await prisma.inboxEvent.deleteMany();
  await prisma.scheduleRun.deleteMany();
});

const plantForward = (id: string, status = "open", government = real) =>
  prisma.forward.create({
    data: {
      id,
      governmentId: government.id,
      inquiryId: `q-${id}`,
      agencyId: government.related,
      ordinal: 1,
      round: 1,
      status,
      forwardedBy: government.person(government.home, "officer"),
      fromAgencyId: government.home,
      forwardedAt: new Date(),
      firstForwardedAt: new Date(),
    },
  });

interface Planted {
  readonly forward: string;
  readonly stage?: string;
  /** From now, by case time. */
  readonly dueInMs?: number;
  readonly purpose?: "work" | "approval" | "digest";
  readonly government?: PlantedGovernment;
}

const plantPing = ({ forward, stage = "before-60", dueInMs = -1000, purpose = "work", government = real }: Planted) =>
  prisma.ping.create({
    data: {
      governmentId: government.id,
      forwardId: forward,
      inquiryId: `q-${forward}`,
      stage,
      agencyId: government.related,
      purpose,
      dueAt: new Date(Date.now() + (government === example ? OFFSET_MS : 0) + dueInMs),
    },
  });

const itemsOf = async () =>
  (await prisma.outboxMessage.findMany({ orderBy: { channel: "asc" } })).map(({ channel, content }) => {
    const pings = content as unknown as Extract<MessageContent, { kind: "pings" }>;
    return { channel, kind: pings.kind, items: pings.items.map(({ forwardId, stage }) => `${forwardId} ${stage}`) };
  });

const channel = (purpose: "work" | "approval", government = real) =>
  government.conversation(government.related, purpose).channel;

describe("the sweep", () => {
  it("writes one joined message for each channel, in the order the pings fell due", async () => {
    for (const id of ["f1", "f2"]) await plantForward(id);
    await plantPing({ forward: "f2", dueInMs: -2000 });
    await plantPing({ forward: "f1", stage: "due" });
    await plantPing({ forward: "f1", stage: "due", purpose: "approval" });
    await plantPing({ forward: "f1", stage: "head", purpose: "approval", dueInMs: HOUR_MS });
    expect(await sweepPings(prisma)).toEqual({ taken: 3, messages: 2, unheard: 0 });
    expect(await itemsOf()).toEqual([
      { channel: channel("approval"), kind: "pings", items: ["f1 due"] },
      { channel: channel("work"), kind: "pings", items: ["f2 before-60", "f1 due"] },
    ]);
    const rows = await prisma.outboxMessage.findMany({ orderBy: { channel: "asc" } });
    expect(rows[0]).toMatchObject({
      governmentId: real.id,
      inquiryId: "q-f1",
      lane: `simulator:${real.id}:${channel("approval")}`,
      whenUnknown: "repeat",
      state: "pending",
      content: { agencyId: real.related, items: [{ inquiryId: "q-f1", forwardId: "f1", stage: "due" }] },
    });
    expect(rows[1]?.inquiryId).toBeNull();
    expect(await prisma.inboxEvent.findMany()).toMatchObject([
      { eventId: "due:f1", lane: "case:q-f1", payload: { type: "due", governmentId: real.id, inquiryId: "q-f1" } },
    ]);
    expect(await sweepPings(prisma)).toEqual({ taken: 0, messages: 0, unheard: 0 });
  });

  it("goes by each government's own case time", async () => {
    await plantForward("f1", "open", example);
    await plantForward("f2");
    await plantPing({ forward: "f1", government: example });
    await plantPing({ forward: "f2", dueInMs: OFFSET_MS - 1000 });
    expect(await sweepPings(prisma)).toMatchObject({ taken: 1, messages: 1 });
    expect((await itemsOf()).map(({ channel: place }) => place)).toEqual([channel("work", example)]);
    const taken = await prisma.ping.findFirstOrThrow({ where: { forwardId: "f1" } });
    expect((taken.takenAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(OFFSET_MS - HOUR_MS);
  });

  it("takes pings of ended forwards and of missing channels without a message, and counts the latter", async () => {
    await plantForward("ended", "answered");
    await plantForward("deaf");
    await plantPing({ forward: "ended" });
    await plantPing({ forward: "deaf", purpose: "digest" });
    expect(await sweepPings(prisma)).toEqual({ taken: 2, messages: 0, unheard: 1 });
    expect(await sweepPings(prisma)).toMatchObject({ taken: 0 });
  });

  it("tells only the latest of what fell due of one forward while nobody was there", async () => {
    await plantForward("f1");
    await plantPing({ forward: "f1", stage: "before-180", dueInMs: -3 * HOUR_MS });
    await plantPing({ forward: "f1", stage: "due", dueInMs: -HOUR_MS });
    await plantPing({ forward: "f1", stage: "before-60", dueInMs: -2 * HOUR_MS });
    expect(await sweepPings(prisma)).toEqual({ taken: 3, messages: 1, unheard: 0 });
    expect((await itemsOf())[0]?.items).toEqual(["f1 due"]);
  });

  it("sends each ping once when three replicas sweep at one instant", async () => {
    const numbers = Array.from({ length: 1_200 }, (_each, number) => number);
    await prisma.forward.createMany({
      data: numbers.map((number) => ({
        id: `f${number}`,
        governmentId: real.id,
        inquiryId: `q${number}`,
        agencyId: real.related,
        ordinal: 1,
        round: 1,
        status: "open",
        forwardedBy: "somebody",
        fromAgencyId: real.home,
        forwardedAt: new Date(),
        firstForwardedAt: new Date(),
      })),
    });
    await prisma.ping.createMany({
      data: numbers.map((number) => ({
        governmentId: real.id,
        forwardId: `f${number}`,
        inquiryId: `q${number}`,
        stage: "due",
        agencyId: real.related,
        purpose: "work",
        dueAt: new Date(Date.now() - 1000),
      })),
    });
    let taken = 0;
    const countingSweep = async () => {
      const swept = await sweepPings(prisma);
      taken += swept.taken;
    };
    await Promise.all([countingSweep(), countingSweep(), countingSweep()]);
    await countingSweep();
    expect(taken).toBe(1_200);
    const items = (await itemsOf()).flatMap((message) => message.items);
    expect(items).toHaveLength(1_200);
    expect(new Set(items).size).toBe(1_200);
    for (const { items: batch } of await itemsOf()) expect(batch.length).toBeLessThanOrEqual(500);
  });
});

describe("the next due time", () => {
  it("is that of the earliest ping somebody will hear of", async () => {
    expect(await nextDueCaseTime(prisma, "all")).toBeUndefined();
    for (const id of ["ended", "deaf", "open"]) await plantForward(id, id === "ended" ? "returned" : "open");
    await plantForward("example", "open", example);
    await plantPing({ forward: "ended", dueInMs: HOUR_MS });
    await plantPing({ forward: "deaf", dueInMs: HOUR_MS, purpose: "digest" });
    const open = await plantPing({ forward: "open", dueInMs: 2 * HOUR_MS });
    const later = await plantPing({ forward: "example", dueInMs: HOUR_MS, government: example });
    expect(await nextDueCaseTime(prisma, "all")).toEqual(open.dueAt);
    expect(await nextDueCaseTime(prisma, "examples")).toEqual(later.dueAt);
  });
});

describe("rest", () => {
  const idle = () => createIdle(prisma, ["simulator"])(0);

  it("is when nothing is waiting, on its way or due", async () => {
    expect(await idle()).toBe(true);
    await plantForward("f1");
    await plantPing({ forward: "f1" });
    expect(await idle()).toBe(false);
    await sweepPings(prisma);
    expect(await idle()).toBe(false);
    await prisma.outboxMessage.updateMany({ data: { state: "sent" } });
    expect(await idle()).toBe(true);
    await prisma.inboxEvent.create({
      data: { platform: "core", eventId: "e1", lane: "l", payload: {}, notBefore: new Date(Date.now() + HOUR_MS) },
    });
    expect(await idle()).toBe(false);
    await prisma.inboxEvent.updateMany({ data: { state: "parked" } });
    expect(await idle()).toBe(true);
  });

  it("does not wait for what is put off, nor for messages of platforms nobody serves here", async () => {
    const to = real.conversation(real.home, "work");
    const put = await plantMessage(prisma, { governmentId: real.id, to });
    await plantMessage(prisma, { governmentId: real.id, to: { ...to, platform: "slack" } });
    expect(await idle()).toBe(false);
    await prisma.outboxMessage.update({
      where: { id: BigInt(put) },
      data: { notBefore: new Date(Date.now() + HOUR_MS) },
    });
    expect(await idle()).toBe(true);
  });
});

describe("once a day", () => {
  it("one process does it, and again on another day", async () => {
    let done = 0;
    const work = async () => {
      done += 1;
    };
    const answers = await Promise.all([1, 2, 3].map(() => runDaily(prisma, "prune", work)));
    expect(answers.filter((answer) => answer)).toHaveLength(1);
    expect(done).toBe(1);
    await prisma.scheduleRun.updateMany({ data: { slot: "2026-01-01" } });
    expect(await runDaily(prisma, "prune", work)).toBe(true);
  });
});

describe("the tick", () => {
  it("never runs twice at a time, and a call during one begins another", async () => {
    let running = 0;
    let most = 0;
    let ran = 0;
    const tick = createTick({
      sweep: async () => {
        running += 1;
        most = Math.max(most, running);
        await prisma.$queryRaw`select 1`;
        running -= 1;
        ran += 1;
        return { taken: 0, messages: 0, unheard: 0 };
      },
      seal: async () => {},
      daily: async () => {},
      isRetryable: () => false,
      wake: createLocalWake(),
      logger: silentLogger,
    });
    await Promise.all([tick.tick(), tick.tick(), tick.tick()]);
    expect({ most, ran }).toEqual({ most: 1, ran: 2 });
  });

  it("sweeps even when sealing fails, does the daily work once, and says when the sweep fails", async () => {
    let daily = 0;
    let away = false;
    const tick = createTick({
      sweep: async () => {
        if (away) throw new Error("away");
        return sweepPings(prisma);
      },
      seal: async () => {
        throw new Error("cannot seal");
      },
      daily: async () => {
        daily += 1;
      },
      isRetryable: () => false,
      wake: createLocalWake(),
      logger: silentLogger,
    });
    await plantForward("f1");
    await plantPing({ forward: "f1" });
    await tick.tick();
    await tick.tick();
    expect(await prisma.outboxMessage.count()).toBe(1);
    expect(daily).toBe(1);
    away = true;
    await expect(tick.tick()).rejects.toThrow("away");
  });
});
