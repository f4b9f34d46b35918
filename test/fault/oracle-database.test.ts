import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { sweepPings } from "../../src/infra/scheduler/sweep.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { plantMessage } from "../support/outbox-rows.js";
import { type PlantedGovernment, plantGovernment } from "../support/registry-fixture.js";
import type { Database } from "./driver/database.js";
import { comparePings } from "./driver/pings.js";
import { readSentRows } from "./driver/sent-rows.js";
import { readCards, staleCards } from "./driver/stale.js";
import type { Entry } from "./platform/protocol.js";

const HOUR_MS = 3_600_000;
const none = { lost: [], wrong: [] };

let testDatabase: TestDatabase;
let prisma: PrismaClient;
let database: Pick<Database, "rows" | "prisma">;
let government: PlantedGovernment;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  prisma = createClient(testDatabase.url, { poolSize: 2 });
  const rows = <T>(sql: string, ...values: readonly unknown[]) => prisma.$queryRawUnsafe<T[]>(sql, ...values);
  database = { prisma, rows };
});

afterAll(async () => {
  await prisma.$disconnect();
  await testDatabase.drop();
});

beforeEach(async () => {
  await prisma.ping.deleteMany();
  await prisma.outboxMessage.deleteMany();
  government = await plantGovernment(prisma);
});

const ago = (hours: number): Date => new Date(Date.now() - hours * HOUR_MS);

const plantForward = (id: string, more: { readonly status?: string; readonly answeredAt?: Date } = {}) =>
  prisma.forward.create({
    data: {
      id: `${government.id}-${id}`,
      governmentId: government.id,
      inquiryId: `q-${id}`,
      agencyId: government.related,
      ordinal: 1,
      round: 1,
      status: "open",
      forwardedBy: government.person(government.home, "officer"),
      fromAgencyId: government.home,
      forwardedAt: ago(25),
      firstForwardedAt: ago(25),
      ...more,
    },
  });

const plantPing = (forward: string, stage: string, dueAt: Date, more: { purpose?: string; takenAt?: Date } = {}) =>
  prisma.ping.create({
    data: {
      governmentId: government.id,
      forwardId: `${government.id}-${forward}`,
      inquiryId: `q-${forward}`,
      stage,
      agencyId: government.related,
      purpose: "work",
      dueAt,
      ...more,
    },
  });

/** Two forwards with pings in two chats, swept: one message a chat, with both in it. */
const sweepTwo = async (): Promise<void> => {
  for (const forward of ["f1", "f2"]) {
    await plantForward(forward);
    await plantPing(forward, "before-60", ago(2));
    await plantPing(forward, "due", ago(1));
    await plantPing(forward, "due", ago(1), { purpose: "approval" });
  }
  await sweepPings(prisma);
};

test("pings told in joined messages are not lost: not the missed ones, nor what was dropped, nor where the chat has moved", async () => {
  await sweepTwo();
  expect(await prisma.outboxMessage.count()).toBe(2);
  expect(await comparePings(database)).toEqual(none);
  await prisma.outboxMessage.updateMany({ data: { state: "dropped" } });
  await prisma.channel.updateMany({
    where: { agencyId: government.related, purpose: "work" },
    data: { nativeId: `${government.related}-elsewhere` },
  });
  expect(await comparePings(database)).toEqual(none);
});

test("cancelled pings, those of a forward that ended first, and those to come are not lost", async () => {
  await plantForward("f1", { status: "answered", answeredAt: ago(2) });
  await plantPing("f1", "due", ago(1), { takenAt: ago(0.5) });
  await plantPing("f1", "head", ago(-1), { takenAt: ago(2) });
  await plantForward("f2");
  await plantPing("f2", "due", ago(-1));
  expect(await comparePings(database)).toEqual(none);
});

test("a taken ping without a message is lost, whether the row is missing or its forward in it", async () => {
  await sweepTwo();
  const [approval] = await prisma.outboxMessage.findMany({
    where: { channel: { endsWith: "approval" } },
    select: { id: true },
  });
  await prisma.outboxMessage.delete({ where: { id: approval?.id ?? 0n } });
  expect((await comparePings(database)).lost.map((what) => what.replaceAll(government.id, "g"))).toEqual([
    "the ping due of g-f1 to g-related approval was taken and not told",
    "the ping due of g-f2 to g-related approval was taken and not told",
  ]);
  await prisma.$executeRaw`update outbox set content = content #- '{items,0}'`;
  // The message no longer is what the sweep wrote, so it counts for nothing: both pings of both forwards.
  expect((await comparePings(database)).lost).toHaveLength(6);
});

test("a ping that was taken and never swept is lost, also of a forward that was answered later", async () => {
  await plantForward("f1");
  await plantPing("f1", "due", ago(1), { takenAt: ago(1) });
  await plantForward("f2", { status: "answered", answeredAt: ago(0.5) });
  await plantPing("f2", "due", ago(1), { takenAt: ago(1) });
  expect((await comparePings(database)).lost).toHaveLength(2);
});

test("a ping that is due when all is quiet is lost, and one told by two messages is wrong", async () => {
  await sweepTwo();
  await prisma.$executeRaw`
    insert into outbox (government_id, cause_key, platform, workspace, channel, lane, content)
    select government_id, cause_key || ' again', platform, workspace, channel, lane, content from outbox limit 1`;
  await plantPing("f1", "head", ago(0.5));
  const { lost, wrong } = await comparePings(database);
  expect(lost).toEqual([`the ping head of ${government.id}-f1 is due and not taken`]);
  expect(wrong).toHaveLength(2);
});

test("a sent row is read with the lane of the inbox that caused it, and whether its card was there before", async () => {
  const to = government.conversation(government.home, "work");
  const plant = () => plantMessage(prisma, { governmentId: government.id, to, card: { key: "k", version: 1 } });
  const since = await plant();
  await prisma.outboxMessage.updateMany({ data: { state: "sent" } });
  const { id } = await prisma.inboxEvent.create({
    data: { platform: "core", eventId: `${since}`, lane: "l", payload: {} },
  });
  const [caused, other] = [await plant(), await plant()];
  await prisma.outboxMessage.update({ where: { id: BigInt(caused) }, data: { causeKey: `${id}:card:home` } });
  const rows = await readSentRows(database, since);
  expect(rows.map((row) => row.id)).toEqual([caused, other]);
  expect(rows[0]).toMatchObject({ cause: "l", postedBefore: true, triedMs: null });
  expect(rows[1]?.cause).not.toBe("l");
});

const plantCard = async (): Promise<void> => {
  const { id, home } = government;
  const { platform, workspace, channel } = government.conversation(home, "work");
  const person = government.person(home, "officer");
  const own = { id, governmentId: id, agencyId: home, code: `${id}-1`, text: "Kapan?", createdBy: person };
  const times = { createdAt: ago(1), updatedAt: ago(1) };
  await prisma.inquiry.create({
    data: { ...own, ...times, year: 2026, number: 1, status: "received", round: 1, version: 2 },
  });
  const place = { governmentId: id, platform, workspace, channel };
  const content = { kind: "case-card", inquiryId: id, agencyId: home };
  const card = { cardKey: "k", cardVersion: 2 };
  await prisma.outboxMessage.create({
    data: { ...place, ...card, causeKey: id, lane: channel, content, state: "sent" },
  });
  await prisma.card.create({ data: { ...place, key: "k", messageId: "m1", shownVersion: 2 } });
};

const drawnAs = (text: string): Entry => ({
  at: 0,
  op: "post",
  chat: `${government.home}-work`,
  id: "m1",
  key: "card",
  text,
  recognised: false,
  from: "life 1",
});

test("a card is made anew from the database: it is old when its case or its version is another", async () => {
  await plantCard();
  const [card] = await readCards(database, "0");
  const journal = [drawnAs(card?.blocks ?? "")];
  expect(card?.blocks).toContain("Kapan?");
  expect(staleCards(await readCards(database, "0"), journal)).toEqual([]);
  await prisma.inquiry.updateMany({
    data: { version: 3, status: "closed", closedReason: "answered", closedAt: ago(0) },
  });
  expect(staleCards(await readCards(database, "0"), journal)).toHaveLength(1);
  await prisma.inquiry.updateMany({ data: { status: "received", closedReason: null, closedAt: null } });
  expect(staleCards(await readCards(database, "0"), journal)).toEqual([]);
  await prisma.outboxMessage.updateMany({ data: { cardVersion: 3 } });
  expect(staleCards(await readCards(database, "0"), journal)).toEqual([
    `k in ${government.home}-work is at version 2, not 3`,
  ]);
  await prisma.outboxMessage.updateMany({ data: { state: "dead" } });
  expect(await readCards(database, "0")).toEqual([]);
});
