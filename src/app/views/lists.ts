import { bold, heading, note, plain, text } from "../../chatkit/blocks.js";
import type { InquiryStatus } from "../../domain/inquiry/model.js";
import type { ProposalStatus } from "../../domain/proposal/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import type { ContentCounts, FoundContent } from "../../ports/content-lists.js";
import type { CaseLine, Page } from "../../ports/store.js";
import { deadlineText } from "./case-words.js";
import { excerpt } from "./excerpt.js";
import { returnedParts } from "./forward-lines.js";
import { themeOf } from "./proposal-words.js";
import { agencyName } from "./scenery.js";
import { type Press, press, type Scenery, type View } from "./view.js";

/** Where a case of a list stands; a return with its reason, for the next step depends on it. */
const standing = (scenery: Scenery, { returned, status: code }: CaseLine): readonly string[] => {
  const { status } = scenery.words;
  if (returned) return [status.returned, ...returnedParts(scenery, { ...returned, reason: excerpt(returned.reason) })];
  return [code in status ? status[code as InquiryStatus] : code];
};

const caseLine = (scenery: Scenery, line: CaseLine, holder: boolean): Block => {
  const { card } = scenery.words;
  const parts = [
    ...standing(scenery, line),
    ...(holder ? [agencyName(scenery, line.agencyId)] : []),
    ...(line.deadlineAt ? [card.until(deadlineText(scenery, line.deadlineAt))] : []),
  ];
  return text(bold(line.code), plain(` · ${parts.join(" · ")}\n${excerpt(line.text)}`));
};

const contentLine = (scenery: Scenery, { code, status, theme, agencyId }: FoundContent): Block => {
  const { responding, status: named } = scenery.words.content;
  const stands = Object.hasOwn(named, status) ? named[status as ProposalStatus] : status;
  const parts = [responding, stands, agencyName(scenery, agencyId)];
  return text(bold(code), plain(` · ${parts.join(" · ")}\n${themeOf(scenery, theme)}`));
};

/** Buttons to the pages beside this one; pages count from 0. */
export const pagePresses = (
  { words }: Scenery,
  command: string,
  values: Readonly<Record<string, string>>,
  page: number,
  more: boolean,
): readonly Press[] => [
  ...(page > 0 ? [press(words.buttons.previous, command, { ...values, page: String(page - 1) })] : []),
  ...(more ? [press(words.buttons.next, command, { ...values, page: String(page + 1) })] : []),
];

/** What stands on a page without lines: nothing at all was found, or the page lies behind the last. */
export const emptyLine = ({ words }: Scenery, total: number, nothing: string): Block =>
  text(total === 0 ? nothing : words.list.pageEmpty);

/** How many pages there are: every one but the last is full. Undefined behind the last, where no page shows its size. */
const pagesOf = (page: number, { items, more, total }: Page<unknown>): number | undefined => {
  if (items.length === 0) return undefined;
  return more ? Math.ceil(total / items.length) : page + 1;
};

/** Which page it is, where there is more than one. */
export const pageNote = ({ words }: Scenery, page: number, found: Page<unknown>): readonly Block[] =>
  page > 0 || found.more ? [note(words.list.page(page + 1, pagesOf(page, found)))] : [];

/** An agency's open questions, the most urgent first; and in one line its content that somebody has to do with, if any. */
export const queueView = (
  scenery: Scenery,
  agencyId: string,
  page: number,
  found: Page<CaseLine>,
  counts: ContentCounts,
): View => {
  const { list, content } = scenery.words;
  const some = counts.waiting + counts.returned + counts.ready > 0;
  const ofContent = content.calendar.counts(counts);
  const title = list.queueHeading(agencyName(scenery, agencyId), found.total);
  const lines = found.items.map((line) => caseLine(scenery, line, line.agencyId !== agencyId));
  return {
    summary: found.total > 0 ? title : some ? ofContent : list.queueEmpty,
    blocks: [
      heading(title),
      ...(lines.length > 0 ? lines : [emptyLine(scenery, found.total, list.queueEmpty)]),
      ...(some ? [text(ofContent)] : []),
      ...pageNote(scenery, page, found),
    ],
    presses: [
      pagePresses(scenery, "queue", {}, page, found.more),
      some ? [press(content.calendar.button, "queue", { list: "content" })] : [],
    ],
  };
};

/** Cases and content found by words, newest first. */
export const findView = (scenery: Scenery, words: string, page: number, found: Page<CaseLine | FoundContent>): View => {
  const { list } = scenery.words;
  const sought = excerpt(words);
  const title = list.findHeading(sought, found.total);
  const lines = found.items.map((line) =>
    "proposalId" in line ? contentLine(scenery, line) : caseLine(scenery, line, true),
  );
  return {
    summary: title,
    blocks: [
      heading(title),
      ...(lines.length > 0 ? lines : [emptyLine(scenery, found.total, list.findEmpty(sought))]),
      ...pageNote(scenery, page, found),
    ],
    presses: [pagePresses(scenery, "find", { words }, page, found.more)],
  };
};
