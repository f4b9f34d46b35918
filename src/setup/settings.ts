import { z } from "zod";
import type { GovernmentSettings } from "../domain/registry/model.js";
import { addProblem, object } from "./fields.js";

/** What a text of the file stands for where a setting is no text: "12" is a number, "ya" is true. */
const typed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(typed);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, typed(each)]));
  if (value === "true" || value === "ya") return true;
  if (value === "false" || value === "tidak") return false;
  return typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value;
};

// Simple bounds, until one schema of the settings' bounds takes their place: it gets what `typed` makes of the file, and
// what it says of a value is told as it is (`badSetting`).

const DAY_MINUTES = 24 * 60;
const MOST_TIMES = 10;
const MOST_OFFICIALS = 20;

type Fault = "badNumber" | "badChoice" | "badTime";

const fitting = <T>(
  fits: (value: unknown) => boolean,
  code: Fault,
  values: Readonly<Record<string, string | number>>,
) =>
  z.unknown().superRefine((value, context) => {
    if (!fits(value)) addProblem(context, code, { value: String(value), ...values });
  }) as z.ZodType<T>;

const isWithin = (value: unknown, min: number, max: number): boolean =>
  typeof value === "number" && value >= min && value <= max;

const within = (min: number, max: number) =>
  fitting<number>((value) => isWithin(value, min, max), "badNumber", { min, max });

const minutes = (max: number) => z.array(within(1, max), "wantsList").max(MOST_TIMES);

const flag = fitting<boolean>((value) => typeof value === "boolean", "badChoice", { choices: "true, false" });

const bounds = { min: 1, max: `${MOST_OFFICIALS}, all` };
const officials = fitting<number | "all">(
  (value) => value === "all" || isWithin(value, 1, MOST_OFFICIALS),
  "badNumber",
  bounds,
);

const isWallTime = (value: unknown): boolean => typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
const wallTime = fitting<string>(isWallTime, "badTime", {});

/** What each setting may be. */
export const boundsOfSettings: { readonly [K in keyof GovernmentSettings]: z.ZodType<GovernmentSettings[K]> } = {
  quiet: object({ from: wallTime, to: wallTime }),
  remindBeforeMinutes: minutes(DAY_MINUTES - 1),
  reportNeedsAcknowledgement: flag,
  approvalsNeeded: officials,
  contentEditsNeedApproval: flag,
  spellingKeepsApproval: flag,
  remindOfficialsAfterMinutes: minutes(30 * DAY_MINUTES),
  remindUrgentAfterMinutes: minutes(30 * DAY_MINUTES),
  askHeadAfterMinutes: within(1, 30 * DAY_MINUTES),
  silentAfterDays: within(1, 365),
};

/** A government's own choices as the setup takes them. */
export const settingsSchema = z.preprocess(typed, object(boundsOfSettings).partial());
