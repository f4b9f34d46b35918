import type { Appointment, Directory, Person } from "../../domain/registry/model.js";
import { appointmentsOf, graceEnd, rightOf } from "../access.js";
import type { Context } from "../context.js";

/** How an appointment stands at a moment. */
export type Term = "coming" | "current" | "grace" | "over";

export const termOf = (appointment: Appointment, now: Date): Term => {
  const { validFrom, validUntil } = appointment;
  if (validUntil !== undefined && validUntil <= validFrom) return "over";
  if (now < validFrom) return "coming";
  if (validUntil === undefined || now < validUntil) return "current";
  return graceEnd(appointment, now) ? "grace" : "over";
};

/** What lists show: also what ran out, until it is renewed or ended; who only acts for somebody is gone with the last day. */
export const isListed = (appointment: Appointment, now: Date): boolean =>
  termOf(appointment, now) !== "over" || !(appointment.acting || appointment.ended);

/** The appointments an agency's list shows. */
export const listedIn = ({ appointments }: Directory, agencyId: string, now: Date): readonly Appointment[] =>
  appointments.filter((each) => each.agencyId === agencyId && isListed(each, now));

/** The appointments of a person that lists show. */
export const listedOf = ({ appointments }: Directory, personId: string, now: Date): readonly Appointment[] =>
  appointments.filter((each) => each.personId === personId && isListed(each, now));

/** Whom the person may look up: themself, and who is listed in an agency whose registry they may read. */
export const readablePeople = ({ directory, person, now }: Context): readonly Person[] => {
  const { any, agencyIds } = rightOf(directory, person.id, "registry.read", now);
  if (any) return directory.people;
  return directory.people.filter(
    ({ id }) => id === person.id || listedOf(directory, id, now).some(({ agencyId }) => agencyIds.includes(agencyId)),
  );
};

/** The agency a person belongs to first: what is kept of them alone is in its history. */
export const homeAgencyOf = (directory: Directory, personId: string, now: Date): string | undefined =>
  (appointmentsOf(directory, personId, now)[0] ?? directory.appointments.find((each) => each.personId === personId))
    ?.agencyId;
