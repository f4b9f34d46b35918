import type { SettingName } from "../../domain/registry/model.js";
import { type Catalogue, catalogueOf, locales } from "../../i18n/catalogue.js";
import { localeSchema, settingSchemas } from "../../ports/government-settings.js";
import { defaultOf, type SettingKind, settingOf } from "./declared.js";

type Unit = "day" | "hour" | "minute";

const MINUTES: Readonly<Record<Unit, number>> = { day: 1440, hour: 60, minute: 1 };
const UNITS: readonly Unit[] = ["day", "hour", "minute"];

const listed = (words: string): readonly string[] => words.split(";").map((word) => word.trim().toLowerCase());

/** Words of every language, by what they mean. */
const meaning = (pick: (words: Catalogue["settings"]["values"]) => readonly string[]): ReadonlySet<string> =>
  new Set(locales.flatMap((locale) => pick(catalogueOf(locale).settings.values)).map((word) => word.toLowerCase()));

const yes = meaning(({ yes: word, alsoTyped }) => [word, ...listed(alsoTyped.yes)]);
const no = meaning(({ no: word, alsoTyped }) => [word, ...listed(alsoTyped.no)]);
const none = meaning(({ none: word, alsoTyped }) => [word, ...listed(alsoTyped.none)]);
const every = meaning(({ all }) => [all]);
const standard = meaning(({ standard: word }) => [word]);
const units: readonly (readonly [Unit, ReadonlySet<string>])[] = UNITS.map((unit) => [
  unit,
  meaning(({ units: words, alsoTyped }) => [words[unit], ...listed(alsoTyped[unit])]),
]);

const unitNamed = (word: string): Unit | undefined => units.find(([, words]) => words.has(word))?.[0];

/** "1 jam 30 menit", "90 mnt", "2h": whole units, each said. */
const minutesOf = (text: string): number | undefined => {
  const parts = [...text.matchAll(/(\d{1,6})\s*([a-z]+)\s*/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== text) return undefined;
  let sum = 0;
  for (const [, count, word] of parts) {
    const unit = unitNamed(word ?? "");
    if (!unit) return undefined;
    sum += Number(count) * MINUTES[unit];
  }
  return sum;
};

/** "8", "08.00", "8:00": a wall time as it is kept. */
const wallTimeOf = (text: string): string | undefined => {
  const [, hour, minute = "00"] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(text) ?? [];
  return hour === undefined ? undefined : `${hour.padStart(2, "0")}:${minute}`;
};

const spanOf = (text: string): unknown => {
  if (none.has(text)) return { from: "00:00", to: "00:00" };
  const [from, to, ...others] = text.split(/\s*(?:-|–|\bsampai\b|\bto\b|\s)\s*/).map(wallTimeOf);
  return from === undefined || to === undefined || others.length > 0 ? undefined : { from, to };
};

const weekTimeOf = (text: string): unknown => {
  const [, word = "", time = ""] = /^(\p{L}+),?\s+(\S+)$/u.exec(text) ?? [];
  const weekday = locales
    .map((locale) => listed(catalogueOf(locale).settings.values.weekdays).indexOf(word) + 1)
    .find((found) => found > 0);
  return { weekday, time: wallTimeOf(time) };
};

const languageOf = (text: string): unknown =>
  locales.find((locale) =>
    [locale, ...locales.map((each) => catalogueOf(each).settings.values.languages[locale].toLowerCase())].includes(
      text,
    ),
  );

const daysOf = (text: string): number | undefined => {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const minutes = minutesOf(text);
  return minutes === undefined ? undefined : minutes / MINUTES.day;
};

const readers: Readonly<Record<SettingKind, (text: string) => unknown>> = {
  durations: (text) => (none.has(text) ? [] : text.split(/\s*[,;]\s*/).map(minutesOf)),
  duration: minutesOf,
  span: spanOf,
  yesNo: (text) => (yes.has(text) ? true : no.has(text) ? false : undefined),
  days: daysOf,
  countOrAll: (text) => (every.has(text) ? "all" : /^\d{1,4}$/.test(text) ? Number(text) : undefined),
  weekTime: weekTimeOf,
  language: languageOf,
};

/** The value somebody typed for a setting, in any language, within its bounds; undefined for anything else. */
export const settingValue = (name: SettingName, typed: string): { readonly value: unknown } | undefined => {
  const text = typed.trim().toLowerCase().replace(/\s+/g, " ");
  const setting = settingOf(name);
  if (!setting || text === "") return undefined;
  const value = standard.has(text) ? defaultOf(name) : readers[setting.kind](text);
  const parsed = (name === "locale" ? localeSchema : settingSchemas[name]).safeParse(value);
  return parsed.success ? { value: parsed.data } : undefined;
};

/** Minutes in whole units, the largest first: "1 jam 30 menit". */
export const minutesText = ({ settings }: Catalogue, minutes: number): string => {
  const { units: words, count } = settings.values;
  let left = minutes;
  const parts = UNITS.flatMap((unit) => {
    // Up to two days are counted in hours: "24 jam" is what regulations say.
    const size = MINUTES[unit];
    const whole = unit === "day" && minutes < 2 * size ? 0 : Math.floor(left / size);
    left -= whole * size;
    return whole === 0 ? [] : [count(String(whole), words[unit])];
  });
  return parts.join(" ");
};

const clock = ({ settings }: Catalogue, time: string): string => time.replace(":", settings.values.clockSeparator);

/** A value as people read it, which is also how they may type it. */
export const settingText = (catalogue: Catalogue, name: SettingName, value: unknown): string => {
  const { values } = catalogue.settings;
  switch (settingOf(name)?.kind) {
    case "durations": {
      const list = Array.isArray(value) ? value : [];
      return list.length === 0 ? values.none : list.map((each) => minutesText(catalogue, Number(each))).join(", ");
    }
    case "duration":
      return minutesText(catalogue, Number(value));
    case "span": {
      const { from, to } = value as { readonly from: string; readonly to: string };
      return from === to ? values.none : `${clock(catalogue, from)}-${clock(catalogue, to)}`;
    }
    case "yesNo":
      return value === true ? values.yes : values.no;
    case "days":
      return values.count(String(value), values.units.day);
    case "countOrAll":
      return value === "all" ? values.all : String(value);
    case "weekTime": {
      const { weekday, time } = value as { readonly weekday: number; readonly time: string };
      return `${values.weekdays.split("; ")[weekday - 1]} ${clock(catalogue, time)}`;
    }
    case "language":
      return values.languages[value === "en" ? "en" : "id"];
    case undefined:
      return String(value);
  }
};
