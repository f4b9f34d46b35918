import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { createStore } from "../../src/infra/db/repositories/store.js";
import { type Changes, LeaseLost, type OutboxDraft, type Store, VersionConflict } from "../../src/ports/store.js";
import { newCase, noChanges } from "../support/case-fixture.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { type PlantedGovernment, plantGovernment } from "../support/registry-fixture.js";

const YEAR = 2026;

let database: TestDatabase;
let prisma: PrismaClient;
let store: Store;
let government: PlantedGovernment;

beforeAll(async () => {
  database = await createTestDatabase();
  prisma = createClient(database.url, { poolSize: 8 });
  store = createStore(prisma);
  government = await plantGovernment(prisma);
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

const claim = async (): Promise<Changes["cause"]> => {
  const leaseToken = randomUUID();
  const row = { platform: "simulator", eventId: randomUUID(), lane: "lane", payload: {}, state: "running", leaseToken };
  return { inboxId: String((await prisma.inboxEvent.create({ data: row })).id), leaseToken };
};

const commitOf = async (change: Partial<Changes>): Promise<() => Promise<void>> => {
  const cause = await claim();
  return () => store.commit({ ...noChanges(government.id, cause), ...change });
};

const plantCase = async () => {
  const next = newCase(government);
  await (await commitOf({ case: { next, year: YEAR } }))();
  const stored = await store.caseById(government.id, next.id);
  if (stored === undefined) throw new Error("not stored");
  return stored;
};

/** Runs the commits while `sql` of another transaction holds them up, and lets go when all of them wait for it. */
const heldUpBy = async (sql: string, values: readonly unknown[], commits: readonly (() => Promise<void>)[]) => {
  const other = new Client({ connectionString: database.url });
  await other.connect();
  try {
    await other.query("begin");
    await other.query(sql, [...values]);
    const outcomes = Promise.allSettled(commits.map((run) => run()));
    await untilWaiting(other, commits.length);
    await other.query("commit");
    return await outcomes;
  } finally {
    await other.end();
  }
};

const untilWaiting = async (client: Client, count: number): Promise<void> => {
  for (;;) {
    await client.query("select pg_stat_clear_snapshot()");
    const waiting = await client.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (waiting.rowCount === count) return;
  }
};

const card = (version: number): OutboxDraft => ({
  step: "card",
  to: government.conversation(government.home, "work"),
  content: { kind: "status", inquiryId: "case" },
  card: { key: "k", version },
  whenUnknown: "repeat",
});

describe("commits that wait for another transaction", () => {
  it("look again at the version: of two that waited together one wins", async () => {
    const before = await plantCase();
    const commits = [
      await commitOf({ case: { next: { ...before, text: "a" }, year: YEAR } }),
      await commitOf({ case: { next: { ...before, text: "b" }, year: YEAR } }),
    ];
    const outcomes = await heldUpBy("select from inquiry where id = $1 for update", [before.id], commits);
    const winners = outcomes.filter(({ status }) => status === "fulfilled");
    const losers = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(winners).toHaveLength(1);
    expect(losers.map(({ reason }) => reason)).toEqual([expect.any(VersionConflict)]);
    expect(await store.caseById(government.id, before.id)).toMatchObject({ version: 2 });
  });

  it("go on when the other one left the version as it was", async () => {
    const before = await plantCase();
    const commit = await commitOf({ case: { next: { ...before, text: "new" }, year: YEAR } });
    const touch = "update inquiry set text = 'touched' where id = $1";
    expect(await heldUpBy(touch, [before.id], [commit])).toMatchObject([{ status: "fulfilled" }]);
    expect(await store.caseById(government.id, before.id)).toMatchObject({ version: 2, text: "new" });
  });

  it("look again at the lease: a row that was taken over meanwhile is lost", async () => {
    const cause = await claim();
    const next = newCase(government);
    const commit = () => store.commit({ ...noChanges(government.id, cause), case: { next, year: YEAR } });
    const takeOver = "update inbox set lease_token = 'another' where id = $1";
    const outcomes = await heldUpBy(takeOver, [cause.inboxId], [commit]);
    expect(outcomes).toMatchObject([{ status: "rejected", reason: expect.any(LeaseLost) }]);
    expect(await store.caseById(government.id, next.id)).toBeUndefined();
  });

  it("count on from the number the other one took, or from its own when that one gave up", async () => {
    const first = await plantCase();
    const next = newCase(government);
    const take = "update case_counter set next = next + 1 where government_id = $1 and year = $2";
    const waiting = await commitOf({ case: { next, year: YEAR } });
    await heldUpBy(take, [government.id, YEAR], [waiting]);
    expect(await store.caseById(government.id, next.id)).toMatchObject({ number: first.number + 2 });
  });

  it("leave a card alone that the relay claimed meanwhile", async () => {
    const older = await commitOf({ outbox: [card(1)] });
    await older();
    const newer = await commitOf({ outbox: [card(2)] });
    const relay = "update outbox set state = 'sending', attempts = 1 where card_key = 'k'";
    expect(await heldUpBy(relay, [], [newer])).toMatchObject([{ status: "fulfilled" }]);
    const rows = await prisma.outboxMessage.findMany({ where: { cardKey: "k" }, orderBy: { seq: "asc" } });
    expect(rows.map(({ state, cardVersion }) => [state, cardVersion])).toEqual([
      ["sending", 1],
      ["pending", 2],
    ]);
  });
});

describe("a cause that already had an effect", () => {
  it("is lost, even when its row says it is running", async () => {
    const cause = await claim();
    const changes = { ...noChanges(government.id, cause), outbox: [{ ...card(1), step: "reply" }] };
    await store.commit(changes);
    await prisma.inboxEvent.update({ where: { id: BigInt(cause.inboxId) }, data: { state: "running" } });
    const next = newCase(government);
    await expect(store.commit({ ...changes, case: { next, year: YEAR } })).rejects.toBeInstanceOf(LeaseLost);
    expect(await store.caseById(government.id, next.id)).toBeUndefined();
  });
});

describe("one commit", () => {
  it("is one statement", async () => {
    const statements: string[] = [];
    const counting = new Proxy(prisma, {
      get: (target, key) => {
        if (key !== "$queryRawUnsafe") throw new Error(`unexpected ${String(key)}`);
        return (sql: string, ...values: unknown[]) => {
          statements.push(sql);
          return target.$queryRawUnsafe(sql, ...values);
        };
      },
    });
    const cause = await claim();
    const next = newCase(government);
    await createStore(counting).commit({ ...noChanges(government.id, cause), case: { next, year: YEAR } });
    await createStore(counting).caseById(government.id, next.id);
    expect(statements).toHaveLength(2);
  });
});
