import { createClient } from "../../src/infra/db/client.js";
import { nextDueCaseTime, sweepPings } from "../../src/infra/scheduler/sweep.js";
import { createTestDatabase } from "../support/database.js";
import { type PlantedGovernment, plantGovernment } from "../support/registry-fixture.js";
import { describeSweep, OFFSET_MS, type SweepWorld } from "./ping-sweep.js";

const forwardOf = (id: string, inquiryId: string, status: string, government: PlantedGovernment) => ({
  id,
  governmentId: government.id,
  inquiryId,
  agencyId: government.related,
  ordinal: 1,
  round: 1,
  status,
  forwardedBy: government.person(government.home, "officer"),
  fromAgencyId: government.home,
  forwardedAt: new Date(),
  firstForwardedAt: new Date(),
});

const createWorld = async (): Promise<SweepWorld> => {
  const database = await createTestDatabase();
  const prisma = createClient(database.url, { poolSize: 6 });
  const real = await plantGovernment(prisma);
  const example = await plantGovernment(prisma, { example: true, clockOffsetMs: OFFSET_MS });
  return {
    real,
    example,
    sweep: () => sweepPings(prisma),
    nextDue: (only) => nextDueCaseTime(prisma, only),
    plantForward: (id, status = "open", government = real) =>
      prisma.forward.create({ data: forwardOf(id, `q-${id}`, status, government) }),
    async plantPing({ forward, stage = "before-60", dueInMs = -1000, purpose = "work", government = real }) {
      const dueAt = new Date(Date.now() + (government === example ? OFFSET_MS : 0) + dueInMs);
      const agencyId = government.related;
      const names = { governmentId: government.id, forwardId: forward, inquiryId: `q-${forward}` };
      await prisma.ping.create({ data: { ...names, stage, agencyId, purpose, dueAt } });
      return dueAt;
    },
    async plantMany(count) {
      const numbers = Array.from({ length: count }, (_each, number) => number);
      const dueAt = new Date(Date.now() - 1000);
      const { id: governmentId, related: agencyId } = real;
      await prisma.forward.createMany({ data: numbers.map((each) => forwardOf(`f${each}`, `q${each}`, "open", real)) });
      await prisma.ping.createMany({
        data: numbers.map((each) => ({
          governmentId,
          forwardId: `f${each}`,
          inquiryId: `q${each}`,
          stage: "due",
          agencyId,
          purpose: "work",
          dueAt,
        })),
      });
    },
    cancel: (forwardId) => prisma.ping.updateMany({ where: { forwardId }, data: { takenAt: new Date() } }),
    takenAt: async (forwardId) => (await prisma.ping.findFirstOrThrow({ where: { forwardId } })).takenAt,
    messages: () => prisma.outboxMessage.findMany({ orderBy: { channel: "asc" } }),
    events: () => prisma.inboxEvent.findMany({ orderBy: { eventId: "asc" } }),
    async clear() {
      await prisma.ping.deleteMany();
      await prisma.forward.deleteMany();
      await prisma.outboxMessage.deleteMany();
      await prisma.inboxEvent.deleteMany();
    },
    async close() {
      await prisma.$disconnect();
      await database.drop();
    },
  };
};

describeSweep("PostgreSQL", createWorld);
