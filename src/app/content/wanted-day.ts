import { Temporal } from "temporal-polyfill";

const MONTHS: readonly (readonly string[])[] = [
  ["januari", "jan", "january"],
  ["februari", "feb", "february"],
  ["maret", "mar", "march"],
  ["april", "apr"],
  ["mei", "may"],
  ["juni", "jun", "june"],
  ["juli", "jul", "july"],
  ["agustus", "agu", "ags", "august", "aug"],
  ["september", "sep", "sept"],
  ["oktober", "okt", "october", "oct"],
  ["november", "nov"],
  ["desember", "des", "december", "dec"],
];

const FROM_TODAY: ReadonlyMap<string, number> = new Map([
  ["hari ini", 0],
  ["today", 0],
  ["besok", 1],
  ["tomorrow", 1],
  ["lusa", 2],
]);

const monthOf = (word: string): number => MONTHS.findIndex((names) => names.includes(word)) + 1;

/** The date, when there is one; a year that was not said is this one, or the next when the day is over. */
const dateOf = (
  day: number,
  month: number,
  year: number | undefined,
  today: Temporal.PlainDate,
): string | undefined => {
  const full = year !== undefined && year < 100 ? 2000 + year : year;
  try {
    const date = Temporal.PlainDate.from({ year: full ?? today.year, month, day }, { overflow: "reject" });
    const over = full === undefined && Temporal.PlainDate.compare(date, today) < 0;
    return (over ? date.add({ years: 1 }) : date).toString();
  } catch {
    return undefined;
  }
};

/**
 * The day somebody means, as ISO date: "besok", "2026-03-05", "5/3", "5/3/26", "5 Maret 2026". The day comes before the
 * month, as Indonesians write it. Undefined for anything else, and for days that do not exist.
 */
export const wantedDay = (typed: string, now: Date, zone: string): string | undefined => {
  const words = typed.trim().toLowerCase();
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const days = FROM_TODAY.get(words);
  if (days !== undefined) return today.add({ days }).toString();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return dateOf(Number(iso[3]), Number(iso[2]), Number(iso[1]), today);
  const numbers = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?$/.exec(words);
  if (numbers) return dateOf(Number(numbers[1]), Number(numbers[2]), numberOf(numbers[3]), today);
  const named = /^(\d{1,2}) ([a-z]+)(?: (\d{2}|\d{4}))?$/.exec(words);
  return named ? dateOf(Number(named[1]), monthOf(named[2] ?? ""), numberOf(named[3]), today) : undefined;
};

const numberOf = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);
