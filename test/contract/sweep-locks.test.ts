import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { BATCH, sweepPings } from "../../src/infra/scheduler/sweep.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { type PlantedGovernment, plantGovernment } from "../support/registry-fixture.js";

let database: TestDatabase;
let prisma: PrismaClient;
let one: PlantedGovernment;
let other: PlantedGovernment;
/** Somebody else at work in the same database. */
let somebody: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  prisma = createClient(database.url, { poolSize: 4 });
  one = await plantGovernment(prisma);
  other = await plantGovernment(prisma);
  somebody = new Client({ connectionString: database.url });
  await somebody.connect();
});

afterAll(async () => {
  await somebody.end();
  await prisma.$disconnect();
  await database.drop();
});

beforeEach(async () => {
  await prisma.ping.deleteMany();
  await prisma.forward.deleteMany();
  await prisma.outboxMessage.deleteMany();
});

/** A forward for each name, with one ping that is due in so many milliseconds. */
const plant = async (government: PlantedGovernment, names: readonly string[], dueInMs: number): Promise<void> => {
  const at = new Date();
  await prisma.forward.createMany({
    data: names.map((id) => ({
      ...{ id, governmentId: government.id, inquiryId: `q-${id}`, agencyId: government.related },
      ...{ ordinal: 1, round: 1, status: "open", forwardedBy: government.person(government.home, "officer") },
      ...{ fromAgencyId: government.home, forwardedAt: at, firstForwardedAt: at },
    })),
  });
  await prisma.ping.createMany({
    data: names.map((forwardId) => ({
      ...{ governmentId: government.id, forwardId, inquiryId: `q-${forwardId}`, stage: "before-60" },
      ...{ agencyId: government.related, purpose: "work", dueAt: new Date(at.getTime() + dueInMs) },
    })),
  });
};

const takenOf = async () =>
  (await prisma.ping.findMany({ where: { takenAt: { not: null } }, orderBy: { forwardId: "asc" } })).map(
    ({ forwardId }) => forwardId,
  );

it("a sweep waits for nobody: neither for whoever changes forwards nor for whoever has pings in hand", async () => {
  await plant(one, ["due", "in-hand"], -1_000);
  await plant(other, ["also-due"], -1_000);
  await plant(one, ["later"], 3_600_000);
  await somebody.query("begin");
  await somebody.query("select from forward for update");
  await somebody.query("select from ping where forward_id in ('in-hand', 'later') for update");
  expect(await sweepPings(prisma)).toMatchObject({ taken: 2, messages: 2 });
  await somebody.query("rollback");
  expect(await takenOf()).toEqual(["also-due", "due"]);
  expect(await sweepPings(prisma)).toMatchObject({ taken: 1 });
});

it("a sweep locks the pings of its batch and no others, neither of this government nor of another", async () => {
  const names = (of: string, count: number) => Array.from({ length: count }, (_each, number) => `${of}-${number}`);
  await plant(one, names("first", BATCH), -60_000);
  await plant(one, names("rest", 3), -2_000);
  await plant(other, names("other", 4), -1_000);
  await plant(other, ["later"], 3_600_000);
  const enough = new Error("one batch is enough");
  await prisma.$transaction(
    async (tx) => {
      const batch = sweepPings(tx as PrismaClient, () => {
        throw enough;
      });
      await expect(batch).rejects.toBe(enough);
      const free = await somebody.query("select forward_id from ping where taken_at is null for update skip locked");
      expect(free.rowCount).toBe(3 + 4 + 1);
      expect((await somebody.query("select from forward for update nowait")).rowCount).toBe(BATCH + 3 + 4 + 1);
    },
    { timeout: 30_000 },
  );
  expect(await takenOf()).toHaveLength(BATCH);
  expect(await sweepPings(prisma)).toMatchObject({ taken: 3 + 4 });
});
