import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitText } from "../../src/chatkit/split-text.js";

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
const graphemesOf = (text: string): readonly string[] => [...graphemes.segment(text)].map(({ segment }) => segment);
const inkOf = (text: string): string => text.replace(/\s+/g, "");

const word = fc.oneof(
  fc.constantFrom(
    "jalan",
    "rusak.",
    "Kapan?",
    "(ya!)",
    "e\u0301e",
    "👩‍👩‍👧‍👦",
    "🇮🇩🇲🇾",
    "ক্ষি",
    "KOBAR-26-0042",
    "x".repeat(70),
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const gap = fc.constantFrom(" ", " ", " ", "\n", "\n\n", "\r\n\r\n", " \u0301", "   \n  ", "\u00A0", "");
const text = fc.array(fc.tuple(word, gap), { maxLength: 60 }).map((pairs) => pairs.flat().join(""));
const limit = fc.integer({ min: 2, max: 120 });

describe("splitText", () => {
  it("gives at least one part, none over the limit, none blank beside others", () => {
    fc.assert(
      fc.property(text, limit, (whole, maxChars) => {
        const parts = splitText(whole, maxChars);
        expect(parts.length).toBeGreaterThan(0);
        expect(parts.every((part) => part.length <= maxChars)).toBe(true);
        if (parts.length > 1) expect(parts.filter((part) => inkOf(part) === "")).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves no blank part before a combining mark that takes two units", () => {
    expect(splitText("jalan \u{1DA00} ", 2)).toEqual(["ja", "la", "n", "\u{1DA00}"]);
  });

  it("keeps every visible character in order", () => {
    fc.assert(
      fc.property(text, limit, (whole, maxChars) => {
        expect(inkOf(splitText(whole, maxChars).join(""))).toBe(inkOf(whole));
      }),
      { numRuns: 1000 },
    );
  });

  it("cuts no grapheme that fits into a part", () => {
    fc.assert(
      fc.property(text, limit, (whole, maxChars) => {
        const expected = graphemesOf(whole);
        fc.pre(expected.every((grapheme) => grapheme.length <= maxChars));
        const visible = (all: readonly string[]) => all.filter((grapheme) => !/^\s+$/.test(grapheme));
        expect(visible(splitText(whole, maxChars).flatMap(graphemesOf))).toEqual(visible(expected));
      }),
      { numRuns: 1000 },
    );
  });

  it("cuts no code point, whatever the limit", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
        fc.integer({ min: 2, max: 5 }),
        (whole, max) => {
          expect(splitText(whole, max).filter((part) => /\p{Cs}/u.test(part))).toEqual([]);
        },
      ),
    );
  });

  it("leaves alone what fits", () => {
    fc.assert(
      fc.property(text, (whole) => {
        expect(splitText(whole, Math.max(2, whole.length))).toEqual([whole]);
      }),
    );
  });

  it("cuts no word that fits into a part", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,20}[.!]?$/), { minLength: 1, maxLength: 40 }), (words) => {
        const parts = splitText(words.join(" "), 21);
        expect(parts.join(" ").split(" ")).toEqual(words);
      }),
    );
  });

  it("prefers paragraphs to lines, lines to sentences, sentences to words", () => {
    expect(splitText("Satu dua.\nTiga.\n\nEmpat. Lima enam", 24)).toEqual(["Satu dua.\nTiga.", "Empat. Lima enam"]);
    expect(splitText("Satu dua.\nTiga empat. Lima", 23)).toEqual(["Satu dua.", "Tiga empat. Lima"]);
    expect(splitText("Satu dua. Tiga empat lima", 20)).toEqual(["Satu dua.", "Tiga empat lima"]);
    expect(splitText("satu dua tiga empat", 14)).toEqual(["satu dua tiga", "empat"]);
  });

  it("does not waste a part on a short first paragraph", () => {
    expect(splitText(`Yth.\n\n${"kata ".repeat(10)}`, 30)[0]).toBe("Yth.\n\nkata kata kata kata kata");
  });

  it("cuts a word too long for a part between graphemes", () => {
    expect(splitText("👍🏽👍🏽👍🏽", 9)).toEqual(["👍🏽👍🏽", "👍🏽"]);
  });

  it.each([
    ["", [""]],
    [" ".repeat(50), [""]],
    [`${" ".repeat(50)}a${" ".repeat(50)}`, ["a"]],
  ])("has one part for %j", (whole, parts) => {
    expect(splitText(whole, 10)).toEqual(parts);
  });

  it.each([" ", "\n", "x", "x ", "x.\n\n", "\u0301", "👩\u200D"])("takes 200,000 of %j in its stride", (unit) => {
    const whole = unit.repeat(200_000 / unit.length);
    expect(inkOf(splitText(whole, 4096).join("")).length).toBe(inkOf(whole).length);
  });

  it.each([1, 0, Number.NaN, 2.5])("refuses the limit %s", (maxChars) => {
    expect(() => splitText("abc", maxChars)).toThrow(RangeError);
  });
});
