import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deadlineOf } from "../../src/domain/time/deadline.js";
import { isZone, yearIn } from "../../src/domain/time/zone.js";
import { INDONESIAN_ZONES, wallTimeAt, ZONES, zoneAndInstant } from "../support/zone-arbitraries.js";

const HOUR_MS = 3_600_000;

describe("deadlineOf", () => {
  it("is exactly the clock hours later, whatever the clocks on the wall do", () => {
    fc.assert(
      fc.property(zoneAndInstant, fc.integer({ min: 1, max: 240 }), ({ at }, hours) => {
        expect(deadlineOf(at, hours).getTime() - at.getTime()).toBe(hours * HOUR_MS);
      }),
    );
  });

  it("falls at the same wall time the next day in Indonesia, weekends and year ends included", () => {
    fc.assert(
      fc.property(zoneAndInstant, fc.constantFrom(...INDONESIAN_ZONES), ({ at }, zone) => {
        expect(wallTimeAt(deadlineOf(at, 24), zone)).toBe(wallTimeAt(at, zone));
      }),
    );
  });

  it("does not follow daylight saving time", () => {
    const deadline = deadlineOf(new Date("2026-03-28T12:00:00+01:00"), 24);
    expect(deadline).toEqual(new Date("2026-03-29T13:00:00+02:00"));
  });

  it("leaves the instant it was given alone", () => {
    const startedAt = new Date("2026-03-03T02:00:00Z");
    deadlineOf(startedAt, 24);
    expect(startedAt).toEqual(new Date("2026-03-03T02:00:00Z"));
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuses %s hours", (hours) => {
    expect(() => deadlineOf(new Date(0), hours)).toThrow(RangeError);
  });

  it("refuses an invalid date", () => {
    expect(() => deadlineOf(new Date(Number.NaN), 24)).toThrow(RangeError);
  });
});

describe("yearIn", () => {
  it("agrees with the runtime's calendar in every zone", () => {
    fc.assert(
      fc.property(zoneAndInstant, ({ zone, at }) => {
        const year = new Intl.DateTimeFormat("en-US", { timeZone: zone, year: "numeric" }).format(at);
        expect(String(yearIn(zone, at))).toBe(year);
      }),
    );
  });

  it("turns the year three times in Indonesia", () => {
    const at = new Date("2026-12-31T15:30:00Z");
    expect(INDONESIAN_ZONES.map((zone) => yearIn(zone, at))).toEqual([2026, 2026, 2027]);
    expect(yearIn("Asia/Makassar", new Date("2026-12-31T16:00:00Z"))).toBe(2027);
  });

  it("refuses an unknown zone", () => {
    expect(() => yearIn("Asia/Sampit", new Date(0))).toThrow(RangeError);
  });
});

describe("isZone", () => {
  it.each([...ZONES, "Asia/Pontianak", "UTC"])("knows %s", (zone) => {
    expect(isZone(zone)).toBe(true);
  });

  it.each(["", "Asia/Sampit", "WIB", "+07:00", " Asia/Jakarta", "Asia/Jakarta\u0000"])("refuses %j", (zone) => {
    expect(isZone(zone)).toBe(false);
  });
});
