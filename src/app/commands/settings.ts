import { refuse } from "../../domain/refusal.js";
import type { SettingName } from "../../domain/registry/model.js";
import { type Command, defineCommand, type RawValues } from "../command.js";
import type { Context } from "../context.js";
import { type Effects, refused, whisper } from "../effects.js";
import { excerptOf } from "../excerpt.js";
import { line, optional } from "../inputs.js";
import { pageOf } from "../page-of.js";
import { askingFor } from "../registry/asking.js";
import { changeSetting } from "../settings/change-setting.js";
import { barredFromSettings, mayKeepSettings } from "../settings/keeping.js";
import { typedSetting } from "../settings/typed-setting.js";
import { accessCommand, listedAccess } from "./access.js";
import { historyCommand } from "./history.js";
import { listedSops, sopCommand } from "./sop.js";

const listed = (context: Context, extra: RawValues, setting?: SettingName): Effects => {
  const mayChange = mayKeepSettings(context);
  const only = setting === undefined ? {} : { setting };
  return {
    drafts: [whisper(context, "settings", { kind: "settings", page: pageOf(extra), mayChange, ...only })],
  };
};

const historyShown = (context: Context, extra: RawValues): Effects => ({
  drafts: [whisper(context, "history", { kind: "rules-history", page: pageOf(extra) })],
});

/** Who asks for the rights of roles, for SOPs or for the history of all that as if it were a setting is shown it. */
const isAbout = ({ name, aliases }: Command, typed: string): boolean =>
  [name, ...aliases].includes(typed.trim().toLowerCase());

/**
 * What the government set, for everybody to read: without text all of it, with a name one thing, with a name and a value
 * that is set otherwise from now on.
 */
export const settingsCommand: Command = defineCommand({
  name: "settings",
  aliases: ["pengaturan"],
  usage: "/settings [NAME VALUE]",
  inputs: { setting: optional(line()), value: optional(line()) },
  positional: ["setting"],
  form: ["value"],
  access: "registered",
  async run(context, { setting: typed, value }, extra) {
    if (typed === undefined) return listed(context, extra);
    if (isAbout(accessCommand, typed)) return listedAccess(context, extra);
    if (isAbout(sopCommand, typed)) return listedSops(context, extra);
    if (isAbout(historyCommand, typed)) return historyShown(context, extra);
    const found = typedSetting(typed);
    if (!found) return refused(context, "settings", refuse("unknownSetting", { typed: excerptOf(typed), known: "" }));
    const { name } = found;
    const said = value ?? (found.rest === "" ? undefined : found.rest);
    if (said === undefined && extra.register === undefined) return listed(context, extra, name);
    const barred = barredFromSettings(context);
    if (barred) return refused(context, "settings", barred);
    const asking = askingFor(context, settingsCommand, { ...extra, setting: name });
    return said === undefined ? asking.missing("value") : changeSetting(context, name, said, asking);
  },
});
