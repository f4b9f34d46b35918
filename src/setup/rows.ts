import type { z } from "zod";
import { problemsOfIssues } from "./issue-problems.js";
import type { Place, Problem } from "./problem.js";
import type { SheetLine } from "./sheet.js";
import type { Path, YamlSource } from "./yaml-source.js";

/** One entry of a list as it was given. */
export interface Row {
  readonly raw: unknown;
  /** Where something of it stands. */
  placeOf(path: Path): Place;
  /** Its own path, for the names of its keys. */
  readonly path: Path;
}

/** One entry that is what it should be. */
export interface Sound<T> {
  readonly value: T;
  readonly row: Row;
}

/** More entries than any list may have; the schema says so, and the others are not looked at. */
const MOST_ROWS = 5_000;

/** The entries of a list of the file. */
export const rowsOfList = (list: readonly unknown[], name: string, source: YamlSource): readonly Row[] =>
  list.slice(0, MOST_ROWS).map((raw, index) => ({
    raw,
    path: [name, index],
    placeOf: (path) => source.placeOf([name, index, ...path]),
  }));

/** The lines of a sheet: whatever is wrong is wrong with the line. */
export const rowsOfSheet = (lines: readonly SheetLine[]): readonly Row[] =>
  lines.map(({ place, cells, headers }) => ({
    ...{ raw: cells, path: [] },
    placeOf: (path) => {
      const called = headers[String(path.at(-1))];
      return called === undefined ? place : { ...place, called };
    },
  }));

/** Looks at every row on its own, so that one that is bad hides no other. */
export const soundRows = <T>(
  rows: readonly Row[],
  schema: z.ZodType<T>,
): { readonly sound: readonly Sound<T>[]; readonly problems: readonly Problem[] } => {
  const looked = rows.map((row) => ({ row, parsed: schema.safeParse(row.raw) }));
  return {
    sound: looked.flatMap(({ row, parsed }) => (parsed.success ? [{ value: parsed.data, row }] : [])),
    problems: looked.flatMap(({ row, parsed }) =>
      parsed.success ? [] : problemsOfIssues(parsed.error.issues, row.raw, row.placeOf, row.path),
    ),
  };
};

/** What a map that may be none holds under a key. */
export const within = (raw: unknown, key: string): unknown =>
  typeof raw === "object" && raw !== null ? (raw as Record<string, unknown>)[key] : undefined;

/** What a row says of a key, whether or not the row is sound. */
export const saidOf = ({ raw }: Row, key: string): string => {
  const value = within(raw, key);
  return typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "";
};
