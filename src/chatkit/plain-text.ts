const REPLACEMENT = "\uFFFD";
/** Enough for every living script (pointed Hebrew and Tibetan stacks stay below); beyond it lies "zalgo" text. */
const MAX_MARKS = 8;

const LONE_SURROGATE = /\p{Cs}/gu;
const NEWLINE = /\r\n?|[\u2028\u2029]/g;
/** C0 and C1 without tab and newline. */
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
/** Direction marks, embeddings, overrides, isolates (UAX #9) and the deprecated shaping controls. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u206F]/g;
/** What shows nothing and joins nothing: zero-width space, word joiner, BOM, soft hyphen, invisible operators, fillers. */
const INVISIBLE = /\u034F|[\u00AD\u180E\u200B\u2060-\u2065\u3164\uFEFF\uFFA0]/g;
const ANNOTATION = /[\uFFF9-\uFFFB]/g;
const NONCHARACTER = /\p{Noncharacter_Code_Point}/gu;

const SELECTOR = "\\p{Variation_Selector}";
/** A selector is kept as the first one after something visible; a second, or one after a space or joiner, is not. */
const STRAY_SELECTOR = new RegExp(
  `(?<=${SELECTOR})${SELECTOR}+|(?<![\\p{L}\\p{N}\\p{S}\\p{P}\\p{M}])${SELECTOR}+`,
  "gu",
);

/** Scripts whose spelling needs the joiners: Arabic and its relatives, Mongolian, and the Brahmic family. */
const JOINING_SCRIPTS = [
  ..."Arab Syrc Mand Nkoo Mong Phag Adlm Rohg Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh".split(" "),
  ..."Tibt Mymr Khmr Java Bali Sund Bugi Batk Rjng Cham Cakm Limb Lepc Mtei Newa Tirh Gran".split(" "),
];
const JOINING_LETTER = `(?=\\p{L})[${JOINING_SCRIPTS.map((script) => `\\p{scx=${script}}`).join("")}]`;
const EMOJI_BEFORE = "\\p{Extended_Pictographic}[\\uFE0F\\p{Emoji_Modifier}]?";
const JOINER = new RegExp(
  `(?<between>[\\u200C\\u200D](?<=${JOINING_LETTER}\\p{M}*.)(?=${JOINING_LETTER}|\\p{M})` +
    `|\\u200D(?<=${EMOJI_BEFORE}.)(?=\\p{Extended_Pictographic}))|[\\u200C\\u200D]`,
  "gu",
);

/** Subdivision flags (UTS #51): a black flag, three to six tagged letters or digits, the closing tag. */
const TAG = /(?<flag>\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F})|[\u{E0000}-\u{E007F}]/gu;
const EXCESS_MARKS = new RegExp(`(?<=\\p{M}{${MAX_MARKS}})\\p{M}+`, "gu");

/**
 * The form in which every text of a person is stored: what can be seen stays, what only deceives or breaks goes. Lines
 * end in "\n"; other controls but the tab, direction controls, invisible characters, noncharacters, stray variation
 * selectors and tags are removed; joiners stay inside emoji and between letters of scripts that need them; more than
 * eight combining marks in a row are cut; lone surrogates become U+FFFD; the rest is NFC. Markup of any platform stays
 * as typed: escaping it is the adapters' work. Idempotent: later steps never make work for earlier ones.
 */
export const cleanText = (raw: string): string =>
  raw
    .replace(LONE_SURROGATE, REPLACEMENT)
    .replace(NEWLINE, "\n")
    .replace(CONTROL, "")
    .replace(DIRECTION, "")
    .replace(INVISIBLE, "")
    .replace(ANNOTATION, "")
    .replace(NONCHARACTER, "")
    .replace(STRAY_SELECTOR, "")
    .replace(JOINER, "$<between>")
    .replace(TAG, "$<flag>")
    .normalize("NFC")
    .replace(EXCESS_MARKS, "");

/** A text held to a limit. `length` counts the code points of the whole text, also when it was cut. */
export interface LimitedText {
  readonly text: string;
  readonly tooLong: boolean;
  readonly length: number;
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

const codePointsIn = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/** Where the first `count` code points of `text` end, in UTF-16 units. */
const unitsOf = (text: string, count: number): number => {
  let units = 0;
  let left = count;
  for (const point of text) {
    if (left === 0) break;
    left -= 1;
    units += point.length;
  }
  return units;
};

/**
 * `text` within `maxChars` code points (what PostgreSQL's char_length counts), unchanged where it fits. A cut falls
 * between graphemes, so an emoji or an accented letter is kept whole or left out; only a first grapheme that alone is
 * over the limit is cut inside. Adds no ellipsis. Throws RangeError for a limit below one.
 */
export const limitText = (text: string, maxChars: number): LimitedText => {
  if (!Number.isInteger(maxChars) || maxChars < 1) throw new RangeError(`bad text limit: ${maxChars}`);
  const length = codePointsIn(text);
  if (length <= maxChars) return { text, tooLong: false, length };
  const hardEnd = unitsOf(text, maxChars);
  const end = graphemes.segment(text).containing(hardEnd)?.index ?? hardEnd;
  return { text: text.slice(0, end > 0 ? end : hardEnd), tooLong: true, length };
};
