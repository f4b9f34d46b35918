import type { Role } from "../domain/registry/model.js";
import { catalogueOf } from "../i18n/catalogue.js";
import type { Locale } from "../ports/chat/refs.js";
import type { Profile } from "../regulations/schema.js";
import { meantBy } from "./meant.js";

/** Every role, in the order people are listed in. */
export const ROLES: readonly Role[] = ["head", "official", "officer", "communications", "admin", "auditor"];

/** A role as the regulation calls it; admins and auditors are no regulation's. */
export const roleName = ({ roles }: Profile, locale: Locale, role: Role): string =>
  role === "admin" || role === "auditor" ? catalogueOf(locale).roles[role] : roles[role].name[locale];

/**
 * The role somebody means: by its code, as forms call it, as the regulation does, by another word people use, or by a
 * beginning only it has.
 */
export const roleNamed = (profile: Profile, locale: Locale, typed: string): Role | undefined => {
  const { choices, alsoRoles } = catalogueOf(locale);
  const namesOf = (role: Role) => [
    ...[role, choices[role] ?? role, roleName(profile, locale, role)],
    ...(alsoRoles[role]?.split("; ") ?? []),
  ];
  return meantBy(ROLES, namesOf, typed);
};
