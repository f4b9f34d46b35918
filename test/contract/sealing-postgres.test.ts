import { contentHash } from "../../src/infra/db/canonical-json.js";
import { createClient } from "../../src/infra/db/client.js";
import { sealHistory } from "../../src/infra/history/sealer.js";
import { verifyHistory } from "../../src/infra/history/verify.js";
import { createTestDatabase } from "../support/database.js";
import { plantGovernment } from "../support/registry-fixture.js";
import { describeSealing, type SealingWorld } from "./sealing.js";

const createWorld = async (): Promise<SealingWorld> => {
  const database = await createTestDatabase();
  const prisma = createClient(database.url, { poolSize: 6 });
  const { id: one } = await plantGovernment(prisma);
  const { id: other } = await plantGovernment(prisma);
  return {
    one,
    other,
    write: (count, governmentId) =>
      prisma.history.createMany({
        data: Array.from({ length: count }, (_each, number) => {
          const content = { number, text: "pertanyaan “warga” 😀", nested: { b: 1, a: [null, 0.5] } };
          const at = new Date(Date.UTC(2026, 0, 5, 2, 0, 0, number));
          const subjectId = number % 2 === 0 ? "q1" : null;
          const actor = number % 3 === 0 ? "p1" : null;
          return { governmentId, subjectId, at, actor, kind: "forwarded", content, contentHash: contentHash(content) };
        }),
      }),
    seal: (governmentId) => sealHistory(prisma, governmentId),
    verify: () => verifyHistory(prisma),
    numbersOf: async (governmentId) =>
      (await prisma.history.findMany({ where: { governmentId }, orderBy: { id: "asc" } })).map(({ sealNo }) =>
        Number(sealNo),
      ),
    clear: () => prisma.history.deleteMany(),
    async close() {
      await prisma.$disconnect();
      await database.drop();
    },
  };
};

describeSealing("PostgreSQL", createWorld);
