import { bold, heading, plain, text } from "../../chatkit/blocks.js";
import type { MessageContent } from "../../ports/message-content.js";
import type { Rule } from "../../regulations/citation.js";
import { articlesAt, articlesOf } from "../../regulations/schema.js";
import { emptyLine, pageNote, pagePresses } from "./lists.js";
import type { Scenery, View } from "./view.js";

type Rules = Extract<MessageContent, { kind: "rules" }>;

const PAGE_SIZE = 8;

const sought = ({ profile, locale }: Scenery, word: string): readonly Rule[] => {
  const wanted = word.toLowerCase();
  return articlesOf(profile).filter(({ citation, summary }) =>
    `${citation}\n${summary[locale]}`.toLowerCase().includes(wanted),
  );
};

const foundFor = (scenery: Scenery, { word, citation }: Rules): readonly Rule[] => {
  if (citation !== undefined) return articlesAt(scenery.profile, citation);
  return word === undefined ? articlesOf(scenery.profile) : sought(scenery, word);
};

/** Summaries of the regulation's articles and of our own rules, each with its place and how binding it is. */
export const rulesView = (scenery: Scenery, rules: Rules): View => {
  const { locale, profile, words } = scenery;
  const found = foundFor(scenery, rules);
  const start = rules.page * PAGE_SIZE;
  const shown = found.slice(start, start + PAGE_SIZE);
  const more = start + PAGE_SIZE < found.length;
  const asked = rules.citation ?? rules.word;
  const title =
    asked === undefined ? words.list.rulesHeading(profile.shortTitle) : words.list.rulesAbout(profile.shortTitle, asked);
  const lines = shown.map(({ citation, level, summary }) =>
    text(bold(citation), plain(` · ${words.level[level]}\n${summary[locale]}`)),
  );
  const values = rules.citation === undefined ? { ...(rules.word === undefined ? {} : { word: rules.word }) } : undefined;
  return {
    summary: title,
    blocks: [
      heading(title),
      ...(lines.length > 0 ? lines : [emptyLine(scenery, found.length, words.list.rulesEmpty(asked ?? ""))]),
      ...pageNote(scenery, rules.page, more),
    ],
    presses: [
      values
        ? pagePresses(scenery, "rules", values, rules.page, more)
        : pagePresses(scenery, "article", { citation: rules.citation ?? "" }, rules.page, more),
    ],
  };
};
