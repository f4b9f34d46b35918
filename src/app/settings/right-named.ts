import type { GrantedScope, Role } from "../../domain/registry/model.js";
import { catalogueOf, locales } from "../../i18n/catalogue.js";
import type { Profile } from "../../regulations/schema.js";
import { type AccessAction, accessActions } from "../access.js";
import { roles } from "../access-bounds.js";
import { choiceCode } from "../inputs.js";

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, " ");

/** The one of these that goes by the name, else the only one a name of which contains it. */
const meant = <T extends string>(
  all: readonly T[],
  namesOf: (each: T) => readonly string[],
  typed: string,
  alsoOf: (each: T) => readonly string[] = () => [],
) => {
  const said = plain(typed);
  const whole = all.find((each) => [each, ...namesOf(each), ...alsoOf(each)].some((name) => plain(name) === said));
  const parts = said === "" ? [] : all.filter((each) => namesOf(each).some((name) => plain(name).includes(said)));
  return whole ?? (parts.length === 1 ? parts[0] : undefined);
};

/** The right somebody means, by its words in any language, a part of them that only it has, or another word for it. */
export const rightNamed = (typed: string): AccessAction | undefined =>
  meant(
    accessActions,
    (action) => locales.map((locale) => catalogueOf(locale).settings.access.rights[action] ?? action),
    typed,
    (action) => locales.flatMap((locale) => catalogueOf(locale).settings.access.alsoRights[action]?.split("; ") ?? []),
  );

/** "kepala perangkat daerah/ketua LNS" goes by either, "communications office (Diskominfo)" by what is in brackets too. */
const partsOf = (name: string): readonly string[] => [
  name,
  ...name.split(/[/()]/).filter((part) => part.trim() !== ""),
];

/** The role somebody means, as the profile or the language calls it. */
export const roleNamed = ({ roles: named }: Profile, typed: string): Role | undefined =>
  meant(
    roles,
    (role) => {
      if (role === "admin" || role === "auditor") return locales.map((locale) => catalogueOf(locale).roles[role]);
      return locales.flatMap((locale) => partsOf(named[role].name[locale]));
    },
    typed,
  );

/** How far, by its word. "no" stands for "none", which is another word elsewhere. */
export const scopeNamed = (typed: string): GrantedScope | undefined => {
  const code = choiceCode(["no", "own", "any"], typed.trim());
  return code === "no" ? "none" : code === "own" || code === "any" ? code : undefined;
};
