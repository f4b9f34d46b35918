import { accessActions } from "../app/access.js";
import { excerptOf } from "../app/excerpt.js";
import { type AccessFault, accessFaults } from "../app/settings/access-faults.js";
import { settingSchemas } from "../ports/government-settings.js";
import type { Profile } from "../regulations/schema.js";
import { type Problem, problemAt } from "./problem.js";
import { within } from "./rows.js";
import type { YamlSource } from "./yaml-source.js";

const problemOf = (fault: AccessFault, source: YamlSource): Problem => {
  const path = ["settings", "access", fault.action];
  const key = path.join(".");
  if (fault.kind === "unknownRight")
    return problemAt(
      source.placeOf(path),
      "unknownRight",
      { value: excerptOf(fault.action), known: accessActions.join(", ") },
      "settings.access",
    );
  const { action, role, set, allowed, citations } = fault;
  const values = { right: action, role, value: set, allowed: allowed.join(", "), citation: citations.join("; ") };
  return problemAt(source.placeOf([...path, role]), "badAccess", values, `${key}.${role}`);
};

/** Cells of the access table that the regulation or our own rules do not leave: what `/access` refuses. */
export const accessProblems = (profile: Profile, source: YamlSource): readonly Problem[] => {
  const said = settingSchemas.access.safeParse(within(within(source.value, "settings"), "access"));
  return said.success ? accessFaults(profile, said.data).map((fault) => problemOf(fault, source)) : [];
};
