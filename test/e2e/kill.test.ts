import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { type Program, startProgram, temporaryDataDir } from "../support/program.js";
import { type SimulatorEvent, simulatorClient } from "../support/simulator-client.js";

const data = temporaryDataDir();
const kills = 10;
const officer = "kobar-pupr-officer";
const work = "kobar-pupr-work";
let program: Program | undefined;

afterAll(async () => {
  await program?.stop();
  await data.remove();
});

/** Ends the program's own PostgreSQL as a power cut would: its processes at once, without a word. */
const killDatabase = (): void => {
  const folder = readdirSync(data.path, { recursive: true, encoding: "utf8" }).find((path) =>
    path.endsWith("postmaster.pid"),
  );
  if (folder === undefined) return;
  const pid = Number(readFileSync(join(data.path, folder), "utf8").split("\n")[0]);
  if (Number.isInteger(pid) && pid > 1) process.kill(pid, "SIGKILL");
};

/** Sends events one after the other, each again until it was acknowledged; what a real platform does with a webhook. */
const sendAll = async (url: string, events: readonly SimulatorEvent[], sent: Set<string>): Promise<void> => {
  const client = simulatorClient(() => url);
  for (const event of events) {
    const id = String(event.eventId);
    if (sent.has(id)) continue;
    await client.send(event);
    sent.add(id);
  }
};

const inquiries: readonly SimulatorEvent[] = Array.from({ length: 60 }, (_, index) => ({
  as: officer,
  channel: work,
  type: "command",
  text: `/inquiry Pertanyaan nomor ${index} dari warga?`,
  eventId: `kill-${index}`,
}));

test(`killed ${kills} times at random moments, half of them with its database: nothing lost, nothing doubled`, async () => {
  const sent = new Set<string>();
  for (let round = 0; round < kills; round++) {
    program = await startProgram({ DATA_DIR: data.path });
    const sending = sendAll(program.url, inquiries, sent).catch(() => {});
    await after(20 + Math.random() * 250);
    await program.kill();
    if (round % 2 === 1) killDatabase();
    await sending;
  }
  program = await startProgram({ DATA_DIR: data.path });
  const { url } = program;
  await sendAll(url, inquiries, sent);
  const client = simulatorClient(() => url);
  await client.idle();
  const said = (await client.said(work)).filter((message) => /Pertanyaan nomor \d+ dari/.test(message.text));
  const numbers = said.map((message) => Number(/nomor (\d+) dari/.exec(message.text)?.[1])).sort((a, b) => a - b);
  expect(numbers).toEqual(inquiries.map((_, index) => index));
  const codes = new Set(said.map((message) => /KOBAR-\d\d-\d{4}/.exec(message.text)?.[0]));
  expect(codes.size).toBe(inquiries.length);
  const own = (await client.messages(work)).filter((message) => message.text.startsWith("/inquiry Pertanyaan nomor"));
  expect(own).toHaveLength(inquiries.length);
}, 240_000);
