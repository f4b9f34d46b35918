import type { ChatClientTexts } from "../i18n/chat-client.js";
import type { Agency, Person } from "./api.js";

/** People of one agency under its name. */
export interface PeopleOfAgency {
  readonly heading: string;
  readonly people: readonly Person[];
}

/** Those who do the daily work first. */
const ROLE_ORDER = ["officer", "official", "head", "communications", "admin", "auditor"];

const rankOf = (role: string): number => (ROLE_ORDER.includes(role) ? ROLE_ORDER.indexOf(role) : ROLE_ORDER.length);
const rolesOf = ({ roles }: Person): Person["roles"] => roles.toSorted((a, b) => rankOf(a.role) - rankOf(b.role));
const rankOfPerson = (person: Person): number => rankOf(rolesOf(person)[0]?.role ?? "");
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\d]/gu, "");

/** "Dina (Dishub), petugas": the agency only where the name does not say it, and at a role only where it is another. */
export const personLine = (person: Person, agencies: readonly Agency[], texts: ChatClientTexts): string => {
  const codeOf = (agency: string): string => agencies.find(({ id }) => id === agency)?.code ?? agency;
  const roles = rolesOf(person);
  const home = roles[0]?.agency;
  const held = roles.map(({ role, agency }) => {
    const label = texts.roles[role] ?? role;
    return agency === home ? label : `${label} ${codeOf(agency)}`;
  });
  const saysHome = home === undefined || bare(person.name).includes(bare(codeOf(home)));
  return [
    saysHome ? person.name : `${person.name} (${codeOf(home)})`,
    ...(held.length > 0 ? held : [person.registered === false ? texts.unregistered : texts.noRole]),
  ].join(", ");
};

/** The people by agency, agencies by name, those without an agency last; within one by role, then name. */
export const groupPeople = (
  people: readonly Person[],
  agencies: readonly Agency[],
  texts: ChatClientTexts,
): readonly PeopleOfAgency[] => {
  const sorted = people.toSorted((a, b) => rankOfPerson(a) - rankOfPerson(b) || a.name.localeCompare(b.name, "id"));
  const isOf = (person: Person, agency: Agency): boolean => rolesOf(person)[0]?.agency === agency.id;
  const groups = agencies
    .toSorted((a, b) => a.name.localeCompare(b.name, "id"))
    .map((agency) => ({ heading: agency.name, people: sorted.filter((person) => isOf(person, agency)) }));
  const others = sorted.filter((person) => !agencies.some((agency) => isOf(person, agency)));
  return [...groups, { heading: texts.noAgency, people: others }].filter((group) => group.people.length > 0);
};
