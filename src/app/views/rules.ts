import { bold, heading, note, plain, text } from "../../chatkit/blocks.js";
import type { Block } from "../../ports/chat/outbound.js";
import type { MessageContent } from "../../ports/message-content.js";
import type { Rule } from "../../regulations/citation.js";
import { articlesAt, articlesOf } from "../../regulations/schema.js";
import { emptyLine, pagePresses } from "./lists.js";
import type { Scenery, View } from "./view.js";

type Rules = Extract<MessageContent, { kind: "rules" }>;

const PAGE_SIZE = 8;

/** Whether two entries are one rule: the regulation says one thing at one place, our own rules there may be several. */
const isSame = (one: Rule, other: Rule): boolean =>
  one.citation === other.citation &&
  one.level === other.level &&
  (one.level === "regulation" || one.summary.id === other.summary.id);

/** What a rule of content is called where people fill it in: the texts themselves do not speak of categories. */
const fieldOf = ({ profile, words }: Scenery, rule: Rule): string => {
  const { fields } = words.content;
  const { items, lawfulBases, ...list } = profile.contentCategories;
  const called = [list, ...items].some((each) => isSame(each, rule)) ? fields.category : "";
  return lawfulBases.some((each) => isSame(each, rule)) ? `${fields.category} ${fields.basis}` : called;
};

const withWord = (scenery: Scenery, word: string): readonly Rule[] => {
  const wanted = word.toLowerCase();
  return articlesOf(scenery.profile).filter((rule) =>
    [rule.citation, rule.summary[scenery.locale], fieldOf(scenery, rule)].join("\n").toLowerCase().includes(wanted),
  );
};

/** One rule with its place and how binding it is; without the place where the heading names that already. */
const ruleLine = ({ locale, words }: Scenery, { citation, level, summary }: Rule, headed: string | undefined): Block =>
  citation === headed
    ? text(bold(words.level[level]), plain(`\n${summary[locale]}`))
    : text(bold(citation), plain(` · ${words.level[level]}\n${summary[locale]}`));

const view = (scenery: Scenery, title: string, found: readonly Rule[], sought: string, headed?: string): View => {
  const { words } = scenery;
  const lines = found.map((rule) => ruleLine(scenery, rule, headed));
  return {
    summary: title,
    blocks: [
      heading(title),
      ...(lines.length > 0 ? lines : [emptyLine(scenery, found.length, words.list.rulesEmpty(sought))]),
    ],
  };
};

/** One place, whole: what the regulation says there, and our own rules that rest on it. */
const placeView = (scenery: Scenery, citation: string): View => {
  const { profile, words } = scenery;
  const title = `${citation} · ${profile.shortTitle}`;
  return { ...view(scenery, title, articlesAt(profile, citation), citation, citation), pointer: words.card.cut };
};

/** Summaries of the regulation's articles and of our own rules, each with its place and how binding it is. */
export const rulesView = (scenery: Scenery, { citation, page, word }: Rules): View => {
  if (citation !== undefined) return placeView(scenery, citation);
  const { profile, words } = scenery;
  const found = word === undefined ? articlesOf(profile) : withWord(scenery, word);
  const start = page * PAGE_SIZE;
  const pages = Math.ceil(found.length / PAGE_SIZE);
  const { rulesAbout, rulesHeading } = words.list;
  const title = word === undefined ? rulesHeading(profile.shortTitle) : rulesAbout(profile.shortTitle, word);
  const shown = view(scenery, title, found.slice(start, start + PAGE_SIZE), word ?? "");
  return {
    ...shown,
    blocks: [...shown.blocks, ...(pages > 1 ? [note(words.list.page(page + 1, pages))] : [])],
    presses: [pagePresses(scenery, "rules", word === undefined ? {} : { word }, page, page + 1 < pages)],
  };
};
