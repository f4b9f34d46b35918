import { z } from "zod";
import type { GovernmentSettings } from "../domain/registry/model.js";
import { addProblem, object } from "./fields.js";

// Stands in for the schema of the settings' bounds: `settingsSchema` may be any schema of Partial<GovernmentSettings>.

const DAY_MINUTES = 24 * 60;
const MOST_TIMES = 10;
const MOST_OFFICIALS = 20;

/** What a text of the file means where a setting is no text. */
const typed = (value: unknown): unknown => {
  if (value === "true" || value === "ya") return true;
  if (value === "false" || value === "tidak") return false;
  return typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value;
};

const within = (min: number, max: number) =>
  z.unknown().transform((value, context): number => {
    const number = typed(value);
    if (typeof number === "number" && number >= min && number <= max) return number;
    addProblem(context, "badNumber", { value: String(value), min, max });
    return z.NEVER;
  });

const officials = z.unknown().transform((value, context): number | "all" => {
  const number = value === "all" ? value : typed(value);
  if (number === "all" || (typeof number === "number" && number >= 1 && number <= MOST_OFFICIALS)) return number;
  addProblem(context, "badNumber", { value: String(value), min: 1, max: `${MOST_OFFICIALS}, all` });
  return z.NEVER;
});

const flag = z.unknown().transform((value, context): boolean => {
  const said = typed(value);
  if (typeof said === "boolean") return said;
  addProblem(context, "badChoice", { value: String(value), choices: "true, false" });
  return z.NEVER;
});

const wallTime = z.string().superRefine((text, context) => {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) addProblem(context, "badTime", { value: text });
});

const minutes = (max: number) => z.array(within(1, max)).max(MOST_TIMES);

const settings = object({
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
} satisfies Record<keyof GovernmentSettings, z.ZodType>);

/** A government's own choices as the setup takes them. */
export const settingsSchema = settings.partial();
