import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import { done, type Place, type Problem, problemAt, problems, type Read } from "./problem.js";

export type Path = readonly (string | number)[];

/** What a YAML file says: maps, lists and texts, each text as it is written ("007" and "no" too), empty values left out. */
export interface YamlSource {
  readonly value: unknown;
  /** Where the value at a path stands, or what it would belong to where it is missing. */
  placeOf(path: Path): Place;
}

interface Reading {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

const placeAt = ({ file, lines }: Reading, offset: number): Place => {
  const { line, col } = lines.linePos(offset);
  return { file, line, column: col };
};

const startOf = (node: unknown): number | undefined => (isNode(node) ? (node.range?.[0] ?? undefined) : undefined);

/** So many mistakes of the writing are named; what comes after them is mostly their consequence. */
const MOST_ERRORS = 100;

/** The largest YAML that is read, in bytes: hundreds of people fit, and more go into a sheet. */
const maxYamlBytes = 300_000;

/** What was opened before the place where its end was missed, and goes over lines: there the mistake is. */
const openedBefore = ({ document, lines }: Reading, offset: number): number | undefined => {
  let found: number | undefined;
  visit(document, {
    Node: (_, node) => {
      const range = node.range;
      const isOpen = isCollection(node) ? node.flow : isScalar(node) && node.type?.startsWith("QUOTE");
      if (!isOpen || !range || range[0] > offset || range[2] < offset) return undefined;
      if (lines.linePos(range[0]).line >= lines.linePos(offset).line) return undefined;
      found ??= range[0];
      return visit.SKIP;
    },
  });
  return found;
};

const syntaxProblem = (reading: Reading, error: YAMLError): Problem => {
  const [offset] = error.pos;
  const opened = openedBefore(reading, offset);
  if (opened !== undefined) return problemAt(placeAt(reading, opened), "yamlUnclosed");
  return problemAt(placeAt(reading, offset), "yamlSyntax", { reason: error.message });
};

const isText = (node: unknown): node is Scalar<string> => isScalar(node) && typeof node.value === "string";

const keyProblems = (reading: Reading, { items }: YAMLMap): readonly Problem[] => {
  const seen = new Set<string>();
  return items.flatMap(({ key, value }): readonly Problem[] => {
    if (!isText(key)) return [problemAt(placeAt(reading, startOf(key) ?? startOf(value) ?? 0), "yamlKey")];
    if (seen.has(key.value)) return [problemAt(placeAt(reading, startOf(key) ?? 0), "yamlTwice")];
    seen.add(key.value);
    return [];
  });
};

/** Keys that are none, and YAML's shorthands: with them a file of a few lines could be read as gigabytes. */
const shapeProblems = (reading: Reading): readonly Problem[] => {
  const found: Problem[] = [];
  visit(reading.document, {
    Map: (_, map) => {
      for (const each of keyProblems(reading, map)) found.push(each);
    },
    Node: (_, node) => {
      if (isAlias(node) || node.anchor !== undefined)
        found.push(problemAt(placeAt(reading, startOf(node) ?? 0), "yamlAlias"));
    },
  });
  return found;
};

const isEmpty = (node: unknown): boolean => !isScalar(node) || (node.value === "" && node.type === "PLAIN");

const plain = (node: unknown): unknown => {
  if (isMap(node)) return Object.fromEntries(node.items.map(entryOf).filter(([, value]) => value !== undefined));
  if (isSeq(node)) return node.items.map(plain);
  return isScalar(node) && !isEmpty(node) ? node.value : undefined;
};

const entryOf = ({ key, value }: Pair): [string, unknown] => [String(isScalar(key) ? key.value : ""), plain(value)];

interface Step {
  readonly node: unknown;
  /** Where it stands: what goes over lines, or is empty, stands at its key. */
  readonly offset: number | undefined;
}

const stepInto = (node: unknown, step: string | number): Step | undefined => {
  if (isSeq(node) && typeof step === "number") return { node: node.items[step], offset: startOf(node.items[step]) };
  const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === String(step)) : undefined;
  if (!pair) return undefined;
  const { key, value } = pair;
  const isAtKey = isCollection(value) ? !value.flow : isEmpty(value);
  return { node: value, offset: startOf(isAtKey ? key : value) };
};

/** Where the value stands, or the last thing on the way to it. */
const offsetOf = (root: Node, path: Path): number => {
  let here: Step = { node: root, offset: startOf(root) };
  for (const step of path) {
    const next = stepInto(here.node, step);
    if (!next) break;
    here = { node: next.node, offset: next.offset ?? here.offset };
  }
  return here.offset ?? 0;
};

/** More than any file has within each other. Thousands overflow the parser's stack, which may end the whole process. */
const MOST_LEVELS = 100;

const isTooDeep = (text: string): boolean => {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MOST_LEVELS) return true;
  }
  return text.split("\n").some((line) => (/^[\s?:-]*/.exec(line)?.[0].length ?? 0) > MOST_LEVELS);
};

const parse = (file: string, text: string): Reading => {
  const lines = new LineCounter();
  // Only texts, so that nothing is another value than what is written: "no" is no "false", "007" no 7.
  const document = parseDocument(text, {
    schema: "failsafe",
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
  });
  return { file, document, lines };
};

/** Reads a YAML text. Every place that is not YAML is named, and those that use its shorthands. */
export const readYaml = (file: string, text: string): Read<YamlSource> => {
  if (text.length > maxYamlBytes) return problems([problemAt({ file }, "fileTooBig", { max: "300 kB" })]);
  const tooDeep = problems([problemAt({ file }, "yamlTooDeep")]);
  if (isTooDeep(text)) return tooDeep;
  try {
    const reading = parse(file, text);
    const { document } = reading;
    const errors = [...document.errors, ...document.warnings].slice(0, MOST_ERRORS);
    const found = errors.length > 0 ? errors.map((error) => syntaxProblem(reading, error)) : shapeProblems(reading);
    if (found.length > 0) return problems(found);
    if (!isMap(document.contents)) return problems([problemAt({ file, line: 1 }, "yamlNoMap")]);
    const root = document.contents;
    return done({ value: plain(root), placeOf: (path) => placeAt(reading, offsetOf(root, path)) });
  } catch (error) {
    // Thousands of lists within each other are more than its parser's stack holds.
    if (error instanceof RangeError) return tooDeep;
    throw error;
  }
};
