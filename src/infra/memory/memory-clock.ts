/** The time rows in memory go by. */
export interface MemoryClock {
  /** Machine time: leases, retries, pacing. */
  machineNow(): Date;
  /** Case time of a government. */
  caseNow(governmentId: string): Date;
}

/** As the columns of the database: whole milliseconds, rounded. */
export const later = (from: Date, ms: number): Date => new Date(Math.round(from.getTime() + ms));
