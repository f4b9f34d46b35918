import { z } from "zod";
import { governmentSettingsSchema } from "../ports/government-settings.js";

/** What a text of the file stands for where a setting is no text: "12" is a number, "ya" is true. */
const typed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(typed);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, typed(each)]));
  if (value === "true" || value === "ya") return true;
  if (value === "false" || value === "tidak") return false;
  return typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value;
};

/** A government's own choices as the setup takes them: the bounds are those of `/settings` (docs/settings.md). */
export const settingsSchema = z.preprocess(typed, governmentSettingsSchema);
