import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { type Program, startProgram, temporaryDataDir } from "../support/program.js";
import type { Fault } from "../support/telegram/faults.js";
import { plantTelegramGovernment, type TelegramAgency } from "../support/telegram-government.js";
import { createTelegramServer, type TelegramServer } from "../support/telegram-server.js";

const HOMES = 50;
const CASES = 200;
/** Everything that may go wrong between the program and Telegram at once; what never answers takes its time, so there is less of it. */
const QUICK: readonly Fault[] = [
  { kind: "429", retryAfterS: 1 },
  { kind: "500" },
  { kind: "502" },
  { kind: "drop" },
  { kind: "done-drop" },
];
const SENDING = ["sendMessage", "editMessageText", "answerCallbackQuery"];
const PATIENCE = { timeout: 240_000, interval: 200 };

const data = temporaryDataDir();
let database: TestDatabase;
let prisma: PrismaClient;
let server: TelegramServer;
let program: Program;
let agencies: readonly TelegramAgency[];

beforeAll(async () => {
  [database, server] = await Promise.all([createTestDatabase(), createTelegramServer()]);
  prisma = createClient(database.url, { poolSize: 2 });
  const codes = Array.from({ length: HOMES * 2 }, (_, index) => `dinas${index}`);
  agencies = await plantTelegramGovernment(prisma, server, codes);
  program = await startProgram({
    ...{ DATABASE_URL: database.url, DATA_DIR: data.path, LOG_LEVEL: "fatal" },
    ...{ TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.apiRoot },
  });
});

afterAll(async () => {
  await program?.stop();
  await server?.close();
  await prisma?.$disconnect();
  await database?.drop();
  await data.remove();
});

const agencyOf = (index: number): TelegramAgency => {
  const found = agencies[index];
  if (!found) throw new Error(`no agency ${index}`);
  return found;
};
const homeOf = (number: number): TelegramAgency => agencyOf(number % HOMES);
const relatedOf = (number: number): TelegramAgency => agencyOf(HOMES + (number % HOMES));
const numbers = Array.from({ length: CASES }, (_, number) => number);

const codes = async (): Promise<ReadonlyMap<number, string>> => {
  const rows = await prisma.inquiry.findMany({ select: { code: true, text: true } });
  return new Map(rows.map(({ code, text }) => [Number(/nomor (\d+)\?/.exec(text)?.[1]), code]));
};

const sendable = { state: { in: ["pending", "sending"] } };

const waits = async (): Promise<number> => {
  const inbox = await prisma.inboxEvent.count({ where: { state: { in: ["pending", "running"] } } });
  const outbox = await prisma.outboxMessage.count({ where: sendable });
  return inbox + outbox + server.updates.waiting().length;
};
const quiet = (): Promise<void> => vi.waitFor(async () => expect(await waits()).toBe(0), PATIENCE);

/** Says the same to every case, while updates come twice and calls fail; resolves when all is quiet. */
const sayToAll = async (seed: number, say: (number: number) => unknown): Promise<void> => {
  server.faults.share({ seed, share: 0.1, faults: QUICK, methods: [...SENDING, "getUpdates"] });
  for (const kind of ["silent", "done-silent"] as const)
    server.faults.add({ method: "sendMessage", after: 10 * seed, times: 2, fault: { kind } });
  for (const number of numbers) {
    say(number);
    const last = server.updates.last();
    if (last && number % 3 === 0) server.updates.again(last);
  }
  await quiet();
};

/** Lets the network fail while there is something to send, until a message met it. */
const failing = async (state: "gone" | "half-open", error: string): Promise<void> => {
  await vi.waitFor(
    async () => expect(await prisma.outboxMessage.count({ where: sendable })).toBeGreaterThan(0),
    PATIENCE,
  );
  await server.network(state);
  const met = { ...sendable, error: { startsWith: error } };
  await vi.waitFor(async () => expect(await prisma.outboxMessage.count({ where: met })).toBeGreaterThan(0), PATIENCE);
  await server.network("up");
};

/** The bot's messages in a chat that are the card of this case: those with its question and buttons or its end. */
const cardsIn = ({ place }: TelegramAgency, code: string) =>
  server.read(place).filter(({ isOfBot, text }) => isOfBot && text.startsWith(code));

/** Messages Telegram accepted that no row of the outbox became: doubles. By chat. */
const doubles = async (): Promise<ReadonlyMap<string, number>> => {
  const rows = await prisma.outboxMessage.findMany({ select: { channel: true, messageId: true } });
  const known = new Set(rows.map(({ channel, messageId }) => `${channel}:${messageId}`));
  const found = new Map<string, number>();
  for (const { method, params, result } of server.journal) {
    if (method !== "sendMessage") continue;
    const chat = String(params.chat_id);
    const { message_id } = result as { readonly message_id: number };
    if (!known.has(`${chat}:${message_id}`)) found.set(chat, (found.get(chat) ?? 0) + 1);
  }
  return found;
};

/** How often what was written may have been written before, by chat: each attempt at a row that is marked but its last. */
const admitted = async (): Promise<ReadonlyMap<string, number>> => {
  const select = { channel: true, attempts: true } as const;
  const rows = await prisma.outboxMessage.findMany({ where: { ambiguous: true }, select });
  const counts = new Map<string, number>();
  for (const { channel, attempts } of rows) counts.set(channel, (counts.get(channel) ?? 0) + attempts - 1);
  return counts;
};

test("200 cases through 429, 500, cut and silent connections, a network that is gone or half-open, and updates that come twice", async () => {
  server.faults.add({ method: "getUpdates", after: 1, fault: { kind: "silent" } });
  await sayToAll(1, (number) => homeOf(number).hand.say(`/catat Pertanyaan nomor ${number}? dari=@warga`));
  const known = await codes();
  expect(known.size).toBe(CASES);
  expect(await prisma.inquiry.count()).toBe(CASES);
  const codeOf = (number: number): string => known.get(number) ?? "?";

  const forwarding = sayToAll(2, (number) =>
    homeOf(number).hand.say(`/teruskan ${codeOf(number)} ${relatedOf(number).code}`),
  );
  await failing("half-open", "outcome unknown (aborted)");
  await forwarding;
  const answering = sayToAll(3, (number) =>
    relatedOf(number).hand.say(`/jawab ${codeOf(number)} Jawaban nomor ${number}.`),
  );
  await failing("gone", "not sent");
  await answering;
  server.faults.heal();

  expect(await prisma.inquiry.count()).toBe(CASES);
  expect(await prisma.forward.count({ where: { status: "answered" } })).toBe(CASES);
  expect(await prisma.outboxMessage.count({ where: { state: "dead" } })).toBe(0);
  expect(await prisma.inboxEvent.count({ where: { state: "parked" } })).toBe(0);
  for (const number of numbers) {
    const home = cardsIn(homeOf(number), codeOf(number));
    expect(
      home.some(({ text }) => text.includes(`Jawaban nomor ${number}.`)),
      codeOf(number),
    ).toBe(true);
    expect(cardsIn(relatedOf(number), codeOf(number)).length, codeOf(number)).toBeGreaterThan(0);
  }
  const [twice, marked] = [await doubles(), await admitted()];
  for (const [chat, count] of twice) expect(marked.get(chat) ?? 0, `doubles in ${chat}`).toBeGreaterThanOrEqual(count);
  const sum = (counts: ReadonlyMap<string, number>): number =>
    [...counts.values()].reduce((all, each) => all + each, 0);
  process.stdout.write(
    `telegram faults: ${CASES} cases, ${server.journal.length} accepted calls, ${server.faults.used()} failed ones, ` +
      `lost 0, doubled ${sum(twice)}, admitted ${sum(marked)} by ${await prisma.outboxMessage.count({ where: { ambiguous: true } })} rows that are marked\n`,
  );
  expect(server.violations).toEqual([]);
}, 600_000);
