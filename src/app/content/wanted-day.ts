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
  ["minggu depan", 7],
  ["pekan depan", 7],
  ["next week", 7],
]);

/** Monday first, as the week begins in Indonesia. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ["senin", "monday"],
  ["selasa", "tuesday"],
  ["rabu", "wednesday"],
  ["kamis", "thursday"],
  ["jumat", "jum'at", "jum’at", "friday"],
  ["sabtu", "saturday"],
  ["minggu", "ahad", "sunday"],
];

/** "hari Jumat", "Jumat depan", "Jumat pekan depan", "next Friday", "Friday next week". */
const WEEKDAY =
  /^(?:hari |on )?(?<before>next )?(?<name>[\p{L}'’]+)(?<after> depan| (?:minggu|pekan) depan| next week)?$/u;

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

/** The next such day after today; "depan": the one in the week after this. */
const weekdayOf = (words: string, today: Temporal.PlainDate): string | undefined => {
  const { before, name = "", after } = WEEKDAY.exec(words)?.groups ?? {};
  const weekday = WEEKDAYS.findIndex((names) => names.includes(name)) + 1;
  if (weekday === 0) return undefined;
  const away = weekday - today.dayOfWeek;
  const days = before || after || away <= 0 ? away + 7 : away;
  return today.add({ days }).toString();
};

/**
 * The day somebody means, as ISO date: "besok", "Jumat", "Jumat depan", "2026-03-05", "5/3", "5/3/26", "5 Maret 2026". The
 * day comes before the month, as Indonesians write it. Undefined for anything else, and for days that do not exist.
 */
export const wantedDay = (typed: string, now: Date, zone: string): string | undefined => {
  const words = typed.trim().toLowerCase().replace(/\s+/g, " ");
  const today = todayIn(now, zone);
  const days = FROM_TODAY.get(words);
  if (days !== undefined) return today.add({ days }).toString();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return dateOf(Number(iso[3]), Number(iso[2]), Number(iso[1]), today);
  const numbers = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?$/.exec(words);
  if (numbers) return dateOf(Number(numbers[1]), Number(numbers[2]), numberOf(numbers[3]), today);
  const named = /^(\d{1,2}) ([a-z]+)(?: (\d{2}|\d{4}))?$/.exec(words);
  if (named) return dateOf(Number(named[1]), monthOf(named[2] ?? ""), numberOf(named[3]), today);
  return weekdayOf(words, today);
};

const todayIn = (now: Date, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();

/** A day to come, a week from today, in the ways it can be typed: "9/3" and, by the locale's months, "9 Maret 2026". */
export const dayExamples = (
  now: Date,
  zone: string,
  locale: string,
): { readonly short: string; readonly long: string } => {
  const { day, month, year } = todayIn(now, zone).add({ days: 7 });
  const at = new Date(Date.UTC(year, month - 1, day));
  const long = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return { short: `${day}/${month}`, long: at.toLocaleDateString(locale, long) };
};

const numberOf = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);
