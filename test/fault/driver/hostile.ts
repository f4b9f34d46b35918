import fc from "fast-check";
import { hostileTexts, unstorableTexts } from "../../support/hostile-texts.js";

/** Markup, mentions and schemes of the platforms, formulas, injections, and characters that deceive. */
const PIECES = [
  ...["<!channel>", "<!here>", "<@U123>", "<@&99>", "<#100>", "@everyone", "@here", "@kobar_official", "@channel"],
  ...["tg://user?id=1", "[x](tg://user?id=1)", "[x](javascript:alert(1))", "<a href='tg://user?id=2'>x</a>"],
  ...["https://contoh.invalid/a", "<https://contoh.invalid|klik>", "discord://x", "slack://user?id=1"],
  ...[
    "*tebal*",
    "_miring_",
    "~coret~",
    "`kode`",
    "```",
    "||rahasia||",
    "> ",
    "# ",
    "- ",
    "&amp;",
    "\\*",
    "<b>",
    "</b>",
  ],
  ...["=1+1", '=HYPERLINK("https://contoh.invalid")', "+CMD|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", '"', "'"],
  ...["'; drop table inquiry; --", "$1", "{{x}}", "%s", "%n", "\\u0000", "\u0000", "\uD83D", "\uDC4D"],
  ...["\u202E", "\u202C", "\u2066", "\u2069", "\u200B", "\u200D", "\u200E", "\uFEFF", "\u00AD", "\u2028", "\r\n", "\n"],
  ...["👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "e\u0301\u0301", "раураl", "KOBAR-26-0001", "kind=complaint", "note=x", "/approve", "dm"],
];

const generated = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
      { weight: 1, arbitrary: fc.constantFrom(" ", "  ", "\n", " kata ") },
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => parts.join(""));

/** The fixed list, then generated texts up to `count` in all; the same for the same seed. */
export const hostileTextsOf = (count: number, seed: number): readonly string[] => {
  const fixed = [...hostileTexts, ...unstorableTexts];
  const more = Math.max(0, count - fixed.length);
  return [...fixed, ...(more === 0 ? [] : fc.sample(generated, { numRuns: more, seed }))].slice(0, count);
};
