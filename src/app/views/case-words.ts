import type { Decision } from "../../domain/approval/model.js";
import type { Case, Forward, InquiryKind } from "../../domain/inquiry/model.js";
import { currentAnswer, openForwards, returnedForward } from "../../domain/inquiry/queries.js";
import { agencyName, lengthIn, personName, timeIn } from "./scenery.js";
import type { Scenery } from "./view.js";

/** What the reader's agency has to do with the case. "other": it neither holds it nor was asked. */
export type Viewer =
  | { readonly kind: "home" }
  | { readonly kind: "related"; readonly forward: Forward }
  | { readonly kind: "other" };

/** How this agency sees the case; a related agency by its latest forward. */
export const viewerOf = (inquiry: Case, agencyId: string): Viewer => {
  if (inquiry.agencyId === agencyId) return { kind: "home" };
  const forward = inquiry.forwards.findLast((each) => each.agencyId === agencyId);
  return forward ? { kind: "related", forward } : { kind: "other" };
};

const namesOf = (scenery: Scenery, forwards: readonly Forward[]): string =>
  [...new Set(forwards.map((forward) => agencyName(scenery, forward.agencyId)))].join(", ");

/** Where the case stands, as its holder reads it. */
export const statusText = (scenery: Scenery, inquiry: Case): string => {
  const { status, forwardedTo } = scenery.words;
  if (returnedForward(inquiry)) return status.returned;
  if (inquiry.status === "received" && inquiry.round > 1) return status.reopened;
  if (inquiry.status === "forwarded") {
    const names = namesOf(scenery, openForwards(inquiry));
    return names === "" ? status.forwarded : forwardedTo(names);
  }
  if (inquiry.status === "reporting" && currentAnswer(inquiry)?.origin !== "forwarded") return status.reportingOwn;
  return status[inquiry.status];
};

/** Whether an answer of this round waits for those of other agencies. */
const otherAgenciesAnswer = (inquiry: Case, { round }: Forward): boolean =>
  round === inquiry.round && (inquiry.status === "forwarded" || inquiry.status === "received");

/** Where the case stands for one reader: a related agency reads what became of its own forward, and once the case was reopened how it stands. */
export const statusFor = (scenery: Scenery, inquiry: Case, viewer: Viewer): string => {
  if (viewer.kind !== "related" || inquiry.status === "closed") return statusText(scenery, inquiry);
  const { words } = scenery;
  const { forward } = viewer;
  if (forward.status === "open") return words.forwardedTo(agencyName(scenery, forward.agencyId));
  if (forward.status !== "answered") return words.forwardStatus[forward.status];
  return otherAgenciesAnswer(inquiry, forward) ? words.status.answered : statusText(scenery, inquiry);
};

/** Whether a forward's time ran out before its answer (or, unanswered, before now). */
export const isLate = ({ deadlineAt, answer }: Forward, now: Date): boolean =>
  deadlineAt !== undefined && (answer ? answer.at > deadlineAt : now >= deadlineAt);

/** The label of lateness, by what sets the clock; empty while in time. */
export const overdueText = (scenery: Scenery, forward: Forward): string =>
  forward.clock && isLate(forward, scenery.now) ? scenery.words.overdue[forward.clock.level] : "";

/** "Sel 3 Mar 09.15 WIB (sisa 2 jam)", or since when it is over. */
export const deadlineText = (scenery: Scenery, deadlineAt: Date): string => {
  const ms = deadlineAt.getTime() - scenery.now.getTime();
  const { left, late } = scenery.words.card;
  const length = lengthIn(scenery, ms);
  return `${timeIn(scenery, deadlineAt)} (${ms >= 0 ? left(length) : late(length)})`;
};

/** Who decided what and when: "Disetujui …, Kepala Bidang, Sel 3 Mar 09.15 WIB." */
export const decisionText = (scenery: Scenery, decision: Decision): string =>
  scenery.words.decided[decision.kind](
    `${personName(scenery, decision.personId)}, ${decision.position}, ${timeIn(scenery, decision.at)}`,
  );

/** The kind as this regulation calls it. */
export const kindText = ({ profile, words, locale }: Scenery, kind: InquiryKind): string =>
  profile.inquiryKinds.find((each) => each.code === kind)?.name[locale] ?? words.kinds[kind];
