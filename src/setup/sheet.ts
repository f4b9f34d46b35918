import { CsvError, parse } from "csv-parse/sync";
import { excerptOf } from "../app/excerpt.js";
import { type Place, type Problem, problemAt } from "./problem.js";

/** A line of a sheet by its columns; empty cells are left out. */
export interface SheetLine {
  readonly place: Place;
  readonly cells: Readonly<Record<string, string>>;
  /** What the sheet calls its columns. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The column of what is read over, such as a number in front of each line. */
export const LEFT_OUT = "-";

/** What a sheet has: every name of a column, in any language, and the columns that have to be there. */
export interface Columns {
  readonly names: Readonly<Record<string, string>>;
  readonly needed: readonly string[];
}

/** The lines that can be read, and what is wrong with the others. */
export interface Sheet {
  readonly lines: readonly SheetLine[];
  readonly problems: readonly Problem[];
}

interface Numbered {
  readonly line: number;
  readonly text: string;
}

const SEPARATORS = [";", ",", "\t"] as const;

/** What Excel writes before the columns, so that it finds its own separator again. */
const SEPARATOR_LINE = /^"?sep=(.)"?$/i;

const linesOf = (text: string): readonly Numbered[] =>
  text
    .split(/\r\n|\n|\r/)
    .map((each, index) => ({ line: index + 1, text: each }))
    .filter((each) => /[^\s;,]/.test(each.text));

/** The separator of the line of columns: the one it has most of. */
const separatorOf = (header: string): string => {
  const count = (separator: string) => header.split(separator).length;
  return SEPARATORS.toSorted((a, b) => count(b) - count(a))[0] ?? ";";
};

/**
 * The cells of one line. Each line is read on its own: a quotation mark that is not closed spoils no other line, and its
 * own line is the one that is named.
 */
const cellsOf = (file: string, { line, text }: Numbered, delimiter: string): readonly string[] | Problem => {
  try {
    const [cells] = parse(text, { delimiter, trim: true, relax_column_count: true }) as string[][];
    return cells ?? [];
  } catch (error) {
    if (error instanceof CsvError) return problemAt({ file, line }, "csvQuote");
    throw error;
  }
};

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s_./-]+/g, " ")
    .trim();

const firstNameOf = ({ names }: Columns, column: string): string =>
  Object.keys(names).find((name) => names[name] === column) ?? column;

/** The column each cell belongs to; undefined where a column without a name has to be empty. */
const columnsOf = (file: string, line: number, cells: readonly string[], columns: Columns) => {
  const nameOf = (cell: string) => (Object.hasOwn(columns.names, cell) ? columns.names[cell] : null);
  const named = cells.map((cell) => (bare(cell) === "" ? undefined : nameOf(bare(cell))));
  const known = Object.keys(columns.names)
    .filter((name) => columns.names[name] !== LEFT_OUT)
    .join(", ");
  const place = { file, line };
  const found = [
    ...cells
      .filter((_, index) => named[index] === null)
      .map((cell) => problemAt(place, "csvUnknownColumn", { name: excerptOf(cell), known })),
    ...named
      .flatMap((name, index) => (typeof name === "string" && named.indexOf(name) !== index ? [cells[index] ?? ""] : []))
      .map((cell) => problemAt(place, "csvColumnTwice", { name: excerptOf(cell) })),
    ...columns.needed
      .filter((name) => !named.includes(name))
      .map((name) => problemAt(place, "csvMissingColumn", { name: firstNameOf(columns, name), known })),
  ];
  return { named, found };
};

const headersOf = (head: readonly string[], named: readonly (string | null | undefined)[]): SheetLine["headers"] =>
  Object.fromEntries(named.flatMap((name, index) => (name ? [[name, excerptOf(head[index] ?? "")]] : [])));

const lineOf = (
  place: Place,
  cells: readonly string[],
  named: readonly (string | null | undefined)[],
  headers: SheetLine["headers"],
) => {
  const extra = cells.some((cell, index) => cell !== "" && typeof named[index] !== "string");
  if (extra || cells.length < named.findLastIndex((name) => typeof name === "string") + 1)
    return problemAt(place, "csvCells", { found: cells.length, wanted: named.length });
  const filled = named.flatMap((name, index) => (name && cells[index] ? [[name, cells[index]] as const] : []));
  return { place, headers, cells: Object.fromEntries(filled.filter(([name]) => name !== LEFT_OUT)) };
};

const unreadable = (problems: readonly Problem[]): Sheet => ({ lines: [], problems });

/** Reads a sheet as spreadsheets write it: semicolons, commas or tabs, quoted cells, names of columns in the first line. */
export const readSheet = (file: string, text: string, columns: Columns, maxLines: number): Sheet => {
  const lines = linesOf(text);
  const said = SEPARATOR_LINE.exec(lines[0]?.text.trim() ?? "")?.[1];
  const [header, ...rest] = said === undefined ? lines : lines.slice(1);
  if (!header) return unreadable([problemAt({ file }, "csvEmpty")]);
  if (rest.length > maxLines) return unreadable([problemAt({ file }, "tooMany", { max: maxLines })]);
  const separator = said ?? separatorOf(header.text);
  const head = cellsOf(file, header, separator);
  if ("code" in head) return unreadable([head]);
  const { named, found } = columnsOf(file, header.line, head, columns);
  if (found.length > 0) return unreadable(found);
  const headers = headersOf(head, named);
  const read = rest.map((each) => {
    const cells = cellsOf(file, each, separator);
    return "code" in cells ? cells : lineOf({ file, line: each.line }, cells, named, headers);
  });
  return { lines: read.filter((each) => "cells" in each), problems: read.filter((each) => "code" in each) };
};
