import { surface } from "../../src/app/surface.js";
import { createCompose } from "../../src/app/views/compose.js";
import { mayUse } from "../../src/app/views/may-use.js";
import { plainTextOf } from "../../src/chatkit/blocks.js";
import type { MemoryTables } from "../../src/infra/memory/memory-tables.js";
import type { ChatBench, Seat, Step } from "./chat-bench.js";
import { EVERYBODY, foreignWords, type TwoGovernments, twoGovernments } from "./two-governments.js";
import { roomy } from "./view-fixture.js";

/** The same shape, and nowhere: what anything unknown is. */
export const twinOf = (id: string): string => {
  if (/^\d+$/.test(id)) return String(Number(id) + 1);
  return `${/^[A-Z]/.test(id) ? "Q" : "q"}${id.slice(1)}`;
};

const valuesIn = (tables: MemoryTables): readonly unknown[] =>
  Object.values(tables).flatMap((part) => (part instanceof Map ? [...part.values()] : Array.isArray(part) ? part : []));

/** A store to be put back as it was: its values are replaced and never changed. */
const keeping = (tables: MemoryTables) => {
  const maps = Object.values(tables)
    .filter((each) => each instanceof Map)
    .map((map: Map<unknown, unknown>) => [map, new Map(map)] as const);
  const lists = Object.values(tables)
    .filter(Array.isArray)
    .map((list: unknown[]) => [list, [...list]] as const);
  const causes = new Set(tables.causes);
  const known = new Set(valuesIn(tables));
  return {
    /** Everything that is there now and was not. */
    changes: (): readonly unknown[] => valuesIn(tables).filter((each) => !known.has(each)),
    restore() {
      for (const [map, was] of maps) {
        map.clear();
        for (const [key, value] of was) map.set(key, value);
      }
      for (const [list, was] of lists) list.splice(0, list.length, ...was);
      tables.causes.clear();
      for (const cause of causes) tables.causes.add(cause);
    },
  };
};

/** Everything the store has of the other government, as it is kept. */
export const foreignPart = (tables: MemoryTables): readonly unknown[] => {
  const { directories, cases, proposals, replies, history, outbox, pings, dialogues, actions, cards, counters } =
    tables;
  const owned = [...cases.values(), ...proposals.values(), ...replies.values(), ...history, ...outbox, ...pings];
  const keyed = [dialogues, actions, cards, counters].flatMap((map) => [...(map as Map<string, unknown>)]);
  return [
    directories.get("jabar"),
    ...owned.filter(({ governmentId }) => governmentId === "jabar"),
    ...keyed.flatMap(([key, value]) => (key.startsWith('["jabar"') ? [key, value] : [])),
  ];
};

/** Whoever it does not know is told who does not know them. */
export const NAME_OF_OTHER = "Pemerintah Daerah Provinsi Jawa Barat";

/** Read from the wall clock. */
const MACHINE_TIMES = ["notBefore", "settledAt", "doneAt", "receivedAt", "leaseUntil"];

/** Where two texts begin to differ. */
const difference = (said: string, expected: string): string => {
  const at = [...said].findIndex((char, index) => char !== expected[index]);
  return [said, expected].map((each) => each.slice(Math.max(0, at - 80), at + 120)).join("\n");
};

const escaped = (id: string): string => id.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
/** The id, then each of its words: some are said without the others. No part of a longer word is it. */
const partsOf = (id: string): readonly RegExp[] =>
  [id, ...id.split(/\s+/).filter((word) => word.length > 3)].map(
    (part) => new RegExp(`(?<!\\w)${escaped(part)}(?!\\w)`, "gi"),
  );

/** What was done, without the id that was typed and what was computed of it. */
export const without = (id: string, value: unknown): string => {
  const said = JSON.stringify(value, (key, each) => (MACHINE_TIMES.includes(key) ? undefined : each));
  return partsOf(id).reduce((text, part) => text.replace(part, "…"), said.replace(/\\n|[0-9a-f]{64}/g, " "));
};

export interface Event {
  readonly what: string;
  /** The id in it. */
  readonly id: string;
  readonly send: (bench: ChatBench, id: string) => Promise<Step>;
}

export const seatIn = (bench: ChatBench, purpose: "work" | "approval" = "work"): Seat => ({
  userId: EVERYBODY,
  place: bench.place("dukcapil", purpose),
});

/** The two worlds in which the same is done: with an id of the other government, and with one of nobody. */
export const worlds = async () => {
  const [told, unknown] = [await twoGovernments(), await twoGovernments()];
  return { told, worlds: [told.bench, unknown.bench].map((bench) => ({ bench, kept: keeping(bench.store.tables) })) };
};

/** What a step says, as people read it. */
export const wordsOf = (bench: ChatBench) => {
  const compose = createCompose({ store: bench.store, surface, mayUse });
  const wordsOfRow = async ({ governmentId, content, to }: Step["rows"][number]): Promise<string> => {
    const made = await compose(governmentId, content, roomy, to);
    if (made === "drop") return "";
    const { summary, blocks } = made.message;
    return [summary, plainTextOf(blocks), JSON.stringify(blocks.filter(({ kind }) => kind === "buttons"))].join("\n");
  };
  const known = new Map<string, string>();
  return async ({ rows }: Step): Promise<string> => {
    const all: string[] = [];
    for (const row of rows) {
      // A refusal about nothing says the same whatever else there is.
      const key = row.step === "refusal" ? JSON.stringify(row.content) : "";
      const said = known.get(key) ?? (await wordsOfRow(row));
      if (key !== "" && !key.includes("Id")) known.set(key, said);
      all.push(said);
    }
    return all.join("\n");
  };
};

/** Does it in both worlds and says what is wrong: undefined where nothing is. */
export const tried = async (
  { told, worlds: [here, there] }: Awaited<ReturnType<typeof worlds>>,
  words: (step: Step) => Promise<string>,
  { what, id, send }: Event,
): Promise<string | undefined> => {
  if (!here || !there) throw new Error("two worlds");
  const before = foreignPart(here.bench.store.tables);
  const step = await send(here.bench, id);
  const after = foreignPart(here.bench.store.tables);
  const changes = here.kept.changes();
  const composed = without(id, await words(step));
  const unknown = await send(there.bench, twinOf(id));
  const [said, expected] = [without(id, [step, changes]), without(twinOf(id), [unknown, there.kept.changes()])];
  for (const { kept } of [here, there]) kept.restore();
  const about = `${what} ${id}`;
  if (before.length !== after.length || before.some((each, index) => each !== after[index]))
    return `${about}: changed the other government`;
  if ([...step.rows, ...step.history].some(({ governmentId }) => governmentId !== "kobar"))
    return `${about}: wrote for the other government`;
  if (foreignWords.test(composed)) return `${about}: read ${foreignWords.exec(composed)?.[0]} of the other government`;
  const mine = JSON.stringify([step.rows, step.history]);
  const seen = Object.entries(told.ids).find(
    ([, each]) => each !== id && /^id-/.test(each) && mine.includes(`"${each}"`),
  );
  if (seen) return `${about}: names the ${seen[0]} of the other government`;
  return said === expected ? undefined : `${about}: not as with what is unknown\n${difference(said, expected)}`;
};

/** A reader that would look into the other government, put in the place of the true one. */
export type Leak = (store: ChatBench["store"]) => object;

export const faults = async (events: (two: TwoGovernments) => readonly Event[], leak: Leak = () => ({})) => {
  const both = await worlds();
  for (const { bench } of both.worlds) Object.assign(bench.store, leak({ ...bench.store }));
  const words = wordsOf(both.told.bench);
  const all = events(both.told);
  const found: string[] = [];
  for (const event of all) {
    const fault = await tried(both, words, event);
    if (fault !== undefined) found.push(fault);
    if (found.length > 3) break;
  }
  return { found, count: all.length };
};
