import type { Level } from "../../domain/level.js";
import type { Government, SettingName } from "../../domain/registry/model.js";
import { DEFAULT_SETTINGS } from "../../domain/registry/settings.js";
import type { Profile } from "../../regulations/schema.js";

/** How a setting's value is written and read. */
export type SettingKind = "durations" | "duration" | "span" | "yesNo" | "days" | "countOrAll" | "weekTime" | "language";

/** Whose rule a setting is, and beside which place of the regulation it stands where there is one. */
interface SettingRule {
  readonly level: Level;
  readonly citation?: string;
}

/** One setting as people see it. */
export interface Setting {
  readonly name: SettingName;
  readonly kind: SettingKind;
  readonly page: "reminders" | "approval" | "other";
  readonly rule: (profile: Profile) => SettingRule;
}

/** The profile's own words for a working rule of ours. */
const ours =
  (code: string) =>
  ({ interpretations }: Profile): SettingRule =>
    interpretations.find((each) => each.code === code) ?? { level: "internal-policy" };

/** A regulation never says how many approve, or how it is proved that a report was read. */
const reported = ({ gates }: Profile): SettingRule => ({
  level: "internal-policy",
  citation: gates.forwarded.citation,
});
const approved = ({ contentGate }: Profile): SettingRule => ({
  level: "internal-policy",
  citation: contentGate.citation,
});
/** How long content may wait for the official no text says; that it waits is said beside the gate. */
const awaited = ({ contentGate }: Profile): SettingRule => ({
  level: "internal-target",
  citation: contentGate.citation,
});
const reapproved = ({ contentFlow }: Profile): SettingRule => contentFlow.reapproval;
/** Posting regularly may be the regulation's; after how many days an account is silent never is. */
const posted = ({ regularPosting }: Profile): SettingRule => ({
  level: "internal-target",
  citation: regularPosting.citation,
});
const language = (): SettingRule => ({ level: "internal-policy" });

/** Everything a government sets by name, in the order people see it. */
export const settings: readonly Setting[] = [
  { name: "remindBeforeMinutes", kind: "durations", page: "reminders", rule: ours("reminders") },
  { name: "quiet", kind: "span", page: "reminders", rule: ours("reminders") },
  { name: "remindOfficialsAfterMinutes", kind: "durations", page: "reminders", rule: awaited },
  { name: "remindUrgentAfterMinutes", kind: "durations", page: "reminders", rule: awaited },
  { name: "askHeadAfterMinutes", kind: "duration", page: "reminders", rule: awaited },
  { name: "approvalsNeeded", kind: "countOrAll", page: "approval", rule: approved },
  { name: "reportNeedsAcknowledgement", kind: "yesNo", page: "approval", rule: reported },
  { name: "contentEditsNeedApproval", kind: "yesNo", page: "approval", rule: reapproved },
  { name: "spellingKeepsApproval", kind: "yesNo", page: "approval", rule: reapproved },
  { name: "silentAfterDays", kind: "days", page: "other", rule: posted },
  { name: "digestAt", kind: "weekTime", page: "other", rule: ours("weekly-digest") },
  { name: "locale", kind: "language", page: "other", rule: language },
];

/** The setting of this name; undefined for any other. */
export const settingOf = (name: string): Setting | undefined => settings.find((each) => each.name === name);

/** Its value now. */
export const currentValue = ({ settings: chosen, locale }: Government, name: SettingName): unknown =>
  name === "locale" ? locale : chosen[name];

/** Its value where nothing was set. */
export const defaultOf = (name: SettingName): unknown => (name === "locale" ? "id" : DEFAULT_SETTINGS[name]);
