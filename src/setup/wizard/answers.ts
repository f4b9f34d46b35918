import type { FoundingPlan } from "../../app/founding/plan.js";
import type { Role } from "../../domain/registry/model.js";
import type { Locale } from "../../ports/chat/refs.js";
import type { Said } from "../plan-of.js";

export interface AnsweredPerson {
  readonly name: string;
  readonly position: string;
  /** Empty where it is not known yet. */
  readonly number: string;
}

/** What the operator answered, section by section. */
export interface Answers {
  readonly basics: {
    readonly trial: boolean;
    readonly regulation: string;
    readonly name: string;
    readonly code: string;
    readonly zone: string;
    readonly language: Locale;
  };
  readonly office: { readonly code: string; readonly name: string };
  readonly agencies: FoundingPlan["agencies"];
  readonly admin: AnsweredPerson & { readonly actsForOffice: boolean };
  readonly people: readonly (AnsweredPerson & { readonly agency: string; readonly role: Role })[];
  /** "all", "communications", or codes of agencies. */
  readonly chats: readonly string[];
}

export type Section = keyof Answers;

const letterOf = ({ number }: AnsweredPerson) => (number === "" ? {} : { letter: { number } });

const personOf = (person: AnsweredPerson) => ({
  ...{ name: person.name, position: person.position },
  ...letterOf(person),
});

/** The answers as a file says them, so that they are looked at in the same way. */
export const saidOf = ({ basics, office, agencies, admin, people, chats }: Answers): Said => {
  const { trial, regulation, name, code, zone, language } = basics;
  const officeListed = agencies.some((each) => each.code === office.code);
  const actsForOffice = admin.actsForOffice
    ? [{ ...personOf(admin), agency: office.code, role: "communications" }]
    : [];
  const value = {
    ...{ language, regulation, trial: String(trial) },
    government: { name, code, zone },
    communications: officeListed ? { code: office.code } : office,
    agencies,
    admin: personOf(admin),
    people: [...actsForOffice, ...people.map((each) => ({ ...personOf(each), agency: each.agency, role: each.role }))],
    chats,
  };
  return { source: { value, placeOf: (path) => ({ file: path.join(".") }) }, agencyLines: [], peopleLines: [] };
};

/** Every agency, the office first where it is not one of the list. */
export const allAgencies = ({ office, agencies }: Pick<Answers, "office" | "agencies">): FoundingPlan["agencies"] =>
  agencies.some(({ code }) => code === office.code) ? agencies : [{ ...office, kind: "internal" }, ...agencies];
