import type { Level } from "../../domain/level.js";
import type { AnswerOrigin, BoundReason, GateKind, GrantedScope, SettingName } from "../../domain/registry/model.js";
import type { NoticeValues } from "../../ports/message-content.js";
import { roles } from "../access-bounds.js";
import { settingOf, settings } from "../settings/declared.js";
import { roleWord } from "./role-word.js";
import { boundsText } from "./settings-words.js";
import type { Scenery } from "./view.js";

/** What a sentence about a setting says of it: its label, its bounds and a value as it is typed. */
const ofSetting = (scenery: Scenery, name: SettingName): NoticeValues => {
  const { label, example } = scenery.words.settings.names[name];
  return { setting: label, bounds: boundsText(scenery, name), example };
};

const scopeWord = ({ words }: Scenery, code: string): string =>
  words.settings.access.scopes[code as GrantedScope] ?? code;

/** What the codes of a cell of the access table and of a gate are called; a reason is of the role. */
const wordOf: Readonly<Record<string, (scenery: Scenery, code: string, role: string) => string>> = {
  right: ({ words }, code) => words.settings.access.rights[code] ?? code,
  role: roleWord,
  scope: scopeWord,
  bound: ({ words }, code, role) => words.settings.access.reasons[code as BoundReason]?.(role) ?? code,
  level: ({ words }, code) => words.level[code as Level]?.toLowerCase() ?? code,
  allowed: (scenery, codes) =>
    codes
      .split(",")
      .map((each) => scopeWord(scenery, each))
      .join("; "),
  origin: ({ words }, code) => words.settings.sop.origins[code as AnswerOrigin] ?? code,
  gate: ({ words }, code) => words.settings.sop.gates[code as GateKind] ?? code,
};

const inWords = (scenery: Scenery, values: NoticeValues): NoticeValues => {
  const role = roleWord(scenery, String(values.role ?? ""));
  const said = Object.entries(values).flatMap(([name, value]) => {
    const word = wordOf[name];
    return word && typeof value === "string" ? [[name, word(scenery, value, role)] as const] : [];
  });
  return Object.fromEntries(said);
};

/** The sentences whose codes are those of `wordOf`. */
const ABOUT_RULES = ["accessBound", "sameAccess", "sopGate"];

/** The values only sentences about settings, rights and SOPs have, as people read them. */
export const settingsValues = (scenery: Scenery, code: string, values: NoticeValues): NoticeValues => {
  const setting = settingOf(String(values.setting ?? ""));
  const typed = settings.map(({ name }) => scenery.words.settings.names[name].typed).join(", ");
  return {
    ...(setting ? ofSetting(scenery, setting.name) : {}),
    ...(code === "unknownSetting" ? { known: typed } : {}),
    ...(code === "unknownRight" ? { example: scenery.words.settings.access.rights["case.close"] ?? "" } : {}),
    ...(code === "unknownRole" ? { known: roles.map((role) => roleWord(scenery, role)).join("; ") } : {}),
    ...(ABOUT_RULES.includes(code) ? inWords(scenery, values) : {}),
  };
};
