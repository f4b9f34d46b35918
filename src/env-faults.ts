/** Keys of others that people keep in the same file: compose's, Node's and the time zone. */
const OF_OTHERS = /^(POSTGRES_|COMPOSE_|NODE_|TZ$)/;
/** So many letters added, left out or exchanged are a slip of the fingers (this program's own measure). */
const MOST_SLIPS = 2;
/** The environment holds everybody's keys: short ones resemble each other (`HOME`, `HOST`). */
const LEAST_CHARS_OUTSIDE = 8;

/** More than any key has. */
const MOST_CHARS = 64;

interface Line {
  readonly number: number;
  readonly text: string;
  /** Undefined where the line has no "=". */
  readonly key: string | undefined;
}

/** How many letters have to be added, left out or exchanged (https://en.wikipedia.org/wiki/Levenshtein_distance). */
const slipsBetween = (one: string, other: string): number => {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...one].entries()) {
    const line = [row + 1];
    for (const [column, each] of [...other].entries()) {
      const exchanged = (above[column] ?? 0) + (letter === each ? 0 : 1);
      line.push(Math.min(exchanged, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above[other.length] ?? 0;
};

const meantBy = (key: string, known: readonly string[]): string | undefined => {
  const slips = known.map((each) => ({ each, count: slipsBetween(key.toUpperCase().slice(0, MOST_CHARS), each) }));
  const [nearest] = slips.sort((one, other) => one.count - other.count);
  return nearest !== undefined && nearest.count <= MOST_SLIPS ? nearest.each : undefined;
};

/** Where a value in quotation marks ends that goes over several lines; the line itself where it does not. */
const endOfValue = (lines: readonly string[], at: number): number => {
  const [, mark, rest = ""] = /=\s*(["'`])(.*)$/.exec(lines[at] ?? "") ?? [];
  if (mark === undefined || rest.includes(mark)) return at;
  const end = lines.findIndex((line, index) => index > at && line.includes(mark));
  return end === -1 ? at : end;
};

const linesIn = (text: string): readonly Line[] => {
  const lines = text.split(/\r?\n/);
  const found: Line[] = [];
  for (let at = 0; at < lines.length; at = endOfValue(lines, at) + 1) {
    const line = (lines[at] ?? "").trim().replace(/^export\s+/, "");
    if (line === "" || line.startsWith("#")) continue;
    const key = line.includes("=") ? line.slice(0, line.indexOf("=")).trim() : undefined;
    found.push({ number: at + 1, text: line, key });
  }
  return found;
};

/** Only what is or nearly is a key is repeated, or is written as one: anything else may be secret. */
const faultOf = ({ number, text, key }: Line, known: readonly string[]): readonly string[] => {
  const at = `.env, line ${number}`;
  if (key === undefined) {
    const word = known.find((each) => new RegExp(`^${each}\\b`).test(text));
    return [`${at}: there is no "="${word ? ` after ${word}` : ""}; neither this line nor perhaps the next is read`];
  }
  if (known.includes(key) || OF_OTHERS.test(key)) return [];
  const meant = meantBy(key, known);
  if (meant !== undefined) return [`${at}: ${key} is no key of this program; ${meant} is`];
  const isWritten = key.length <= MOST_CHARS && /^[A-Z][A-Z\d]*(_[A-Z\d]+)*$/.test(key);
  return [`${at}: ${isWritten ? key : 'what stands before "="'} is no key of this program`];
};

/**
 * What of a file `.env` and of the environment is read over though it was hardly meant so: lines without "=" (with Node.js 20
 * such a line takes the next one with it), keys nobody knows, and in the environment those that nearly are a known one. Values
 * are never repeated.
 */
export const envFaults = (
  file: string,
  environment: readonly string[],
  known: readonly string[],
): readonly string[] => {
  const lines = linesIn(file);
  const inFile = new Set(lines.map(({ key }) => key));
  const outside = environment.filter((key) => key.length >= LEAST_CHARS_OUTSIDE && !inFile.has(key));
  const misspelt = outside.flatMap((key) => {
    const meant = known.includes(key) || OF_OTHERS.test(key) ? undefined : meantBy(key, known);
    return meant === undefined ? [] : [`the environment has ${key}, which is no key of this program; ${meant} is`];
  });
  return [...lines.flatMap((line) => faultOf(line, known)), ...misspelt];
};
