import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { createStore } from "../../src/infra/db/repositories/store.js";
import { createSilentAccounts } from "../../src/infra/scheduler/silent-accounts.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { type PlantedGovernment, plantGovernment } from "../support/registry-fixture.js";

/** 09.00 in Pontianak. */
const MORNING = new Date("2027-03-01T02:00:00Z");
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const onDay = (days: number, hours = 0): Date => new Date(MORNING.getTime() + days * DAY_MS + hours * HOUR_MS);

let database: TestDatabase;
let prisma: PrismaClient;
let other: PrismaClient;
let government: PlantedGovernment;

beforeAll(async () => {
  database = await createTestDatabase();
  prisma = createClient(database.url, { poolSize: 4 });
  other = createClient(database.url, { poolSize: 4 });
});

afterAll(async () => {
  await prisma.$disconnect();
  await other.$disconnect();
  await database.drop();
});

beforeEach(async () => {
  await prisma.outboxMessage.deleteMany();
  await prisma.scheduleRun.deleteMany();
  await prisma.contentPublication.deleteMany();
  await prisma.account.deleteMany();
  await prisma.government.deleteMany();
  government = await plantGovernment(prisma, { example: true, clockOffsetMs: 1 });
});

const setClock = (at: Date) =>
  prisma.government.update({
    where: { id: government.id },
    data: { clockOffsetMs: BigInt(at.getTime() - Date.now()) },
  });

const plantAccount = (
  id: string,
  change: { readonly agency?: "home" | "related"; readonly since?: Date; readonly until?: Date } = {},
) => {
  const { agency = "home", since = MORNING, until } = change;
  const agencyId = government[agency];
  const data = {
    id,
    governmentId: government.id,
    agencyId,
    medium: "x",
    handle: id,
    url: `https://x.com/${id}`,
    since,
  };
  return prisma.account.create({ data: { ...data, ...(until ? { until } : {}) } });
};

const post = (accountId: string, at: Date) =>
  prisma.contentPublication.create({
    data: {
      id: `${accountId}-${at.getTime()}`,
      governmentId: government.id,
      proposalId: "p",
      versionId: `v-${at.getTime()}`,
      accountId,
      ordinal: 1,
      url: "https://x.com/1",
      postedBy: "somebody",
      at,
    },
  });

/** A process of its own at this case time. */
const runAt = async (at: Date, by = prisma): Promise<number> => {
  await setClock(at);
  return createSilentAccounts(by, createStore(by))();
};

const told = async () =>
  (await prisma.outboxMessage.findMany({ orderBy: { id: "asc" } })).map(({ channel, content }) => {
    const { kind, agencyId, accountIds } = content as Record<string, unknown>;
    return { channel, kind, agencyId, accountIds };
  });

describe("silent accounts", () => {
  it("are told in one message to the work chat of their agency, the longest silent first", async () => {
    await plantAccount("young", { since: onDay(5) });
    await plantAccount("never");
    await plantAccount("posted");
    await plantAccount("given-up", { until: onDay(2) });
    await plantAccount("others", { agency: "related" });
    await post("posted", onDay(0, 5));
    expect(await runAt(onDay(6, 23))).toBe(0);
    expect(await runAt(onDay(8))).toBe(2);
    const message = (agencyId: string, accountIds: readonly string[]) => ({
      channel: government.conversation(agencyId, "work").channel,
      kind: "silent-accounts",
      agencyId,
      accountIds,
    });
    const all = await told();
    expect(all).toHaveLength(2);
    expect(all).toContainEqual(message(government.home, ["never", "posted"]));
    expect(all).toContainEqual(message(government.related, ["others"]));
  });

  it("are told once by several processes, and again after a week, not before", async () => {
    await plantAccount("never");
    await setClock(onDay(8));
    const processes = [prisma, other, prisma, other].map((by) => createSilentAccounts(by, createStore(by)));
    const written = await Promise.all(processes.map((run) => run()));
    expect(written.reduce((sum, each) => sum + each)).toBe(1);
    for (let day = 9; day < 15; day += 1) expect(await runAt(onDay(day))).toBe(0);
    expect(await runAt(onDay(15))).toBe(1);
    expect(await told()).toHaveLength(2);
  });

  it("are told once after a standstill of weeks", async () => {
    await plantAccount("never");
    expect(await runAt(onDay(8))).toBe(1);
    expect(await runAt(onDay(40))).toBe(1);
    expect(await runAt(onDay(40, 1))).toBe(0);
    expect(await runAt(onDay(41))).toBe(0);
    expect(await runAt(onDay(47))).toBe(1);
  });

  it("begin a new silence with every post", async () => {
    await plantAccount("now-and-then");
    expect(await runAt(onDay(8))).toBe(1);
    await post("now-and-then", onDay(9));
    for (const day of [10, 14, 15]) expect(await runAt(onDay(day))).toBe(0);
    expect(await runAt(onDay(17))).toBe(1);
  });

  it("wait until the quiet hours are over, in the government's zone", async () => {
    await plantAccount("never");
    const run = createSilentAccounts(prisma, createStore(prisma));
    const at = async (time: Date): Promise<number> => {
      await setClock(time);
      return run();
    };
    expect(await at(onDay(7, 13))).toBe(0);
    expect(await at(onDay(7, 20))).toBe(0);
    expect(await at(onDay(7, 21))).toBe(1);
  });

  it("are those of the setting, and of agencies with a work chat", async () => {
    await plantAccount("never");
    await plantAccount("deaf", { agency: "related" });
    await prisma.channel.deleteMany({ where: { agencyId: government.related, purpose: "work" } });
    await prisma.government.update({ where: { id: government.id }, data: { settings: { silentAfterDays: 2 } } });
    expect(await runAt(onDay(1, 23))).toBe(0);
    expect(await runAt(onDay(3))).toBe(1);
    expect(await told()).toMatchObject([{ accountIds: ["never"] }]);
  });

  it("are told of although another government's cannot be looked at", async () => {
    await plantAccount("never");
    await setClock(onDay(8));
    const first = government;
    government = await plantGovernment(prisma);
    await plantAccount("elsewhere");
    const { sceneOfGovernment } = createStore(prisma);
    const asked: string[] = [];
    const run = createSilentAccounts(prisma, {
      async sceneOfGovernment(id) {
        asked.push(id);
        if (asked.length === 1) throw new Error("bad settings");
        return sceneOfGovernment(first.id);
      },
    });
    await expect(run()).rejects.toThrow("bad settings");
    expect(asked.toSorted()).toEqual([first.id, government.id].toSorted());
    expect(await told()).toMatchObject([{ accountIds: [asked[1] === first.id ? "never" : "elsewhere"] }]);
  });
});
