import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { pdfBytes, pngBytes } from "../support/file-bytes.js";
import { type Program, startProgram, temporaryDataDir } from "../support/program.js";
import { simulatorClient } from "../support/simulator-client.js";
import type { Hand } from "../support/telegram/people.js";
import type { Place } from "../support/telegram/world.js";
import { createTelegramServer, type TelegramServer } from "../support/telegram-server.js";

const PATIENCE_MS = 20_000;
const pupr = { officer: "kobar-pupr-officer", work: "kobar-pupr-work" };
const data = temporaryDataDir();
const client = simulatorClient(() => program.url);

let database: TestDatabase;
let server: TelegramServer;
let program: Program;
let group: Place;
let officer: Hand;

/** Dishub of the example moves to Telegram; all other agencies stay in the simulator. */
const moveDishub = async (personId: number, chat: number): Promise<void> => {
  const prisma = createClient(database.url, { poolSize: 1 });
  const onTelegram = { platform: "telegram", workspace: "-" };
  await prisma.channel.update({ where: { id: "kobar-dishub-work" }, data: { ...onTelegram, nativeId: String(chat) } });
  await prisma.identity.create({
    data: { ...onTelegram, governmentId: "kobar", userId: String(personId), personId: "kobar-dishub-officer" },
  });
  await prisma.$disconnect();
};

beforeAll(async () => {
  [database, server] = await Promise.all([createTestDatabase(), createTelegramServer()]);
  const person = server.addPerson({ first_name: "Dedi" });
  group = server.addGroup("Dishub", [person], { kind: "supergroup" });
  officer = server.hand(person, group);
  program = await startProgram({
    ...{ DATABASE_URL: database.url, DATA_DIR: data.path, SIMULATOR: "on" },
    ...{ TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.apiRoot },
  });
  await moveDishub(person.id, group.id);
});

afterAll(async () => {
  await program?.stop();
  await server?.close();
  await database?.drop();
  await data.remove();
});

/** What the bot said last in the Telegram group with these words, once it did. */
const said = (words: RegExp) =>
  vi.waitFor(() => {
    const found = server.read(group).findLast(({ isOfBot, text }) => isOfBot && words.test(text));
    if (!found) throw new Error(`not said: ${words}`);
    return found;
  }, PATIENCE_MS);

test("a picture from Telegram is on the card of an agency on another platform", async () => {
  const bytes = pngBytes("dari telegram");
  const file = { kind: "photo", name: "lampu.png", mediaType: "image/png", bytes } as const;
  officer.send({ ...file, caption: "/catat Lampu jalan ini mati, Min?" });
  const { text } = await said(/Lampu jalan ini mati/);
  expect(text).toContain("📎");
  officer.say(`/teruskan ${/KOBAR-26-\d+/.exec(text)?.[0]} pupr`);
  const card = await vi.waitFor(async () => {
    const found = (await client.said(pupr.work)).find((each) => each.text.includes("Lampu jalan ini mati"));
    if (!found) throw new Error("not forwarded yet");
    return found;
  }, PATIENCE_MS);
  const shown = card.blocks.find(({ kind }) => kind === "file");
  const answer = await fetch(`${program.url}/api/simulator/files/${shown?.storeKey}`);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(bytes));
});

test("a document from elsewhere comes to the Telegram group below its card, which names it", async () => {
  const bytes = pdfBytes;
  const { handle } = (await (await client.upload(Buffer.from(bytes))).json()) as { readonly handle: string };
  const files = [{ handle, name: "jadwal.pdf" }];
  await client.send({ as: pupr.officer, channel: pupr.work, type: "command", text: "/inquiry Jadwal bus?", files });
  await client.idle();
  const own = (await client.said(pupr.work)).findLast(({ text }) => text.includes("Jadwal bus?"));
  await client.type(pupr.officer, pupr.work, `/forward ${/KOBAR-26-\d+/.exec(own?.text ?? "")?.[0]} dishub`);
  const card = await said(/Jadwal bus\?[\s\S]*📎 jadwal\.pdf/);
  const sent = await vi.waitFor(() => {
    const found = server.read(group).find(({ file }) => file?.name === "jadwal.pdf");
    if (!found) throw new Error("no document yet");
    return found;
  }, PATIENCE_MS);
  expect(sent.replyTo).toBe(card.id);
  expect(Buffer.from(sent.file?.bytes ?? [])).toEqual(Buffer.from(bytes));
  expect(server.violations).toEqual([]);
});

test("a picture sent alone to the bot is kept as well", async () => {
  const [person] = [...server.world.people.values()].filter(({ first_name: name }) => name === "Dedi");
  if (!person) throw new Error("nobody is called so");
  const bytes = pngBytes("sendirian");
  server.hand(person).send({
    ...{ kind: "photo", name: "rambu.png", mediaType: "image/png", bytes },
    caption: "/catat Rambu ini roboh, Min?",
  });
  expect((await said(/Rambu ini roboh/)).text).toContain("📎");
});
