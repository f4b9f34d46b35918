/** A typed command taken apart: its `key=value` inputs, under the keys as declared, and the text around them. */
export interface TypedInput {
  readonly values: Readonly<Record<string, string>>;
  readonly rest: string;
}

const CLOSER: Readonly<Partial<Record<string, string>>> = { '"': '"', "'": "'", "“": "”", "‘": "’" };

const isWordChar = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}\p{M}]/u.test(char);
const isSpace = (char: string | undefined): boolean => char !== undefined && /\s/.test(char);

/** The character (not UTF-16 unit) before `at`, so that letters beyond the BMP count as letters. */
const charBefore = (text: string, at: number): string | undefined =>
  /.$/su.exec(text.slice(Math.max(0, at - 2), at))?.[0];
const charAt = (text: string, at: number): string | undefined => {
  const point = text.codePointAt(at);
  return point === undefined ? undefined : String.fromCodePoint(point);
};

interface Quoted {
  readonly inner: string;
  /** Index after the closing quote. */
  readonly end: number;
}

/**
 * Reads quotations of one text. A quote opens where no letter, digit or backslash stands before it and closes where
 * none of letter and digit follows: so the apostrophes of jum'at and "Qur'an" do neither. Remembers the closing quotes
 * that do not come any more, which keeps a hostile text of unclosed quotes linear.
 */
const quotationReader = (text: string): ((at: number) => Quoted | undefined) => {
  const exhausted = new Set<string>();
  const closes = (at: number): boolean => text[at - 1] !== "\\" && !isWordChar(charAt(text, at + 1));
  return (at) => {
    const closer = CLOSER[text[at] ?? ""];
    const before = charBefore(text, at);
    if (closer === undefined || exhausted.has(closer) || isWordChar(before) || before === "\\") return undefined;
    let end = text.indexOf(closer, at + 1);
    while (end !== -1 && !closes(end)) end = text.indexOf(closer, end + 1);
    if (end !== -1) return { inner: text.slice(at + 1, end).replaceAll(`\\${closer}`, closer), end: end + 1 };
    exhausted.add(closer);
    return undefined;
  };
};

interface Pair {
  readonly key: string;
  readonly value: string;
  readonly end: number;
}

const pairReader = (text: string, keys: Iterable<readonly [string, string]>): ((at: number) => Pair | undefined) => {
  const declared = new Map([...keys].map(([spelling, key]) => [spelling.toLowerCase(), key]));
  const longestKey = Math.max(0, ...[...declared.keys()].map((spelling) => spelling.length));
  const readQuoted = quotationReader(text);
  return (at) => {
    const name = /^([A-Za-z][\w-]*)=/.exec(text.slice(at, at + longestKey + 1))?.[1];
    const key = name === undefined ? undefined : declared.get(name.toLowerCase());
    if (name === undefined || key === undefined) return undefined;
    const start = at + name.length + 1;
    const quoted = readQuoted(start);
    if (quoted !== undefined) return { key, value: quoted.inner, end: quoted.end };
    const bare = /\S*/y;
    bare.lastIndex = start;
    const value = bare.exec(text)?.[0] ?? "";
    return { key, value, end: start + value.length };
  };
};

const newlinesIn = (text: string): number => text.split("\n").length - 1;

/** The text left when inputs are taken out: of the gaps around one the wider stays, so that paragraphs do. */
const joinPieces = (pieces: readonly string[]): string => {
  const joined: string[] = [];
  let gap = "";
  for (const piece of pieces) {
    const lead = piece.slice(0, piece.length - piece.trimStart().length);
    if (gap === "" || newlinesIn(lead) > newlinesIn(gap)) gap = lead;
    const ink = piece.trim();
    if (ink === "") continue;
    joined.push(gap, ink);
    gap = piece.slice(piece.trimEnd().length);
  }
  return joined.join("").trim();
};

/**
 * `text` without its quotes where it is one quotation from end to end ("…", '…', “…”, ‘…’; `\"` inside stands for the
 * quote), else as it is.
 */
export const unquote = (text: string): string => {
  const quoted = quotationReader(text)(0);
  return quoted !== undefined && quoted.end === text.length ? quoted.inner : text;
};

/**
 * Takes the typed form `TEXT [key=value]…` apart. An input counts at the start or after whitespace, with a declared key
 * in any case; its value runs to the next whitespace or is quoted. The last of several wins; an empty value means "not
 * given". Other `foo=bar`, and everything inside quotes, is text; an unclosed quote is an ordinary character. The text
 * stays as typed, newlines included, but for its ends, the gap where an input stood, and quotes around all of it.
 * `synonyms`: other spellings of declared keys, and the key each stands for.
 */
export const parseTyped = (
  raw: string,
  declaredKeys: readonly string[],
  synonyms: ReadonlyMap<string, string> = new Map(),
): TypedInput => {
  const readPair = pairReader(raw, [...synonyms, ...declaredKeys.map((key) => [key, key] as const)]);
  const readQuoted = quotationReader(raw);
  const values = new Map<string, string>();
  const pieces: string[] = [];
  let pieceStart = 0;
  let at = 0;
  while (at < raw.length) {
    const pair = at === 0 || isSpace(raw[at - 1]) ? readPair(at) : undefined;
    if (pair === undefined) {
      at = readQuoted(at)?.end ?? at + 1;
      continue;
    }
    values.set(pair.key, pair.value);
    pieces.push(raw.slice(pieceStart, at));
    pieceStart = pair.end;
    at = pair.end;
  }
  pieces.push(raw.slice(pieceStart));
  return {
    values: Object.fromEntries([...values].filter(([, value]) => value !== "")),
    rest: unquote(joinPieces(pieces)),
  };
};

/**
 * The first word of `text` and what follows it, trimmed. A quotation that ends at whitespace is one word, without its
 * quotes ("Dinas Perhubungan"). Both are empty for a blank text.
 */
export const firstWord = (text: string): { readonly word: string; readonly rest: string } => {
  const trimmed = text.trim();
  const quoted = quotationReader(trimmed)(0);
  if (quoted !== undefined && (quoted.end === trimmed.length || isSpace(trimmed[quoted.end])))
    return { word: quoted.inner, rest: trimmed.slice(quoted.end).trimStart() };
  const word = /^\S*/.exec(trimmed)?.[0] ?? "";
  return { word, rest: trimmed.slice(word.length).trimStart() };
};

/** A command as typed into a chat. `name` is in lower case; `botName` is what followed an `@`, without it. */
export interface CommandLine {
  readonly name: string;
  readonly botName?: string;
  readonly rest: string;
}

/**
 * Reads `/name@bot rest`, the name portable (`^[a-z][a-z0-9_]{1,31}$`, in any case), at the very start but for blanks.
 * Undefined for every other text. `rest` is trimmed, its inner newlines kept.
 */
export const parseCommandLine = (text: string): CommandLine | undefined => {
  const trimmed = text.trim();
  const match = /^\/([a-z][a-z0-9_]{1,31})(?:@(\w{1,64}))?(?=\s|$)/i.exec(trimmed);
  if (match?.[1] === undefined) return undefined;
  return {
    name: match[1].toLowerCase(),
    ...(match[2] === undefined ? {} : { botName: match[2] }),
    rest: trimmed.slice(match[0].length).trim(),
  };
};
