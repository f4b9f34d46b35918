import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayExamples, wantedDay } from "../../src/app/content/wanted-day.js";

const ZONE = "Asia/Jakarta";
/** 23.30 on Wednesday, 4 March 2026, in Jakarta. */
const WEDNESDAY = new Date("2026-03-04T16:30:00Z");

describe("the day somebody means", () => {
  it.each([
    ["besok", "2026-03-05"],
    ["Kamis", "2026-03-05"],
    ["hari Jumat", "2026-03-06"],
    ["jum'at", "2026-03-06"],
    ["Senin", "2026-03-09"],
    ["Rabu", "2026-03-11"],
    ["Minggu", "2026-03-08"],
    ["minggu depan", "2026-03-11"],
    ["pekan depan", "2026-03-11"],
    ["next week", "2026-03-11"],
    ["Senin depan", "2026-03-09"],
    ["Jumat depan", "2026-03-13"],
    ["hari  jumat  pekan depan", "2026-03-13"],
    ["hari Minggu depan", "2026-03-15"],
    ["Friday", "2026-03-06"],
    ["on Monday", "2026-03-09"],
    ["next Friday", "2026-03-13"],
    ["Friday next week", "2026-03-13"],
    ["5 Maret", "2026-03-05"],
    ["4/3", "2026-03-04"],
    ["3/3", "2027-03-03"],
  ])("%s", (typed, day) => {
    expect(wantedDay(typed, WEDNESDAY, ZONE)).toBe(day);
  });

  it.each(["hari", "depan", "Jumat kemarin", "next", "constructor", "hari toString", ""])("%s is none", (typed) => {
    expect(wantedDay(typed, WEDNESDAY, ZONE)).toBeUndefined();
  });

  it("is understood as the examples write it, and never over", () => {
    expect(dayExamples(WEDNESDAY, ZONE, "id-ID")).toEqual({ short: "11/3", long: "11 Maret 2026" });
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2026-01-01"), max: new Date("2036-01-01"), noInvalidDate: true }),
        fc.constantFrom("id-ID", "en-GB"),
        (now, locale) => {
          const { short, long } = dayExamples(now, ZONE, locale);
          const day = wantedDay(long, now, ZONE);
          expect(wantedDay(short, now, ZONE)).toBe(day);
          expect(day).toBe(wantedDay("minggu depan", now, ZONE));
        },
      ),
    );
  });
});
