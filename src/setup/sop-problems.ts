import { gateRefusal } from "../app/settings/sop-rules.js";
import type { AnswerOrigin } from "../domain/registry/model.js";
import type { Looking } from "./people.js";
import { type Problem, problemAt } from "./problem.js";
import type { Sound } from "./rows.js";
import type { SopRow } from "./schema.js";

/** What an SOP is looked at with besides. */
export interface SopBounds {
  /** Codes of the agencies outside the government, which have no SOP here. */
  readonly external: ReadonlySet<string>;
  /** ISO day in the government's zone; absent where its zone is not known. */
  readonly today: string | undefined;
}

const ORIGINS: readonly AnswerOrigin[] = ["available", "inHouse", "forwarded"];

/** What `/sop` refuses too: a looser gate than the regulation's, a date to come, an agency outside the government. */
export const sopProblems = (
  { profile, findAgency }: Looking,
  { external, today }: SopBounds,
  { value, row }: Sound<SopRow>,
): readonly Problem[] => {
  const { agency: said, date, gates } = value;
  const agency = said === undefined ? undefined : findAgency(said);
  const loose = ORIGINS.flatMap((origin): readonly Problem[] => {
    const kind = gates?.[origin];
    const refusal = kind && gateRefusal(profile, origin, kind);
    if (!refusal) return [];
    const { gate = "", citation = "" } = refusal.values;
    return [problemAt(row.placeOf(["gates", origin]), "sopGate", { gate, citation }, `gates.${origin}`)];
  });
  return [
    ...loose,
    ...(date !== undefined && today !== undefined && date > today
      ? [problemAt(row.placeOf(["date"]), "sopLater", { value: date }, "date")]
      : []),
    ...(agency !== undefined && external.has(agency)
      ? [problemAt(row.placeOf(["agency"]), "sopExternal", { value: said ?? "" }, "agency")]
      : []),
  ];
};
