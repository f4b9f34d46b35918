import { splitText } from "../../chatkit/split-text.js";
import { type MediumLimit, mediumLimits } from "../../domain/medium/limits.js";

/** A text as it is posted on one medium. */
export interface MediumText {
  /** One post, or the posts of a thread in their order. */
  readonly parts: readonly string[];
  /** Of the whole text, as the medium counts. */
  readonly length: number;
  /** Absent where the medium has none. */
  readonly maxChars?: number;
  /** One post takes no more, and the medium has no threads. */
  readonly tooLong: boolean;
}

/** Each attempt leaves a tenth more room, for texts that weigh more than they are long. */
const SHRINK = 0.9;
const SHORTEST_PART = 20;

const numbered = (parts: readonly string[]): readonly string[] =>
  parts.map((part, index) => `${part}\n(${index + 1}/${parts.length})`);

const threadOf = (text: string, { maxChars, lengthOf }: MediumLimit): readonly string[] => {
  for (let units = maxChars; ; units = Math.floor(units * SHRINK)) {
    const parts = numbered(splitText(text, units));
    if (units <= SHORTEST_PART || parts.every((part) => lengthOf(part) <= maxChars)) return parts;
  }
};

/** The text for a medium of a profile, in as many posts as it needs there, numbered so that their order is seen. */
export const mediumTextOf = (medium: string, text: string): MediumText => {
  const limit = mediumLimits[medium];
  if (!limit) return { parts: [text], length: [...text].length, tooLong: false };
  const { maxChars, threads } = limit;
  const length = limit.lengthOf(text);
  if (length <= maxChars) return { parts: [text], length, maxChars, tooLong: false };
  return { parts: threads ? threadOf(text, limit) : [text], length, maxChars, tooLong: !threads };
};
