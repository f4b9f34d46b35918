import fc from "fast-check";
import { Temporal } from "temporal-polyfill";

export const INDONESIAN_ZONES = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const;

/** Zones of Indonesia, and those whose clocks move by an hour, by half an hour, and once by a whole day. */
export const ZONES = [
  ...INDONESIAN_ZONES,
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Pacific/Apia",
] as const;

const HOUR_MS = 3_600_000;
const FIRST = Date.UTC(1990, 0, 1);
const LAST = Date.UTC(2040, 0, 1);

const transitionsOf = (zone: string): readonly number[] => {
  const found: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(FIRST).toZonedDateTimeISO(zone).getTimeZoneTransition("next");
  while (at !== null && at.epochMilliseconds < LAST) {
    found.push(at.epochMilliseconds);
    at = at.getTimeZoneTransition("next");
  }
  return found;
};

/** The instants between 1990 and 2040 at which the clocks of a zone of `ZONES` were put. */
export const TRANSITIONS: ReadonlyMap<string, readonly number[]> = new Map(
  ZONES.map((zone) => [zone, transitionsOf(zone)]),
);

const near = (centres: readonly number[]): fc.Arbitrary<number> =>
  fc.tuple(fc.constantFrom(...centres), fc.integer({ min: -40 * HOUR_MS, max: 40 * HOUR_MS })).map(([a, b]) => a + b);

const yearEnds = Array.from({ length: 50 }, (_, index) => Date.UTC(1990 + index, 11, 31, 18));

/** A zone with an instant: anywhere, at the turn of a year, or (where the zone has any) near a change of its clocks. */
export const zoneAndInstant: fc.Arbitrary<{ readonly zone: string; readonly at: Date }> = fc
  .constantFrom(...ZONES)
  .chain((zone) => {
    const changes = TRANSITIONS.get(zone) ?? [];
    const ms = fc.oneof(
      fc.integer({ min: FIRST, max: LAST }),
      near(yearEnds),
      ...(changes.length > 0 ? [near(changes), near(changes)] : []),
    );
    return fc.record({ zone: fc.constant(zone), at: ms.map((value) => new Date(value)) });
  });

/** "HH:MM", half of them in the hours in which clocks are put. */
export const wallTime: fc.Arbitrary<string> = fc
  .oneof(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 240 }))
  .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`);

/** Wall time "HH:MM" of an instant, by the runtime's own calendar: an oracle independent of Temporal. */
export const wallTimeAt = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
