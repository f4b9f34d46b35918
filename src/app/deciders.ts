import { type Refusal, refuse } from "../domain/refusal.js";
import type { Appointment, Directory, Role } from "../domain/registry/model.js";
import { holds } from "./access.js";
import { type Context, communicationsAgencyId } from "./context.js";
import { endedRight } from "./resolve.js";

/** Who may decide a text, and why it is not simply the agency's officials. */
export interface Deciders {
  /** One of each person, in the registry's order. */
  readonly appointments: readonly Appointment[];
  /** Officials among them whom somebody acts for, by id: they may decide, but are not waited for. */
  readonly replaced: readonly string[];
  /** No other official of the agency could decide: its head does, or the communications office. */
  readonly instead?: "head" | "communications";
}

const canDecide = (
  directory: Directory,
  now: Date,
  role: Role,
  agencyId: string | undefined,
  barred: readonly string[],
): readonly Appointment[] => {
  const shared = new Set(directory.people.filter((person) => person.shared).map(({ id }) => id));
  const held = directory.appointments.filter(
    (each) => each.role === role && each.agencyId === agencyId && holds(each, now),
  );
  return held.filter(
    ({ personId }, index) =>
      !barred.includes(personId) &&
      !shared.has(personId) &&
      held.findIndex((each) => each.personId === personId) === index,
  );
};

/** Whom somebody acts for in this agency now, whether who acts may decide the text or not. */
const replacedIn = ({ appointments }: Directory, agencyId: string, now: Date): readonly string[] =>
  appointments.flatMap((each) =>
    each.agencyId === agencyId && each.acting && holds(each, now) ? each.acting.insteadOf : [],
  );

/**
 * Who may decide a text of this agency at this case time: its officials, acting ones among them, but never one
 * who wrote on the text and never a phone shared by an office. Where that leaves nobody, or only officials whom somebody acts
 * for, the agency's head decides beside them, and where there is none either the communications office: no text says who then
 * does (internal policy; docs/content.md, "Who decides").
 */
export const decidersOf = (directory: Directory, agencyId: string, writers: readonly string[], now: Date): Deciders => {
  const officials = canDecide(directory, now, "official", agencyId, writers);
  const away = replacedIn(directory, agencyId, now);
  const replaced = officials.map(({ personId }) => personId).filter((id) => away.includes(id));
  if (officials.length > replaced.length) return { appointments: officials, replaced };
  const barred = [...writers, ...away];
  const heads = canDecide(directory, now, "head", agencyId, barred);
  if (heads.length > 0) return { appointments: [...officials, ...heads], replaced, instead: "head" };
  const office = canDecide(directory, now, "communications", communicationsAgencyId(directory), barred);
  if (office.length === 0 && officials.length > 0) return { appointments: officials, replaced };
  return { appointments: [...officials, ...office], replaced, instead: "communications" };
};

/** How many of them have to approve: the government's setting, as far as there are so many that are waited for. */
export const approvalsNeeded = ({ government }: Directory, { appointments, replaced, instead }: Deciders): number => {
  const wanted = government.settings.approvalsNeeded;
  if (instead) return 1;
  const most = appointments.length - replaced.length;
  return Math.max(1, wanted === "all" ? most : Math.min(wanted, most));
};

/** Whoever may decide, by role and, so that they can be asked, by id. */
const whoDecides = (
  { directory }: Context,
  agencyId: string,
  { appointments, replaced, instead }: Deciders,
): Refusal["values"] => {
  const roles = [...(replaced.length > 0 || !instead ? ["official"] : []), ...(instead ? [instead] : [])];
  const agency = directory.agencies.find((each) => each.id === agencyId);
  const people = appointments.map(({ personId }) => personId).join(",");
  return {
    roles: roles.join(","),
    agency: agency?.name ?? "",
    ...(people === "" ? {} : { people }),
  };
};

/** The appointment by which this person may decide a text of an agency, or why they may not. */
export const deciderFor = (context: Context, agencyId: string, writers: readonly string[]): Appointment | Refusal => {
  const { directory, person, now } = context;
  const deciders = decidersOf(directory, agencyId, writers, now);
  const found = deciders.appointments.find((each) => each.personId === person.id);
  if (found) return found;
  const official = (each: Appointment) => each.role === "official" && each.agencyId === agencyId;
  const held = directory.appointments.some((each) => official(each) && each.personId === person.id && holds(each, now));
  const who = whoDecides(context, agencyId, deciders);
  if (held && person.shared) return refuse("sharedPhone");
  if (held) return refuse("ownText", deciders.instead ? who : {});
  return endedRight(context, official) ?? refuse("onlyRole", who);
};
