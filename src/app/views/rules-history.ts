import { heading } from "../../chatkit/blocks.js";
import { ruleChanges } from "../../domain/registry/changes.js";
import type { GovernmentSettings, GrantedScope, SettingName, Sop } from "../../domain/registry/model.js";
import type { ContentOf, NoticeValues } from "../../ports/message-content.js";
import type { HistoryLine, Page } from "../../ports/store.js";
import { settingOf } from "../settings/declared.js";
import { settingText } from "../settings/setting-value.js";
import { rightWord } from "./access.js";
import { emptyLine, pageNote, pagePresses } from "./lists.js";
import { lineBlock } from "./registry-history.js";
import { roleWord } from "./role-word.js";
import { setsText, whoseInside } from "./sops.js";
import type { Scenery, View } from "./view.js";

const settingValues = ({ words }: Scenery, { setting, before, after }: HistoryLine["content"]): NoticeValues => {
  const name = settingOf(setting as SettingName)?.name;
  if (name === undefined) return {};
  const [was, is] = [before, after].map((value) => settingText(words, name, value));
  return { setting: words.settings.names[name].label, before: was ?? "", after: is ?? "" };
};

const accessValues = (scenery: Scenery, { right, role, before, after }: HistoryLine["content"]): NoticeValues => {
  const { cell, scopes } = scenery.words.settings.access;
  const scope = (value: unknown): string => scopes[value as GrantedScope] ?? String(value);
  return {
    cell: cell(roleWord(scenery, String(role)), rightWord(scenery, String(right))),
    before: scope(before),
    after: scope(after),
  };
};

const sopValues = (scenery: Scenery, { before, after }: HistoryLine["content"]): NoticeValues => {
  const sop = (after ?? before) as Sop | undefined;
  return sop ? { number: sop.number, whose: whoseInside(scenery, sop.agencyId), sets: setsText(scenery, sop) } : {};
};

/** What the setup set otherwise than the default, settings first. */
const foundedValues = (scenery: Scenery, { settings }: HistoryLine["content"]): NoticeValues => {
  const { access = {}, ...others } = (settings ?? {}) as Partial<GovernmentSettings>;
  const set = Object.entries(others).flatMap(([setting, after]) => {
    const values = settingValues(scenery, { setting, before: after, after });
    return values.setting === undefined ? [] : [`${values.setting} "${values.after}"`];
  });
  const cells = Object.entries(access).flatMap(([right, roles]) =>
    Object.entries(roles ?? {}).map(([role, after]) => {
      const values = accessValues(scenery, { right, role, before: after, after });
      return `${values.cell} "${values.after}"`;
    }),
  );
  return { sets: [...set, ...cells].join("; ") };
};

/** What is said of a change: its history holds it as the program wrote it. */
const valuesOf = (scenery: Scenery, { kind, content }: HistoryLine): NoticeValues => {
  switch (ruleChanges.find((each) => each === kind)) {
    case "settingChanged":
      return settingValues(scenery, content);
    case "accessChanged":
      return accessValues(scenery, content);
    case "sopRegistered":
    case "sopChanged":
    case "sopEnded":
      return sopValues(scenery, content);
    case "founded":
      return foundedValues(scenery, content);
    case undefined:
      return {};
  }
};

/** What the government decided itself, and decided otherwise: by whom, when, what it was and became. */
export const rulesHistoryView = (
  scenery: Scenery,
  { page }: ContentOf<"rules-history">,
  found: Page<HistoryLine>,
): View => {
  const { list, settings } = scenery.words;
  const title = list.historyHeading(settings.all, found.total);
  const lines = found.items.map((line) => lineBlock(scenery, line, valuesOf(scenery, line)));
  return {
    summary: title,
    blocks: [
      heading(title),
      ...(lines.length > 0 ? lines : [emptyLine(scenery, found.total, list.historyEmpty(settings.all))]),
      ...pageNote(scenery, page, found),
    ],
    presses: [pagePresses(scenery, "settings", { setting: "history" }, page, found.more)],
  };
};
