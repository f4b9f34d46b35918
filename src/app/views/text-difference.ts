import { wordDiff } from "diff";
import { bold, italic, plain } from "../../chatkit/blocks.js";
import type { Span } from "../../ports/chat/outbound.js";

/** Words inserted and removed beyond which a difference says less than the text itself. Also bounds the work. */
const MAX_CHANGED_WORDS = 400;
/** Of a longer unchanged stretch only its ends are shown. */
const KEPT_CHARS = 60;

/** The ends of an unchanged stretch; at the text's own ends only the side next to a change. */
const shortened = (same: string, isFirst: boolean, isLast: boolean): string => {
  if (same.length <= 2 * KEPT_CHARS) return same;
  const before = isFirst ? "" : same.slice(0, KEPT_CHARS).replace(/\S*$/, "");
  const after = isLast ? "" : same.slice(-KEPT_CHARS).replace(/^\S*/, "");
  return `${before}…${after}`;
};

/** What may stand inside a time, a date or a number. */
const INSIDE_NUMBER = /^[.,:/-]$/;

/** The parts of "08.00", "1.500.000", "5/3" and "10:30" are one word: half a number says nothing. */
const withWholeNumbers = (tokens: readonly string[]): string[] => {
  const whole: string[] = [];
  for (const token of tokens) {
    const mark = whole.at(-1) ?? "";
    const before = whole.at(-2) ?? "";
    if (INSIDE_NUMBER.test(mark) && /\d$/.test(before) && /^\d/.test(token)) whole.splice(-2, 2, before + mark + token);
    else whole.push(token);
  }
  return whole;
};

const difference: typeof wordDiff = Object.assign(Object.create(wordDiff), {
  tokenize: (text: string): string[] => withWholeNumbers(wordDiff.tokenize(text)),
});

/**
 * How `next` differs from `previous`, word by word: removed words as `[-…-]`, added ones as `{+…+}`, so that it can be read
 * without emphasis too. Long unchanged stretches are shortened. Undefined where almost everything changed.
 */
export const differenceSpans = (previous: string, next: string): readonly Span[] | undefined => {
  const changes = difference.diff(previous, next, { maxEditLength: MAX_CHANGED_WORDS });
  return changes?.map(({ value, added, removed }, index) => {
    if (added) return bold(`{+${value}+}`);
    if (removed) return italic(`[-${value}-]`);
    return plain(shortened(value, index === 0, index === changes.length - 1));
  });
};
