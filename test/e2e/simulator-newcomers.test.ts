import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { plantTrial, trial, trialCodes } from "../support/planted-trial.js";
import { type Program, startProgram } from "../support/program.js";
import { plantGovernment } from "../support/registry-fixture.js";
import { simulatorClient } from "../support/simulator-client.js";

let database: TestDatabase;
let program: Program;
let real: string;
const client = simulatorClient(() => program.url);

beforeAll(async () => {
  database = await createTestDatabase();
  const prisma = createClient(database.url, { poolSize: 1 });
  await plantTrial(prisma);
  ({ id: real } = await plantGovernment(prisma));
  await prisma.$disconnect();
  program = await startProgram({ DATABASE_URL: database.url, SIMULATOR: "on" });
});

afterAll(async () => {
  await program.stop();
  await database.drop();
});

const channelOf = async (id: string) => (await client.world()).channels.filter((one) => one.id === id);
const personOf = async (id: string) => (await client.world()).people.filter((one) => one.id === id);

test("from a government with neither chats nor people to the first question, by codes alone", async () => {
  expect(await client.world()).toMatchObject({ channels: [], people: [] });
  const chat = await client.addChannel(trial.id, "Grup Dinkes");
  const wati = await client.addPerson(trial.id, "Wati");
  expect(await channelOf(chat)).toMatchObject([{ name: "Grup Dinkes", bound: false }]);
  expect(await personOf(wati)).toMatchObject([{ name: "Wati", registered: false, roles: [] }]);

  await client.type(wati, chat, "/catat Jam buka puskesmas?");
  expect((await client.whispered(chat, wati)).map(({ text }) => text)).toEqual([
    expect.stringContaining("belum terhubung dengan Tanggap"),
  ]);

  await client.type(wati, chat, "/sambungkan UJI-00000-00000");
  expect((await client.whispered(chat, wati)).at(-1)?.text).toContain("Kode itu tidak dikenal");
  await client.type(wati, chat, `/sambungkan ${trialCodes.work.toLowerCase()}`);
  expect((await client.said(chat)).at(-1)?.text).toContain("Grup ini sekarang grup kerja Dinas Kesehatan");
  expect(await channelOf(chat)).toMatchObject([{ name: "DINKES · Kerja", platformName: "Grup Dinkes", bound: true }]);

  await client.type(wati, chat, "/catat Jam buka puskesmas?");
  expect((await client.whispered(chat, wati)).at(-1)?.text).toContain("belum terdaftar");
  await client.type(wati, chat, `/gabung ${trialCodes.officer}`);
  expect((await client.whispered(chat, wati)).at(-1)?.text).toContain("Selamat datang, Wati Lestari");
  expect(await personOf(wati)).toMatchObject([
    { name: "Wati Lestari", registered: true, roles: [{ role: "officer", agency: trial.agency }] },
  ]);

  await client.type(wati, chat, "/catat Jam buka puskesmas?");
  expect((await client.said(chat)).at(-1)?.text).toMatch(/^UJI-\d\d-0001 .*Jam buka puskesmas\?/s);
});

test("somebody joins first, in a chat nobody has bound, and binds it then", async () => {
  const chat = await client.addChannel(trial.id, "Rekap");
  const yusuf = await client.addPerson(trial.id, "Yusuf");
  await client.type(yusuf, chat, `/gabung ${trialCodes.official}`);
  expect((await client.whispered(chat, yusuf)).at(-1)?.text).toContain("Selamat datang, Yusuf");
  expect(await personOf(yusuf)).toMatchObject([{ registered: true, roles: [{ role: "official" }] }]);
  expect(await channelOf(chat)).toMatchObject([{ bound: false }]);
  await client.type(yusuf, chat, `/sambungkan ${trialCodes.digest}`);
  expect(await channelOf(chat)).toMatchObject([{ bound: true, purpose: "digest" }]);
});

test("a real government beside it has no chats and people here, and cannot be given any", async () => {
  for (const what of ["channels", "people"]) {
    const refused = await client.post(`/governments/${real}/${what}`, { name: "Grup" });
    expect(refused.status).toBe(404);
    expect(await refused.json()).toMatchObject({ error: { code: "unknown-government" } });
  }
  const { channels, people } = await client.world();
  expect([...channels, ...people].filter(({ government }) => government === real)).toEqual([]);
});
