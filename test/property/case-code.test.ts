import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCaseCode, parseCaseCode } from "../../src/domain/case-code.js";

const government = fc.stringMatching(/^[A-Z]{2,10}$/);
const year = fc.integer({ min: 2000, max: 2099 });
const number = fc.integer({ min: 1, max: 999_999_999 });
const trailing = fc.stringMatching(/^[.,;:]{0,3}$/);

describe("case codes", () => {
  it("read back what was formatted, in any case, with punctuation after them", () => {
    fc.assert(
      fc.property(government, year, number, trailing, fc.boolean(), (agency, y, n, end, isLower) => {
        const code = formatCaseCode(agency, y, n);
        const typed = (isLower ? code.toLowerCase() : code) + end;
        expect(code).toMatch(/^[A-Z]{2,10}-\d\d-\d{4,}$/);
        expect(parseCaseCode(typed)).toEqual({ kind: "full", code });
      }),
    );
  });

  it("give different cases of a century different codes", () => {
    fc.assert(
      fc.property(fc.tuple(year, number), fc.tuple(year, number), (one, other) => {
        const isSame = one[0] === other[0] && one[1] === other[1];
        expect(formatCaseCode("KOBAR", ...one) === formatCaseCode("KOBAR", ...other)).toBe(isSame);
      }),
    );
  });

  it("read a bare number with a # and zeros before it", () => {
    const padding = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(number, padding, trailing, fc.boolean(), (n, width, end, hasHash) => {
        const typed = `${hasHash ? "#" : ""}${String(n).padStart(width, "0")}${end}`;
        expect(parseCaseCode(typed)).toEqual({ kind: "number", number: n });
      }),
    );
  });

  it("read nothing into other words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (word) => {
        fc.pre(!/^(?:[a-z]{2,10}-\d\d-\d{4,}|#?\d{1,9})[.,;:]*$/i.test(word));
        expect(parseCaseCode(word)).toBeUndefined();
      }),
    );
  });

  it("are short and sayable", () => {
    expect(formatCaseCode("KOBAR", 2026, 42)).toBe("KOBAR-26-0042");
    expect(formatCaseCode("JABAR", 2026, 12345)).toBe("JABAR-26-12345");
  });

  it("have one spelling for one case", () => {
    expect(parseCaseCode("kobar-26-00042")).toEqual({ kind: "full", code: "KOBAR-26-0042" });
  });

  it.each([
    "",
    "#",
    "0",
    "#000",
    "1234567890",
    "081234567890",
    "KOBAR",
    "KOBAR-26",
    "KOBAR-26-042",
    "K-26-0042",
    "KOBAR26-0042",
  ])("are not %j", (word) => {
    expect(parseCaseCode(word)).toBeUndefined();
  });

  it("do not slow down over a hostile word", () => {
    expect(parseCaseCode(`${".".repeat(1_000_000)}x`)).toBeUndefined();
    expect(parseCaseCode(`KOBAR-26-${"0".repeat(1_000_000)}x`)).toBeUndefined();
  });

  it.each([
    ["kobar", 2026, 1],
    ["K", 2026, 1],
    ["KOBAR", 26, 1],
    ["KOBAR", 2026, 0],
    ["KOBAR", 2026, 1.5],
  ])("are refused for %s, %s, %s", (code, y, n) => {
    expect(() => formatCaseCode(code, y, n)).toThrow(RangeError);
  });
});
