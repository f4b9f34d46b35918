import { bold, heading, plain, text } from "../../chatkit/blocks.js";
import type { Agency, ChannelPurpose } from "../../domain/registry/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import type { ContentOf, NoticeValues } from "../../ports/message-content.js";
import type { HistoryLine, Page } from "../../ports/store.js";
import { emptyLine, pageNote, pagePresses } from "./lists.js";
import { accountName } from "./proposal-words.js";
import { codeOf, lastDay } from "./registry-parts.js";
import { roleWord } from "./role-word.js";
import { agencyName, personName, timeIn } from "./scenery.js";
import type { Scenery, View } from "./view.js";

type Word = (scenery: Scenery, value: string) => readonly [name: string, word: string];

/** What a recorded value is called in the sentence, and how people read it. */
const words: Readonly<Record<string, Word>> = {
  personId: (scenery, value) => ["person", personName(scenery, value)],
  insteadOf: (scenery, value) => ["instead", personName(scenery, value)],
  accountId: (scenery, value) => ["account", accountName(scenery, value)],
  role: (scenery, value) => ["role", roleWord(scenery, value)],
  purpose: (scenery, value) => ["purpose", scenery.words.setup.purposes[value as ChannelPurpose] ?? value],
  agencyKind: (scenery, value) => [
    "agencyKind",
    scenery.words.registry.agencies.kinds[value as Agency["kind"]] ?? value,
  ],
  until: (scenery, value) => {
    const at = new Date(value);
    return ["until", Number.isNaN(at.getTime()) ? value : lastDay(scenery, at)];
  },
};

const valuesOf = (scenery: Scenery, content: HistoryLine["content"]): NoticeValues =>
  Object.fromEntries(
    Object.entries(content).flatMap(([name, value]) =>
      typeof value === "string" ? [words[name]?.(scenery, value) ?? ([name, value] as const)] : [],
    ),
  );

/** One line: when, who, and what was done in words. */
export const lineBlock = (scenery: Scenery, { at, actor, kind }: HistoryLine, values: NoticeValues): Block => {
  const { list } = scenery.words;
  const said = list.history[kind]?.(values) ?? list.historyOther;
  const who = actor === undefined ? list.historyProgram : personName(scenery, actor);
  return text(bold(timeIn(scenery, at)), plain(` · ${who}: ${said}`));
};

/** What was registered of an agency, by whom and when. */
export const registryHistoryView = (
  scenery: Scenery,
  { agencyId, page }: ContentOf<"registry-history">,
  found: Page<HistoryLine>,
): View => {
  const { list } = scenery.words;
  const name = agencyName(scenery, agencyId);
  const title = list.historyHeading(name, found.total);
  const lines = found.items.map((line) => lineBlock(scenery, line, valuesOf(scenery, line.content)));
  return {
    summary: title,
    blocks: [
      heading(title),
      ...(lines.length > 0 ? lines : [emptyLine(scenery, found.total, list.historyEmpty(name))]),
      ...pageNote(scenery, page, found),
    ],
    presses: [pagePresses(scenery, "agency", { agency: codeOf(scenery, agencyId), list: "history" }, page, found.more)],
  };
};
