import { refuse } from "../../domain/refusal.js";
import type { SettingName } from "../../domain/registry/model.js";
import { chosenSettings } from "../../domain/registry/settings.js";
import type { Registered } from "../../ports/registered.js";
import type { Context } from "../context.js";
import { type Effects, say } from "../effects.js";
import { excerptOf } from "../excerpt.js";
import type { Asking } from "../registry/asking.js";
import { currentValue } from "./declared.js";
import { settingValue } from "./setting-value.js";

/** What is registered by it: settings are written whole. */
const registered = ({ directory }: Context, name: SettingName, value: unknown): Registered => {
  if (name === "locale") return { locale: value === "en" ? "en" : "id" };
  return { settings: chosenSettings({ ...directory.government.settings, [name]: value }) };
};

/** Sets one thing for the government from now on. Its history has what it was before. */
export const changeSetting = (context: Context, name: SettingName, typed: string, asking: Asking): Effects => {
  const { government } = context.directory;
  const read = settingValue(name, typed);
  if (!read) return asking.wrong("value", refuse("badSetting", { setting: name, typed: excerptOf(typed) }));
  const { value: after } = read;
  const before = currentValue(government, name);
  if (JSON.stringify(before) === JSON.stringify(after)) return asking.refuse(refuse("sameSetting", { setting: name }));
  return {
    registry: registered(context, name, after),
    history: [
      {
        subjectId: government.id,
        at: context.now,
        actor: context.person.id,
        kind: "settingChanged",
        content: { setting: name, before, after },
      },
    ],
    drafts: [say(context, "setting", { kind: "setting", setting: name, before, after })],
  };
};
