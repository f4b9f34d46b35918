import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { contentHash } from "../../src/infra/db/canonical-json.js";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { sealHistory } from "../../src/infra/history/sealer.js";
import { verifyHistory } from "../../src/infra/history/verify.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { type PlantedGovernment, plantGovernment } from "../support/registry-fixture.js";

let database: TestDatabase;
let prisma: PrismaClient;
let one: PlantedGovernment;
let other: PlantedGovernment;

beforeAll(async () => {
  database = await createTestDatabase();
  prisma = createClient(database.url, { poolSize: 6 });
  one = await plantGovernment(prisma);
  other = await plantGovernment(prisma);
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

beforeEach(async () => {
  await prisma.history.deleteMany();
});

const write = (count: number, government = one) =>
  prisma.history.createMany({
    data: Array.from({ length: count }, (_each, number) => {
      const content = { number, text: "pertanyaan “warga” 😀", nested: { b: 1, a: [null, 0.5] } };
      return {
        governmentId: government.id,
        subjectId: number % 2 === 0 ? "q1" : null,
        at: new Date(Date.UTC(2026, 0, 5, 2, 0, 0, number)),
        actor: number % 3 === 0 ? "p1" : null,
        kind: "forwarded",
        content,
        contentHash: contentHash(content),
      };
    }),
  });

const numbersOf = async (government = one) =>
  (await prisma.history.findMany({ where: { governmentId: government.id }, orderBy: { id: "asc" } })).map(
    ({ sealNo }) => Number(sealNo),
  );

it("gives a row that was committed late the next number", async () => {
  await write(3);
  const [first] = await prisma.history.findMany({ orderBy: { id: "asc" }, take: 1 });
  if (first === undefined) throw new Error("no history");
  await prisma.history.delete({ where: { id: first.id } });
  await sealHistory(prisma);
  await prisma.history.create({ data: { ...first, content: first.content as object } });
  await sealHistory(prisma);
  expect(await numbersOf()).toEqual([3, 1, 2]);
  expect(await verifyHistory(prisma)).toMatchObject({ sealed: 3, broken: 0 });
});

const tamper = async (change: (id: bigint) => Promise<unknown>) => {
  await write(5);
  await sealHistory(prisma);
  const row = await prisma.history.findFirstOrThrow({ where: { sealNo: 3 } });
  await change(row.id);
  return (await verifyHistory(prisma)).breaks.map(({ sealNo, kind }) => `${sealNo} ${kind}`);
};

it("finds a changed content, and nothing else, so that it could be erased", async () => {
  const change = (id: bigint) => prisma.history.update({ where: { id }, data: { content: { number: 99 } } });
  expect(await tamper(change)).toEqual(["3 content"]);
});

it.each([
  ["time", { at: new Date(0) }],
  ["actor", { actor: "somebody else" }],
  ["kind", { kind: "answered" }],
  ["case", { subjectId: "q2" }],
])("finds a changed %s", async (_what, data) => {
  expect(await tamper((id) => prisma.history.update({ where: { id }, data }))).toEqual(["3 seal"]);
});

it("finds a content exchanged together with its hash", async () => {
  const content = { number: 99 };
  const data = { content, contentHash: contentHash(content) };
  expect(await tamper((id) => prisma.history.update({ where: { id }, data }))).toEqual(["3 seal"]);
});

it("finds a removed row", async () => {
  expect(await tamper((id) => prisma.history.delete({ where: { id } }))).toEqual(["4 number", "4 seal"]);
});

it("finds a chain given to another government", async () => {
  await write(2);
  await sealHistory(prisma);
  await prisma.history.updateMany({ data: { governmentId: other.id } });
  expect((await verifyHistory(prisma)).breaks).toEqual([{ governmentId: other.id, sealNo: "1", kind: "seal" }]);
});
