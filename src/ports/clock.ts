/** Machine time, for leases in memory and log lines. Case time comes from the database and is never read from here. */
export interface Clock {
  now(): Date;
}
