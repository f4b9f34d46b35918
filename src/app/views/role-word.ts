import { ROLES, roleName } from "../role-name.js";
import type { Scenery } from "./view.js";

/** A role as the profile calls it. */
export const roleWord = ({ profile, locale }: Scenery, code: string): string => {
  const role = ROLES.find((each) => each === code);
  return role === undefined ? code : roleName(profile, locale, role);
};
