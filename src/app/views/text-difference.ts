import { wordDiff } from "diff";
import { bold, italic, plain } from "../../chatkit/blocks.js";
import { personalDataAt, withData } from "../../domain/proposal/personal-data.js";
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

/** Signs of no language: one stands for each personal datum. */
const SIGN = /[\uE000-\uF8FF]/gu;
const FIRST_SIGN = 0xe000;
const SIGNS = 6_400;

/** Those that stand in none of the texts. */
const freeSigns = (texts: string): readonly string[] => {
  const taken = new Set(texts.match(SIGN));
  const all = Array.from({ length: SIGNS }, (_, at) => String.fromCodePoint(FIRST_SIGN + at));
  return all.filter((each) => !taken.has(each));
};

/** Both texts with one sign for each personal datum, and what a sign is written as: half an address says nothing either. */
const inSigns = (previous: string, next: string) => {
  const data = [previous, next].flatMap(personalDataAt);
  const kept = new Set(personalDataAt(next).map(({ datum }) => datum));
  const signs = freeSigns(previous + next);
  const signOf = new Map([...new Set(data.map(({ written }) => written))].map((each, at) => [each, signs[at] ?? each]));
  const bySign = new Map(data.map((each) => [signOf.get(each.written), each]));
  const signed = (text: string) => withData(text, ({ written }) => signOf.get(written) ?? written);
  const back = (text: string, removed = false): string =>
    text.replace(SIGN, (sign) => {
      const { datum = "", shown = sign, written = sign } = bySign.get(sign) ?? {};
      return removed && !kept.has(datum) ? shown : written;
    });
  return { before: signed(previous), after: signed(next), back };
};

/** How words that came and went are told apart, also without emphasis. */
export const changeMark = {
  removed: (words: string): string => `[-${words}-]`,
  added: (words: string): string => `{+${words}+}`,
};

/**
 * How `next` differs from `previous`, word by word: removed words as `[-…-]`, added ones as `{+…+}`, so that it can be read
 * without emphasis too. Long unchanged stretches are shortened, and personal data that was taken out has its middle hidden.
 * Undefined where almost everything changed.
 */
export const differenceSpans = (previous: string, next: string): readonly Span[] | undefined => {
  const { before, after, back } = inSigns(previous, next);
  const changes = difference.diff(before, after, { maxEditLength: MAX_CHANGED_WORDS });
  return changes?.map(({ value, added, removed }, index) => {
    if (added) return bold(changeMark.added(back(value)));
    if (removed) return italic(changeMark.removed(back(value, true)));
    return plain(back(shortened(value, index === 0, index === changes.length - 1)));
  });
};
