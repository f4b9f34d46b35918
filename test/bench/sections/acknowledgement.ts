import { setTimeout as sleep } from "node:timers/promises";
import type { Inbox } from "../../../src/ports/chat/adapter.js";
import { conversations, inquiryIn } from "../conversations.js";
import { percentile, shown, tableOf, verdict } from "../figures.js";
import type { Section } from "../section.js";
import { startWholeProgram } from "../whole-program.js";

interface Answers {
  readonly waitedMs: readonly number[];
  readonly refused: number;
}

const SECONDS = 15;
const CAPACITY_SECONDS = 8;
/** Accepted side by side when the capacity is looked for. */
const SIDE_BY_SIDE = 32;

/**
 * Open loop: events come by the clock whether or not the ones before were answered, and each one's wait counts from the
 * moment it was to come, so that a stall is not hidden.
 */
const load = async (inbox: Inbox, perSecond: number, seconds: number): Promise<Answers> => {
  const places = conversations(24);
  const waitedMs: number[] = [];
  let refused = 0;
  const began = performance.now();
  const one = async (due: number, index: number): Promise<void> => {
    const place = places[index % places.length];
    if (place === undefined) return;
    await inbox.accept(inquiryIn(place)).catch(() => {
      refused += 1;
    });
    waitedMs.push(performance.now() - due);
  };
  const answers: Promise<void>[] = [];
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const due = began + (index * 1_000) / perSecond;
    if (due > performance.now()) await sleep(due - performance.now());
    answers.push(one(due, index));
  }
  await Promise.all(answers);
  return { waitedMs, refused };
};

/** Events accepted a second by callers who each wait for the answer, while the program works on what came before. */
const capacityOf = async (inbox: Inbox): Promise<number> => {
  const until = performance.now() + CAPACITY_SECONDS * 1_000;
  let accepted = 0;
  const caller = async (index: number): Promise<void> => {
    const place = conversations(24)[index % 24];
    while (place !== undefined && performance.now() < until) {
      await inbox.accept(inquiryIn(place));
      accepted += 1;
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, (_, index) => caller(index)));
  return accepted / CAPACITY_SECONDS;
};

const rowOf = (
  label: string,
  { waitedMs, refused }: Answers,
  aim: string,
  met: (p99: number, max: number) => boolean,
) => {
  const [p99, max] = [percentile(waitedMs, 0.99), Math.max(...waitedMs)];
  const figures = [percentile(waitedMs, 0.5), p99, max].map((ms) => shown(ms, 1));
  return [label, shown(waitedMs.length), ...figures, shown(refused), `${aim}: ${verdict(met(p99, max))}`];
};

const run = async (): Promise<string> => {
  const program = await startWholeProgram();
  try {
    await load(program.inbox, 20, 5);
    const fifty = await load(program.inbox, 50, SECONDS);
    const many = await load(program.inbox, 150, SECONDS);
    const capacity = await capacityOf(program.inbox);
    const twice = await load(program.inbox, Math.round(capacity * 2), CAPACITY_SECONDS);
    const rows = [
      rowOf("50", fifty, "p99 < 100 ms", (p99) => p99 < 100),
      rowOf("150", many, "p99 < 1 s", (p99) => p99 < 1_000),
      rowOf(`${shown(capacity * 2)} (twice the capacity)`, twice, "never over 3 s", (_, max) => max < 3_000),
    ];
    const head = ["events a second", "events", "p50, ms", "p99, ms", "longest, ms", "refused", "aim"];
    return `Accepted by ${SIDE_BY_SIDE} callers who wait for each answer: ${shown(capacity)} events a second.\n\n${tableOf(head, rows)}`;
  } finally {
    await program.stop();
  }
};

/** How long an adapter waits before it may acknowledge, with the whole program at work on what was said before. */
export const acknowledgementSection: Section = { name: "acknowledgement", run };
