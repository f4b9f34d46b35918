/** Where a part may end: after a visible character, with whitespace following. */
interface Break {
  readonly level: "paragraph" | "line" | "sentence" | "word";
  readonly end: number;
}

const LEVELS = ["paragraph", "line", "sentence"] as const;
/** A part is filled at least so far before the end of a paragraph, line or sentence is preferred to more words. */
const MIN_FILL = 1 / 3;
/** The longest code point in UTF-16 units; also how far ahead decides whether a grapheme ends here. */
const POINT_UNITS = 2;
const SENTENCE_END = /[.!?…。！？]["'”’)\]]{0,4}$/;
const FIRST_COMBINING = "\u0300";

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The index after the whitespace at `at`, but for a last blank that carries a combining mark: that one is visible. */
const skipBlank = (text: string, at: number): number => {
  const blank = /\s*/y;
  blank.lastIndex = at;
  const end = at + (blank.exec(text)?.[0] ?? "").length;
  if (end === at || (text[end] ?? "") < FIRST_COMBINING) return end;
  const last = graphemes.segment(text.slice(end - 1, end + POINT_UNITS)).containing(0)?.segment ?? "";
  return last.length > 1 ? end - 1 : end;
};

const levelOf = (text: string, end: number): Break["level"] => {
  const newlines = text.slice(end, skipBlank(text, end)).split("\n").length - 1;
  if (newlines > 1) return "paragraph";
  if (newlines === 1) return "line";
  return SENTENCE_END.test(text.slice(Math.max(0, end - 5), end)) ? "sentence" : "word";
};

/** Every break that leaves a part of at most `maxChars`, and the end of the last whole grapheme that fits (or 0). */
const findEnds = (text: string, maxChars: number): { readonly breaks: readonly Break[]; readonly fit: number } => {
  const breaks: Break[] = [];
  let fit = 0;
  let inkEnd = 0;
  for (const { segment, index } of graphemes.segment(text.slice(0, maxChars + POINT_UNITS))) {
    const isBlank = /^\s+$/.test(segment);
    if (isBlank && inkEnd === index) breaks.push({ level: levelOf(text, inkEnd), end: inkEnd });
    if (index + segment.length > maxChars) break;
    fit = index + segment.length;
    if (!isBlank) inkEnd = fit;
  }
  return { breaks, fit };
};

/** A grapheme over the limit is cut between code points. */
const hardEnd = (text: string, maxChars: number): number => {
  const isInsidePair = (text.codePointAt(maxChars - 1) ?? 0) > 0xffff;
  return isInsidePair ? maxChars - 1 : maxChars;
};

const endOfPart = (text: string, maxChars: number): number => {
  const { breaks, fit } = findEnds(text, maxChars);
  const filled = breaks.filter(({ end }) => end >= maxChars * MIN_FILL);
  const preferred = LEVELS.map((level) => filled.findLast((candidate) => candidate.level === level));
  const chosen = preferred.find((found) => found !== undefined) ?? breaks.at(-1);
  return chosen?.end ?? (fit > 0 ? fit : hardEnd(text, maxChars));
};

/**
 * Cuts `text` into parts of at most `maxChars` UTF-16 units, at the end of a paragraph where that fills a third of the
 * part, else of a line, a sentence, a word, else between graphemes; a grapheme is never cut unless it alone is over
 * the limit. All visible characters come back in order; only whitespace at the cuts and at both ends is dropped. A
 * text that fits comes back unchanged; there is always at least one part. Throws RangeError for a limit below two.
 */
export const splitText = (text: string, maxChars: number): readonly string[] => {
  if (!Number.isInteger(maxChars) || maxChars < POINT_UNITS) throw new RangeError(`bad part length: ${maxChars}`);
  if (text.length <= maxChars) return [text];
  const parts: string[] = [];
  let left = text.slice(skipBlank(text, 0)).trimEnd();
  while (left.length > maxChars) {
    const end = endOfPart(left, maxChars);
    const part = left.slice(0, end);
    // A blank before a combining mark is one grapheme with it, and alone when that is over the limit.
    if (part.trim() !== "") parts.push(part);
    left = left.slice(skipBlank(left, end));
  }
  return left === "" && parts.length > 0 ? parts : [...parts, left];
};
