import { text } from "../../chatkit/blocks.js";
import { undoWindowMs } from "../../domain/approval/decide.js";
import { standingDecision } from "../../domain/approval/queries.js";
import type { Case } from "../../domain/inquiry/model.js";
import type { MessageContent } from "../../ports/message-content.js";
import { readableValues } from "./notice-values.js";
import { mentionsOf } from "./people.js";
import { type Press, press, type Scenery, type View } from "./view.js";

type Notice = Extract<MessageContent, { kind: "notice" }>;

/** The code is what only the stored case can tell: a new one has none before. */
const valuesOf = (scenery: Scenery, { code, values }: Notice, inquiry: Case | undefined) => {
  const isCoded = values.code !== undefined && values.code !== "";
  const named = isCoded || !inquiry ? values : { ...values, code: inquiry.code };
  return readableValues(scenery, code, named);
};

const isUndoable = (inquiry: Case, decisionId: string, now: Date): boolean => {
  const decision = inquiry.decisions.find((each) => each.id === decisionId);
  if (!decision || inquiry.status === "closed") return false;
  const stands = standingDecision(inquiry.decisions, decision.textId)?.id === decisionId;
  return stands && now.getTime() - decision.at.getTime() <= undoWindowMs;
};

const undoPress = (scenery: Scenery, notice: Notice, inquiry: Case | undefined): readonly Press[] => {
  if (!notice.undo || !inquiry) return [];
  const { decisionId } = notice.undo;
  if (!isUndoable(inquiry, decisionId, scenery.now)) return [];
  return [press(scenery.words.buttons.undo, "undo", { code: inquiry.code, decision: decisionId })];
};

/** One short sentence, with the case's code always in it, the people it is for, and "Urungkan" while that is possible. */
export const noticeView = (scenery: Scenery, notice: Notice, inquiry: Case | undefined): View => {
  const said = scenery.words.notice[notice.code](valuesOf(scenery, notice, inquiry));
  const sentence = inquiry && !said.includes(inquiry.code) ? `${inquiry.code}: ${said}` : said;
  const mentioned = scenery.directory.people.filter((person) => notice.mention?.includes(person.id));
  const agencyId = inquiry?.agencyId ?? "";
  return {
    summary: sentence,
    blocks: [text(...mentionsOf(scenery, mentioned, agencyId, ["work"]), sentence)],
    presses: [undoPress(scenery, notice, inquiry)],
  };
};
