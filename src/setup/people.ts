import type { PlannedLetter, PlannedPerson } from "../app/founding/plan.js";
import { ROLES, roleNamed } from "../app/role-name.js";
import type { Role } from "../domain/registry/model.js";
import type { Profile } from "../regulations/schema.js";
import type { FindAgency, Part } from "./agencies.js";
import { type Problem, problemAt } from "./problem.js";
import type { Row, Sound } from "./rows.js";
import type { PersonRow, SetupFile } from "./schema.js";

type SaidLetter = SetupFile["admin"]["letter"];

/** What a part of the file is looked at with. */
export interface Looking {
  readonly profile: Profile;
  readonly locale: "id" | "en";
  readonly findAgency: FindAgency;
  /** Code of the communications office, where it is known. */
  readonly office?: string | undefined;
}

/** The regulation's own instrument for the role; of the roles it appoints nobody to, that of officers. */
export const instrumentOf = ({ profile, locale }: Pick<Looking, "profile" | "locale">, role: string): string => {
  const { appointments } = profile;
  const found = appointments.find((each) => each.role === role && each.scope !== "non-structural") ?? appointments[0];
  return found?.instrument[locale] ?? "";
};

/** What was said, without what was left out. */
export const present = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

const letterOf = (looking: Looking, role: string, said: SaidLetter): PlannedLetter => {
  const { instrument, number, ...days } = said ?? {};
  return { ...present(days), instrument: instrument ?? instrumentOf(looking, role), number: number ?? "" };
};

/** A period that ends before it begins. */
export const periodProblems = (row: Row, letter: SaidLetter): readonly Problem[] => {
  const { date, from, until } = letter ?? {};
  const begins = from ?? date;
  if (begins === undefined || until === undefined || begins <= until) return [];
  return [problemAt(row.placeOf(["letter", "until"]), "badPeriod", { from: begins, until }, "until")];
};

/** The first admin, who belongs to the communications office. */
export const adminOf = (looking: Looking, office: string, { letter, ...said }: SetupFile["admin"]): PlannedPerson => ({
  ...present(said),
  agency: office,
  role: "admin",
  letter: letterOf(looking, "admin", letter),
});

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The function of the regulation somebody fills: "desain grafis", or its code. */
const functionNamed = ({ staffing }: Profile, said: string): string | undefined =>
  staffing.find(({ code, name }) => [code, name.id, name.en].some((each) => same(each, said)))?.code;

/** What roles are called in sheets, whatever the regulation calls them. */
const ROLE_WORDS: Readonly<Record<string, Role>> = {
  ...{ petugas: "officer", pelaksana: "officer", pengelola: "officer", pejabat: "official", kepala: "head" },
  ...{ diskominfo: "communications", pengawas: "auditor" },
};

const roleMeant = (profile: Profile, said: string): Role | undefined => {
  const word = said.toLowerCase();
  const common = Object.hasOwn(ROLE_WORDS, word) ? ROLE_WORDS[word] : undefined;
  return roleNamed(profile, "id", said) ?? roleNamed(profile, "en", said) ?? common;
};

const personOf = (looking: Looking, { value, row }: Sound<PersonRow>): PlannedPerson | Problem => {
  const { profile, findAgency } = looking;
  const { letter, function: filled, role: called, agency: home, ...said } = value;
  const at = (key: string, code: Problem["code"], values = {}) => problemAt(row.placeOf([key]), code, values, key);
  const agency = findAgency(home);
  if (agency === undefined) return at("agency", "unknownAgency", { value: home });
  const role = roleMeant(profile, called);
  if (role === undefined) return at("role", "badChoice", { value: called, choices: ROLES.join(", ") });
  if (role === "communications" && looking.office !== undefined && agency !== looking.office)
    return at("role", "officeElsewhere", { value: called, office: looking.office });
  const staffFunction = filled === undefined ? undefined : functionNamed(profile, filled);
  const functions = profile.staffing.map(({ code }) => code).join(", ");
  if (filled !== undefined && (staffFunction === undefined || role !== "officer"))
    return at("function", "badFunction", { value: filled, choices: functions });
  const rest = present({ ...said, staffFunction });
  return { ...rest, agency, role, letter: letterOf(looking, role, letter) };
};

const twice = (people: readonly { readonly person: PlannedPerson; readonly row: Row }[]): readonly Problem[] => {
  const seen = new Map<string, Row>();
  return people.flatMap(({ person, row }) => {
    const key = [person.name, person.agency, person.role].join("\n").toLowerCase();
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    const place = first?.placeOf(["name"]);
    return place
      ? [
          problemAt(row.placeOf(["name"]), "personTwice", {
            value: person.name,
            line: place.line ?? "",
            file: place.file,
          }),
        ]
      : [];
  });
};

/** Everybody else who will join, each at an agency there is. */
export const peopleOf = (looking: Looking, sound: readonly Sound<PersonRow>[]): Part<PlannedPerson> => {
  const looked = sound.map((each) => ({ row: each.row, person: personOf(looking, each) }));
  const good = looked.flatMap(({ row, person }) => ("code" in person ? [] : [{ row, person }]));
  return {
    values: good.map(({ person }) => person),
    problems: [
      ...looked.flatMap(({ person }) => ("code" in person ? [person] : [])),
      ...sound.flatMap(({ row, value }) => periodProblems(row, value.letter)),
      ...twice(good),
    ],
  };
};
