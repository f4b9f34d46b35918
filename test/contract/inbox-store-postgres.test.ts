import { createClient } from "../../src/infra/db/client.js";
import { createInboxStore } from "../../src/infra/inbox/store.js";
import { createTestDatabase } from "../support/database.js";
import { plantGovernment } from "../support/registry-fixture.js";
import { describeInbox, type InboxWorld } from "./inbox-store.js";

const DAY_MS = 86_400_000;

const createWorld = async (): Promise<InboxWorld> => {
  const database = await createTestDatabase();
  const prisma = createClient(database.url, { poolSize: 6 });
  const government = await plantGovernment(prisma);
  return {
    first: createInboxStore(prisma),
    second: createInboxStore(prisma),
    bound: { governmentId: government.id, conversation: government.conversation(government.home, "work") },
    rowOf: (eventId) =>
      prisma.inboxEvent.findUniqueOrThrow({ where: { platform_eventId: { platform: "simulator", eventId } } }),
    count: () => prisma.inboxEvent.count(),
    expireLeases: () => prisma.inboxEvent.updateMany({ data: { leaseUntil: new Date(0) } }),
    doneBefore: (eventId, days) =>
      prisma.inboxEvent.updateMany({
        where: { eventId },
        data: { state: "done", doneAt: new Date(Date.now() - days * DAY_MS) },
      }),
    clear: () => prisma.inboxEvent.deleteMany(),
    async close() {
      await prisma.$disconnect();
      await database.drop();
    },
  };
};

describeInbox("PostgreSQL", createWorld);
