import { z } from "zod";
import type { AccessChanges, Government, GovernmentSettings, Role } from "../domain/registry/model.js";
import { DEFAULT_SETTINGS } from "../domain/registry/settings.js";
import { isWallTime, type QuietHours } from "../domain/time/quiet-hours.js";

const HOUR = 60;
const DAY = 24 * HOUR;

/** Least and most of everything a government may set, in the unit its name has; of lists also how long they may be. */
export const settingBounds = {
  remindBeforeMinutes: { least: 5, most: DAY, count: 5 },
  remindOfficialsAfterMinutes: { least: 15, most: 7 * DAY, count: 5 },
  remindUrgentAfterMinutes: { least: 5, most: DAY, count: 5 },
  askHeadAfterMinutes: { least: HOUR, most: 14 * DAY },
  /** How long the quiet hours may be. */
  quietMinutes: { least: 0, most: 14 * HOUR },
  approvalsNeeded: { least: 1, most: 9 },
  silentAfterDays: { least: 1, most: 90 },
} as const;

const count = (name: "askHeadAfterMinutes" | "approvalsNeeded" | "silentAfterDays") => {
  const { least, most } = settingBounds[name];
  const message = `${name} must be a whole number from ${least} to ${most}.`;
  return z.int(message).min(least, message).max(most, message);
};

const minutes = (name: "remindBeforeMinutes" | "remindOfficialsAfterMinutes" | "remindUrgentAfterMinutes") => {
  const { least, most, count: length } = settingBounds[name];
  const message = `${name} must be a list of at most ${length} different whole numbers of minutes, each from ${least} to ${most}; an empty list means no reminder.`;
  return z
    .array(z.int(message).min(least, message).max(most, message), message)
    .max(length, message)
    .refine((list) => new Set(list).size === list.length, message)
    .readonly();
};

const yesOrNo = (name: string) => z.boolean(`${name} must be true or false.`);

/** A wrong time ends the matter: how long the hours last is not asked then. */
const wallTime = (error: string) => z.string(error).refine(isWallTime, { error, abort: true });

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * HOUR + Number(time.slice(3));
const lengthOf = ({ from, to }: QuietHours): number => (minuteOf(to) - minuteOf(from) + DAY) % DAY;

const QUIET = `quiet must be two local times "HH:MM", from and to, at most ${settingBounds.quietMinutes.most / HOUR} hours apart; equal times mean none.`;
const quiet = z
  .strictObject({ from: wallTime(QUIET), to: wallTime(QUIET) }, QUIET)
  .refine((span) => lengthOf(span) <= settingBounds.quietMinutes.most, QUIET)
  .readonly();

const DIGEST = 'digestAt must be a weekday from 1 (Monday) to 7 and a local time "HH:MM".';
const digestAt = z
  .strictObject({ weekday: z.int(DIGEST).min(1, DIGEST).max(7, DIGEST), time: wallTime(DIGEST) }, DIGEST)
  .readonly();

const ROLES: readonly Role[] = ["officer", "official", "head", "communications", "admin", "auditor"];
const ACCESS =
  'access must be a table of actions, each with roles and "none", "own" or "any", as docs/settings.md lists them.';
const access: z.ZodType<AccessChanges> = z
  .record(z.string(), z.partialRecord(z.enum(ROLES), z.enum(["none", "own", "any"], ACCESS), ACCESS).readonly(), ACCESS)
  .readonly();

const ALL = "approvalsNeeded must be a whole number from 1 to 9, or all.";

/** What each setting may be. Every message is a sentence that says what to write. */
export const settingSchemas: { readonly [K in keyof GovernmentSettings]: z.ZodType<GovernmentSettings[K]> } = {
  remindBeforeMinutes: minutes("remindBeforeMinutes"),
  remindOfficialsAfterMinutes: minutes("remindOfficialsAfterMinutes"),
  remindUrgentAfterMinutes: minutes("remindUrgentAfterMinutes"),
  askHeadAfterMinutes: count("askHeadAfterMinutes"),
  quiet,
  approvalsNeeded: z.union([z.literal("all"), count("approvalsNeeded")], ALL),
  reportNeedsAcknowledgement: yesOrNo("reportNeedsAcknowledgement"),
  contentEditsNeedApproval: yesOrNo("contentEditsNeedApproval"),
  spellingKeepsApproval: yesOrNo("spellingKeepsApproval"),
  silentAfterDays: count("silentAfterDays"),
  digestAt,
  access,
};

/** The language a government speaks. */
export const localeSchema: z.ZodType<Government["locale"]> = z.enum(
  ["id", "en"],
  "locale must be id (Indonesian) or en (English).",
);

/** A government's choices as a file gives them: only what it sets otherwise. An unknown name is an error, with its name. */
export const governmentSettingsSchema = z
  .strictObject(settingSchemas, {
    error: (issue) =>
      issue.code === "unrecognized_keys" ? `There is no setting called ${issue.keys.join(", ")}.` : undefined,
  })
  .partial();

/** A stored setting that counts for nothing: what it is called, and what is wrong. */
export interface SettingFault {
  readonly setting: string;
  readonly problem: string;
}

/** Completes stored settings with the defaults, which also stand for what is unknown or out of bounds. */
export const readSettings = (
  stored: unknown,
): { readonly settings: GovernmentSettings; readonly faults: readonly SettingFault[] } => {
  const faults: SettingFault[] = [];
  const sound = Object.entries(stored ?? {}).filter(([setting, value]) => {
    const parsed = Object.hasOwn(settingSchemas, setting)
      ? settingSchemas[setting as keyof GovernmentSettings].safeParse(value)
      : undefined;
    if (parsed?.success) return true;
    const problem = parsed ? (parsed.error.issues[0]?.message ?? "bad value") : "There is no setting of that name.";
    faults.push({ setting, problem });
    return false;
  });
  return { settings: { ...DEFAULT_SETTINGS, ...Object.fromEntries(sound) }, faults };
};
