import { randomUUID } from "node:crypto";
import { createClient } from "../../src/infra/db/client.js";
import { createStore } from "../../src/infra/db/repositories/store.js";
import { endAccounts } from "../../src/infra/scheduler/account-ends.js";
import { createTestDatabase } from "../support/database.js";
import { plantGovernment } from "../support/registry-fixture.js";
import { describeStore, type OutboxView, type StoreWorld } from "./store.js";

const TABLES = [
  "case_counter",
  "inquiry",
  "forward",
  "answer",
  "decision",
  "publication",
  "proposal",
  "proposal_version",
  "content_publication",
  "ping",
  "reply",
  "dialogue",
  "history",
  "outbox",
];

const createWorld = async (): Promise<StoreWorld> => {
  const database = await createTestDatabase();
  const prisma = createClient(database.url, { poolSize: 8 });
  const claimAs = (leaseToken: string) => ({ state: "running", leaseToken });
  const eventsOf = async (governmentId: string, startsWith: string) => {
    const rows = await prisma.inboxEvent.findMany({ where: { governmentId, eventId: { startsWith } } });
    return rows.map(({ lane, payload }) => ({ lane, payload }));
  };
  return {
    store: createStore(prisma),
    plantGovernment: (options) => plantGovernment(prisma, options),
    async claim() {
      const leaseToken = randomUUID();
      const data = { platform: "simulator", eventId: randomUUID(), lane: "lane", payload: {}, ...claimAs(leaseToken) };
      const { id } = await prisma.inboxEvent.create({ data });
      return { inboxId: String(id), leaseToken };
    },
    async takeOver(inboxId) {
      const leaseToken = randomUUID();
      await prisma.inboxEvent.update({ where: { id: BigInt(inboxId) }, data: claimAs(leaseToken) });
      return { inboxId, leaseToken };
    },
    inboxState: async (inboxId) =>
      (await prisma.inboxEvent.findUniqueOrThrow({ where: { id: BigInt(inboxId) } })).state,
    async outbox(governmentId) {
      const rows = await prisma.outboxMessage.findMany({
        where: { governmentId },
        orderBy: [{ seq: "asc" }, { id: "asc" }],
      });
      return rows.map(
        (row): OutboxView => ({
          causeKey: row.causeKey,
          seq: Number(row.seq),
          state: row.state,
          lane: row.lane,
          thread: row.thread,
          whisperTo: row.whisperTo,
          expectsReplyFrom: row.expectsReplyFrom,
          replyTo: row.replyTo,
          content: row.content,
          cardVersion: row.cardVersion,
          duties: row.duties as readonly unknown[],
          whenUnknown: row.whenUnknown,
        }),
      );
    },
    async amendOutbox(causeKey, change) {
      await prisma.outboxMessage.update({ where: { causeKey }, data: change });
    },
    pings: (forwardId) =>
      prisma.ping.findMany({
        where: { forwardId },
        select: { stage: true, agencyId: true, purpose: true, dueAt: true, takenAt: true },
        orderBy: [{ stage: "asc" }, { agencyId: "asc" }, { purpose: "asc" }],
      }),
    async contentHashes(subjectId) {
      const rows = await prisma.history.findMany({ where: { subjectId }, orderBy: { id: "asc" } });
      return rows.map(({ contentHash }) => contentHash);
    },
    async seal(subjectId) {
      const rows = await prisma.history.findMany({ where: { subjectId }, orderBy: { id: "asc" }, take: 2 });
      for (const [index, { id }] of rows.entries()) {
        await prisma.history.update({ where: { id }, data: { sealNo: index + 1 } });
      }
    },
    async putAction(governmentId, token, action) {
      await prisma.actionToken.create({ data: { governmentId, token, action: { ...action } } });
    },
    async plantCard(governmentId, key, { platform, workspace, channel }) {
      const data = { governmentId, key, platform, workspace, channel, messageId: key, shownVersion: 1 };
      await prisma.card.create({ data });
    },
    async cardKeys(governmentId) {
      const rows = await prisma.card.findMany({ where: { governmentId }, orderBy: { key: "asc" } });
      return rows.map(({ key }) => key);
    },
    async plantAccounts(governmentId, accounts) {
      await prisma.account.createMany({ data: accounts.map((account) => ({ ...account, governmentId })) });
    },
    async renameAgency(id, name) {
      await prisma.agency.update({ where: { id }, data: { name } });
    },
    redraws: (governmentId) => eventsOf(governmentId, "redraw:"),
    endAccounts: () => endAccounts(prisma),
    accountEnds: (governmentId) => eventsOf(governmentId, "account-ended:"),
    async dump(governmentId) {
      const rows = TABLES.map(async (table) => {
        const sql = `select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) as rows from ${table} t where government_id = $1`;
        return [table, await prisma.$queryRawUnsafe(sql, governmentId)];
      });
      return JSON.stringify(await Promise.all(rows));
    },
    async close() {
      await prisma.$disconnect();
      await database.drop();
    },
  };
};

describeStore("PostgreSQL", createWorld);
