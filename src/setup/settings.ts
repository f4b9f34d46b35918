import { z } from "zod";
import type { GovernmentSettings } from "../domain/registry/model.js";
import { settingBounds, settingSchemas } from "../ports/government-settings.js";
import { addProblem, object } from "./fields.js";

const { approvalsNeeded: OFFICIALS } = settingBounds;

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
  if (number === "all" || (typeof number === "number" && number >= OFFICIALS.least && number <= OFFICIALS.most))
    return number;
  addProblem(context, "badNumber", { value: String(value), min: OFFICIALS.least, max: `${OFFICIALS.most}, all` });
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

interface Bounds {
  readonly least: number;
  readonly most: number;
}

const between = ({ least, most }: Bounds) => within(least, most);
const minutes = ({ count, ...bounds }: Bounds & { readonly count: number }) => z.array(between(bounds)).max(count);

const settings = object({
  quiet: object({ from: wallTime, to: wallTime }),
  remindBeforeMinutes: minutes(settingBounds.remindBeforeMinutes),
  reportNeedsAcknowledgement: flag,
  approvalsNeeded: officials,
  contentEditsNeedApproval: flag,
  spellingKeepsApproval: flag,
  remindOfficialsAfterMinutes: minutes(settingBounds.remindOfficialsAfterMinutes),
  remindUrgentAfterMinutes: minutes(settingBounds.remindUrgentAfterMinutes),
  askHeadAfterMinutes: between(settingBounds.askHeadAfterMinutes),
  silentAfterDays: between(settingBounds.silentAfterDays),
  digestAt: settingSchemas.digestAt,
  access: settingSchemas.access,
} satisfies Record<keyof GovernmentSettings, z.ZodType>);

/** A government's own choices as the setup takes them: the bounds are those of `/settings` (docs/settings.md). */
export const settingsSchema = settings.partial();
