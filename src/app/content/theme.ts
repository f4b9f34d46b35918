import { hashtagsIn } from "./post-text.js";

const WORD = /^[\p{L}\p{N}_]+$/u;

/** The words behind a "#" that stands alone before all of them: "#Uji KIR gratis" is meant as one hashtag. */
const wordsOf = (theme: string): readonly string[] => {
  const [, said = ""] = /^#\s*([^#]+)$/.exec(theme.trim()) ?? [];
  const words = said.split(/\s+/).map((word) => word.replace(/[.,:;!?]+$/, ""));
  return words.every((word) => WORD.test(word)) && /\p{L}/u.test(said) ? words : [];
};

const capital = ([first = "", ...rest]: string): string => first.toUpperCase() + rest.join("");

/** The hashtags typed in a theme, without "#": one of several words is written as one, "UjiKIRGratis". */
export const themeHashtags = (theme: string): readonly string[] => {
  const words = wordsOf(theme);
  if (words.length > 0) return [words.length > 1 ? words.map(capital).join("") : words.join("")];
  return hashtagsIn(theme).map((tag) => tag.slice(1));
};

/** The theme in words: its hashtags stand with the others. */
export const themeInWords = (typed: string): string =>
  wordsOf(typed).length > 0
    ? typed.trim().replace(/^#\s*/, "")
    : hashtagsIn(typed).reduce((theme, tag) => theme.replace(tag, tag.slice(1)), typed);
