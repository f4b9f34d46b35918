import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterQuiet, beforeQuiet, isQuiet, isWallTime, type QuietHours } from "../../src/domain/time/quiet-hours.js";
import { TRANSITIONS, wallTime, wallTimeAt, ZONES, zoneAndInstant } from "../support/zone-arbitraries.js";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NIGHT: QuietHours = { from: "21:00", to: "06:00" };

const quietHours: fc.Arbitrary<QuietHours> = fc.oneof(
  fc.constant(NIGHT),
  fc.record({ from: wallTime, to: wallTime }).filter(({ from, to }) => from !== to),
);
const moment = fc.record({ where: zoneAndInstant, quiet: quietHours });

const isWallQuiet = (at: Date, quiet: QuietHours, zone: string): boolean => {
  const wall = wallTimeAt(at, zone);
  return quiet.from < quiet.to ? quiet.from <= wall && wall < quiet.to : quiet.from <= wall || wall < quiet.to;
};

const clocksMoveNear = (at: Date, zone: string): boolean =>
  (TRANSITIONS.get(zone) ?? []).some((change) => Math.abs(change - at.getTime()) < 49 * HOUR_MS);

describe("quiet hours", () => {
  it("hold every instant whose wall time is quiet, and no other unless the clocks are put nearby", () => {
    fc.assert(
      fc.property(moment, ({ where: { zone, at }, quiet }) => {
        const isWall = isWallQuiet(at, quiet, zone);
        if (isWall || !clocksMoveNear(at, zone)) expect(isQuiet(at, quiet, zone)).toBe(isWall);
      }),
      { numRuns: 500 },
    );
  });

  it("send an instant outside them nowhere", () => {
    fc.assert(
      fc.property(moment, ({ where: { zone, at }, quiet }) => {
        fc.pre(!isQuiet(at, quiet, zone));
        expect(beforeQuiet(at, quiet, zone)).toEqual(at);
        expect(afterQuiet(at, quiet, zone)).toEqual(at);
      }),
    );
  });

  it("send an instant inside them to their two edges", () => {
    fc.assert(
      fc.property(moment, ({ where: { zone, at }, quiet }) => {
        fc.pre(isQuiet(at, quiet, zone));
        const start = new Date(beforeQuiet(at, quiet, zone).getTime() + MINUTE_MS);
        const end = afterQuiet(at, quiet, zone);
        expect(start.getTime()).toBeLessThanOrEqual(at.getTime());
        expect(end.getTime()).toBeGreaterThan(at.getTime());
        expect([start, new Date(end.getTime() - 1)].map((inside) => isQuiet(inside, quiet, zone))).toEqual([
          true,
          true,
        ]);
        expect([new Date(start.getTime() - 1), end].map((outside) => isQuiet(outside, quiet, zone))).toEqual([
          false,
          false,
        ]);
      }),
    );
  });

  it("are one unbroken span between their edges", () => {
    fc.assert(
      fc.property(moment, fc.double({ min: 0, max: 1, noNaN: true }), ({ where: { zone, at }, quiet }, share) => {
        fc.pre(isQuiet(at, quiet, zone));
        const startMs = beforeQuiet(at, quiet, zone).getTime() + MINUTE_MS;
        const endMs = afterQuiet(at, quiet, zone).getTime();
        const between = new Date(Math.min(endMs - 1, Math.floor(startMs + share * (endMs - startMs))));
        expect(afterQuiet(between, quiet, zone).getTime()).toBe(endMs);
        expect(beforeQuiet(between, quiet, zone).getTime()).toBe(startMs - MINUTE_MS);
      }),
    );
  });

  it("are none where both times are equal", () => {
    fc.assert(
      fc.property(zoneAndInstant, wallTime, ({ zone, at }, time) => {
        expect(isQuiet(at, { from: time, to: time }, zone)).toBe(false);
      }),
    );
  });
});

describe("quiet hours by example", () => {
  it("end at 06:00 and begin at 21:00 in Jakarta, over the turn of the year", () => {
    const night = new Date("2026-12-31T23:59:00+07:00");
    expect(afterQuiet(night, NIGHT, "Asia/Jakarta")).toEqual(new Date("2027-01-01T06:00:00+07:00"));
    expect(beforeQuiet(new Date("2027-01-01T00:30:00+07:00"), NIGHT, "Asia/Jakarta")).toEqual(
      new Date("2026-12-31T20:59:00+07:00"),
    );
  });

  it("hold their first minute and not their last", () => {
    expect(isQuiet(new Date("2026-03-03T21:00:00+08:00"), NIGHT, "Asia/Makassar")).toBe(true);
    expect(isQuiet(new Date("2026-03-03T20:59:59.999+08:00"), NIGHT, "Asia/Makassar")).toBe(false);
    expect(isQuiet(new Date("2026-03-04T06:00:00+08:00"), NIGHT, "Asia/Makassar")).toBe(false);
  });

  it("may lie within one day", () => {
    const noon = { from: "12:00", to: "13:00" };
    expect(afterQuiet(new Date("2026-03-03T12:15:00+09:00"), noon, "Asia/Jayapura")).toEqual(
      new Date("2026-03-03T13:00:00+09:00"),
    );
  });

  it("begin or end with the leap where the clocks skip their time", () => {
    const skip = new Date("2026-03-29T03:00:00+02:00");
    const until = { from: "00:00", to: "02:30" };
    const since = { from: "02:30", to: "05:00" };
    expect(afterQuiet(new Date("2026-03-29T01:00:00+01:00"), until, "Europe/Berlin")).toEqual(skip);
    expect(beforeQuiet(new Date("2026-03-29T04:00:00+02:00"), since, "Europe/Berlin")).toEqual(
      new Date("2026-03-29T01:59:00+01:00"),
    );
  });

  it("hold both passes of a repeated hour", () => {
    const until = { from: "00:00", to: "02:30" };
    expect(afterQuiet(new Date("2026-10-25T01:00:00+02:00"), until, "Europe/Berlin")).toEqual(
      new Date("2026-10-25T02:30:00+01:00"),
    );
  });

  it("run through a day that never was", () => {
    expect(afterQuiet(new Date("2011-12-29T22:00:00-10:00"), NIGHT, "Pacific/Apia")).toEqual(
      new Date("2011-12-31T06:00:00+14:00"),
    );
  });

  it("refuse a bad zone or time", () => {
    expect(() => isQuiet(new Date(0), NIGHT, "Asia/Sampit")).toThrow(RangeError);
    expect(() => isQuiet(new Date(0), { from: "25:00", to: "06:00" }, ZONES[0])).toThrow(RangeError);
  });
});

describe("isWallTime", () => {
  it("accepts every minute of a day", () => {
    fc.assert(
      fc.property(wallTime, (time) => {
        expect(isWallTime(time)).toBe(true);
      }),
    );
  });

  it.each(["24:00", "6:00", "21.00", "12:60", "", "21:00:00"])("refuses %j", (text) => {
    expect(isWallTime(text)).toBe(false);
  });
});
