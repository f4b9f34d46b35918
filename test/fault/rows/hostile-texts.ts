import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command, form, officerOf } from "../driver/events.js";
import { hostileTextsOf } from "../driver/hostile.js";
import { linesIn, secretsInLogs } from "../driver/secrets.js";
import { connectServer } from "../driver/server.js";
import type { Stand } from "../driver/stand.js";
import { checkHistory } from "../driver/whole.js";
import { count, type FaultCase, figure, type Work } from "./fault-case.js";
import { runHostile, sayMegabyte } from "./hostile-run.js";
import type { Hostile } from "./hostile-steps.js";

const BATCH = 80;
const MEGABYTE = 1024 * 1024;
const MESSAGES = "messages";
/** So many calls of each batch fail, so that the log has the program's errors too. */
const FAILING = 3;

const hostileOf = (text: string, number: number): Hostile => {
  const marker = `t${randomBytes(6).toString("hex")}`;
  return { marker, words: `${marker} ${text}`, number };
};

const disturb = async (stand: Stand): Promise<void> => {
  await stand.platform.inject({ kind: "500" }, FAILING);
  const client = await connectServer(stand.dataDir);
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tanggap' limit 1",
  );
  await client.end();
};

const megabytes = async (stand: Stand, { words }: Hostile, work: Work): Promise<void> => {
  const speaker = officerOf("kobar", "dlh");
  const huge = `${words} ${"panjang ".repeat(MEGABYTE / 8)}`;
  const events = [form(speaker, "inquiry", { text: huge }), command(speaker, `/inquiry ${huge}`)];
  await sayMegabyte(stand, speaker, events, work.tally);
};

const runAll = async (work: Work, log: string): Promise<void> => {
  const { stand, tally, random, runs } = work;
  await stand.start({ LOG_LEVEL: "trace", FAULT_LOG: log });
  await stand.quiet();
  const texts = hostileTextsOf(runs, Math.floor(random() * 2 ** 31)).map(hostileOf);
  for (let from = 0; from < texts.length; from += BATCH) {
    const batch = texts.slice(from, from + BATCH);
    await disturb(stand);
    await runHostile(stand, batch, tally);
    tally.runs += batch.length;
  }
  if (texts[0]) await megabytes(stand, texts[0], work);
  count(tally, MESSAGES, linesIn(log));
  tally.failures.push(
    ...(await secretsInLogs(
      stand,
      log,
      texts.map(({ marker }) => marker),
    )),
  );
  await checkHistory(stand, tally);
  await stand.kill();
};

/** Row G: texts that break careless software, in every field. */
export const hostileFields: readonly FaultCase[] = [
  {
    row: "G",
    name: "texts",
    fault: "hostile texts, fixed and generated, in every field of commands and forms; 1 MB",
    demand: "0 mentions fired, arrives literally, 1 MB refused; no words, token or password in any log",
    modes: ["nonce"],
    runs: (counts) => counts.texts,
    async run(work) {
      const folder = mkdtempSync(join(tmpdir(), "tanggap-fault-"));
      try {
        await runAll(work, join(folder, "log"));
        work.tally.notes.push(`${figure(work.tally, MESSAGES)} lines of log searched`);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  },
];
