import { bold, plain } from "../../chatkit/blocks.js";
import type { Case, Forward } from "../../domain/inquiry/model.js";
import { openForwards } from "../../domain/inquiry/queries.js";
import type { Span } from "../../ports/chat/outbound.js";
import { overdueText } from "./case-words.js";
import { agencyName, lengthIn, timeIn } from "./scenery.js";
import type { Scenery } from "./view.js";

const HOUR_MS = 3_600_000;

/** A labelled value of a card. */
export interface Field {
  readonly label: string;
  readonly value: readonly Span[];
}

const sinceFirst = (scenery: Scenery, forward: Forward): readonly string[] => {
  const startedMs = forward.firstForwardedAt.getTime();
  if (startedMs === forward.forwardedAt.getTime()) return [];
  const until = forward.answer?.at ?? forward.ended?.at ?? scenery.now;
  return [scenery.words.card.sinceFirst(lengthIn(scenery, until.getTime() - startedMs))];
};

const clockParts = (scenery: Scenery, forward: Forward): readonly string[] => {
  const { card, level } = scenery.words;
  if (!forward.clock) return [card.noClock];
  if (!forward.deadlineAt) return [];
  return [`${card.until(timeIn(scenery, forward.deadlineAt))} · ${level[forward.clock.level]}`];
};

/** Why it came back, and where it might belong. */
export const returnedParts = (scenery: Scenery, returned: Forward["returned"]): readonly string[] => {
  if (!returned) return [];
  const { returnedBecause, suggested } = scenery.words.card;
  const to = returned.suggestsAgencyId;
  return [returnedBecause(returned.reason), ...(to === undefined ? [] : [suggested(agencyName(scenery, to))])];
};

/** One agency's forward in one line: what became of it and when, in the order of the clock. `withClock` where the card does not show its deadline. */
const forwardField = (scenery: Scenery, forward: Forward, withClock: boolean): Field => {
  const { card, forwardStatus } = scenery.words;
  const open = forward.status === "open";
  const parts = [
    ...(forward.answer ? [] : [forwardStatus[forward.status]]),
    forward.deliveredAt ? card.delivered(timeIn(scenery, forward.deliveredAt)) : card.notDelivered,
    ...(forward.acknowledgedAt ? [card.taken(timeIn(scenery, forward.acknowledgedAt))] : []),
    ...(forward.answer ? [card.answeredAt(timeIn(scenery, forward.answer.at))] : []),
    ...returnedParts(scenery, forward.returned),
    ...(open && (withClock || !forward.clock) ? clockParts(scenery, forward) : []),
    ...sinceFirst(scenery, forward),
  ];
  const overdue = forward.answer || (open && withClock) ? overdueText(scenery, forward) : "";
  const late = overdue === "" ? [] : [plain(" · "), bold(overdue)];
  return { label: agencyName(scenery, forward.agencyId), value: [plain(parts.join(" · ")), ...late] };
};

/** Each hand-over of the current round, in order. */
export const forwardFields = (scenery: Scenery, inquiry: Case): readonly Field[] => {
  const several = openForwards(inquiry).length > 1;
  return inquiry.forwards
    .filter((forward) => forward.round === inquiry.round || forward.status === "open")
    .map((forward) => forwardField(scenery, forward, several));
};

/** The deadline of an open forward with what sets it, or what it still waits for. Nothing for an agency without a clock. */
export const deadlineField = (scenery: Scenery, forward: Forward): readonly Field[] => {
  const { clock, deadlineAt } = forward;
  if (!clock) return [];
  const { card, fields, level } = scenery.words;
  const shown: Span = deadlineAt
    ? { kind: "time", text: timeIn(scenery, deadlineAt), at: deadlineAt.toISOString() }
    : plain(`${lengthIn(scenery, clock.hours * HOUR_MS)}, ${card.clockWaits}`);
  const overdue = overdueText(scenery, forward);
  const late = overdue === "" ? [] : [plain(" · "), bold(overdue)];
  return [{ label: fields.deadline, value: [shown, plain(` · ${level[clock.level]}`), ...late] }];
};

/** What a related agency reads about its own forward beside its deadline: its state, the sender's note. */
export const ownForwardFields = (scenery: Scenery, forward: Forward): readonly Field[] => [
  forwardField(scenery, forward, false),
  ...(forward.note === undefined ? [] : [{ label: scenery.words.fields.note, value: [plain(forward.note)] }]),
];
