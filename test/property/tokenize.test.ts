import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstWord, parseCommandLine, parseTyped, unquote } from "../../src/chatkit/tokenize.js";

const KEYS = ["kind", "account", "from", "link", "note"] as const;
const QUOTES = [
  ['"', '"'],
  ["'", "'"],
  ["“", "”"],
  ["‘", "’"],
] as const;

const plainWord = fc.stringMatching(/^[a-z?!.,/\\:-]{1,12}$/);
const plainText = fc
  .array(fc.tuple(plainWord, fc.constantFrom(" ", "  ", "\n", "\n\n")), { minLength: 1, maxLength: 12 })
  .map((pairs) => pairs.flat().join("").trim());
/** Anything a value may hold: written quoted, so neither blank nor ending in the escape character. */
const value = fc
  .oneof(fc.string({ unit: "grapheme", minLength: 1 }), fc.constantFrom("a b", 'kata "itu" x', "kind=x", "Qur'an"))
  .filter((text) => !text.endsWith("\\"));
const quote = fc.constantFrom(...QUOTES);
const quoted = (text: string, [open, close]: readonly [string, string]): string =>
  open + text.replaceAll(close, `\\${close}`) + close;

describe("parseTyped", () => {
  it("keeps a text without inputs as typed, but for its ends", () => {
    fc.assert(
      fc.property(plainText, fc.constantFrom("", " ", "\n"), (text, edge) => {
        expect(parseTyped(edge + text + edge, KEYS)).toEqual({ values: {}, rest: text });
      }),
    );
  });

  it("reads every quoted value back, wherever it stands", () => {
    fc.assert(
      fc.property(plainText, plainText, fc.constantFrom(...KEYS), value, quote, (before, after, key, text, marks) => {
        const typed = `${before} ${key}=${quoted(text, marks)} ${after}`;
        expect(parseTyped(typed, KEYS)).toEqual({ values: { [key]: text }, rest: `${before} ${after}` });
      }),
      { numRuns: 500 },
    );
  });

  it("reads every bare value back, with keys in any case", () => {
    fc.assert(
      fc.property(plainText, fc.constantFrom(...KEYS), plainWord, fc.boolean(), (text, key, word, isUpper) => {
        const typed = `${isUpper ? key.toUpperCase() : key}=${word}`;
        expect(parseTyped(`${typed} ${text}`, KEYS)).toEqual({ values: { [key]: word }, rest: text });
        expect(parseTyped(`${text}\n${typed}`, KEYS)).toEqual({ values: { [key]: word }, rest: text });
      }),
    );
  });

  it("reads a text quoted from end to end, whatever is in it", () => {
    fc.assert(
      fc.property(value, quote, (text, marks) => {
        expect(parseTyped(`${quoted(text, marks)} kind=question`, KEYS)).toEqual({
          values: { kind: "question" },
          rest: text,
        });
      }),
      { numRuns: 500 },
    );
  });

  it("loses no visible character of an arbitrary text when no key is declared", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        fc.pre(unquote(text.trim()) === text.trim());
        expect(parseTyped(text, [])).toEqual({ values: {}, rest: text.trim() });
      }),
    );
  });

  it.each([
    ["an undeclared key", "x foo=bar y", {}, "x foo=bar y"],
    ["a key inside a word", "https://a.id/?kind=x &kind=y", {}, "https://a.id/?kind=x &kind=y"],
    ["a key inside quotes", 'kata "a kind=x b" ya', {}, 'kata "a kind=x b" ya'],
    ["a key inside quotes in brackets", 'kata ("a kind=x b") ya', {}, 'kata ("a kind=x b") ya'],
    ["the last of several", "a kind=x kind=y", { kind: "y" }, "a"],
    ["an empty value", "a kind= b note=", {}, "a b"],
    ["an emptied value", 'a kind=x kind=""', {}, "a"],
    ["apostrophes", "jum'at ke masjid kind=question baca Qur'an", { kind: "question" }, "jum'at ke masjid baca Qur'an"],
    ["an apostrophe in single quotes", "note='baca Qur'an dulu' a", { note: "baca Qur'an dulu" }, "a"],
    ["typographic apostrophes", "‘Aisyah Jum’at kind=x", { kind: "x" }, "‘Aisyah Jum’at"],
    ["an unclosed quote", 'lebar 5" dan "belum kind=x', { kind: "x" }, 'lebar 5" dan "belum'],
    ["an unclosed quote in a value", 'from="budi a', { from: '"budi' }, "a"],
    ["quotes after figures", `lebar 5" kind=x tinggi 6" dan '90-an`, { kind: "x" }, `lebar 5" tinggi 6" dan '90-an`],
    ["an escaped quote", 'note="kata \\"itu\\" ya" a', { note: 'kata "itu" ya' }, "a"],
    ["two quotations", '"a" dan "b"', {}, '"a" dan "b"'],
    ["backslashes", '"C:\\temp\\x"', {}, "C:\\temp\\x"],
    ["a value with =", "link=https://a.id/?b=c", { link: "https://a.id/?b=c" }, ""],
    ["paragraphs around an input", "a\n\nkind=x\n\nb kind=y\nc", { kind: "y" }, "a\n\nb\nc"],
    ["inputs in a row", "a kind=x\tfrom=y  note=z b", { kind: "x", from: "y", note: "z" }, "a b"],
    ["punctuation after a quoted value", 'a note="b c", d', { note: "b c" }, "a , d"],
    ["nothing", "", {}, ""],
  ])("handles %s", (_, raw, values, rest) => {
    expect(parseTyped(raw, KEYS)).toEqual({ values, rest });
  });

  it("gives values under the keys as declared", () => {
    expect(parseTyped("POST=x wanteddate=y", ["post", "wantedDate"]).values).toEqual({ post: "x", wantedDate: "y" });
  });

  it("gives the values of other spellings of a key under the key, the last one typed winning", () => {
    const synonyms = new Map([["unggahan", "post"]]);
    expect(parseTyped("a Unggahan=x b", ["post"], synonyms)).toEqual({ values: { post: "x" }, rest: "a b" });
    expect(parseTyped("unggahan=x post=y", ["post"], synonyms).values).toEqual({ post: "y" });
    expect(parseTyped("post=x unggahan=y", ["post"], synonyms).values).toEqual({ post: "y" });
  });

  it.each(['"a ', "'", "kind=x ", 'kind="', '\\"', "“ ", "\n"])(
    "takes 500,000 characters of %j in its stride",
    (unit) => {
      const { rest } = parseTyped(`x${" ".repeat(10)}${unit.repeat(500_000 / unit.length)}`, KEYS);
      expect(rest.startsWith("x")).toBe(true);
    },
  );
});

describe("firstWord", () => {
  it("takes the text apart without loss", () => {
    fc.assert(
      fc.property(plainWord, plainText, (word, rest) => {
        expect(firstWord(` ${word}\n${rest} `)).toEqual({ word, rest });
      }),
    );
  });

  it("takes a quotation as one word", () => {
    expect(firstWord('"Dinas Perhubungan" segera')).toEqual({ word: "Dinas Perhubungan", rest: "segera" });
    expect(firstWord('"Dinas Perhubungan", segera').word).toBe('"Dinas');
    expect(firstWord("“Dishub”")).toEqual({ word: "Dishub", rest: "" });
  });

  it("keeps newlines of the rest", () => {
    expect(firstWord("KOBAR-26-0042 satu\n\ndua")).toEqual({ word: "KOBAR-26-0042", rest: "satu\n\ndua" });
  });

  it("is empty for a blank text", () => {
    expect(firstWord(" \n")).toEqual({ word: "", rest: "" });
  });
});

describe("parseCommandLine", () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9]{1,31}$/);
  const bot = fc.option(fc.stringMatching(/^[A-Za-z0-9_]{5,32}$/), { nil: undefined });

  it("reads every portable name, with and without the bot's", () => {
    fc.assert(
      fc.property(name, bot, plainText, fc.boolean(), (command, botName, rest, isUpper) => {
        const typed = `/${isUpper ? command.toUpperCase() : command}${botName === undefined ? "" : `@${botName}`} ${rest}`;
        expect(parseCommandLine(typed)).toEqual({ name: command, rest, ...(botName === undefined ? {} : { botName }) });
      }),
    );
  });

  it("reads the product's example", () => {
    expect(parseCommandLine("/inquiry@tanggap_bot Jalan rusak\nkind=complaint")).toEqual({
      name: "inquiry",
      botName: "tanggap_bot",
      rest: "Jalan rusak\nkind=complaint",
    });
    expect(parseCommandLine("/queue")).toEqual({ name: "queue", rest: "" });
  });

  it.each([
    "",
    "inquiry x",
    "//inquiry",
    "/",
    "/i x",
    "/1x",
    "/in-quiry",
    "/inquiry, x",
    "/inquiry@ x",
    "x /inquiry",
    `/${"a".repeat(33)}`,
  ])("is undefined for %j", (text) => {
    expect(parseCommandLine(text)).toBeUndefined();
  });
});
