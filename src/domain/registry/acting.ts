import type { Appointment, Directory } from "./model.js";

/** An appointment by which somebody acts for an official. */
export type ActingAppointment = Appointment & Required<Pick<Appointment, "acting" | "validUntil">>;

/** From the first instant to the one before the last. */
export interface Period {
  readonly from: Date;
  readonly until: Date;
}

const isActing = (appointment: Appointment): appointment is ActingAppointment =>
  appointment.acting !== undefined &&
  appointment.validUntil !== undefined &&
  appointment.validFrom < appointment.validUntil;

/** Who acts for officials now or later, the earliest first; those that were ended before they began are none. */
export const actingFrom = ({ appointments }: Directory, now: Date): readonly ActingAppointment[] =>
  appointments
    .filter(isActing)
    .filter(({ validUntil }) => now < validUntil)
    .sort((a, b) => a.validFrom.getTime() - b.validFrom.getTime());

/** An acting appointment that falls into the period and is of this person, or in this official's place. */
export const actingDuring = (
  directory: Directory,
  { from, until }: Period,
  personId: string,
  insteadOf: string,
): ActingAppointment | undefined =>
  directory.appointments
    .filter(isActing)
    .filter((each) => each.validFrom < until && from < each.validUntil)
    .find((each) => each.personId === personId || each.acting.insteadOf === insteadOf);
