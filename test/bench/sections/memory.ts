import { shown, tableOf } from "../figures.js";
import { inChild } from "../in-child.js";
import type { Memory } from "../memory.js";
import type { Section } from "../section.js";

interface Found {
  readonly before: Memory;
  readonly after: Memory;
  readonly peakMb: number;
  readonly seconds: number;
  readonly messages: number;
}

const CONVERSATIONS = 20_000;

const run = async (): Promise<string> => {
  const { before, after, peakMb, seconds, messages } = await inChild<Found>("conversations-child.js", [
    String(CONVERSATIONS),
  ]);
  const row = (label: string, { rssMb, heapMb }: Memory) => [label, `${shown(rssMb)} MB`, `${shown(heapMb)} MB`];
  const table = tableOf(
    ["", "resident", "heap in use"],
    [
      row(`${shown(CONVERSATIONS)} chats bound, nothing said yet`, before),
      ["most while each of them is answered", `${shown(peakMb)} MB`, "-"],
      row("five seconds after the last answer", after),
    ],
  );
  return `${shown(messages)} messages in ${shown(seconds)} s.\n\n${table}`;
};

/** What many conversations cost in memory: each says one thing and is answered. */
export const memorySection: Section = { name: "memory", run };
