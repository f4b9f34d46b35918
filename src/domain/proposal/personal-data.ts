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

/** Where in a text it stands, and as what. */
export interface LocatedData extends PersonalData {
  readonly written: string;
  readonly from: number;
  readonly to: number;
}

const located = (kind: PersonalDataKind, match: string, from: number): LocatedData => ({
  kind,
  datum: kind === "email" ? match.toLowerCase() : match.replace(/[^\p{L}\p{N}]/gu, ""),
  shown: hidden(match),
  written: match,
  from,
  to: from + match.length,
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
): readonly LocatedData[] =>
  [...text.matchAll(pattern)].flatMap(({ 0: match, index }) =>
    counts(match, index) ? [located(kind, match, index)] : [],
  );

const allIn = (written: string): readonly LocatedData[] => {
  const text = plainGaps(written);
  const numbers = found(text, SIXTEEN, "nik", isSixteen).map(
    (each): LocatedData => (namesFamily(text, each.from) ? { ...each, kind: "kk" } : each),
  );
  const rest = numbers.reduce(
    (left, { from, to }) => left.slice(0, from) + " ".repeat(to - from) + left.slice(to),
    text,
  );
  return [
    ...numbers,
    ...found(rest, PHONE, "phone"),
    ...found(rest, EMAIL, "email", (match) => !OFFICE.test(match)),
    ...found(rest, PLATE, "plate", (match, index) => isPlate(rest, match, index)),
  ];
};

/**
 * What looks like personal data in a text, in the order of the kinds, each once. It looks at the form only: a number of
 * the right form may be no one's, and names are not found.
 */
export const personalDataIn = (written: string): readonly PersonalData[] => {
  const seen = new Set<string>();
  return allIn(written)
    .map(({ kind, datum, shown }) => ({ kind, datum, shown }))
    .filter(({ kind, datum }) => !seen.has(`${kind} ${datum}`) && seen.add(`${kind} ${datum}`));
};

/** The same with its places, in their order; each as often as it stands there, none within another. */
export const personalDataAt = (text: string): readonly LocatedData[] => {
  const apart: LocatedData[] = [];
  for (const each of [...allIn(text)].sort((a, b) => a.from - b.from || b.to - a.to))
    if (each.from >= (apart.at(-1)?.to ?? 0)) apart.push({ ...each, written: text.slice(each.from, each.to) });
  return apart;
};

/** A text with each of its data written otherwise. */
export const withData = (text: string, write: (datum: LocatedData) => string): string =>
  personalDataAt(text).reduceRight((left, each) => left.slice(0, each.from) + write(each) + left.slice(each.to), text);

/** A text with the middle of its personal data hidden, but for data that the other text still has. */
export const hideRemovedData = (text: string, other: string): string => {
  const kept = new Set(personalDataAt(other).map(({ datum }) => datum));
  return withData(text, ({ datum, shown, written }) => (kept.has(datum) ? written : shown));
};
