import type { Directory } from "../../domain/registry/model.js";
import { type Finding, warning } from "../../ports/finding.js";
import { profileOf } from "../../regulations/profiles.js";
import { lackingFunctions } from "../registry/staffing.js";
import { namedAgencies } from "./named.js";

/**
 * Agencies where nobody has a function the regulation wants filled (jabar-2019 Pasal 6 ayat (4)), as `/member` shows them.
 * Trials and examples are not asked.
 */
export const staffingFindings = (directory: Directory, now: Date): readonly Finding[] => {
  const { government, agencies } = directory;
  const profile = profileOf(government.profile);
  if (government.example) return [];
  const lacking = agencies.filter((agency) => lackingFunctions({ profile, directory, now }, agency).length > 0);
  if (lacking.length === 0) return [];
  const citations = [...new Set(profile.staffing.map(({ citation }) => citation))].join("; ");
  const count = lacking.length === 1 ? "1 agency has" : `${lacking.length} agencies have`;
  return [
    warning(
      `${government.code}: ${count} nobody for a function the regulation names (${citations}): ${namedAgencies(lacking)}`,
      "See which with /member agency=CODE, and give it to an officer: /member NAME function=FUNCTION.",
    ),
  ];
};
