import { afterAll, beforeAll, expect, it } from "vitest";
import { readConfig } from "../../src/config.js";
import { createClient } from "../../src/infra/db/client.js";
import { readAgencySheet } from "../../src/setup/agency-sheet.js";
import { type Surroundings, setUp, withFoundations } from "../../src/setup/set-up.js";
import { outcomeLines } from "../../src/setup/tell.js";
import { createPrompts } from "../../src/setup/wizard/prompts.js";
import { runWizard } from "../../src/setup/wizard/wizard.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { createFakeTerminal, type FakeTerminal, keys } from "../support/fake-terminal.js";
import { playFirstCase } from "../support/first-case.js";
import { startProgram } from "../support/program.js";
import { printedCode } from "../support/setup-command.js";
import { silentLogger } from "../support/silent-logger.js";
import { answerTrial } from "../support/wizard-answers.js";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase("empty");
});

afterAll(() => database.drop());

/** The wizard as `npm run setup` runs it, on a terminal of ours. */
const asked = async (play: (terminal: FakeTerminal) => Promise<void>, stopped = new AbortController().signal) => {
  const terminal = createFakeTerminal();
  const config = readConfig({ DATABASE_URL: database.url }, process.cwd());
  const surroundings: Surroundings = { config, logger: silentLogger, stopped };
  const running = runWizard({
    prompts: createPrompts({ ...terminal, signal: new AbortController().signal }),
    locale: undefined,
    takenCodes: () => withFoundations(surroundings, (foundations) => foundations.codes()),
    hasPlatform: config.realPlatformConfigured,
    readAgencies: readAgencySheet,
    save: (plan) => setUp(surroundings, plan, undefined),
  });
  void running.finally(() => terminal.end()).catch(() => {});
  await play(terminal);
  const { outcome, locale } = await running;
  return { outcome, printed: outcomeLines(outcome, { locale, codesTo: undefined }).join("\n") };
};

const governments = async (): Promise<number> => {
  const prisma = createClient(database.url, { poolSize: 1 });
  const count = await prisma.government.count();
  await prisma.$disconnect();
  return count;
};

it("leaving at the summary leaves an empty database", async () => {
  const { outcome, printed } = await asked(async (terminal) => {
    await answerTrial(terminal);
    await terminal.answer(/Simpan sekarang/, keys.ctrlC);
  });
  expect(outcome).toEqual({ kind: "left" });
  expect(printed).toBe("");
  expect(await governments()).toBe(0);
});

it("so does a signal while it is saved", async () => {
  const { outcome } = await asked(async (terminal) => {
    await answerTrial(terminal);
    await terminal.answer(/Simpan sekarang/, keys.enter);
  }, AbortSignal.abort());
  expect(outcome).toEqual({ kind: "interrupted" });
  expect(await governments()).toBe(0);
});

it("from an empty database to the first closed case", async () => {
  const { outcome, printed } = await asked(async (terminal) => {
    await answerTrial(terminal);
    await terminal.answer(/Simpan sekarang/, keys.enter);
  });
  expect(outcome).toMatchObject({ kind: "founded" });
  expect(printed).toContain("Selanjutnya:");
  const program = await startProgram({ DATABASE_URL: database.url });
  try {
    await playFirstCase({
      ...{ url: program.url, government: "Pemerintah Kabupaten Contoh", home: "PUPR", related: "DISHUB" },
      code: (words) => printedCode(printed, words),
      admin: /Siti Aminah, admin/,
      officers: { home: /Rina Wulandari/, related: /Bagas Nugroho/ },
    });
  } finally {
    await program.stop();
  }
});

it("letters that are taken are said to be while they are typed", async () => {
  const { outcome } = await asked(async ({ answer }) => {
    await answer(/Language/, keys.enter);
    await answer(/Untuk apa/, keys.enter);
    await answer(/Peraturan/, keys.enter);
    await answer(/Nama pemerintah/, `Kabupaten Contoh${keys.enter}`);
    await answer(/Huruf kode/, `contoh${keys.enter}`);
    await answer(/CONTOH sudah dipakai/, keys.ctrlC);
  });
  expect(outcome).toEqual({ kind: "left" });
});
