import { dayIn } from "../../domain/time/local-day.js";
import { wantedDay } from "../content/wanted-day.js";

const YEAR_MS = 365 * 86_400_000;

/** A day and a month without a year: "5/3", "5 Maret". */
const isWithoutYear = (typed: string): boolean => /^\d{1,2}(?:[/.-]\d{1,2}| \p{L}+)$/u.test(typed.trim());

/**
 * The day of a letter that was written already, as ISO date: as `wantedDay`, but a year that was not said is the last one
 * in which that day has come. Undefined for anything else; a day to come where its year was said.
 */
export const letterDay = (typed: string, now: Date, zone: string): string | undefined => {
  const day = wantedDay(typed, now, zone);
  if (day === undefined || day <= dayIn(zone, now) || !isWithoutYear(typed)) return day;
  return wantedDay(typed, new Date(now.getTime() - YEAR_MS), zone);
};
