import type { ProposalContent } from "./model.js";

/** Words that turn a sentence into its opposite, and numbers in letters. */
const WEIGHTY = new Set(
  (
    "tidak tak bukan jangan belum tanpa nir non anti gagal batal dilarang kecuali not no never without except " +
    "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh seratus ratus seribu ribu juta"
  ).split(" "),
);
/** A short word is another one after a single letter ("ada", "apa"). */
const LETTERS_FOR_A_SLIP = 5;

/** Addresses, people, hashtags and names of sites are one piece each, with all that stands at them; then words. */
const PIECE = /(?<!\S)\S*(?:[@#]|:\/\/|\p{L}\.\p{L})\S*|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;
const WORD = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*$/u;

/** A word or a piece that is copied letter by letter, and what stands before it. */
interface Piece {
  readonly text: string;
  /** Without the marks that only divide sentences: those may come and go, all else between words may not. */
  readonly gap: string;
  readonly opensSentence: boolean;
}

const ENDS_IN_DIGIT = /\p{N}$/u;

/** What stands between two pieces, where marks that touch no digit and all space are one space. */
const gapOf = (before: string, between: string, after: string): string => {
  const [left, right] = [ENDS_IN_DIGIT.test(before) ? "0" : "a", /^\p{N}/u.test(after) ? "0" : "a"];
  return `${left}${between}${right}`.replace(/(?<!\d)[.,;:!](?!\d)/g, " ").replace(/\s+/g, " ");
};

const piecesOf = (written: string): readonly Piece[] => {
  const text = `${written} `;
  const pieces: Piece[] = [];
  let [before, end] = ["", 0];
  for (const { 0: found, index } of [...text.matchAll(PIECE), { 0: "", index: text.length }]) {
    const between = text.slice(end, index);
    const opensSentence = end === 0 || /[.!?\n]\s*["“(]*$/.test(between);
    pieces.push({ text: found, gap: gapOf(before, between, found), opensSentence });
    [before, end] = [found, index + found.length];
  }
  return pieces;
};

const hasMeaningOfItsOwn = (word: string): boolean =>
  !WORD.test(word) || /\p{N}/u.test(word) || /\p{Lu}/u.test(word.slice(1)) || WEIGHTY.has(word.toLowerCase());

/** One slip of the finger behind the first letter: two neighbours swapped, or one letter too many or too few. */
const isOneSlip = (from: string, to: string): boolean => {
  const [short, long] = from.length <= to.length ? [from, to] : [to, from];
  if (short.length < LETTERS_FOR_A_SLIP || long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  if (same === 0) return false;
  if (short.length < long.length) return short.slice(same) === long.slice(same + 1);
  const swapped = short[same] === long[same + 1] && short[same + 1] === long[same];
  return swapped && short.slice(same + 2) === long.slice(same + 2);
};

const mayBeName = (word: string): boolean => /^\p{Lu}/u.test(word);

/** A word that may be a name stays as it is; only the capital that opens a sentence may come or go. */
const isSameButForSpelling = (from: Piece, to: Piece): boolean => {
  if (from.gap !== to.gap) return false;
  if (from.text === to.text) return true;
  if (hasMeaningOfItsOwn(from.text) || hasMeaningOfItsOwn(to.text)) return false;
  if (mayBeName(from.text) || mayBeName(to.text))
    return from.opensSentence && from.text.toLowerCase() === to.text.toLowerCase();
  return isOneSlip(from.text, to.text);
};

/**
 * "Perbaikan ejaan": the same words in the same order, one slip of the finger mended in some of them; no digit, name,
 * address, sign or negation changed (docs/content.md). Full stops, commas, colons, exclamation marks and spaces away from digits may change.
 */
export const isSpellingFix = (before: string, after: string): boolean => {
  const [from, to] = [piecesOf(before), piecesOf(after)];
  return (
    from.length === to.length &&
    from.every((piece, index) => isSameButForSpelling(piece, to[index] ?? { text: "", gap: "", opensSentence: false }))
  );
};

/** Whether an edit of a proposal changes nothing but the spelling of its text. */
export const isSpellingEdit = (before: ProposalContent, after: ProposalContent): boolean => {
  const { body: _, ...rest } = before;
  const { body: __, ...others } = after;
  return isSpellingFix(before.body, after.body) && JSON.stringify(rest) === JSON.stringify(others);
};
