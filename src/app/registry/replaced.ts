import { isRefusal, type Refusal, refuse } from "../../domain/refusal.js";
import type { ActingAppointment } from "../../domain/registry/acting.js";
import type { Agency, Appointment, Directory, Person } from "../../domain/registry/model.js";
import { appointmentsOf, covers, grantOf, holds } from "../access.js";
import type { Context } from "../context.js";
import type { Effects } from "../effects.js";
import type { Asking } from "./asking.js";
import { personMeant } from "./people.js";

/** Officials by their own appointment: who only acts for one cannot be acted for. */
export const ownOfficials = ({ directory, now }: Context, agencyId: string): readonly Appointment[] =>
  directory.appointments.filter(
    (each) => each.role === "official" && each.agencyId === agencyId && !each.acting && holds(each, now),
  );

/** The last officials whose appointment ended, one for each post nobody has now, the newest first; who has another is none. */
const vacated = (context: Context, agencyId: string): readonly Appointment[] => {
  const officials = ownOfficials(context, agencyId);
  const isTaken = ({ position, personId }: Appointment) =>
    officials.some((each) => each.position === position || each.personId === personId);
  return context.directory.appointments
    .filter((each) => each.role === "official" && each.agencyId === agencyId && !each.acting)
    .filter((each) => each.validUntil && each.validUntil <= context.now && !isTaken(each))
    .sort((a, b) => (b.validUntil?.getTime() ?? 0) - (a.validUntil?.getTime() ?? 0))
    .filter(({ position }, index, all) => all.findIndex((each) => each.position === position) === index);
};

/** Whether the person names who acts for any official of the agency: its head and admins, unless the access table says otherwise. */
export const namesForOthers = ({ directory, person, now }: Context, agency: Agency): boolean => {
  const grant = grantOf(directory, "acting.name");
  return appointmentsOf(directory, person.id, now).some(
    (each) => each.role !== "official" && covers(grant, each, agency.id),
  );
};

/** Who does that, as refusals name them; officials name only for themselves. */
const namers = (directory: Directory): string =>
  Object.keys(grantOf(directory, "acting.name"))
    .filter((role) => role !== "official")
    .join(",");

/**
 * Why the person may not end it: who is acted for and who names for others may, and no other official, nor who acts. A
 * shared phone says nothing about it, whoever holds it.
 */
export const barredFromEnding = (
  context: Context,
  agency: Agency,
  { acting }: ActingAppointment,
): Refusal | undefined => {
  const { person } = context;
  if (person.shared) return refuse("sharedPhone", { acting: "yes" });
  if (acting.insteadOf === person.id || namesForOthers(context, agency)) return undefined;
  return refuse("onlyRole", { name: acting.insteadOf, roles: namers(context.directory), agency: agency.name });
};

const among = (officials: readonly Appointment[], { id }: Person): Appointment | undefined =>
  officials.find(({ personId }) => personId === id);

/** Who may be acted for. A Plt. may also take a post that is vacant. */
export const candidates = (context: Context, agency: Agency, kind: string | undefined) => {
  const empty = vacated(context, agency.id);
  const officials = [...ownOfficials(context, agency.id), ...(kind === "plt" ? empty : [])];
  const vacant = officials.length === 0 && empty.length > 0 ? { vacant: "yes" } : {};
  return { officials, none: refuse("noOfficial", { agency: agency.id, ...vacant }) };
};

/**
 * The appointment of the official who is acted for: whom a head or admin names, else the person themself, else the only
 * one there is. A Plt. may also be named for the last official of a post that is vacant. Or what is asked or refused instead.
 */
export const replacedOfficial = (
  context: Context,
  agency: Agency,
  { official: typed, kind }: { readonly official?: string | undefined; readonly kind?: string | undefined },
  asking: Asking,
): Appointment | Effects => {
  const { directory, person } = context;
  const { officials, none } = candidates(context, agency, kind);
  const own = among(ownOfficials(context, agency.id), person);
  const isForOther = typed !== undefined && own !== undefined && personMeant(context, [person], typed) !== person;
  if (own && !isForOther) return own;
  if (!namesForOthers(context, agency)) {
    const roles = own ? namers(directory) : `official,${namers(directory)}`;
    return asking.refuse(refuse("onlyRole", { roles, agency: agency.name }));
  }
  const [first, ...others] = officials;
  if (!first) return asking.refuse(none);
  if (typed === undefined) return others.length === 0 ? first : asking.missing("official");
  const people = directory.people.filter((each) => among(officials, each));
  const named = personMeant(context, people, typed);
  return isRefusal(named) ? asking.wrong("official", named) : (among(officials, named) ?? first);
};
