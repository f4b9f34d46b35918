/** Kinds of personal data that are looked for. A number of a family card looks like one of a person: the word beside it tells. */
export type PersonalDataKind = "nik" | "kk" | "phone" | "email" | "plate";

/**
 * Something that looks like personal data. `shown` has its middle hidden, so that no message repeats it; `datum` tells one
 * from another and is for no eyes: letters and digits alone, however they were spaced.
 */
export interface PersonalData {
  readonly kind: PersonalDataKind;
  readonly datum: string;
  readonly shown: string;
}

/** Digits may not stand before or after; letters may, since people write "NIK33…" and "WA08…". */
const number = (pattern: string): RegExp => new RegExp(`(?<!\\p{N})${pattern}(?!\\p{N})`, "gu");
/** Spaces and hyphens of every kind between digits are one of two plain ones. */
const plainGaps = (text: string): string => text.replace(/\s/gu, " ").replace(/\p{Pd}/gu, "-");

/** Sixteen digits, also in groups; days of women are counted from 41 (see docs/content.md for the sources). */
const SIXTEEN = number("(?:\\d[ .-]{0,2}){15}\\d");
const PHONE = number("(?:\\(?\\+?62\\)?[ .()-]{0,2}|\\(?0)8\\d(?:[ .()-]{0,2}\\d){6,10}");
/** Offices of the state have addresses here; they are public. */
const OFFICE = /\.go\.id$/iu;
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const AREAS =
  "A|B|D|E|F|G|H|K|L|M|N|P|R|S|T|W|Z|A[ABDEG]|B[ABDEGHKLMNPRS]|D[ABCDEGHKLMNRST]|E[ABDE]|KB|KH|KT|KU|PA|PB|PS|PT";
/** Area letters, up to four digits, up to three letters. */
const PLATE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${AREAS})[ -]?\\d{1,4}[ -]?[A-Z]{1,3}(?![\\p{L}\\p{N}])`, "giu");

const LAST_WOMANS_DAY = 71;
const FIRST_WOMANS_DAY = 41;
const KEPT = 3;
const PLATE_DIGITS = 3;

const isSixteen = (found: string): boolean => {
  const digits = found.replace(/\D/g, "");
  const [day, month] = [Number(digits.slice(6, 8)), Number(digits.slice(8, 10))];
  const isDay = (day >= 1 && day <= 31) || (day >= FIRST_WOMANS_DAY && day <= LAST_WOMANS_DAY);
  return /^[1-9]/.test(digits) && isDay && month >= 1 && month <= 12;
};

const hidden = (found: string): string => {
  const chars = [...found];
  if (chars.length <= KEPT * 2) return `${chars.slice(0, 1).join("")}…`;
  return `${chars.slice(0, KEPT).join("")}…${chars.slice(-2).join("")}`;
};

const dataOf = (kind: PersonalDataKind, match: string): PersonalData => ({
  kind,
  datum: kind === "email" ? match.toLowerCase() : match.replace(/[^\p{L}\p{N}]/gu, ""),
  shown: hidden(match),
});

const BESIDE = 24;
const namesFamily = (text: string, index: number): boolean =>
  /\b(?:kk|kartu keluarga)\b[^\p{L}]*$/iu.test(text.slice(Math.max(0, index - BESIDE), index));

const YEAR = /^(?:19|20|14)\d{2}$/;
/** In capitals these words stand behind numbers too: "KB 2025 DI KLATEN", "1446 H 2025 M". */
const WORDS_BEHIND = /^(?:DI|KE|M|H|CM|KM|KG)$/;

/**
 * Whether it is one: by the word before it, in any case; or else in capitals by its digits. Fewer than three are hardly
 * one ("Jalan A 12 B"), nor is a year, nor what a word follows.
 */
const isPlate = (text: string, match: string, index: number): boolean => {
  const beside = text.slice(Math.max(0, index - BESIDE), index);
  if (/\b(?:nopol|plat|pelat|nomor polisi|nomor kendaraan)\b/iu.test(beside)) return true;
  const [digits = ""] = /\d+/.exec(match) ?? [];
  const end = /[A-Z]+$/.exec(match)?.[0] ?? "";
  if (match !== match.toUpperCase() || digits.length < PLATE_DIGITS) return false;
  return !(match.includes(" ") && (YEAR.test(digits) || WORDS_BEHIND.test(end)));
};

const found = (
  text: string,
  pattern: RegExp,
  kind: PersonalDataKind,
  counts: (match: string, index: number) => boolean = () => true,
): readonly PersonalData[] =>
  [...text.matchAll(pattern)].flatMap(({ 0: match, index }) => (counts(match, index) ? [dataOf(kind, match)] : []));

/**
 * What looks like personal data in a text, in the order of the kinds, each once. It looks at the form only: a number of
 * the right form may be no one's, and names are not found.
 */
export const personalDataIn = (written: string): readonly PersonalData[] => {
  const text = plainGaps(written);
  const numbers = [...text.matchAll(SIXTEEN)].filter(([match]) => isSixteen(match));
  const rest = numbers.reduce((left, [match]) => left.replace(match, " "), text);
  const all: readonly PersonalData[] = [
    ...numbers.map(({ 0: match, index }) => dataOf(namesFamily(text, index) ? "kk" : "nik", match)),
    ...found(rest, PHONE, "phone"),
    ...found(rest, EMAIL, "email", (match) => !OFFICE.test(match)),
    ...found(rest, PLATE, "plate", (match, index) => isPlate(rest, match, index)),
  ];
  const seen = new Set<string>();
  return all.filter(({ kind, datum }) => !seen.has(`${kind} ${datum}`) && seen.add(`${kind} ${datum}`));
};
