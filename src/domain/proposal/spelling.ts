import type { ProposalContent } from "./model.js";

/** Words that turn a sentence into its opposite, and numbers in letters. */
const WEIGHTY = new Set(
  (
    "tidak tak bukan jangan belum tanpa nir non anti gagal batal dilarang kecuali not no never without except " +
    "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh seratus ratus seribu ribu juta"
  ).split(" "),
);
/** A short word is another one after a single letter ("ada", "apa"); a long one may have two wrong. */
const LETTERS_FOR_ONE_EDIT = 5;
const LETTERS_FOR_TWO_EDITS = 9;

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? [];

const hasMeaningOfItsOwn = (word: string): boolean =>
  /\p{N}/u.test(word) || /\p{Lu}/u.test(word.slice(1)) || WEIGHTY.has(word.toLowerCase());

/** Edits that make one word of another: insertions, deletions, replacements, neighbours swapped (Damerau-Levenshtein). */
const editsBetween = (from: string, to: string): number => {
  const [a, b] = [[...from], [...to]];
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swapped));
    }
  }
  return at(a.length, b.length);
};

const mayBeName = (word: string): boolean => /^\p{Lu}/u.test(word);

const editsAllowed = (letters: number): number =>
  Number(letters >= LETTERS_FOR_ONE_EDIT) + Number(letters >= LETTERS_FOR_TWO_EDITS);

/** A word that may be a name stays as it is; only the capital that opens a sentence may come or go. */
const isSameButForSpelling = (from: string, to: string, opensSentence: boolean): boolean => {
  if (from === to) return true;
  if (hasMeaningOfItsOwn(from) || hasMeaningOfItsOwn(to)) return false;
  if (mayBeName(from) || mayBeName(to)) return opensSentence && from.toLowerCase() === to.toLowerCase();
  return editsBetween(from, to) <= editsAllowed(Math.min([...from].length, [...to].length));
};

const opensSentence = (text: string): readonly boolean[] => {
  const opens: boolean[] = [];
  for (const found of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu))
    opens.push(/(^|[.!?\n]\s*)["“(]*$/u.test(text.slice(Math.max(0, found.index - 10), found.index)));
  return opens;
};

/**
 * "Perbaikan ejaan": the same words in the same order, some of them spelt otherwise; no digit, name or negation changed
 * (docs/content.md, "What an approval belongs to"). Punctuation and spaces may change.
 */
export const isSpellingFix = (before: string, after: string): boolean => {
  const [from, to] = [wordsOf(before), wordsOf(after)];
  if (from.length !== to.length) return false;
  const opens = opensSentence(before);
  return from.every((word, index) => isSameButForSpelling(word, to[index] ?? "", opens[index] ?? false));
};

/** Whether an edit of a proposal changes nothing but the spelling of its text. */
export const isSpellingEdit = (before: ProposalContent, after: ProposalContent): boolean => {
  const { body: _, ...rest } = before;
  const { body: __, ...others } = after;
  return isSpellingFix(before.body, after.body) && JSON.stringify(rest) === JSON.stringify(others);
};
