const MOST_CHARS = 60;

/** What somebody typed, as far as a refusal repeats it: its first 60 characters (code points). */
export const excerptOf = (typed: string): string => [...typed].slice(0, MOST_CHARS).join("");
