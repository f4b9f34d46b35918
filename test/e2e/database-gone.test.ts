import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestDatabase } from "../support/database.js";
import { type Program, startProgram } from "../support/program.js";
import { simulatorClient } from "../support/simulator-client.js";
import { openTcpGate, type TcpGate } from "../support/tcp-gate.js";

const officer = "klaten-pupr-officer";
const work = "klaten-pupr-work";
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let gate: TcpGate;
let program: Program;

beforeAll(async () => {
  database = await createTestDatabase();
  const url = new URL(database.url);
  gate = await openTcpGate(Number(url.port));
  url.port = String(gate.port);
  url.hostname = "127.0.0.1";
  program = await startProgram({ DATABASE_URL: url.href, LOG_LEVEL: "fatal" });
});

afterAll(async () => {
  await program.stop();
  await gate.close();
  await database.drop();
});

test("with the database away events are refused honestly; when it is back everything goes on by itself", async () => {
  const client = simulatorClient(() => program.url);
  await client.type(officer, work, "/inquiry Sebelum basis data hilang?");
  await gate.close();
  const event = {
    as: officer,
    channel: work,
    type: "command",
    text: "/inquiry Saat basis data hilang?",
    eventId: "gone",
  };
  const refused = await client.post("/events", event);
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ error: { code: "unavailable" } });
  await gate.open();
  await vi.waitFor(async () => expect((await client.post("/events", event)).status).toBe(202), {
    timeout: 30_000,
    interval: 100,
  });
  await client.idle();
  const texts = (await client.said(work)).map(({ text }) => text);
  for (const asked of ["Sebelum basis data hilang?", "Saat basis data hilang?"])
    expect(texts.filter((text) => text.includes(asked))).toHaveLength(1);
});
