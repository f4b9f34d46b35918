import { bold, note, text } from "../../chatkit/blocks.js";
import type { Decision } from "../../domain/approval/model.js";
import type { Written } from "../../domain/attachment.js";
import type { Block } from "../../ports/chat/outbound.js";
import { approvalsNeeded, type Deciders, decidersOf } from "../deciders.js";
import { actingSentence } from "./acting.js";
import { fileChanges } from "./attachments.js";
import { decisionText } from "./case-words.js";
import { mentionsOf } from "./people.js";
import { personName } from "./scenery.js";
import { changeMark, differenceSpans } from "./text-difference.js";
import type { Scenery } from "./view.js";

/** What is asked of the officials about one exact text, and what they said so far. */
export interface Request {
  readonly agencyId: string;
  readonly writers: readonly string[];
  readonly sentence: string;
  /** Whether it waits for approvals, of which several may be needed. */
  readonly forApproval: boolean;
  readonly said: readonly Decision[];
}

/** Why somebody else is asked than the agency's officials, and that those whom somebody acts for may decide all the same. */
const insteadBlocks = (scenery: Scenery, { instead, replaced }: Deciders): readonly Block[] => {
  if (!instead) return [];
  const away = replaced.map((id) => personName(scenery, id)).join(", ");
  return [text(scenery.words.card.requests.instead(scenery.profile.roles[instead].name[scenery.locale], away))];
};

/** Asks those who may decide and have not approved yet; says so when it is not simply the agency's officials. */
export const requestBlocks = (scenery: Scenery, request: Request): readonly Block[] => {
  const { agencyId, writers, sentence, forApproval, said } = request;
  const { directory, now, words } = scenery;
  const { requests } = words.card;
  const deciders = decidersOf(directory, agencyId, writers, now);
  const approved = new Set(said.filter(({ kind }) => kind === "approve").map(({ personId }) => personId));
  const asked = deciders.appointments.map(({ personId }) => personId).filter((id) => !approved.has(id));
  const people = directory.people.filter(({ id }) => asked.includes(id));
  const acting = deciders.appointments.filter((each) => each.acting && asked.includes(each.personId));
  const needed = approvalsNeeded(directory, deciders);
  return [
    text(...mentionsOf(scenery, people, agencyId, ["approval", "work"]), sentence),
    ...acting.map((each) => text(actingSentence(scenery, each))),
    ...(forApproval && needed > 1 ? [text(requests.several(approved.size, needed))] : []),
    ...insteadBlocks(scenery, deciders),
  ];
};

/** Who decided what, when and why; nothing where nobody did. */
export const decisionLines = (scenery: Scenery, decision: Decision | undefined): readonly string[] => {
  if (!decision) return [];
  const reason = decision.reason === undefined ? "" : ` ${scenery.words.card.reason(decision.reason)}`;
  return [`${decisionText(scenery, decision)}${reason}`];
};

/** A version of a text with its files. */
export type VersionText = Written & { readonly version: number };

/** What changed, and how to read it. */
const textChange = ({ words }: Scenery, previous: Written, next: Written): readonly Block[] => {
  if (previous.text === next.text) return [text(words.card.sameText)];
  const spans = differenceSpans(previous.text, next.text);
  if (!spans) return [text(words.card.tooManyChanges)];
  const { read, removed, added } = words.card.changesLegend;
  return [{ kind: "text", spans }, note(`${read}: ${changeMark.removed(removed)} ${changeMark.added(added)}`)];
};

/** How a text and its files differ from the version before, word by word; nothing where there is none. */
export const differenceBlocks = (
  scenery: Scenery,
  previous: VersionText | undefined,
  next: Written,
): readonly Block[] => {
  if (!previous) return [];
  return [
    text(bold(scenery.words.card.changes(previous.version))),
    ...textChange(scenery, previous, next),
    ...fileChanges(scenery, previous.attachments, next.attachments),
  ];
};
