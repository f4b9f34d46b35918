import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { runDaily } from "../../src/infra/scheduler/daily.js";
import { createIdle } from "../../src/infra/scheduler/idle.js";
import { sweepPings } from "../../src/infra/scheduler/sweep.js";
import { createTick } from "../../src/infra/scheduler/tick.js";
import { createLocalWake } from "../../src/infra/wake/wake.js";
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
      news: {},
      endAccounts: async () => 0,
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
      news: {},
      endAccounts: async () => 0,
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

  it("runs from its start to its end, but not when no sweep ended in order for a minute", async () => {
    let nowMs = 0;
    let away = false;
    const tick = createTick({
      sweep: async () => {
        if (away) throw new Error("away");
        return { taken: 0, messages: 0, unheard: 0 };
      },
      seal: async () => {},
      news: {},
      endAccounts: async () => 0,
      daily: async () => {},
      isRetryable: () => true,
      wake: createLocalWake(),
      logger: silentLogger,
      nowMs: () => nowMs,
    });
    expect(tick.runs()).toBe(false);
    tick.start();
    expect(tick.runs()).toBe(true);
    await tick.tick();
    away = true;
    nowMs = 59_999;
    expect(tick.runs()).toBe(true);
    nowMs = 60_000;
    await expect(tick.tick()).rejects.toThrow("away");
    expect(tick.runs()).toBe(false);
    away = false;
    await tick.tick();
    expect(tick.runs()).toBe(true);
    await tick.stop();
    expect(tick.runs()).toBe(false);
  });

  it("wakes whoever sends when something was told of a new day, and goes on when one of them fails", async () => {
    const woken: string[] = [];
    const answers = [1, 0];
    let others = 0;
    const ended = [0, 1];
    const tick = createTick({
      sweep: async () => ({ taken: 0, messages: 0, unheard: 0 }),
      seal: async () => {},
      news: {
        one: async () => {
          const answer = answers.shift();
          if (answer === undefined) throw new Error("away");
          return answer;
        },
        other: async () => {
          others += 1;
          return 0;
        },
      },
      endAccounts: async () => {
        const answer = ended.shift();
        if (answer === undefined) throw new Error("away");
        return answer;
      },
      daily: async () => {},
      isRetryable: () => false,
      wake: { ...createLocalWake(), notify: (topic) => void woken.push(topic) },
      logger: silentLogger,
    });
    for (let round = 0; round < 3; round += 1) await tick.tick();
    expect(woken).toEqual(["outbox", "inbox"]);
    expect(others).toBe(3);
  });
});
