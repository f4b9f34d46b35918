/** What a person typed for a case: its whole code in capitals, or only its number, to be completed from context. */
export type CaseCode =
  | { readonly kind: "full"; readonly code: string }
  | { readonly kind: "number"; readonly number: number };

const NUMBER_DIGITS = 4;
/** Longer words are no code; it also bounds the work on a hostile word. */
const MAX_WORD_CHARS = 64;

/**
 * Reads one word as a case code, in any case and with trailing `.,;:` as people type it. Full: two to ten letters, two
 * digits of the year, at least four of the number; zeros beyond those four are dropped, so that one case has one
 * spelling. Number: at most nine digits, above zero, a `#` and zeros before it allowed. Anything else: undefined.
 */
export const parseCaseCode = (word: string): CaseCode | undefined => {
  if (word.length > MAX_WORD_CHARS) return undefined;
  const bare = word.replace(/[.,;:]+$/, "");
  const full = /^([a-z]{2,10}-\d\d-)0*(\d{4,})$/i.exec(bare);
  if (full !== null) return { kind: "full", code: `${full[1]}${full[2]}`.toUpperCase() };
  const number = Number(/^#?(\d{1,9})$/.exec(bare)?.[1] ?? 0);
  return number > 0 ? { kind: "number", number } : undefined;
};

/**
 * The code people say and type: ("KOBAR", 2026, 42) gives "KOBAR-26-0042"; numbers from 10000 on simply grow longer.
 * Throws RangeError where `parseCaseCode` could not read the result back.
 */
export const formatCaseCode = (governmentCode: string, year: number, number: number): string => {
  if (!/^[A-Z]{2,10}$/.test(governmentCode)) throw new RangeError(`bad government code: ${governmentCode}`);
  if (!Number.isInteger(year) || year < 2000) throw new RangeError(`bad case year: ${year}`);
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`bad case number: ${number}`);
  const shortYear = String(year % 100).padStart(2, "0");
  return `${governmentCode}-${shortYear}-${String(number).padStart(NUMBER_DIGITS, "0")}`;
};
