import type { ChatEvent } from "../../../src/ports/chat/inbound.js";
import { command, edit, form, officerOf, press, reply, type Speaker } from "../driver/events.js";

/** A hostile text on its way through the fields of one case. */
export interface Hostile {
  /** A word no other text has: what begins with it is this text. */
  readonly marker: string;
  /** The marker and the text. */
  readonly words: string;
  readonly number: number;
}

/** What is known of its case by then. */
export interface Known {
  readonly code: string;
  /** The card in the home's work chat. */
  readonly card: string;
}

/** One way through the fields; each step's events are said together, the next one's when all of them are done. */
export interface Way {
  readonly name: string;
  readonly government?: "jabar";
  readonly steps: readonly ((hostile: Hostile, known: Known) => readonly ChatEvent[])[];
  /** Whether the words must be shown as they are by what the steps do, on one line where they are a line of a card. */
  readonly shown: boolean;
}

/** In turn, so that many chats are worked on at a time. */
const HOMES = ["dukcapil", "pupr", "dinkes", "disdik", "dlh", "satpolpp"];
const homeIn = (government: string, number: number): Speaker =>
  officerOf(government, HOMES[Math.floor(number / ways.length) % HOMES.length] ?? "");
const homeOf = ({ number }: Hostile): Speaker => homeIn("kobar", number);
const gatedOf = ({ number }: Hostile): Speaker => homeIn("jabar", number);
const officialOf = (hostile: Hostile): Speaker => ({ ...gatedOf(hostile), role: "official", purpose: "approval" });
const related = officerOf("kobar", "dishub");
const forwardIt: Way["steps"][number] = (hostile, { code }) => [
  form(homeOf(hostile), "forward", { code, agencies: "dishub" }),
];

/** Where a text is no sensible value: refused, and harmless in the refusal. */
const nonsense: Way["steps"][number] = (hostile, { code }) => [
  ...["kind", "sentiment", "link", "post"].map((input) =>
    form(homeOf(hostile), "inquiry", { text: "x", [input]: hostile.words }),
  ),
  form(homeOf(hostile), "forward", { code, agencies: hostile.words }),
  form(homeOf(hostile), "posted", { code, url: hostile.words }),
  ...["status", "history", "approve", "close"].map((name) =>
    form(homeOf(hostile), name, { code: hostile.words, reason: hostile.words }),
  ),
  form(homeOf(hostile), "find", { words: hostile.words }),
  form(homeOf(hostile), hostile.words, { text: hostile.words }),
  command(homeOf(hostile), `/${hostile.words}`),
  press(homeOf(hostile), "m1", hostile.words),
];

const typed: Way["steps"][number] = (hostile, { code, card }) => {
  const said = reply(homeOf(hostile), card, hostile.words);
  return [
    command(homeOf(hostile), `/inquiry ${hostile.words}`),
    command(homeOf(hostile), `/answer ${code} ${hostile.words}`),
    said,
    edit(homeOf(hostile), said, `${hostile.words}!`),
  ];
};

/** All ways, taken in turn. Every one begins with the words in all free fields of a new case. */
export const ways: readonly Way[] = [
  {
    name: "note",
    shown: true,
    steps: [
      (hostile, { code }) => [form(homeOf(hostile), "forward", { code, agencies: "dishub", note: hostile.words })],
    ],
  },
  {
    name: "answer",
    shown: true,
    steps: [(hostile, { code }) => [form(homeOf(hostile), "answer", { code, text: hostile.words })]],
  },
  {
    name: "return",
    shown: true,
    steps: [
      forwardIt,
      (hostile, { code }) => [form(related, "return", { code, reason: hostile.words, to: hostile.words })],
      (hostile, { code }) => [form(related, "return", { code, reason: hostile.words })],
    ],
  },
  {
    name: "close",
    shown: true,
    steps: [
      (hostile, { code }) => [form(homeOf(hostile), "close", { code, reason: hostile.words })],
      (hostile, { code }) => [form(homeOf(hostile), "reopen", { code, reason: hostile.words })],
    ],
  },
  {
    name: "reject",
    government: "jabar",
    shown: true,
    steps: [
      (hostile, { code }) => [form(gatedOf(hostile), "answer", { code, text: "Ya." })],
      (hostile, { code }) => [form(officialOf(hostile), "reject", { code, reason: hostile.words })],
    ],
  },
  {
    name: "agency",
    shown: true,
    steps: [forwardIt, (hostile, { code }) => [form(related, "answer", { code, text: hostile.words })]],
  },
  { name: "nonsense", shown: false, steps: [nonsense] },
  { name: "typed", shown: false, steps: [typed] },
];

/** The words in every free field of a new case. */
export const opening = ({ words, number }: Hostile, way: Way): ChatEvent =>
  form(homeIn(way.government ?? "kobar", number), "inquiry", {
    text: words,
    account: words,
    from: words,
    theme: words,
  });
