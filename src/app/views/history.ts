import { bold, heading, plain, text } from "../../chatkit/blocks.js";
import type { DecisionKind } from "../../domain/approval/model.js";
import { type Attachment, isAudio } from "../../domain/attachment.js";
import type { NoticeCode } from "../../domain/notice.js";
import type { Block } from "../../ports/chat/outbound.js";
import type { NoticeValues } from "../../ports/message-content.js";
import type { HistoryLine, Page } from "../../ports/store.js";
import { fileBlocks } from "./attachments.js";
import { emptyLine, pageNote, pagePresses } from "./lists.js";
import { readableValues } from "./notice-values.js";
import { accountName } from "./proposal-words.js";
import { agencyName, personName, timeIn } from "./scenery.js";
import type { Scenery, View } from "./view.js";

const decidedWord = ({ words }: Scenery, decision: string, position: string): string =>
  Object.hasOwn(words.decided, decision)
    ? words.decided[decision as DecisionKind](position).replace(/\.$/, "")
    : decision;

/** Whose history it is. */
interface Subject {
  readonly code: string;
  readonly isContent: boolean;
}

/** What somebody tried, and the sentence that refused it; lines from before its values were kept do not have that. */
const refusedValues = (
  scenery: Scenery,
  { code, isContent }: Subject,
  content: HistoryLine["content"],
): NoticeValues => {
  const { list, notice } = scenery.words;
  const what = String(content.what ?? "");
  const why = String(content.why ?? "");
  const tried = (isContent ? list.triedOnContent[what] : undefined) ?? list.tried[what] ?? "";
  if (!Object.hasOwn(notice, why) || typeof content.values !== "object") return { what: tried };
  const values = readableValues(scenery, why, { code, ...content.values });
  return { what: tried, why: notice[why as NoticeCode](values).replace(/\.$/, "") };
};

const attachmentsOf = ({ kind, content }: HistoryLine): readonly Attachment[] =>
  kind === "noted" && Array.isArray(content.attachments) ? (content.attachments as readonly Attachment[]) : [];

/** What was kept with a note: somebody's voice, or files. */
const keptOf = (line: HistoryLine): NoticeValues => {
  const kept = attachmentsOf(line);
  if (kept.length === 0) return {};
  return { kept: kept.some(isAudio) ? "voice" : "files" };
};

/** The recorded values as words; what is neither text nor number has none. */
const valuesOf = (scenery: Scenery, subject: Subject, line: HistoryLine): NoticeValues => {
  const { kind, content } = line;
  if (kind === "refused") return refusedValues(scenery, subject, content);
  const entries = Object.entries(content).flatMap(([name, value]): readonly (readonly [string, string | number])[] => {
    if (typeof value === "number") return [[name, value]];
    if (typeof value !== "string") return [];
    if (name.endsWith("gencyId")) return [[name, agencyName(scenery, value)]];
    if (name === "accountId") return [["account", accountName(scenery, value)]];
    if (name === "decision") return [[name, decidedWord(scenery, value, String(content.position ?? ""))]];
    if (name === "reason" && kind === "closed") return [[name, scenery.words.choices[value] ?? value]];
    return [[name, value]];
  });
  return { ...Object.fromEntries(entries), ...keptOf(line) };
};

/** A note may have files, which are nowhere else; those of inquiries and answers are on the card. */
const filesOf = (line: HistoryLine): readonly Block[] => fileBlocks(attachmentsOf(line));

const lineBlocks = (scenery: Scenery, subject: Subject, line: HistoryLine): readonly Block[] => {
  const { list } = scenery.words;
  const sentence = list.history[line.kind] ?? scenery.words.content.history[line.kind];
  const said = sentence?.(valuesOf(scenery, subject, line)) ?? list.historyOther;
  const who = line.actor === undefined ? list.historyProgram : personName(scenery, line.actor);
  return [text(bold(timeIn(scenery, line.at)), plain(` · ${who}: ${said}`)), ...filesOf(line)];
};

/** What happened to a case or a proposal, who did it and when. */
export const historyView = (scenery: Scenery, subject: Subject, page: number, found: Page<HistoryLine>): View => {
  const { list } = scenery.words;
  const { code } = subject;
  const title = list.historyHeading(code, found.total);
  const lines = found.items.flatMap((line) => lineBlocks(scenery, subject, line));
  return {
    summary: title,
    blocks: [
      heading(title),
      ...(lines.length > 0 ? lines : [emptyLine(scenery, found.total, list.historyEmpty(code))]),
      ...pageNote(scenery, page, found),
    ],
    presses: [pagePresses(scenery, "history", { code }, page, found.more)],
  };
};
