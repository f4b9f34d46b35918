import { z } from "zod";
import { wantedDay } from "../app/content/wanted-day.js";
import { excerptOf } from "../app/excerpt.js";
import { handleOf } from "../app/registry/register-account.js";
import { cleanText } from "../chatkit/plain-text.js";
import { isZone } from "../domain/time/zone.js";
import type { ProblemCode, ProblemValues } from "../i18n/setup-cli.js";

const maxNameChars = 200;
const maxUrlChars = 2_000;

/** Adds a problem of the catalogue where a schema looks at a value. */
const addProblem = (context: z.RefinementCtx, code: ProblemCode, values: ProblemValues = {}): void =>
  context.addIssue({ code: "custom", message: code, params: { values } });

export const allowedKeysMark = "allowed: ";

/** A map with these keys and no others. */
export const object = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: ({ code }) =>
      code === "unrecognized_keys" ? `${allowedKeysMark}${Object.keys(shape).join(", ")}` : undefined,
  });

const oneLine = (raw: string): string => cleanText(raw).replace(/\s+/g, " ").trim();

/** A short text on one line, never empty. */
export const line = (maxChars = maxNameChars) =>
  z
    .string()
    .transform(oneLine)
    .superRefine((text, context) => {
      const length = [...text].length;
      if (length === 0) addProblem(context, "empty");
      else if (length > maxChars) addProblem(context, "tooLong", { length, max: maxChars });
      else if (text.includes("\uFFFD")) addProblem(context, "brokenCharacter", { value: excerptOf(text) });
    });

const matching = (pattern: RegExp, code: ProblemCode, spell: (text: string) => string) =>
  line()
    .transform(spell)
    .superRefine((text, context) => {
      if (!pattern.test(text)) addProblem(context, code, { value: excerptOf(text) });
    });

/** The letters the government's case codes begin with. */
export const letters = matching(/^[A-Z]{2,10}$/, "badLetters", (text) => text.toUpperCase());

/** How an agency is called in commands: one word. */
export const agencyCode = matching(/^[a-z][a-z0-9-]{0,18}[a-z0-9]$/, "badAgencyCode", (text) => text.toLowerCase());

/** One of a few words; each of them stands for a value. */
export const choice = <const T>(words: Readonly<Record<string, T>>) =>
  line().transform((text, context) => {
    const key = text.toLowerCase();
    if (Object.hasOwn(words, key)) return words[key] as T;
    addProblem(context, "badChoice", { value: excerptOf(text), choices: Object.keys(words).join(", ") });
    return z.NEVER;
  });

export const yesNo = choice({ ya: true, tidak: false, yes: true, no: false, true: true, false: false });

export const kind = choice({ internal: "internal", external: "external", eksternal: "external", luar: "external" });

/** The zones of Indonesia by the letters everybody knows them by. */
export const indonesianZones = { WIB: "Asia/Jakarta", WITA: "Asia/Makassar", WIT: "Asia/Jayapura" } as const;

const zoneOf = (text: string): string | undefined => {
  const short = text.toUpperCase();
  if (Object.hasOwn(indonesianZones, short)) return indonesianZones[short as keyof typeof indonesianZones];
  if (!isZone(text)) return undefined;
  return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
};

export const zone = line().transform((text, context) => {
  const found = zoneOf(text);
  if (found !== undefined) return found;
  addProblem(context, "badZone", { value: excerptOf(text) });
  return z.NEVER;
});

/** "5/1/2026" or "5 Januari 2026" as Indonesian sheets have it, or "2026-01-05": as in the chat, but always with its year. */
const isoOf = (text: string): string | undefined => {
  const isWhole = /^\d{4}-\d{1,2}-\d{1,2}$|^\d{1,2}(?:[/.-]\d{1,2}[/.-]| [a-z]+ )\d{4}$/i.test(text);
  const spelt = isWhole ? wantedDay(text, new Date(0), "UTC") : undefined;
  const year = Number(spelt?.slice(0, 4));
  return year >= 1945 && year <= 2200 ? spelt : undefined;
};

/** A day of the calendar, as ISO date. */
export const day = line().transform((text, context) => {
  const found = isoOf(text);
  if (found !== undefined) return found;
  addProblem(context, "badDay", { value: excerptOf(text) });
  return z.NEVER;
});

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && ["http:", "https:"].includes(new URL(text).protocol) && !/\s/.test(text);

export const url = line(maxUrlChars).superRefine((text, context) => {
  if (!isWebAddress(text)) addProblem(context, "badUrl", { value: excerptOf(text) });
});

/** The name of a social-media account, without "@". */
export const handle = line().transform((text, context) => {
  const found = handleOf(text);
  if (typeof found === "string") return found;
  addProblem(context, "badHandle", { value: excerptOf(text) });
  return z.NEVER;
});

/** A whole number within bounds. */
export const whole = (min: number, max: number) =>
  line().transform((text, context) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= min && number <= max) return number;
    addProblem(context, "badNumber", { value: excerptOf(text), min, max });
    return z.NEVER;
  });
