import { Temporal } from "temporal-polyfill";

/** Seven days from a Monday on: ISO dates, `to` the first day after them. */
export interface Week {
  readonly from: string;
  readonly to: string;
}

const plainDate = (day: string): Temporal.PlainDate | undefined => {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(day)) return undefined;
  try {
    return Temporal.PlainDate.from(day, { overflow: "reject" });
  } catch {
    return undefined;
  }
};

/** Whether `day` is the ISO date of a day that exists, in the years 1000 to 2999. */
export const isDay = (day: string): boolean => plainDate(day) !== undefined;

/** The day so many days after another. Throws RangeError for what is no day. */
export const daysAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** The week a day lies in, Monday first as in Indonesia. Throws RangeError for what is no day. */
export const weekOf = (day: string): Week => {
  const date = Temporal.PlainDate.from(day);
  const from = date.subtract({ days: date.dayOfWeek - 1 });
  return { from: from.toString(), to: from.add({ days: 7 }).toString() };
};
