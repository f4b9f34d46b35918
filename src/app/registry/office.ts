import { type Refusal, refuse } from "../../domain/refusal.js";
import type { Agency, Directory, Role } from "../../domain/registry/model.js";
import { termOf } from "./listed.js";

/**
 * Why nobody may be the communications office (Diskominfo) in this agency: there is one at a time, so that what escalates
 * has one place to go (internal policy), and never outside the government, where the regulation binds nobody. Undefined for every other role.
 */
export const barredOffice = (
  { appointments }: Pick<Directory, "appointments">,
  role: Role,
  agency: Agency,
  now: Date,
): Refusal | undefined => {
  if (role !== "communications") return undefined;
  if (agency.kind === "external") return refuse("officeExternal", { agency: agency.id });
  const other = appointments.find(
    (each) => each.role === role && each.agencyId !== agency.id && ["current", "coming"].includes(termOf(each, now)),
  );
  return other && refuse("officeElsewhere", { agency: other.agencyId });
};
