import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, limitText } from "../../src/chatkit/plain-text.js";

const points = (...codes: readonly number[]): string => String.fromCodePoint(...codes);
const UNWANTED =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]|\p{Cs}|\p{Noncharacter_Code_Point}/u;

/** Letters, marks, emoji and every kind of character that is taken out, so that they meet in all orders. */
const hostileUnit = fc.oneof(
  fc.constantFrom(
    ..."a é e\u0301 \u0301 \u0323 \u0344 \u0958 ب ه \u064B क \u094D \u09C7 \u09BE \u093C ꦏ \u212B \u1100 \u1161 1 # < * @".split(
      " ",
    ),
  ),
  fc.constantFrom("👩", "❤", "\u{1F3FD}", "\u{1F3F4}", "🌈", "\u{1F1EE}", "\u{E0067}", "\u{E0062}", "\u{E007F}"),
  fc.constantFrom(
    "\u200D",
    "\u200C",
    "\uFE0F",
    "\uFE0E",
    "\u180B",
    "\u{E0100}",
    "\u200B",
    "\u034F",
    "\uFEFF",
    "\u202E",
  ),
  fc.constantFrom("\r", "\n", "\r\n", "\t", " ", "\0", "\u0085", "\u2028", "\uD83D", "\uDC4D", "\uFFFE", "\uFFF9"),
);
const hostileText = fc.oneof(
  fc.array(hostileUnit, { maxLength: 40 }).map((units) => units.join("")),
  fc.string({ unit: "binary" }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
);

describe("cleanText", () => {
  it("is idempotent", () => {
    fc.assert(
      fc.property(hostileText, (raw) => {
        const once = cleanText(raw);
        expect(cleanText(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it("leaves nothing unwanted, well-formed and in NFC", () => {
    fc.assert(
      fc.property(hostileText, (raw) => {
        const text = cleanText(raw);
        expect(text).not.toMatch(UNWANTED);
        expect(text).toBe(text.normalize("NFC"));
        expect(text).not.toMatch(/\p{M}{9}/u);
        expect(text).not.toMatch(/\p{Variation_Selector}{2}|^\p{Variation_Selector}/u);
        expect(Buffer.from(text, "utf8").toString("utf8")).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps every printable ASCII text, tabs and newlines as typed", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\t\n -~]*$/), (text) => {
        expect(cleanText(text)).toBe(text);
      }),
    );
  });

  it.each([
    "<b>tebal</b> &amp; *x* _y_ `z` @everyone <!channel> <@123> tg://user?id=1 =SUM(A1)",
    "Jum’at “Qur’an” … – ½ €",
    "👩‍👩‍👧‍👦 👍🏽 ❤️‍🔥 🏳️‍🌈 🧑🏽‍🚒 1️⃣ 🇮🇩 ☺︎",
    points(0x1f3f4, 0xe0067, 0xe0062, 0xe0065, 0xe006e, 0xe0067, 0xe007f),
    "می‌خواهم",
    "ক্‌ষ র‍্য ක්‍ර",
    "ꦲꦏ꧀ꦱꦫꦗꦮ",
    "مرحبا بالعالم",
  ])("keeps %s", (text) => {
    expect(cleanText(text.normalize("NFC"))).toBe(text.normalize("NFC"));
  });

  it.each([
    ["controls", "a\0b\u0007c\u001B[31md\u007Fe\u009Bf", "abc[31mdef"],
    ["line ends", "a\r\nb\rc\u2028d", "a\nb\nc\nd"],
    ["lone surrogates", "a\uD83Db\uDC4Dc", "a\uFFFDb\uFFFDc"],
    ["direction overrides", "\u202Egnp.exe\u202C \u2066x\u2069\u200F\u061C", "gnp.exe x"],
    ["invisible characters", "ko\u200Bt\u2060o\uFEFFr\u00AD", "kotor"],
    ["joiners between Latin letters", "a\u200Db\u200Cc \u200D👍\u200D", "abc 👍"],
    ["tags outside a flag", `a${points(0xe0041, 0xe0042)}b 👍${points(0xe0067, 0xe007f)}`, "ab 👍"],
    ["an unclosed flag's tags", points(0x1f3f4, 0xe0067, 0xe0062), "\u{1F3F4}"],
    ["selectors without end", `a${"\uFE0F".repeat(50)}\u{E0100} \uFE0F`, "a\uFE0F "],
    ["interlinear annotations", "\uFFF9a\uFFFAb\uFFFB", "ab"],
    ["decomposed letters", "e\u0301", "é"],
    ["letters that meet", "e\u200B\u0301 e\u200D\u0301", "é é"],
    ["piled up marks", `z${"\u0335".repeat(100)}`, `z${"\u0335".repeat(8)}`],
  ])("handles %s", (_, raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  it.each(["\uFE0F", "\u0301", "\u200D", "\u{E0067}", "\u202E", "ب\u200C", "👩\u200D", "\uD83D"])(
    "takes a million of %j in its stride",
    (unit) => {
      const text = cleanText(unit.repeat(1_000_000 / unit.length));
      expect(cleanText(text)).toBe(text);
    },
  );
});

describe("limitText", () => {
  const anyText = fc.string({ unit: "grapheme", maxLength: 60 });
  const limit = fc.integer({ min: 1, max: 60 });
  const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
  const boundariesOf = (text: string): ReadonlySet<number> =>
    new Set([...graphemes.segment(text)].map(({ index }) => index));

  it("counts code points, and keeps what fits unchanged", () => {
    fc.assert(
      fc.property(anyText, limit, (text, maxChars) => {
        const limited = limitText(text, maxChars);
        expect(limited.length).toBe([...text].length);
        expect(limited.tooLong).toBe(limited.length > maxChars);
        expect(limited.text === text).toBe(!limited.tooLong);
      }),
    );
  });

  it("cuts to the longest run of whole graphemes that fits", () => {
    fc.assert(
      fc.property(anyText, limit, (text, maxChars) => {
        const cut = limitText(text, maxChars);
        fc.pre(cut.tooLong);
        expect(text.startsWith(cut.text)).toBe(true);
        expect([...cut.text].length).toBeLessThanOrEqual(maxChars);
        const ends = [...boundariesOf(text)].filter((end) => end > 0 && [...text.slice(0, end)].length <= maxChars);
        if (ends.length > 0) expect(cut.text.length).toBe(Math.max(...ends));
        else expect([...cut.text].length).toBe(maxChars);
      }),
    );
  });

  it("keeps a family whole or leaves it out", () => {
    expect(limitText("ab👩‍👩‍👧", 4)).toEqual({ text: "ab", tooLong: true, length: 7 });
    expect(limitText("ab👩‍👩‍👧", 7)).toEqual({ text: "ab👩‍👩‍👧", tooLong: false, length: 7 });
    expect(limitText("👩‍👩‍👧", 2).text).toBe("👩\u200D");
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses the limit %s", (maxChars) => {
    expect(() => limitText("a", maxChars)).toThrow(RangeError);
  });
});
