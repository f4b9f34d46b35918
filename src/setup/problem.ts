import type { ProblemCode, ProblemValues } from "../i18n/setup-cli.js";

/** Where something stands. Lines and columns count from 1; a file as a whole has neither. */
export interface Place {
  /** As the operator named it. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** How a sheet's own first line calls the column. */
  readonly called?: string | undefined;
}

/** Something wrong in what the operator gave; its words are the catalogue's. */
export interface Problem extends Omit<Place, "called"> {
  /** Which key it is, such as "admin.position", or the column as its sheet calls it. */
  readonly key?: string;
  readonly code: ProblemCode;
  readonly values: ProblemValues;
}

/** What came of reading something. */
export type Read<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] };

export const done = <T>(value: T): Read<T> => ({ kind: "done", value });

/** One problem at a place. */
export const problemAt = (
  { called, ...place }: Place,
  code: ProblemCode,
  values: ProblemValues = {},
  key?: string,
): Problem => ({
  ...place,
  code,
  values,
  ...(key === undefined || key === "" ? {} : { key: called ?? key }),
});

/** Problems, in the order of their places. */
export const problems = (list: readonly Problem[]): { readonly kind: "problems"; readonly problems: Problem[] } => ({
  kind: "problems",
  problems: [...list].sort(
    (a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  ),
});
