import { adminsLastMs } from "../app/registry/admins.js";
import { dayIn } from "../domain/time/local-day.js";
import { type Problem, problemAt } from "./problem.js";
import type { Row } from "./rows.js";
import type { SetupFile } from "./schema.js";

/**
 * Why the first admin could not act, so that nobody ever could: a shared phone, a letter that is not in force yet, or one that
 * ends before the codes of a setup do.
 */
export const firstAdminProblems = (
  row: Row,
  { shared, letter }: SetupFile["admin"],
  zone: string,
  now: Date,
): readonly Problem[] => {
  const begins = letter?.from === undefined ? "date" : "from";
  const day = letter?.[begins];
  const until = letter?.until;
  const today = dayIn(zone, now);
  const earliest = dayIn(zone, new Date(now.getTime() + adminsLastMs));
  const at = (path: readonly string[], code: Problem["code"], values = {}) =>
    problemAt(row.placeOf(path), code, values, ["admin", ...path].join("."));
  return [
    ...(shared === true ? [at(["shared"], "adminShared")] : []),
    ...(day !== undefined && day > today ? [at(["letter", begins], "adminLater", { value: day, today })] : []),
    ...(until !== undefined && until < earliest
      ? [at(["letter", "until"], "adminEnds", { value: until, earliest })]
      : []),
  ];
};
