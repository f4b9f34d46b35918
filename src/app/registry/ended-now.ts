import type { Appointment } from "../../domain/registry/model.js";

/** As it is once somebody ended it: what ran out keeps its last day, what has not begun never does. */
export const endedNow = (appointment: Appointment, now: Date): Appointment => {
  const { validFrom, validUntil } = appointment;
  const begun = validFrom > now ? validFrom : now;
  return { ...appointment, validUntil: validUntil && validUntil < begun ? validUntil : begun, ended: true };
};
