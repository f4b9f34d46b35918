import { Temporal } from "temporal-polyfill";

/**
 * A daily span of local wall time, "HH:MM" each, `from` inside it and `to` outside. `to` earlier than `from` crosses
 * midnight; equal times mean no quiet hours at all.
 */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

const MINUTE_MS = 60_000;

/** Days around an instant whose spans can hold it or touch the one that does (Pacific/Apia once skipped a whole day). */
const NEIGHBOUR_DAYS = [-2, -1, 0, 1, 2] as const;

/** Whether `text` is a wall time as `QuietHours` wants it: "00:00" to "23:59". */
export const isWallTime = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);

/** A wall time the clocks skipped stands for the instant of the skip; of one that comes twice `pass` picks. */
const instantMs = (date: Temporal.PlainDate, time: string, zone: string, pass: "earlier" | "later"): number => {
  const wall = date.toPlainDateTime(time);
  const first = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const last = wall.toZonedDateTime(zone, { disambiguation: "later" });
  const isSkipped = !first.toPlainDateTime().equals(wall);
  if (isSkipped) return (first.getTimeZoneTransition("next") ?? last).epochMilliseconds;
  return (pass === "earlier" ? first : last).epochMilliseconds;
};

const spanFrom = (date: Temporal.PlainDate, quiet: QuietHours, zone: string): Span => {
  const lastDay = quiet.from < quiet.to ? date : date.add({ days: 1 });
  return {
    startMs: instantMs(date, quiet.from, zone, "earlier"),
    endMs: instantMs(lastDay, quiet.to, zone, "later"),
  };
};

const joinTouching = (spans: readonly Span[]): readonly Span[] => {
  const joined: Span[] = [];
  for (const span of spans) {
    const previous = joined.at(-1);
    if (previous === undefined || span.startMs > previous.endMs) joined.push(span);
    else joined.splice(-1, 1, { startMs: previous.startMs, endMs: Math.max(previous.endMs, span.endMs) });
  }
  return joined;
};

const spanAround = (at: Date, quiet: QuietHours, zone: string): Span | undefined => {
  if (quiet.from === quiet.to) return undefined;
  const atMs = at.getTime();
  const today = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone).toPlainDate();
  const spans = NEIGHBOUR_DAYS.map((days) => spanFrom(today.add({ days }), quiet, zone));
  const real = spans.filter((span) => span.startMs < span.endMs);
  return joinTouching(real).find((span) => span.startMs <= atMs && atMs < span.endMs);
};

/**
 * Whether `at` lies in the quiet hours of the IANA `zone`. One night is one unbroken span of instants: where clocks go
 * back over its start or end, both passes of the repeated time belong to it. Throws RangeError for a bad zone or time.
 */
export const isQuiet = (at: Date, quiet: QuietHours, zone: string): boolean =>
  spanAround(at, quiet, zone) !== undefined;

/** `at` itself outside quiet hours; inside them exactly one minute before they began. Throws as `isQuiet` does. */
export const beforeQuiet = (at: Date, quiet: QuietHours, zone: string): Date => {
  const span = spanAround(at, quiet, zone);
  return new Date(span === undefined ? at.getTime() : span.startMs - MINUTE_MS);
};

/** `at` itself outside quiet hours; inside them the instant they end. Throws as `isQuiet` does. */
export const afterQuiet = (at: Date, quiet: QuietHours, zone: string): Date => {
  const span = spanAround(at, quiet, zone);
  return new Date(span === undefined ? at.getTime() : span.endMs);
};
