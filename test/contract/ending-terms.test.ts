import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { endingMessages } from "../../src/app/registry/ending-terms.js";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { createStore } from "../../src/infra/db/repositories/store.js";
import { createEndingTerms } from "../../src/infra/scheduler/ending-terms.js";
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
  await prisma.government.deleteMany();
  government = await plantGovernment(prisma, { example: true, clockOffsetMs: 1 });
});

const setClock = (at: Date) =>
  prisma.government.update({
    where: { id: government.id },
    data: { clockOffsetMs: BigInt(at.getTime() - Date.now()) },
  });

const idOf = (agency: "home" | "related", role: "officer" | "official"): string =>
  `appointment-${government.person(government[agency], role)}`;

const ends = (id: string, validUntil: Date) => prisma.appointment.update({ where: { id }, data: { validUntil } });

/** The official of the related agency is Diskominfo's, whose messages go to its digest chat where it has one. */
const makeOffice = async (withDigest: boolean) => {
  const { acting: _, ...official } = await prisma.appointment.findUniqueOrThrow({
    where: { id: idOf("related", "official") },
  });
  await prisma.appointment.create({ data: { ...official, id: `${government.id}-office`, role: "communications" } });
  if (!withDigest) return;
  const work = await prisma.channel.findUniqueOrThrow({ where: { id: `${government.related}-work` } });
  const digest = `${government.related}-digest`;
  await prisma.channel.create({ data: { ...work, id: digest, nativeId: digest, purpose: "digest" } });
};

/** A process of its own at this case time. */
const runAt = async (at: Date, by = prisma): Promise<number> => {
  await setClock(at);
  return createEndingTerms(by, createStore(by), endingMessages)();
};

const told = async () =>
  (await prisma.outboxMessage.findMany({ orderBy: { id: "asc" } })).map(({ channel, content }) => ({
    channel: channel.replace(`${government.id}-`, ""),
    ...(content as unknown as { kind: string; items: readonly object[] }),
  }));

describe("appointments that end", () => {
  it("are told 30 and 7 days ahead and on an officer's first day of grace, each once", async () => {
    const [officer, official] = [idOf("home", "officer"), idOf("home", "official")];
    await ends(officer, onDay(40));
    await ends(official, onDay(45));
    for (let day = 1; day < 10; day += 1) expect(await runAt(onDay(day))).toBe(0);
    for (let day = 10; day < 120; day += 1) await runAt(onDay(day));
    const items = (await told()).map(({ items: each }) => each);
    expect(items).toEqual([
      [{ appointmentId: officer, stage: "month" }],
      [{ appointmentId: official, stage: "month" }],
      [{ appointmentId: officer, stage: "week" }],
      [{ appointmentId: official, stage: "week" }],
      [{ appointmentId: officer, stage: "grace" }],
    ]);
  });

  it("are told to the agency's work chat and to Diskominfo's digest chat, together", async () => {
    await makeOffice(true);
    await ends(idOf("home", "officer"), onDay(3));
    await ends(idOf("related", "officer"), onDay(2));
    expect(await runAt(onDay(0))).toBe(3);
    const home = { appointmentId: idOf("home", "officer"), stage: "week" };
    const related = { appointmentId: idOf("related", "officer"), stage: "week" };
    const all = await told();
    expect(all).toHaveLength(3);
    expect(all).toContainEqual({ channel: "home-work", kind: "ending-terms", items: [home] });
    expect(all).toContainEqual({ channel: "related-work", kind: "ending-terms", items: [related] });
    expect(all).toContainEqual({ channel: "related-digest", kind: "ending-terms", items: [related, home] });
  });

  it("are told once in Diskominfo's work chat where it has no other", async () => {
    await makeOffice(false);
    await ends(idOf("related", "officer"), onDay(2));
    expect(await runAt(onDay(0))).toBe(1);
    expect(await told()).toMatchObject([{ channel: "related-work", items: [{ stage: "week" }] }]);
  });

  it("are told once by several processes", async () => {
    await makeOffice(true);
    await ends(idOf("home", "officer"), onDay(3));
    await setClock(onDay(0));
    const processes = [prisma, other, prisma, other].map((by) =>
      createEndingTerms(by, createStore(by), endingMessages),
    );
    const written = await Promise.all(processes.map((run) => run()));
    expect(written.reduce((sum, each) => sum + each)).toBe(2);
    expect(await told()).toHaveLength(2);
  });

  it("are told with the nearest stage alone after a standstill, and anew when the end was moved", async () => {
    await ends(idOf("home", "official"), onDay(20));
    expect(await runAt(onDay(15))).toBe(1);
    expect(await runAt(onDay(16))).toBe(0);
    await ends(idOf("home", "official"), onDay(21));
    expect(await runAt(onDay(17))).toBe(1);
    expect(await told()).toMatchObject([{ items: [{ stage: "week" }] }, { items: [{ stage: "week" }] }]);
  });

  it("are not told in the quiet hours, nor where nobody would hear of it: that is made up for once a chat is bound", async () => {
    await ends(idOf("home", "officer"), onDay(3));
    const work = await prisma.channel.delete({ where: { id: `${government.home}-work` } });
    expect(await runAt(onDay(0))).toBe(0);
    await prisma.channel.create({ data: work });
    expect(await runAt(onDay(0, 13))).toBe(0);
    expect(await runAt(onDay(0, 20))).toBe(0);
    expect(await runAt(onDay(0, 21))).toBe(1);
  });
});
