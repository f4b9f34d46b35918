import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { createCaseClock } from "../../src/infra/scheduler/case-clock.js";
import { sweepPings } from "../../src/infra/scheduler/sweep.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { type PlantedGovernment, plantGovernment } from "../support/registry-fixture.js";

const MINUTE_MS = 60_000;

let database: TestDatabase;
let prisma: PrismaClient;
let governments: readonly PlantedGovernment[];
let real: PlantedGovernment;
let begin: Date;

beforeAll(async () => {
  database = await createTestDatabase();
  prisma = createClient(database.url, { poolSize: 6 });
  real = await plantGovernment(prisma);
  governments = [await plantGovernment(prisma, { example: true }), await plantGovernment(prisma, { example: true })];
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

beforeEach(async () => {
  await prisma.ping.deleteMany();
  await prisma.forward.deleteMany();
  await prisma.outboxMessage.deleteMany();
  await prisma.government.updateMany({ where: { example: true }, data: { clockOffsetMs: 0 } });
  begin = new Date();
});

/** A ping so many minutes from the beginning, of the nth example government. */
const plant = async (minutes: number, index = 0) => {
  const government = governments[index] ?? real;
  const id = `${government.id}-${minutes}`;
  const common = { governmentId: government.id, inquiryId: `q-${id}`, agencyId: government.related };
  await prisma.forward.create({
    data: {
      ...common,
      id,
      ordinal: 1,
      round: 1,
      status: "open",
      forwardedBy: "somebody",
      fromAgencyId: government.home,
      forwardedAt: begin,
      firstForwardedAt: begin,
    },
  });
  const dueAt = new Date(begin.getTime() + minutes * MINUTE_MS);
  await prisma.ping.create({ data: { ...common, forwardId: id, stage: "due", purpose: "work", dueAt } });
  return id;
};

/** A clock that notes at which case time what was done. */
const clockOf = (rests = true) => {
  const stops: { readonly minutes: number; readonly messages: number }[] = [];
  const clock = createCaseClock({
    prisma,
    tick: async () => {
      const { messages } = await sweepPings(prisma);
      const [{ clockOffsetMs } = { clockOffsetMs: 0n }] = await prisma.government.findMany({
        where: { example: true },
      });
      const passed = Number(clockOffsetMs) + Date.now() - begin.getTime();
      stops.push({ minutes: Math.floor(passed / MINUTE_MS), messages });
    },
    idle: async () => rests,
  });
  return { clock, stops };
};

it("visits each due instant in order, and then the target", async () => {
  await plant(30);
  await plant(10, 1);
  await plant(10);
  await plant(90);
  const { clock, stops } = clockOf();
  const { now } = await clock.move({ advanceMinutes: 60 });
  expect(stops).toEqual([
    { minutes: 10, messages: 2 },
    { minutes: 30, messages: 1 },
    { minutes: 60, messages: 0 },
  ]);
  expect(now.getTime()).toBeGreaterThanOrEqual(begin.getTime() + 60 * MINUTE_MS);
  const offsets = await prisma.government.findMany({ where: { example: true }, select: { clockOffsetMs: true } });
  expect(new Set(offsets.map(({ clockOffsetMs }) => clockOffsetMs)).size).toBe(1);
  expect(await prisma.government.findUniqueOrThrow({ where: { id: real.id } })).toMatchObject({ clockOffsetMs: 0n });
});

it("goes to the next event and stays without one", async () => {
  await plant(25);
  await plant(40);
  const { clock, stops } = clockOf();
  await clock.move({ to: "next-event" });
  await clock.move({ to: "next-event" });
  expect(stops).toEqual([
    { minutes: 25, messages: 1 },
    { minutes: 40, messages: 1 },
  ]);
  const before = await prisma.government.findMany({ where: { example: true } });
  await clock.move({ to: "next-event" });
  expect(await prisma.government.findMany({ where: { example: true } })).toEqual(before);
});

it("goes to the next event of the named government, past those of others", async () => {
  await plant(25, 0);
  await plant(40, 1);
  const { clock, stops } = clockOf();
  await clock.move({ to: "next-event", government: governments[1]?.id });
  expect(stops).toEqual([
    { minutes: 25, messages: 1 },
    { minutes: 40, messages: 1 },
  ]);
  await plant(60, 0);
  await clock.move({ to: "next-event", government: governments[1]?.id });
  expect(stops).toHaveLength(2);
});

it("ignores pings of real governments, whose time it does not move", async () => {
  await plant(5, 2);
  const { clock, stops } = clockOf();
  await clock.move({ to: "next-event" });
  expect(stops).toEqual([]);
});

it("makes one move at a time, also from two processes", async () => {
  await plant(20);
  const one = clockOf();
  const two = clockOf();
  await Promise.all([
    one.clock.move({ advanceMinutes: 30 }),
    two.clock.move({ advanceMinutes: 30 }),
    one.clock.move({ advanceMinutes: 30 }),
  ]);
  const [{ clockOffsetMs } = { clockOffsetMs: 0n }] = await prisma.government.findMany({ where: { example: true } });
  expect(Number(clockOffsetMs)).toBeGreaterThanOrEqual(89 * MINUTE_MS);
  expect([...one.stops, ...two.stops].filter(({ messages }) => messages > 0)).toHaveLength(1);
  expect(await prisma.lease.count()).toBe(0);
});

it("says so when the program does not come to rest, and can be moved again", async () => {
  await plant(20);
  await expect(clockOf(false).clock.move({ to: "next-event" })).rejects.toThrow("rest");
  const { clock } = clockOf();
  await clock.move({ advanceMinutes: 1 });
  expect(await prisma.lease.count()).toBe(0);
});
