import { bareHandle } from "../app/content/accounts.js";
import type { PlannedAccount, PlannedSop } from "../app/founding/plan.js";
import { mediumNamed } from "../app/registry/media.js";
import { addedGates } from "../app/settings/sop-rules.js";
import type { Part } from "./agencies.js";
import { type Looking, present } from "./people.js";
import { type Problem, problemAt } from "./problem.js";
import type { Row, Sound } from "./rows.js";
import type { AccountRow, SopRow } from "./schema.js";
import { type SopBounds, sopProblems } from "./sop-problems.js";

type Looked<T> = Sound<T> | Problem;

const isProblem = <T>(looked: Looked<T>): looked is Problem => "code" in looked;
const isSound = <T>(looked: Looked<T>): looked is Sound<T> => !isProblem(looked);

/** Two rows with the same key are one too many. */
const partOf = <T>(
  looked: readonly Looked<T>[],
  keyOf: (value: T) => string,
  at: string,
  code: Problem["code"],
): Part<T> => {
  const seen = new Map<string, Row>();
  const good = looked.filter(isSound);
  const doubled = good.flatMap(({ row, value }) => {
    const first = seen.get(keyOf(value));
    if (first === undefined) seen.set(keyOf(value), row);
    const place = first?.placeOf([at]);
    return place ? [problemAt(row.placeOf([at]), code, { line: place.line ?? "", file: place.file }, at)] : [];
  });
  return { values: good.map(({ value }) => value), problems: [...looked.filter(isProblem), ...doubled] };
};

const sopOf = ({ profile, findAgency }: Looking, { value, row }: Sound<SopRow>): Looked<PlannedSop> => {
  const { agency: said, date, deadlineHours, gates, ...rest } = value;
  const { scope, maxHours } = profile.deadline.sop;
  const at = (key: string, code: Problem["code"], values = {}) => problemAt(row.placeOf([key]), code, values, key);
  if (scope === "government" && said !== undefined) return at("agency", "sopOfGovernment");
  if (scope === "agency" && said === undefined) return at("agency", "sopOfAgency");
  const agency = said === undefined ? undefined : findAgency(said);
  if (said !== undefined && agency === undefined) return at("agency", "unknownAgency", { value: said });
  if (maxHours !== undefined && deadlineHours !== undefined && deadlineHours > maxHours)
    return at("deadlineHours", "sopTooLong", { max: maxHours, citation: profile.deadline.citation });
  return {
    row,
    value: {
      ...rest,
      ...(agency === undefined ? {} : { agency }),
      ...(date === undefined ? {} : { date }),
      ...(deadlineHours === undefined ? {} : { deadlineHours }),
      gates: addedGates(profile, present(gates ?? {})),
    },
  };
};

/** The procedures that were entered: at the place the regulation gives them, and no looser than it allows. */
export const sopsOf = (looking: Looking, sound: readonly Sound<SopRow>[], bounds: SopBounds): Part<PlannedSop> => {
  const { values, problems } = partOf(
    sound.map((each) => sopOf(looking, each)),
    ({ agency }) => agency ?? "",
    "number",
    "sopTwice",
  );
  return { values, problems: [...problems, ...sound.flatMap((each) => sopProblems(looking, bounds, each))] };
};

const accountOf = (
  { profile, locale, findAgency }: Looking,
  { value, row }: Sound<AccountRow>,
): Looked<PlannedAccount> => {
  const at = (key: string, code: Problem["code"], values = {}) => problemAt(row.placeOf([key]), code, values, key);
  const agency = findAgency(value.agency);
  if (agency === undefined) return at("agency", "unknownAgency", { value: value.agency });
  const medium = mediumNamed(profile, value.medium);
  if (medium === undefined)
    return at("medium", "badChoice", {
      value: value.medium,
      choices: profile.media.map(({ code }) => code).join(", "),
    });
  const { designation: said, handle, url } = value;
  const asked = profile.accountDesignation;
  if (!said && asked)
    return at("designation", "needsDesignation", { instrument: asked.instrument[locale], citation: asked.citation });
  const instrument = said?.instrument ?? asked?.instrument[locale];
  if (said && instrument === undefined) return at("designation", "needsInstrument");
  const designation = said && instrument !== undefined ? { designation: { instrument, number: said.number } } : {};
  return { row, value: { agency, medium, handle, url, ...designation } };
};

/** The official accounts, by what the regulation has them made official. */
export const accountsOf = (looking: Looking, sound: readonly Sound<AccountRow>[]): Part<PlannedAccount> =>
  partOf(
    sound.map((each) => accountOf(looking, each)),
    ({ medium, handle }) => `${medium}:${bareHandle(handle)}`,
    "handle",
    "accountTwice",
  );
