import { limitText } from "../../chatkit/plain-text.js";

const EXCERPT_CHARS = 100;

/** The beginning of somebody's words on one line, for where the whole does not belong. */
export const excerpt = (words: string): string => {
  const { text: start, tooLong } = limitText(words.replace(/\s+/g, " ").trim(), EXCERPT_CHARS);
  return tooLong ? `${start}…` : start;
};
