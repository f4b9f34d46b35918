/** Titles people write with or without their dot. */
const TITLES = new Set(["bapak", "bpk", "pak", "ibu", "bu", "yth", "dr", "drs", "dra", "ir", "prof", "h", "hj"]);

/** A name's words in lower case, without titles: what follows a comma, what has a dot, and the words above. */
const wordsOf = (name: string): readonly string[] => {
  const words = (name.normalize("NFKC").toLowerCase().split(",")[0] ?? "").split(/\s+/).filter((word) => word !== "");
  const bare = words.filter((word) => !word.includes(".") && !TITLES.has(word));
  return bare.length > 0 ? bare : words;
};

/** Whether two names are of one person as far as names tell: "Dr. Wati Contoh, M.Si" is "wati contoh". */
export const sameName = (a: string, b: string): boolean => wordsOf(a).join(" ") === wordsOf(b).join(" ");
