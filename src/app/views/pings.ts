import { plain, text } from "../../chatkit/blocks.js";
import type { Case, Forward } from "../../domain/inquiry/model.js";
import type { Channel, Person, Role } from "../../domain/registry/model.js";
import { type PingStage, parsePingCode } from "../../domain/time/ping-schedule.js";
import type { Block } from "../../ports/chat/outbound.js";
import { deadlineText } from "./case-words.js";
import { excerpt } from "./excerpt.js";
import { headPosition, holdersOf, mentionsOf } from "./people.js";
import { agencyName, channelTo, lengthIn, timeIn } from "./scenery.js";
import type { Scenery, View } from "./view.js";

/** One forward that fell due for a ping, as it is now. */
export interface DuePing {
  readonly inquiry: Case;
  readonly forward: Forward;
  readonly stage: string;
}

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
/** A ping sent up to so long after its time still says the round figure. */
const LAG_MS = 2 * MINUTE_MS;

const isOpen = ({ inquiry, forward }: DuePing): boolean => forward.status === "open" && inquiry.status !== "closed";

const leftMs = (deadlineAt: Date, now: Date, minutesBefore: number): number => {
  const left = deadlineAt.getTime() - now.getTime();
  const planned = minutesBefore * MINUTE_MS;
  return Math.abs(planned - left) <= LAG_MS ? planned : left;
};

const reminder = (scenery: Scenery, { inquiry, forward }: DuePing, minutesBefore: number): string => {
  const { pings } = scenery.words.card;
  const { deadlineAt } = forward;
  if (!deadlineAt || deadlineAt.getTime() <= scenery.now.getTime()) return pings.due(inquiry.code);
  const left = leftMs(deadlineAt, scenery.now, minutesBefore);
  if (left <= HOUR_MINUTES * MINUTE_MS && !isInternal(forward))
    return pings.lastHour(inquiry.code, lengthIn(scenery, left));
  return pings.reminder(inquiry.code, agencyName(scenery, forward.agencyId), timeIn(scenery, deadlineAt));
};

/** A clock no text sets: its pings go to the holder, who asks of the related agency. */
const isInternal = ({ clock }: Forward): boolean => clock?.level === "internal-target";

const sentenceOf = (scenery: Scenery, ping: DuePing, stage: PingStage): string => {
  const { pings } = scenery.words.card;
  const { code } = ping.inquiry;
  const { agencyId, deadlineAt } = ping.forward;
  switch (stage.kind) {
    case "reminder":
      return reminder(scenery, ping, stage.minutesBefore);
    case "due":
      return isInternal(ping.forward) ? pings.internalDue(code, agencyName(scenery, agencyId)) : pings.due(code);
    case "head":
      return pings.head(code, headPosition(scenery, agencyId));
    case "communications":
      return pings.communications(code, agencyName(scenery, agencyId), timeIn(scenery, deadlineAt ?? scenery.now));
    default:
      return stage satisfies never;
  }
};

/** What an escalation is about, for people who have not seen the card: the citizen's words in short, and how late it is. */
const particulars = (scenery: Scenery, { inquiry, forward }: DuePing, { kind }: PingStage): readonly Block[] => {
  if (kind !== "head" && kind !== "communications") return [];
  const { card, fields, level } = scenery.words;
  const { clock, deadlineAt } = forward;
  const deadline =
    clock && deadlineAt
      ? [{ label: fields.deadline, value: [plain(`${deadlineText(scenery, deadlineAt)} · ${level[clock.level]}`)] }]
      : [];
  return [{ kind: "fields", items: [{ label: card.question, value: [plain(excerpt(inquiry.text))] }, ...deadline] }];
};

const rolesFor = (stage: PingStage, purpose: Channel["purpose"] | undefined): readonly Role[] => {
  switch (stage.kind) {
    case "reminder":
      return ["officer"];
    case "due":
      return purpose === "approval" ? ["official"] : ["officer"];
    case "head":
      return ["head"];
    case "communications":
      return ["communications"];
    default:
      return stage satisfies never;
  }
};

/** What is said of one thing that waits: to whom, and where they are. */
export interface ToldPing {
  /** Of the case or proposal. */
  readonly code: string;
  readonly sentence: string;
  readonly people: readonly Person[];
  readonly particulars: readonly Block[];
  /** The kind of chat it goes to, for a guess where nobody says which. */
  readonly purpose: Channel["purpose"];
}

/** What is said of a forward to one agency; undefined when nobody waits for it any more. */
export const toldForward = (scenery: Scenery, agencyId: string, ping: DuePing): ToldPing | undefined => {
  const stage = parsePingCode(ping.stage);
  if (!stage || !isOpen(ping)) return undefined;
  return {
    code: ping.inquiry.code,
    sentence: sentenceOf(scenery, ping, stage),
    people: holdersOf(scenery, agencyId, rolesFor(stage, channelTo(scenery)?.purpose)),
    particulars: particulars(scenery, ping, stage),
    purpose: stage.kind === "head" || stage.kind === "communications" ? "approval" : "work",
  };
};

/**
 * Pings of one agency's chat that fell due together, those settled meanwhile already left out; "drop" when none is left.
 * Mentions each person once: the agency's officers before and at the deadline (in the approval chat its officials), its
 * head and Diskominfo after it; those who may still decide about a proposal.
 */
export const pingsView = (scenery: Scenery, agencyId: string, told: readonly ToldPing[]): View | "drop" => {
  const [first] = told;
  if (!first) return "drop";
  const called = new Set(told.flatMap(({ people }) => people.map(({ id }) => id)));
  const people = scenery.directory.people.filter(({ id }) => called.has(id));
  const codes = [...new Set(told.map(({ code }) => code))];
  const guess = told.some(({ purpose }) => purpose === "approval")
    ? (["approval", "work"] as const)
    : (["work", "approval"] as const);
  const mentions = mentionsOf(scenery, people, agencyId, guess);
  return {
    summary: told.length === 1 ? first.sentence : scenery.words.card.pings.summary(codes.join(", ")),
    blocks: told.flatMap(({ sentence, particulars: more }, index) => [
      text(...(index === 0 ? mentions : []), sentence),
      ...more,
    ]),
  };
};
