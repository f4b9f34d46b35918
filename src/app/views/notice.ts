import { text } from "../../chatkit/blocks.js";
import { undoWindowMs } from "../../domain/approval/decide.js";
import type { Decision } from "../../domain/approval/model.js";
import { standingDecisions } from "../../domain/approval/queries.js";
import type { MessageContent } from "../../ports/message-content.js";
import { readableValues } from "./notice-values.js";
import { mentionsOf } from "./people.js";
import { type Press, press, pressForm, type Scenery, type View } from "./view.js";

type Notice = Extract<MessageContent, { kind: "notice" }>;

/** The case or proposal a notice is about. */
interface Subject {
  readonly code: string;
  readonly agencyId: string;
  readonly status: string;
  readonly decisions: readonly Decision[];
}

/** The code is what only the stored case can tell: a new one has none before. */
const valuesOf = (scenery: Scenery, { code, values }: Notice, subject: Subject | undefined) => {
  const isCoded = values.code !== undefined && values.code !== "";
  const named = isCoded || !subject ? values : { ...values, code: subject.code };
  return readableValues(scenery, code, named);
};

const isUndoable = (subject: Subject, decisionId: string, now: Date): boolean => {
  const decision = subject.decisions.find((each) => each.id === decisionId);
  if (!decision || subject.status === "closed" || subject.status === "withdrawn") return false;
  const standing = standingDecisions(subject.decisions, decision.textId);
  const stands = decision.kind === "approve" ? standing.includes(decision) : standing.at(-1) === decision;
  return stands && now.getTime() - decision.at.getTime() <= undoWindowMs;
};

const undoPress = (scenery: Scenery, notice: Notice, subject: Subject | undefined): readonly Press[] => {
  if (!notice.undo || !subject) return [];
  const { decisionId } = notice.undo;
  if (!isUndoable(subject, decisionId, scenery.now)) return [];
  return [press(scenery.words.buttons.undo, "undo", { code: subject.code, decision: decisionId })];
};

const againPress = ({ words }: Scenery, { again }: Notice): readonly Press[] =>
  again
    ? [pressForm(words.buttons.fixForm, again.command, { ...again.values, again: "yes" }, "primary", again.form)]
    : [];

/** One short sentence, with the case's code always in it, the people it is for, "Urungkan" while that is possible, and what comes next. */
export const noticeView = (
  scenery: Scenery,
  notice: Notice,
  subject: Subject | undefined,
  next: readonly Press[] = [],
): View => {
  const said = scenery.words.notice[notice.code](valuesOf(scenery, notice, subject));
  const sentence = subject && !said.includes(subject.code) ? `${subject.code}: ${said}` : said;
  const mentioned = scenery.directory.people.filter((person) => notice.mention?.includes(person.id));
  const agencyId = subject?.agencyId ?? "";
  return {
    summary: sentence,
    blocks: [text(...mentionsOf(scenery, mentioned, agencyId, ["work"]), sentence)],
    presses: [undoPress(scenery, notice, subject), againPress(scenery, notice), next],
  };
};
