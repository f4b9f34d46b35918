import { afterAll, beforeAll, expect, it } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import { createStore } from "../../src/infra/db/repositories/store.js";
import { createTestDatabase } from "../support/database.js";
import { plantGovernment } from "../support/registry-fixture.js";

type Prisma = ReturnType<typeof createClient>;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let prisma: Prisma;

beforeAll(async () => {
  database = await createTestDatabase();
  prisma = createClient(database.url, { poolSize: 2 });
});

afterAll(async () => {
  await prisma?.$disconnect();
  await database?.drop();
});

it("tells once of a stored setting that counts for nothing, and again of another", async () => {
  const { id } = await plantGovernment(prisma, { settings: { silentAfterDays: 0 } });
  await prisma.government.update({ where: { id }, data: { locale: "fr" } });
  const told: object[] = [];
  const store = createStore(prisma, (fault) => told.push(fault));
  for (const _ of [1, 2, 3]) expect((await store.sceneOfGovernment(id)).directory.government.locale).toBe("id");
  expect(told).toMatchObject([
    { government: id, setting: "silentAfterDays" },
    { government: id, setting: "locale" },
  ]);
  await prisma.government.update({ where: { id }, data: { locale: "en", settings: { quiet: 1 } } });
  expect((await store.sceneOfGovernment(id)).directory.government.locale).toBe("en");
  expect(told.slice(2)).toMatchObject([{ government: id, setting: "quiet" }]);
});
