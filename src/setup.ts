import { ConfigError, loadConfig, secretsOf } from "./config.js";
import { setupTexts } from "./i18n/setup-cli.js";
import { createLogger } from "./infra/logging.js";
import type { Locale } from "./ports/chat/refs.js";
import { readAgencySheet } from "./setup/agency-sheet.js";
import { readArguments, type Telling, type Wish } from "./setup/arguments.js";
import { codeLines, codesAsJson } from "./setup/codes.js";
import { exitCodeOf, type Outcome } from "./setup/outcome.js";
import { readSetup } from "./setup/read-setup.js";
import {
  type CodesTarget,
  newAdmin,
  removeTrial,
  renewCodes,
  type Surroundings,
  setUp,
  withFoundations,
} from "./setup/set-up.js";
import { outcomeAsJson, outcomeLines, type Tone } from "./setup/tell.js";
import { isMeant } from "./setup/wizard/is-meant.js";
import { createPrompts } from "./setup/wizard/prompts.js";
import { runWizard } from "./setup/wizard/wizard.js";

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());

const surroundings = (): Surroundings => {
  const config = loadConfig();
  return { config, logger: createLogger(config.logLevel, secretsOf(config)), stopped: stopping.signal };
};

const toneOf = ({ locale, codesTo }: Telling, language?: string): Tone => {
  const ofFile: Locale | undefined = language === "en" || language === "id" ? language : undefined;
  return { locale: locale ?? ofFile ?? "id", codesTo };
};

const targetOf = ({ codesTo, json }: Telling, { locale }: Tone): CodesTarget | undefined =>
  codesTo === undefined
    ? undefined
    : {
        path: codesTo,
        write: (given) =>
          json ? `${JSON.stringify(codesAsJson(given))}\n` : `${codeLines(given, locale).join("\n")}\n`,
      };

/** What belongs on standard output goes there; what is wrong to standard error, but always there as JSON. */
const tell = (outcome: Outcome, telling: Telling, tone: Tone): void => {
  process.exitCode = exitCodeOf(outcome);
  if (telling.json) process.stdout.write(`${JSON.stringify(outcomeAsJson(outcome, tone))}\n`);
  else
    for (const line of outcomeLines(outcome, tone))
      (process.exitCode === 0 ? process.stdout : process.stderr).write(`${line}\n`);
};

const runFile = async ({ path, check, telling }: Extract<Wish, { kind: "file" }>): Promise<void> => {
  const { language, ...read } = await readSetup(path);
  const tone = toneOf(telling, language);
  const plan = read.kind === "done" ? read.value : undefined;
  if (read.kind === "problems") tell({ kind: "bad", problems: read.problems }, telling, tone);
  else if (check && plan) tell({ kind: "good", plan }, telling, tone);
  else if (plan) tell(await setUp(surroundings(), plan, targetOf(telling, tone)), telling, tone);
};

const runQuestions = async ({ telling }: Extract<Wish, { kind: "wizard" }>): Promise<void> => {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    process.stderr.write(`${setupTexts[telling.locale ?? "id"].command.noTerminal}\n`);
    process.exitCode = 1;
    return;
  }
  const parts = surroundings();
  const { outcome, locale } = await runWizard({
    prompts: createPrompts({ input: process.stdin, output: process.stdout, signal: stopping.signal }),
    locale: telling.locale,
    takenCodes: () => withFoundations(parts, (foundations) => foundations.codes()),
    hasPlatform: parts.config.realPlatformConfigured,
    readAgencies: readAgencySheet,
    save: (plan, spoken) => setUp(parts, plan, targetOf(telling, { locale: spoken, codesTo: telling.codesTo })),
  });
  tell(outcome, telling, { locale, codesTo: telling.codesTo });
};

/** A trial goes when its letters were typed once more, or `--yes` says so where nobody can be asked. */
const runRemoval = async ({ code, sure, telling }: Extract<Wish, { kind: "remove" }>): Promise<void> => {
  const tone = toneOf(telling);
  const canAsk = process.stdin.isTTY && process.stdout.isTTY && !telling.json;
  if (!sure && !canAsk) return tell({ kind: "unsure", code }, telling, tone);
  const terminal = { input: process.stdin, output: process.stdout, signal: stopping.signal };
  if (!sure && !(await isMeant(createPrompts(terminal), code, tone.locale)))
    return tell({ kind: "left" }, telling, tone);
  tell(await removeTrial(surroundings(), code), telling, tone);
};

const run = async (wish: Wish): Promise<void> => {
  switch (wish.kind) {
    case "tell":
      (wish.isMistake ? process.stderr : process.stdout).write(`${wish.text}\n`);
      process.exitCode = wish.isMistake ? 1 : 0;
      return;
    case "file":
      return runFile(wish);
    case "renew":
    case "admin": {
      const tone = toneOf(wish.telling);
      const give = wish.kind === "renew" ? renewCodes : newAdmin;
      return tell(await give(surroundings(), wish.code, targetOf(wish.telling, tone)), wish.telling, tone);
    }
    case "remove":
      return runRemoval(wish);
    case "wizard":
      return runQuestions(wish);
  }
};

const failed = (error: unknown, json: boolean): void => {
  const message = error instanceof Error ? error.message : String(error);
  const isConfig = error instanceof ConfigError;
  process.exitCode = isConfig ? error.exitCode : 1;
  if (json) process.stdout.write(`${JSON.stringify({ ok: false, reason: isConfig ? "config" : "failed", message })}\n`);
  else process.stderr.write(`${message}\n`);
};

const wish = readArguments(process.argv.slice(2));
run(wish).catch((error: unknown) => failed(error, wish.kind !== "tell" && wish.telling.json));
