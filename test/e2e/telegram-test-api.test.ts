import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { type Program, startProgram } from "../support/program.js";
import { printedCode, runSetup } from "../support/setup-command.js";
import { startTelegramTestApi, testToken } from "../support/telegram-test-api.js";

const example = readFileSync(new URL("../../docs/setup.example.yaml", import.meta.url), "utf8")
  .replace("regulation: kobar-2017", "regulation: jabar-2019")
  .replace("trial: true", "trial: false");

const WORK = -1001;
const APPROVAL = -1002;
const RELATED = -1003;
const admin = { user: 11, name: "Siti", chat: 11 };
const officer = { user: 12, name: "Rina", chat: WORK };
const official = { user: 13, name: "Surya", chat: APPROVAL };
const colleague = { user: 14, name: "Bagas", chat: RELATED };

let folder: string;
let database: TestDatabase;
let telegram: Awaited<ReturnType<typeof startTelegramTestApi>>;
let program: Program;
let printed: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tanggap-telegram-"));
  [database, telegram] = await Promise.all([createTestDatabase("empty"), startTelegramTestApi()]);
  const file = join(folder, "setup.yaml");
  writeFileSync(file, example);
  const place = { DATABASE_URL: database.url, DATA_DIR: join(folder, "data") };
  const { exitCode, out, err } = await runSetup([file], place);
  expect([exitCode, err]).toEqual([0, ""]);
  printed = out;
  program = await startProgram({ ...place, TELEGRAM_BOT_TOKEN: testToken, TELEGRAM_API_ROOT: telegram.root });
});

afterAll(async () => {
  await program?.stop();
  await telegram?.stop();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const code = (words: RegExp): string => printedCode(printed, words);
const secret = (words: RegExp): string => code(words).split(" ")[1] ?? "";

test("a government on Telegram: chats bound, people joined, a case from the question to the post", async () => {
  const { type, said, press, reply, react } = telegram;
  await type(admin, `/start ${secret(/Siti Aminah, admin/)}`);
  await said(admin.chat, /Selamat datang/);
  const chats = [
    [WORK, /PUPR · Kerja/],
    [APPROVAL, /PUPR · Persetujuan/],
    [RELATED, /DISHUB · Kerja/],
  ] as const;
  for (const [chat, words] of chats) {
    await type({ ...admin, chat }, `/sambungkan@TestNameBot ${secret(words)}`);
    await said(chat, /sekarang|tersambung|menjadi/i);
  }
  const people = [
    [officer, /Rina Wulandari/],
    [official, /Surya Pratama/],
    [colleague, /Bagas Nugroho/],
  ] as const;
  for (const [person, words] of people) {
    await type(person, `/gabung ${secret(words)}`);
    await said(person.chat, /Selamat datang/);
  }

  await type(officer, "/catat Kapan jembatan dibuka lagi, Min? dari=@warga.contoh");
  await said(WORK, /CONTOH-26-0001[\s\S]*Kapan jembatan dibuka/);
  await type(officer, "/teruskan 1 dishub");
  await press(colleague, /Kapan jembatan dibuka/, "Kami tangani");
  await type(colleague, "/jawab 1 Dibuka hari Senin.");
  await said(APPROVAL, /Dibuka hari Senin/);

  await type(officer, "/jawab 1");
  const question = await said(WORK, /Mohon kirim naskah/);
  expect(question.message.reply_markup?.force_reply).toBe(true);
  await reply(officer, question, "Jembatan dibuka lagi Senin pukul 06.00.");
  await press(official, /Izin melaporkan[\s\S]*Senin pukul 06\.00/, "Tahan dulu");
  await said(WORK, /ditahan/i);
  react(official, await said(APPROVAL, /Senin pukul 06\.00/), "👍");
  await said(WORK, /Siap ditayangkan[\s\S]*Senin pukul 06\.00/);
  await type(officer, "/tayang 1 https://www.instagram.com/p/contoh");
  await said(WORK, /Selesai[\s\S]*instagram\.com\/p\/contoh/);
});
