import { Temporal } from "temporal-polyfill";

/** The calendar day in which `at` falls in the IANA `zone`, as ISO date. Throws RangeError for an unknown zone. */
export const dayIn = (zone: string, at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The first instant of an ISO day in the zone. */
export const startOfDay = (zone: string, day: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);

/** The first instant after an ISO day in the zone. */
export const endOfDay = (zone: string, day: string): Date =>
  startOfDay(zone, Temporal.PlainDate.from(day).add({ days: 1 }).toString());
