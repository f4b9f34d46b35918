import { bold, heading, note, plain, text } from "../../chatkit/blocks.js";
import type { SettingName } from "../../domain/registry/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import type { ContentOf } from "../../ports/message-content.js";
import { currentValue, defaultOf, type Setting, settings } from "../settings/declared.js";
import { settingText } from "../settings/setting-value.js";
import { emptyLine, pageNote, pagePresses } from "./lists.js";
import { boundsText } from "./settings-words.js";
import { type Press, press, pressForm, type Scenery, type View } from "./view.js";

const PAGES = ["reminders", "approval", "other"] as const;

const ruleText = (scenery: Scenery, { rule }: Setting): string => {
  const { level, citation = "" } = rule(scenery.profile);
  return scenery.words.settings.rule(scenery.words.level[level], citation);
};

/** Its value, and the default beside it where that is another. */
const valueText = ({ words, directory }: Scenery, name: SettingName): string => {
  const value = settingText(words, name, currentValue(directory.government, name));
  const standard = settingText(words, name, defaultOf(name));
  const { isDefault, otherwise } = words.settings;
  return `${value} (${value === standard ? isDefault : otherwise(standard)})`;
};

const settingBlock = (scenery: Scenery, setting: Setting): Block => {
  const { name } = setting;
  const { label, means } = scenery.words.settings.names[name];
  const bounds = `${boundsText(scenery, name)} ${ruleText(scenery, setting)}.`;
  return text(bold(label), plain(`: ${valueText(scenery, name)}\n${means}\n${bounds}`));
};

const changePress = ({ words }: Scenery, { name }: Setting): Press => {
  const { names, buttons } = words.settings;
  return pressForm(buttons.change(names[name].label), "settings", { register: "yes", setting: name });
};

const hintNotes = ({ words }: Scenery, first: Setting | undefined): readonly Block[] => {
  if (!first) return [];
  const { typed, example } = words.settings.names[first.name];
  return [note(words.settings.hint(typed, example))];
};

/** What the government set: what each thing means, its value and default, its bounds and whose rule it is. */
export const settingsView = (scenery: Scenery, { page, setting, mayChange }: ContentOf<"settings">): View => {
  const { words } = scenery;
  const titles = words.settings.pages;
  const shown = settings.filter((each) => (setting === undefined ? each.page === PAGES[page] : each.name === setting));
  const found = {
    items: shown.slice(0, 1),
    more: setting === undefined && page < PAGES.length - 1,
    total: PAGES.length,
  };
  const about = setting === undefined ? (PAGES[page] ?? "other") : (shown[0]?.page ?? "other");
  const title = words.settings.heading(titles[about]);
  return {
    summary: title,
    blocks: [
      heading(title),
      ...(shown.length > 0
        ? shown.map((each) => settingBlock(scenery, each))
        : [emptyLine(scenery, settings.length, "")]),
      ...(setting === undefined ? pageNote(scenery, page, found) : []),
      ...(mayChange ? hintNotes(scenery, shown[0]) : []),
      note(words.settings.seeAlso),
    ],
    presses: [
      ...(mayChange ? shown.map((each) => [changePress(scenery, each)]) : []),
      setting === undefined ? pagePresses(scenery, "settings", {}, page, found.more) : [],
      setting === undefined ? [press(words.registry.buttons.history, "settings", { setting: "history" })] : [],
    ],
  };
};

/** A setting was changed: what it is and was, and the way back. */
export const settingView = (scenery: Scenery, { setting, before, after }: ContentOf<"setting">): View => {
  const { words } = scenery;
  const { names, changed, buttons } = words.settings;
  const [now, former] = [after, before].map((value) => settingText(words, setting, value));
  const sentence = changed(names[setting].label, now ?? "", former ?? "");
  return {
    summary: sentence,
    blocks: [text(sentence)],
    presses: [[press(buttons.restore, "settings", { setting, value: former ?? "" })]],
  };
};
