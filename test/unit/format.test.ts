import { describe, expect, it } from "vitest";
import { formatDuration, formatTime } from "../../src/i18n/format.js";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const at = new Date("2026-03-03T02:15:00Z");

describe("formatTime", () => {
  it.each([
    ["Asia/Jakarta", "Sel 3 Mar 09.15 WIB", "Tue 3 Mar 09:15 WIB"],
    ["Asia/Pontianak", "Sel 3 Mar 09.15 WIB", "Tue 3 Mar 09:15 WIB"],
    ["Asia/Makassar", "Sel 3 Mar 10.15 WITA", "Tue 3 Mar 10:15 WITA"],
    ["Asia/Jayapura", "Sel 3 Mar 11.15 WIT", "Tue 3 Mar 11:15 WIT"],
    ["UTC", "Sel 3 Mar 02.15 UTC", "Tue 3 Mar 02:15 UTC"],
    ["America/New_York", "Sen 2 Mar 21.15 UTC-5", "Mon 2 Mar 21:15 UTC-5"],
    ["Australia/Lord_Howe", "Sel 3 Mar 13.15 UTC+11", "Tue 3 Mar 13:15 UTC+11"],
  ])("reads in %s as %s and %s", (zone, id, en) => {
    expect(formatTime(at, zone, "id")).toBe(id);
    expect(formatTime(at, zone, "en")).toBe(en);
  });

  it("follows the offset of the day", () => {
    expect(formatTime(new Date("2026-07-01T00:00:00Z"), "Australia/Lord_Howe", "id")).toBe("Rab 1 Jul 10.30 UTC+10:30");
  });

  it("names the hour after midnight 00", () => {
    expect(formatTime(new Date("2026-08-16T17:05:00Z"), "Asia/Jakarta", "id")).toBe("Sen 17 Agu 00.05 WIB");
    expect(formatTime(new Date("2026-09-16T17:05:00Z"), "Asia/Jakarta", "en")).toBe("Thu 17 Sep 00:05 WIB");
  });

  it("shows the year only where it is another one in that zone", () => {
    const newYear = new Date("2026-12-31T17:00:00Z");
    expect(formatTime(newYear, "Asia/Jakarta", "id", at)).toBe("Jum 1 Jan 2027 00.00 WIB");
    expect(formatTime(at, "Asia/Jakarta", "en", newYear)).toBe("Tue 3 Mar 2026 09:15 WIB");
    expect(formatTime(at, "America/New_York", "id", newYear)).toBe("Sen 2 Mar 21.15 UTC-5");
  });
});

describe("formatDuration", () => {
  it.each([
    [0, "kurang dari 1 menit", "under 1 min"],
    [59_999, "kurang dari 1 menit", "under 1 min"],
    [5 * MINUTE_MS, "5 menit", "5 min"],
    [65 * MINUTE_MS, "1 jam 5 menit", "1 h 5 min"],
    [-65 * MINUTE_MS, "1 jam 5 menit", "1 h 5 min"],
    [24 * HOUR_MS, "24 jam", "24 h"],
    [48 * HOUR_MS - 1, "47 jam 59 menit", "47 h 59 min"],
    [51 * HOUR_MS + MINUTE_MS, "2 hari 3 jam", "2 d 3 h"],
    [72 * HOUR_MS, "3 hari", "3 d"],
  ])("of %d ms reads %s and %s", (ms, id, en) => {
    expect(formatDuration(ms, "id")).toBe(id);
    expect(formatDuration(ms, "en")).toBe(en);
  });
});
