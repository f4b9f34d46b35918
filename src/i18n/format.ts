const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_HOURS = 24;

/** Indonesia's three zones by the letters everybody there knows them by (Keppres 41/1987). */
const INDONESIAN_ZONES: Readonly<Record<string, string>> = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Ujung_Pandang": "WITA",
  "Asia/Jayapura": "WIT",
};

const LANGUAGE = { id: "id-ID", en: "en-US" } as const;
const CLOCK_SEPARATOR = { id: ".", en: ":" } as const;
const UNITS = {
  id: { day: "hari", hour: "jam", minute: "menit", underAMinute: "kurang dari 1 menit" },
  en: { day: "d", hour: "h", minute: "min", underAMinute: "under 1 min" },
} as const;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Kept: building one costs some hundred times its use. Keys are two languages and the governments' zones. */
const formatterFor = (language: string, zone: string): Intl.DateTimeFormat => {
  const key = `${language} ${zone}`;
  const kept = formatters.get(key);
  if (kept !== undefined) return kept;
  const made = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "shortOffset",
  });
  formatters.set(key, made);
  return made;
};

const partsOf = (
  at: Date,
  zone: string,
  language: string,
): Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>> =>
  Object.fromEntries(
    formatterFor(language, zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );

/** "WIB", "WITA", "WIT", else "UTC", "UTC+2", "UTC+10:30". English parts: Indonesian ones write the offset with a dot. */
const zoneLabel = (at: Date, zone: string): string =>
  INDONESIAN_ZONES[zone] ??
  (partsOf(at, zone, LANGUAGE.en).timeZoneName ?? "").replace("GMT", "UTC").replace(/\+0$/, "");

/**
 * An instant as officers read it in the IANA `zone`: "Sel 3 Mar 09.15 WIB", in English "Tue 3 Mar 09:15 WIB". The year
 * stands after the month only when `now` is given and falls in another year there. Throws RangeError for a bad zone.
 */
export const formatTime = (at: Date, zone: string, locale: "id" | "en", now?: Date): string => {
  const parts = partsOf(at, zone, LANGUAGE[locale]);
  const isOtherYear = now !== undefined && partsOf(now, zone, LANGUAGE[locale]).year !== parts.year;
  const date = [parts.weekday, parts.day, parts.month, ...(isOtherYear ? [parts.year] : [])];
  const clock = `${parts.hour}${CLOCK_SEPARATOR[locale]}${parts.minute}`;
  return [...date, clock, zoneLabel(at, zone)].join(" ");
};

/**
 * A length of time in its two largest units, rounded down to minutes, without sign: "1 jam 5 menit", "1 h 5 min".
 * Hours go on to 47 ("24 jam" is the legal term, not "1 hari"), from 48 h days and hours: "2 hari 3 jam".
 */
export const formatDuration = (ms: number, locale: "id" | "en"): string => {
  const units = UNITS[locale];
  const minutes = Math.floor(Math.abs(ms) / MINUTE_MS);
  if (minutes === 0) return units.underAMinute;
  const hours = Math.floor(minutes / HOUR_MINUTES);
  const counted: readonly (readonly [number, string])[] =
    hours < 2 * DAY_HOURS
      ? [
          [hours, units.hour],
          [minutes % HOUR_MINUTES, units.minute],
        ]
      : [
          [Math.floor(hours / DAY_HOURS), units.day],
          [hours % DAY_HOURS, units.hour],
        ];
  return counted
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
};

/** A number with the language's separators: "18.950", "18,950". */
export const formatCount = (count: number, locale: "id" | "en"): string =>
  new Intl.NumberFormat(LANGUAGE[locale]).format(count);
