import type { FoundingPlan } from "../app/founding/plan.js";
import type { ProblemValues } from "../i18n/setup-cli.js";
import { type Problem, problemAt } from "./problem.js";
import { type Row, type Sound, saidOf } from "./rows.js";
import type { AgencyRow } from "./schema.js";

type PlannedAgency = FoundingPlan["agencies"][number];

/** What a part of the file gives, and what is wrong with it. */
export interface Part<T> {
  readonly values: readonly T[];
  readonly problems: readonly Problem[];
}

/** The communications office as the file names it. */
export interface SaidOffice {
  readonly code: string;
  readonly name?: string | undefined;
  readonly row: Row;
}

const lower = (text: string): string => text.toLowerCase();

/** Where another one stands, as a sentence needs it. */
export const placeOf = ({ row }: { readonly row: Row }, key: string): ProblemValues => {
  const { file, line } = row.placeOf([key]);
  return { file, line: line ?? "" };
};

/** Commands take a code or a name: each of them means one agency. */
const doubledIn = (agencies: readonly Sound<AgencyRow>[]): readonly Problem[] => {
  const owners = new Map<string, Sound<AgencyRow>>();
  return agencies.flatMap((agency) =>
    (["code", "name"] as const).flatMap((key) => {
      const value = agency.value[key];
      const owner = owners.get(lower(value));
      if (owner === undefined) owners.set(lower(value), agency);
      return owner === undefined || owner === agency
        ? []
        : [problemAt(agency.row.placeOf([key]), "agencyTwice", { value, ...placeOf(owner, key) }, key)];
    }),
  );
};

/** The office is an agency like the others: named for itself, or one of the list. */
const withOffice = (agencies: readonly Sound<AgencyRow>[], office: SaidOffice, all: readonly Row[]) => {
  const { code, name, row } = office;
  const named = (problem: "missing" | "twoNames", values: ProblemValues = {}) =>
    problemAt(row.placeOf(["name"]), problem, values, "communications.name");
  const listed = agencies.find(({ value }) => value.code === code);
  const isListed = all.some((each) => lower(saidOf(each, "code")) === code);
  if (listed && name !== undefined && lower(name) !== lower(listed.value.name))
    return {
      agencies,
      problems: [named("twoNames", { value: name, ...placeOf(listed, "name"), other: listed.value.name })],
    };
  if (listed?.value.kind === "external")
    return { agencies, problems: [problemAt(listed.row.placeOf(["kind"]), "officeExternal", { value: code }, "kind")] };
  if (isListed) return { agencies, problems: [] };
  if (name === undefined) return { agencies, problems: [named("missing")] };
  return { agencies: [{ value: { code, name, kind: "internal" as const }, row }, ...agencies], problems: [] };
};

/** All agencies, the communications office first where it is not one of the list. */
export const agenciesOf = (
  sound: readonly Sound<AgencyRow>[],
  all: readonly Row[],
  office: SaidOffice | undefined,
): Part<PlannedAgency> => {
  const found = office ? withOffice(sound, office, all) : { agencies: sound, problems: [] };
  return {
    values: found.agencies.map(({ value }) => value),
    problems: [...found.problems, ...doubledIn(found.agencies)],
  };
};

/** Finds the code of an agency by its code or name. One whose line has another mistake is found by what the line says. */
export type FindAgency = (said: string) => string | undefined;

export const findAgencyIn = (
  agencies: readonly PlannedAgency[],
  all: readonly Row[],
  office?: SaidOffice,
): FindAgency => {
  const codes = new Map<string, string>();
  const learn = (code: string, name: string) => {
    for (const said of [code, name].map(lower)) if (said !== "" && !codes.has(said)) codes.set(said, lower(code));
  };
  for (const { code, name } of agencies) learn(code, name);
  for (const row of all) learn(saidOf(row, "code"), saidOf(row, "name"));
  if (office) learn(office.code, office.name ?? "");
  return (said) => codes.get(lower(said));
};
