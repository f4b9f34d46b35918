import { diffWords } from "diff";
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

/**
 * How `next` differs from `previous`, word by word: removed words as `[-…-]`, added ones as `{+…+}`, so that it can be read
 * without emphasis too. Long unchanged stretches are shortened. Undefined where almost everything changed.
 */
export const differenceSpans = (previous: string, next: string): readonly Span[] | undefined => {
  const changes = diffWords(previous, next, { maxEditLength: MAX_CHANGED_WORDS });
  return changes?.map(({ value, added, removed }, index) => {
    if (added) return bold(`{+${value}+}`);
    if (removed) return italic(`[-${value}-]`);
    return plain(shortened(value, index === 0, index === changes.length - 1));
  });
};
