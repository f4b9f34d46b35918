const BASE_MS = 1_000;
const CAP_MS = 300_000;

/**
 * How long to wait after attempt number `attempt`: full jitter, that is anything from nothing to a second, doubled with
 * each attempt, at most five minutes. `random` answers from 0 to 1.
 */
export const backoffMs = (attempt: number, random: () => number): number =>
  random() * Math.min(CAP_MS, BASE_MS * 2 ** Math.min(attempt - 1, 20));
