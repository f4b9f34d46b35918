import { resolve } from "node:path";
import type { FoundingPlan } from "../app/founding/plan.js";
import { agenciesOf } from "./agencies.js";
import { agencyColumns } from "./columns.js";
import { done, problems, type Read } from "./problem.js";
import { readSheetFile } from "./read-setup.js";
import { rowsOfSheet, soundRows } from "./rows.js";
import { agencyRow, maxAgencies } from "./schema.js";

/** The agencies of a sheet on its own, or everything that is wrong in it. */
export const readAgencySheet = async (path: string): Promise<Read<FoundingPlan["agencies"]>> => {
  const sheet = await readSheetFile(path, resolve(path), { file: path }, agencyColumns, maxAgencies);
  const rows = rowsOfSheet(sheet.lines);
  const { sound, problems: unsound } = soundRows(rows, agencyRow);
  const { values, problems: doubled } = agenciesOf(sound, rows, undefined);
  const found = [...sheet.problems, ...unsound, ...doubled];
  return found.length > 0 ? problems(found) : done(values);
};
