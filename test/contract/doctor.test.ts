import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { migrationNames, migrationsFolder } from "../../src/infra/db/migrate.js";
import { checkClock, checkMigrations, checkVersion } from "../../src/infra/doctor/database.js";
import { checkAmbiguous, checkDeadLetters, checkParked, checkUnsealed } from "../../src/infra/doctor/queues.js";
import { createInboxStore, MAX_EXCEPTIONS } from "../../src/infra/inbox/store.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { plantMessage } from "../support/outbox-rows.js";
import { type PlantedGovernment, plantGovernment } from "../support/registry-fixture.js";

const DAY_MS = 86_400_000;
const here = { platform: "simulator", workspace: "-", channel: "one" } as const;
const said = {
  occurredAt: "2026-01-05T02:00:00.000Z",
  conversation: here,
  message: { ...here, id: "1" },
  text: "kata warga",
  addressed: true,
} as const;
let database: TestDatabase;
/** As the doctor visits: it may change nothing. */
let visitor: PrismaClient;
let prisma: PrismaClient;
let government: PlantedGovernment;

beforeAll(async () => {
  database = await createTestDatabase();
  prisma = createClient(database.url, { poolSize: 2 });
  visitor = createClient(database.url, { poolSize: 2, readOnly: true });
  government = await plantGovernment(prisma);
});
afterAll(async () => {
  await visitor.$disconnect();
  await prisma.$disconnect();
  await database.drop();
});
beforeEach(async () => {
  await prisma.inboxEvent.deleteMany();
  await prisma.outboxMessage.deleteMany();
  await prisma.history.deleteMany();
});

it("a visitor may change nothing", async () => {
  await expect(visitor.inboxEvent.deleteMany()).rejects.toThrow(/read-only|25006/);
  expect(await visitor.government.count()).toBe(1);
});

describe("the check of the database", () => {
  it("says which PostgreSQL answers", async () => {
    expect(await checkVersion(visitor)).toEqual([
      { level: "ok", what: expect.stringMatching(/^PostgreSQL \d+(\.\d+)? answers$/) },
    ]);
  });

  const withMigration = (name: string): string => {
    const folder = mkdtempSync(join(tmpdir(), "tanggap-doctor-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    cpSync(migrationsFolder(), folder, { recursive: true });
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "migration.sql"), "select 1");
    return folder;
  };

  it("is content when all migrations are applied", async () => {
    const count = (await migrationNames(migrationsFolder())).length;
    expect(await checkMigrations(visitor)).toEqual([{ level: "ok", what: `all ${count} migrations are applied` }]);
  });

  it("names those that are not, and those of a newer release", async () => {
    expect(await checkMigrations(visitor, withMigration("99990101000000_next"))).toMatchObject([
      { level: "warning", what: "1 migration is not applied: 99990101000000_next" },
    ]);
    const older = withMigration("00000101000000_old");
    const [last = ""] = (await migrationNames(migrationsFolder())).slice(-1);
    rmSync(join(older, last), { recursive: true });
    expect(await checkMigrations(visitor, older)).toMatchObject([
      { level: "error", what: expect.stringContaining(last) },
    ]);
  });

  it("says that an empty database waits for its first start", async () => {
    const empty = await createTestDatabase("empty");
    const client = createClient(empty.url, { poolSize: 1, readOnly: true });
    expect(await checkMigrations(client)).toMatchObject([{ level: "warning", what: "the database is still empty" }]);
    await client.$disconnect();
    await empty.drop();
  });

  it("compares the clocks, either way", async () => {
    expect(await checkClock(visitor)).toMatchObject([{ level: "ok" }]);
    for (const skewMs of [65_000, -65_000])
      expect(await checkClock(visitor, () => Date.now() + skewMs)).toMatchObject([
        { level: "warning", what: expect.stringContaining("65 s apart"), fix: expect.stringContaining("NTP") },
      ]);
    expect(await checkClock(visitor, () => Date.now() + 55_000)).toMatchObject([{ level: "ok" }]);
  });
});

describe("the check of the queues", () => {
  const plantRow = async (change: object): Promise<void> => {
    const to = government.conversation(government.home, "work");
    const id = await plantMessage(prisma, { governmentId: government.id, to, words: "kata warga" });
    await prisma.outboxMessage.update({ where: { id: BigInt(id) }, data: change });
  };
  const plantEvent = (eventId: string, state: string, error: string | null = null) =>
    prisma.inboxEvent.create({
      data: { platform: "simulator", eventId, lane: "one", state, error, payload: { text: "kata warga" } },
    });
  const plantHistory = (minutes: number, sealNo: bigint | null) =>
    prisma.history.create({
      data: {
        governmentId: government.id,
        at: new Date(),
        recordedAt: new Date(Date.now() - minutes * 60_000),
        kind: "x",
        content: {},
        contentHash: "x",
        sealNo,
      },
    });

  it("is content with quiet ones", async () => {
    await plantEvent("done", "done");
    await plantRow({ state: "sent" });
    await plantHistory(60, 1n);
    for (const check of [checkParked, checkDeadLetters, checkAmbiguous, checkUnsealed])
      expect(await check(visitor)).toMatchObject([{ level: "ok" }]);
  });

  it("counts parked events by their reasons, and quotes no content", async () => {
    await plantEvent("one", "parked", "TypeError at a.js:1");
    await plantEvent("two", "parked", "TypeError at a.js:1");
    await plantEvent("three", "parked");
    const found = await checkParked(visitor);
    expect(found).toMatchObject([
      { level: "warning", what: "3 events are parked (2 × TypeError at a.js:1; 1 × no reason kept)" },
    ]);
    expect(JSON.stringify(found)).not.toContain("kata warga");
  });

  it("names parked events that the statement in docs/admin.md takes up again, and nothing else", async () => {
    const admin = readFileSync(join(migrationsFolder(), "..", "..", "docs", "admin.md"), "utf8");
    const [, statement = ""] = /```sql\n(update inbox [^`]*)```/.exec(admin) ?? [];
    const store = createInboxStore(prisma);
    await store.accept({ type: "message", eventId: "poison", ...said });
    for (let failed = 0; failed < MAX_EXCEPTIONS; failed += 1) {
      const [work] = await store.claim(1);
      if (work === undefined) throw new Error("nothing was claimed");
      await store.fail(work, "TypeError", 0);
    }
    await plantEvent("done", "done");
    expect(await checkParked(visitor)).toMatchObject([{ level: "warning" }]);
    expect(await store.claim(1)).toEqual([]);
    expect(await prisma.$executeRawUnsafe(statement)).toBe(1);
    expect(await checkParked(visitor)).toMatchObject([{ level: "ok" }]);
    expect(await store.claim(5)).toMatchObject([{ payload: { event: { eventId: "poison" } } }]);
  });

  it("counts the dead letters of a week by platform and reason", async () => {
    await plantRow({ state: "dead", error: "forbidden", settledAt: new Date(Date.now() - 6.9 * DAY_MS) });
    await plantRow({ state: "dead", error: "forbidden", settledAt: new Date(Date.now() - 7.1 * DAY_MS) });
    expect(await checkDeadLetters(visitor)).toMatchObject([
      {
        level: "warning",
        what: "1 message of the last 7 days could not be delivered (1 × simulator: forbidden)",
      },
    ]);
  });

  it("warns of messages that may have arrived twice for a week, and counts them ever after", async () => {
    await plantRow({ state: "sent", ambiguous: true, settledAt: new Date(Date.now() - 8 * DAY_MS) });
    expect(await checkAmbiguous(visitor)).toMatchObject([
      { level: "ok", what: expect.stringContaining("1 of all times") },
    ]);
    await plantRow({ state: "pending", ambiguous: true });
    expect(await checkAmbiguous(visitor)).toMatchObject([
      { level: "warning", what: "1 message of the last 7 days may have arrived twice" },
    ]);
  });

  it("finds history that had the time to be sealed", async () => {
    await plantHistory(9, null);
    expect(await checkUnsealed(visitor)).toMatchObject([{ level: "ok" }]);
    await plantHistory(11, null);
    expect(await checkUnsealed(visitor)).toMatchObject([{ level: "warning", what: expect.stringMatching(/^1 row /) }]);
  });
});
