import type { FoundingPlan } from "../app/founding/plan.js";
import type { GovernmentSettings } from "../domain/registry/model.js";
import { dayIn } from "../domain/time/local-day.js";
import { profileOf } from "../regulations/profiles.js";
import { accessProblems } from "./access.js";
import { agenciesOf, findAgencyIn, type Part, type SaidOffice } from "./agencies.js";
import { chatsOf } from "./chats.js";
import { firstAdminProblems } from "./first-admin.js";
import { problemsOfIssues } from "./issue-problems.js";
import { adminOf, type Looking, peopleOf, periodProblems } from "./people.js";
import { done, type Problem, problems, type Read } from "./problem.js";
import { accountsOf, sopsOf } from "./registers.js";
import { type Row, rowsOfList, rowsOfSheet, soundRows, within } from "./rows.js";
import { accountRow, agencyRow, fileSchema, personLine, personRow, type SetupFile, sopRow } from "./schema.js";
import type { SheetLine } from "./sheet.js";
import type { YamlSource } from "./yaml-source.js";

/** Everything the operator said: the file, and the lines of the sheets it names. */
export interface Said {
  readonly source: YamlSource;
  readonly agencyLines: readonly SheetLine[];
  readonly peopleLines: readonly SheetLine[];
}

const rawRow = (raw: unknown, key: string, source: YamlSource): Row => ({
  raw: within(raw, key),
  path: [key],
  placeOf: (path) => source.placeOf([key, ...path]),
});

const listOf = (raw: unknown, name: string, source: YamlSource): readonly Row[] => {
  const list = within(raw, name);
  return Array.isArray(list) ? rowsOfList(list, name, source) : [];
};

/** The rows of every list, each looked at on its own. */
const rowsOf = ({ source, agencyLines, peopleLines }: Said) => {
  const list = (name: string) => listOf(source.value, name, source);
  const allAgencies = [...list("agencies"), ...rowsOfSheet(agencyLines)];
  const people = soundRows(list("people"), personRow);
  const peopleOfSheet = soundRows(rowsOfSheet(peopleLines), personLine);
  const agencies = soundRows(allAgencies, agencyRow);
  const sops = soundRows(list("sops"), sopRow);
  const accounts = soundRows(list("accounts"), accountRow);
  return {
    allAgencies,
    agencies: agencies.sound,
    people: [...people.sound, ...peopleOfSheet.sound],
    sops: sops.sound,
    accounts: accounts.sound,
    found: [agencies, people, peopleOfSheet, sops, accounts].flatMap((each) => each.problems),
  };
};

/** What can be looked at although something else of the file is wrong. */
const looseOf = (source: YamlSource) => {
  const { communications, regulation, language, chats, government } = fileSchema.shape;
  const said = (key: string) => rawRow(source.value, key, source);
  const office = communications.safeParse(said("communications").raw).data;
  const key = regulation.safeParse(said("regulation").raw).data;
  return {
    office: office && ({ ...office, row: said("communications") } satisfies SaidOffice),
    profile: key === undefined ? undefined : profileOf(key),
    locale: language.safeParse(said("language").raw).data ?? ("id" as const),
    zone: government.shape.zone.safeParse(within(said("government").raw, "zone")).data,
    chats: chats.safeParse(said("chats").raw).data ?? [],
  };
};

const settingsOf = ({ settings }: SetupFile): Partial<GovernmentSettings> =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));

const none: Part<never> = { values: [], problems: [] };

type Parts = Pick<FoundingPlan, "agencies" | "people" | "sops" | "accounts" | "chats">;

const planWith = (file: SetupFile, looking: Looking, parts: Parts): FoundingPlan => {
  const { government, regulation, language, trial, communications } = file;
  const office = communications.code;
  return {
    government: { ...government, profile: regulation, locale: language, example: trial },
    communications: office,
    ...parts,
    people: [adminOf(looking, office, file.admin), ...parts.people],
    settings: settingsOf(file),
  };
};

const problemsOfAdmin = ({ admin, government }: SetupFile, source: YamlSource, now: Date): readonly Problem[] => {
  const row = rawRow(source.value, "admin", source);
  return [...periodProblems(row, admin.letter), ...firstAdminProblems(row, admin, government.zone, now)];
};

/** Each list with what belongs together across them. */
const partsOf = (said: Said, now: Date) => {
  const { source } = said;
  const rows = rowsOf(said);
  const { office, profile, locale, zone, chats } = looseOf(source);
  const agencies = agenciesOf(rows.agencies, rows.allAgencies, office);
  const findAgency = findAgencyIn(agencies.values, rows.allAgencies, office);
  const looking = profile && { profile, locale, findAgency, office: office?.code };
  const bounds = {
    external: new Set(agencies.values.flatMap(({ code, kind }) => (kind === "external" ? [code] : []))),
    today: zone === undefined ? undefined : dayIn(zone, now),
  };
  const chatPlace = (index: number) => source.placeOf(["chats", index]);
  const parts = {
    agencies,
    people: looking ? peopleOf(looking, rows.people) : none,
    sops: looking ? sopsOf(looking, rows.sops, bounds) : none,
    accounts: looking ? accountsOf(looking, rows.accounts) : none,
    chats: chatsOf(chats, agencies.values, office?.code, findAgency, chatPlace),
  };
  const access = profile ? accessProblems(profile, source) : [];
  const found = [
    ...rows.found,
    ...access,
    ...Object.values(parts).flatMap((part): readonly Problem[] => part.problems),
  ];
  return { parts, looking, found };
};

/**
 * The plan of everything that was said, or every place where something is wrong. A mistake hides no other: each list is
 * looked at row by row, and what belongs together also where another part is not sound. `now` is when it is set up.
 */
export const planOf = (said: Said, now: Date): Read<FoundingPlan> => {
  const { source } = said;
  const file = fileSchema.safeParse(source.value);
  const { parts, looking, found } = partsOf(said, now);
  const own = file.success
    ? problemsOfAdmin(file.data, source, now)
    : problemsOfIssues(file.error.issues, source.value, source.placeOf);
  if (own.length + found.length > 0 || !file.success || !looking) return problems([...own, ...found]);
  const { agencies, people, sops, accounts, chats } = parts;
  return done(
    planWith(file.data, looking, {
      agencies: agencies.values,
      people: people.values,
      sops: sops.values,
      accounts: accounts.values,
      chats: chats.values,
    }),
  );
};
