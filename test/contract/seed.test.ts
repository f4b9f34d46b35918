import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { createStore } from "../../src/infra/db/repositories/store.js";
import { seedExamples } from "../../src/infra/db/seed.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { plantGovernment } from "../support/registry-fixture.js";

const GOVERNMENTS = ["jabar", "klaten", "kobar"];
const AGENCIES = ["disdik", "dishub", "diskominfo", "dinkes", "dlh", "dukcapil", "pupr", "satpolpp"];

const inJakarta = (at: Date): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Jakarta", dateStyle: "short", timeStyle: "short" }).format(at);

describe("the example governments", () => {
  let database: TestDatabase;
  let prisma: PrismaClient;
  let today: readonly string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    prisma = createClient(database.url, { poolSize: 6 });
    const before = inJakarta(new Date()).slice(0, 10);
    const seeded = await Promise.all(Array.from({ length: 5 }, () => seedExamples(prisma)));
    today = [before, inJakarta(new Date()).slice(0, 10)];
    expect(seeded.filter((did) => did)).toHaveLength(1);
    expect(await seedExamples(prisma)).toBe(false);
  });

  afterAll(async () => {
    await prisma.$disconnect();
    await database.drop();
  });

  it("are three, with one clock at nine in the morning of today", async () => {
    const governments = await prisma.government.findMany({ orderBy: { id: "asc" } });
    expect(governments.map(({ id }) => id)).toEqual(GOVERNMENTS);
    expect(governments.every(({ example }) => example)).toBe(true);
    expect(new Set(governments.map(({ clockOffsetMs }) => clockOffsetMs)).size).toBe(1);
    const { now } = await createStore(prisma).sceneOfGovernment("kobar");
    const [date, time] = inJakarta(now).split(" ");
    expect(today).toContain(date);
    expect(time).toMatch(/^09:0\d$/);
  });

  it.each(GOVERNMENTS)("%s has every agency with its chats and people, each in one piece", async (id) => {
    const { directory } = await createStore(prisma).sceneOfGovernment(id);
    expect(directory.government.settings).toEqual({
      quiet: { from: "21:00", to: "06:00" },
      remindBeforeMinutes: [720, 180, 60],
      reportNeedsAcknowledgement: false,
      approvalsNeeded: 1,
      contentEditsNeedApproval: true,
      spellingKeepsApproval: false,
      remindOfficialsAfterMinutes: [240, 1440],
      remindUrgentAfterMinutes: [15, 60],
      askHeadAfterMinutes: 2880,
      silentAfterDays: 7,
    });
    expect(new Set(directory.agencies.map(({ code }) => code))).toEqual(new Set(AGENCIES));
    expect(directory.channels).toHaveLength(17);
    expect(directory.channels.filter(({ purpose }) => purpose === "digest").map((each) => each.id)).toEqual([
      `${id}-diskominfo-digest`,
    ]);
    for (const channel of directory.channels) {
      expect(channel).toMatchObject({ platform: "simulator", workspace: id, nativeId: channel.id });
      expect(channel.id).toBe(`${channel.agencyId}-${channel.purpose}`);
    }
    expect(directory.people).toHaveLength(24);
    for (const person of directory.people) {
      expect(person.identities).toEqual([{ platform: "simulator", workspace: id, userId: person.id }]);
      const held = directory.appointments.filter(({ personId }) => personId === person.id);
      const agency = person.id.slice(0, person.id.lastIndexOf("-"));
      expect(held.map(({ role }) => `${agency}-${role}`)).toContain(person.id);
      expect(held.every(({ agencyId, validUntil }) => agencyId === agency && validUntil === undefined)).toBe(true);
    }
    const communications = directory.appointments.filter(({ role }) => role === "communications");
    expect(communications.map(({ personId }) => personId)).toEqual([`${id}-diskominfo-official`]);
    const admins = directory.appointments.filter(({ role }) => role === "admin");
    expect(admins.map(({ personId }) => personId)).toEqual([`${id}-diskominfo-officer`]);
  });

  it("have people nobody confuses, and appointments by their own regulation's instrument", async () => {
    const people = await prisma.person.findMany();
    expect(people.every(({ name }) => /^[A-Z][a-z]+ \(.+\)$/.test(name))).toBe(true);
    expect(new Set(people.map(({ name }) => name.split(" ")[0])).size).toBe(people.length);
    const instruments = await prisma.appointment.groupBy({
      by: ["governmentId", "instrument"],
      orderBy: { governmentId: "asc" },
    });
    expect(instruments.map(({ instrument }) => instrument)).toEqual([
      "Surat Perintah",
      "Keputusan Kepala Perangkat Daerah",
      "Keputusan Kepala Instansi",
    ]);
  });

  it("are not added beside a real government", async () => {
    const real = await createTestDatabase();
    const client = createClient(real.url, { poolSize: 1 });
    await plantGovernment(client);
    expect(await seedExamples(client)).toBe(false);
    expect(await client.government.count()).toBe(1);
    await client.$disconnect();
    await real.drop();
  });
});
