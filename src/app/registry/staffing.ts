import { type Refusal, refuse } from "../../domain/refusal.js";
import type { Agency, Role } from "../../domain/registry/model.js";
import { catalogueOf } from "../../i18n/catalogue.js";
import type { Profile } from "../../regulations/schema.js";
import { holds } from "../access.js";
import type { Context } from "../context.js";
import { excerptOf } from "../excerpt.js";
import { meantBy } from "../meant.js";

/** The code of the function somebody means, of those the regulation wants filled; only officers have one. */
export const functionMeant = ({ profile, directory }: Context, role: Role, typed: string): string | Refusal => {
  const { staffing } = profile;
  if (staffing.length === 0) return refuse("noFunctions");
  if (role !== "officer") return refuse("noFunctions", { role: "officer" });
  const { choices } = catalogueOf(directory.government.locale);
  // The regulation spells it "disain".
  const said = typed.trim().toLowerCase().replace("disain", "desain");
  const found = meantBy(staffing, ({ code, name }) => [code, name.id, name.en, choices[code] ?? code], said);
  if (found) return found.code;
  const values = { input: "function", value: excerptOf(typed), choices: staffing.map(({ code }) => code).join(", ") };
  return refuse("badChoice", values);
};

/** The functions the regulation wants filled that nobody in the agency has now; agencies outside have none to fill. */
export const lackingFunctions = (
  { profile, directory, now }: Pick<Context, "profile" | "directory" | "now">,
  agency: Agency,
): Profile["staffing"] => {
  if (agency.kind === "external") return [];
  const held = directory.appointments.filter((each) => each.agencyId === agency.id && holds(each, now));
  return profile.staffing.filter(({ code }) => !held.some(({ staffFunction }) => staffFunction === code));
};
