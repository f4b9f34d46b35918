import { createClient } from "../../src/infra/db/client.js";
import { createOutboxStore } from "../../src/infra/outbox/store.js";
import { createTestDatabase } from "../support/database.js";
import { plantMessage } from "../support/outbox-rows.js";
import { plantGovernment } from "../support/registry-fixture.js";
import { describeOutboxStore, type OutboxWorld } from "./outbox-store.js";

const HOUR_MS = 3_600_000;

const createWorld = async (): Promise<OutboxWorld> => {
  const database = await createTestDatabase();
  const prisma = createClient(database.url, { poolSize: 6 });
  const government = await plantGovernment(prisma, { example: true, clockOffsetMs: 5 * HOUR_MS });
  return {
    government,
    first: createOutboxStore(prisma, "simulator", { dedupeWindowMs: 0 }),
    second: createOutboxStore(prisma, "simulator", { dedupeWindowMs: 0 }),
    recognising: createOutboxStore(prisma, "simulator", { dedupeWindowMs: HOUR_MS }),
    plant: (message) => plantMessage(prisma, message),
    rowOf: (id) => prisma.outboxMessage.findUniqueOrThrow({ where: { id: BigInt(id) } }),
    amend: (id, change) => prisma.outboxMessage.update({ where: { id: BigInt(id) }, data: change }),
    expireLeases: () =>
      prisma.$executeRaw`update outbox set lease_until = now() - interval '1 s' where lease_until is not null`,
    told: () => prisma.inboxEvent.findMany(),
    cards: () => prisma.card.findMany(),
    tokens: () => prisma.actionToken.findMany(),
    bound: async () => (await prisma.channel.findMany()).map(({ nativeId }) => nativeId),
    rebind: (from, to) => prisma.channel.updateMany({ where: { nativeId: from }, data: { nativeId: to } }),
    async clear() {
      await prisma.outboxMessage.deleteMany();
      await prisma.inboxEvent.deleteMany();
      await prisma.card.deleteMany();
      await prisma.actionToken.deleteMany();
    },
    async close() {
      await prisma.$disconnect();
      await database.drop();
    },
  };
};

describeOutboxStore("PostgreSQL", createWorld);
