import { Temporal } from "temporal-polyfill";

/** The calendar year (Gregorian) in which `at` falls in the IANA `zone`. Throws RangeError for an unknown zone. */
export const yearIn = (zone: string, at: Date): number =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).year;

/** Whether `name` is an IANA zone this runtime knows. A bare offset such as "+07:00" is not one. */
export const isZone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
};
