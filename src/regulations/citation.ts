import type { Level } from "../domain/level.js";

const article = /Pasal [1-9]\d*(?: angka [1-9]\d*| huruf [a-z]| ayat \([1-9]\d*\)(?: huruf [a-z])?)?/.source;
const annex = /Lampiran|Lamp\. [A-Z](?: angka [1-9]\d*(?: huruf [a-z])?)?/.source;

/** One place in a regulation ("Pasal 16 ayat (3) huruf a", "Lamp. B angka 4"), or several joined by "; ". */
export const citationPattern = new RegExp(`^(?:${article}|${annex})(?:; (?:${article}|${annex}))*$`);

/** The single places a citation names, in its order: "Pasal 16; Lamp. B" gives two. */
export const placesOf = (citation: string): readonly string[] => citation.split("; ");

/** A text in both languages of the product; `id` is what officers read. */
export interface Localized {
  readonly id: string;
  readonly en: string;
}

/** Where a rule stands and how binding it is. */
export interface Cited<L extends Level = Level> {
  readonly citation: string;
  readonly level: L;
}

/** A cited rule with its summary in the project's own words. */
export interface Rule<L extends Level = Level> extends Cited<L> {
  readonly summary: Localized;
}

const at =
  <L extends Level>(level: L) =>
  (citation: string, id: string, en: string): Rule<L> => ({ citation, level, summary: { id, en } });

/** A rule the regulation itself states. */
export const regulation = at("regulation");

/** Our reading of a gap or an unclear place; `citation` is the place that is read. */
export const interpretation = at("interpretation");

/** A working rule no text asks for; `citation` is the nearest place, and the summary says that it does not ask for it. */
export const internalPolicy = at("internal-policy");

/** A time no text sets; `citation` is the place that leaves it open. */
export const internalTarget = at("internal-target");

/** The lettered points of one article, each `letter: [Indonesian, English]`, as rules of the regulation. */
export const lettered = (
  parent: string,
  points: Readonly<Record<string, readonly [id: string, en: string]>>,
): readonly (Rule<"regulation"> & { readonly letter: string })[] =>
  Object.entries(points).map(([letter, [id, en]]) => ({ letter, ...regulation(`${parent} huruf ${letter}`, id, en) }));
