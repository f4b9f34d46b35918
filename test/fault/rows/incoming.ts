import { randomUUID } from "node:crypto";
import type { ChatEvent } from "../../../src/ports/chat/inbound.js";
import { command, officerOf } from "../driver/events.js";
import type { Journey } from "../driver/journeys.js";
import { judgeFinding, NO_DOUBLES } from "../driver/judge.js";
import { createOracle, type Oracle } from "../driver/oracle.js";
import { OTHERS } from "../driver/probes.js";
import { checkHistory } from "../driver/whole.js";
import type { FaultCase, Work } from "./fault-case.js";

const BATCH = 20;

/** A question in one of the chats, as an event and as the journey it makes. */
const question = (number: number, eventId: string = randomUUID(), at = new Date()) => {
  const where = OTHERS[number % OTHERS.length] ?? "";
  const text = `${where} ${randomUUID()}?`;
  const said = command(officerOf("kobar", where), `/inquiry ${text}`, eventId);
  const event: ChatEvent = { ...said, occurredAt: at.toISOString() };
  const journey: Journey = { name: "asked", text, events: [eventId] };
  return { event, journey };
};

type Asked = ReturnType<typeof question>;

const batchOf = (make: (number: number) => Asked): readonly Asked[] => Array.from({ length: BATCH }, (_, n) => make(n));
const journeysOf = (batch: readonly Asked[]): readonly Journey[] => batch.map(({ journey }) => journey);

const sayAll = async ({ stand }: Work, batch: readonly Asked[], copies = 1): Promise<void> => {
  await Promise.all(batch.map(({ event }) => stand.platform.say(event, copies)));
};

/** Each event comes four times at once. */
const fourTimes = async (work: Work, oracle: Oracle): Promise<void> => {
  const batch = batchOf(question);
  await sayAll(work, batch, 4);
  judgeFinding(work.tally, await oracle.look(journeysOf(batch)), NO_DOUBLES);
};

/** Everything comes again when it was done long ago, also to the next process. */
const replays = async (work: Work, oracle: Oracle): Promise<void> => {
  const batch = batchOf(question);
  await sayAll(work, batch);
  judgeFinding(work.tally, await oracle.look(journeysOf(batch)), NO_DOUBLES);
  await sayAll(work, batch);
  judgeFinding(work.tally, await oracle.look([]), NO_DOUBLES);
  await work.stand.kill();
  await work.stand.start();
  await sayAll(work, batch);
  judgeFinding(work.tally, await oracle.look([]), NO_DOUBLES);
};

/** A platform that begins to count its updates anew: each id is below all before it. */
const lowerIds = async (work: Work, oracle: Oracle): Promise<void> => {
  const from = Number.MAX_SAFE_INTEGER - Date.now();
  const batch = batchOf((number) => question(number, String(from - number)));
  await sayAll(work, batch);
  judgeFinding(work.tally, await oracle.look(journeysOf(batch)), NO_DOUBLES);
};

const OFF_MS = 301_000;

/** The platform's clock is off by 301 s, either way: events are neither refused nor taken for others. */
const skewedTimes = async (work: Work, oracle: Oracle): Promise<void> => {
  const batch = batchOf((number) =>
    question(number, randomUUID(), new Date(Date.now() + (number % 2 === 0 ? OFF_MS : -OFF_MS))),
  );
  await sayAll(work, batch);
  judgeFinding(work.tally, await oracle.look(journeysOf(batch)), NO_DOUBLES);
};

const rowF = (
  name: string,
  fault: string,
  once: (work: Work, oracle: Oracle) => Promise<void>,
  demand = "one effect each",
): FaultCase => ({
  row: "F",
  name,
  fault,
  demand,
  modes: ["nonce"],
  runs: (counts) => counts.faults,
  async run(work) {
    const { stand, tally } = work;
    await stand.start();
    await stand.quiet();
    const oracle = await createOracle(stand);
    for (; tally.runs < work.runs; tally.runs += 1) await once(work, oracle);
    await checkHistory(stand, tally);
    await stand.kill();
  },
});

const POISON_AMONG = 100;

/** An event no handler can read, as a bug of an adapter would make it, among 99 good ones in the same chats. */
const poison = async (work: Work, oracle: Oracle): Promise<void> => {
  const batch = Array.from({ length: POISON_AMONG - 1 }, (_, number) => question(number));
  const { input: _, ...bad } = question(0).event as Extract<ChatEvent, { type: "command" }>;
  const middle = Math.floor(work.random() * batch.length);
  const events = [...batch.slice(0, middle).map(({ event }) => event), bad as ChatEvent];
  await Promise.all(
    [...events, ...batch.slice(middle).map(({ event }) => event)].map((event) => work.stand.platform.say(event)),
  );
  const { lost, ...found } = await oracle.look(journeysOf(batch));
  const parked = lost.filter((what) => /^\S+ is parked \(TypeError\b.*\)$/.test(what) && what.startsWith(bad.eventId));
  if (parked.length !== 1) work.tally.failures.push("the poison event was not parked with its error");
  judgeFinding(work.tally, { ...found, lost: lost.filter((what) => !parked.includes(what)) }, NO_DOUBLES);
};

/** Row F: what comes in more than once, out of order, or cannot be read. */
export const incoming: readonly FaultCase[] = [
  rowF("duplicates", `${BATCH} events, each four times at once`, fourTimes),
  rowF("replays", `${BATCH} events again when done, and again to the next process`, replays),
  rowF("lower-ids", `${BATCH} events with ever lower ids`, lowerIds),
  rowF("skewed", `${BATCH} events stamped ±301 s`, skewedTimes),
  rowF("poison", "one poison event in 100", poison, "the 99 others done, the poison one parked with its error"),
];
