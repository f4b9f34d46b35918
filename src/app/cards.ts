import type { Gate } from "../domain/approval/model.js";
import type { Case, Forward } from "../domain/inquiry/model.js";
import type { Directory } from "../domain/registry/model.js";
import type { Duty, OutboxDraft } from "../ports/store.js";
import { approvalPlaces } from "./approval-places.js";
import { channelOf, communicationsAgencyId, conversationOf } from "./context.js";

/** The key of the holder's card of a case. */
export const homeCardKey = (inquiryId: string): string => `case:${inquiryId}`;

/** The key of a related agency's card: one for each forward, so that a second one is seen and not edited in far above. */
export const forwardCardKey = (forwardId: string): string => `forward:${forwardId}`;

/** The key of the card the communications office decides by, after a case came back twice. */
export const officeCardKey = (inquiryId: string): string => `office:${inquiryId}`;

/** The key of the card of one exact version before the official; that of another office has its id behind it. */
export const approvalCardKey = (answerId: string): string => `approval:${answerId}`;

interface Place {
  readonly step: string;
  readonly key: string;
  readonly agencyId: string;
  readonly purpose: "work" | "approval";
  readonly content: OutboxDraft["content"];
  readonly duties: readonly Duty[];
}

const home = (inquiry: Case): Place => ({
  step: "card:home",
  key: homeCardKey(inquiry.id),
  agencyId: inquiry.agencyId,
  purpose: "work",
  content: { kind: "case-card", inquiryId: inquiry.id, agencyId: inquiry.agencyId },
  duties: [],
});

/** A forward's first card starts its clock when it is delivered; until then every version of it carries that duty. */
const related = (inquiry: Case, forward: Forward): Place => ({
  step: `card:${forwardCardKey(forward.id)}`,
  key: forwardCardKey(forward.id),
  agencyId: forward.agencyId,
  purpose: "work",
  content: { kind: "case-card", inquiryId: inquiry.id, agencyId: forward.agencyId, forwardId: forward.id },
  duties: forward.deliveredAt ? [] : [{ kind: "forward", inquiryId: inquiry.id, forwardId: forward.id }],
});

/** Whether the officials are asked about this answer, or told of it with a chance to say something first. */
export const isAsked = (inquiry: Case | undefined, answerId: string): boolean =>
  inquiry?.gate?.textId === answerId && ["approval", "reporting", "reported"].includes(inquiry.status);

/** What is drawn: the case as it is now, and as it was before. */
interface Drawing {
  readonly directory: Directory;
  readonly before?: Case | undefined;
  readonly inquiry: Case;
  /** Case time of the drawing. */
  readonly at: Date;
}

const approval = (
  { directory, before, inquiry, at }: Drawing,
  gate: Gate,
  stands: "new" | "current" | "former",
): readonly Place[] => {
  const { kind, textId: answerId } = gate;
  const answer = inquiry.answers.find(({ id }) => id === answerId);
  if (kind === "none" || !answer) return [];
  const reporting = stands !== "former" && inquiry.status === "reporting";
  const asking = stands === "new" && inquiry.status === "approval";
  const duties: Duty[] = [];
  if (reporting) duties.push({ kind: "report", inquiryId: inquiry.id, answerId });
  if (asking) duties.push({ kind: "approval", inquiryId: inquiry.id, answerId });
  const waits = isAsked(before, answerId) || isAsked(inquiry, answerId);
  const asked = { text: answer, decisions: inquiry.decisions, waits };
  return approvalPlaces(directory, inquiry.agencyId, asked, at).map(({ agencyId, suffix, carries }) => ({
    step: `card:${approvalCardKey(answerId)}${suffix}`,
    key: `${approvalCardKey(answerId)}${suffix}`,
    agencyId,
    purpose: "approval",
    content: { kind: "approval-card", inquiryId: inquiry.id, answerId, gate: kind },
    duties: carries ? duties : [],
  }));
};

/** Whether the case ever came back twice in one round; returns stay in it, so from then on the answer is yes. */
const cameBackTwice = ({ forwards }: Case): boolean => {
  const rounds = forwards.filter((each) => each.status === "returned").map((each) => each.round);
  return rounds.some((round, index) => rounds.indexOf(round) !== index);
};

/** Where the communications office decides: once a case came back twice it has a card there as well, kept current. */
const office = (directory: Directory, inquiry: Case): Place | undefined => {
  const agencyId = communicationsAgencyId(directory);
  if (agencyId === undefined || agencyId === inquiry.agencyId || !cameBackTwice(inquiry)) return undefined;
  return {
    step: "card:office",
    key: officeCardKey(inquiry.id),
    agencyId,
    purpose: "work",
    content: { kind: "case-card", inquiryId: inquiry.id, agencyId },
    duties: [],
  };
};

const draft = (directory: Directory, inquiry: Case, place: Place): OutboxDraft | undefined => {
  const channel = channelOf(directory, place.agencyId, place.purpose);
  if (!channel) return undefined;
  return {
    step: place.step,
    to: conversationOf(channel),
    content: place.content,
    card: { key: place.key, version: inquiry.version + 1 },
    duties: place.duties,
    whenUnknown: "repeat",
  };
};

/**
 * Every card that shows the case, at its coming version: the holder's, one for each forward, and those of the text before
 * the official, the former one too when the text changed. `inquiry.version` is the version it was loaded with.
 */
export const cardsOf = (drawing: Drawing): readonly OutboxDraft[] => {
  const { directory, before, inquiry } = drawing;
  const same = before?.gate?.textId === inquiry.gate?.textId;
  const places: (Place | undefined)[] = [
    home(inquiry),
    office(directory, inquiry),
    ...inquiry.forwards.map((each) => related(inquiry, each)),
    ...(inquiry.gate ? approval(drawing, inquiry.gate, same ? "current" : "new") : []),
    ...(before?.gate && !same ? approval(drawing, before.gate, "former") : []),
  ];
  return places.flatMap((place) => {
    const made = place && draft(directory, inquiry, place);
    return made ? [made] : [];
  });
};

/** Duties of a case that no bound channel can carry: their forward or gate waits for nobody, and people must be told. */
export const undeliverableOf = (directory: Directory, inquiry: Case, at: Date): readonly Duty[] =>
  [
    ...inquiry.forwards.filter((each) => each.status === "open").map((each) => related(inquiry, each)),
    ...(inquiry.gate ? approval({ directory, inquiry, at }, inquiry.gate, "new") : []),
  ].flatMap((place) => (!channelOf(directory, place.agencyId, place.purpose) ? place.duties : []));
