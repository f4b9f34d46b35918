const MS_PER_HOUR = 3_600_000;

/**
 * The instant a clock of `hours` that began at `startedAt` runs out. Clock hours, exact to the millisecond: weekends,
 * holidays, quiet hours and changes of daylight saving time do not move it (KB Lamp. B angka 4, JB Lamp. C angka 4
 * name no pause). Throws RangeError for hours that are not a positive finite number and for an invalid date.
 */
export const deadlineOf = (startedAt: Date, hours: number): Date => {
  if (!Number.isFinite(hours) || hours <= 0) throw new RangeError(`deadline hours must be positive, got ${hours}`);
  const deadline = new Date(startedAt.getTime() + Math.round(hours * MS_PER_HOUR));
  if (Number.isNaN(deadline.getTime())) throw new RangeError("deadline lies outside the range of dates");
  return deadline;
};
