/**
 * Where the fault tests end the process, in the order of one event's life: before the inbox commit, after it, before the
 * use case, inside it, committed but not told, claimed but not written, written without a response, response not
 * settled, while settling, inside the sweep.
 */
export type CrashPointName = "K0" | "K1" | "K2" | "K3" | "K4" | "K5" | "K6" | "K7" | "K8" | "K9";

/** Called where a crash would hurt; does nothing unless this is the point, and the hit, that was asked for. */
export type CrashPoint = (name: CrashPointName) => void;

/** What everything uses that was given no crash point. */
export const neverCrash: CrashPoint = () => {};

/** Time for bytes to leave the process where the point is "on its way"; the stand-in platform answers later than that. */
const IN_FLIGHT_MS = 5;
const IN_FLIGHT: readonly CrashPointName[] = ["K6", "K8"];

/**
 * Ends the process with SIGKILL at the nth hit of the point; undefined: `neverCrash`. Throws when there is no such point.
 * Only for fault tests: the configuration hands it in.
 */
export function createCrashPoint(
  at: { readonly point: string; readonly nth: number } | undefined,
  kill: () => void = () => process.kill(process.pid, "SIGKILL"),
): CrashPoint {
  if (at === undefined) return neverCrash;
  if (!/^K\d$/.test(at.point)) throw new Error(`"${at.point}" is no crash point: they are K0 to K9.`);
  let left = at.nth;
  return (name) => {
    if (name !== at.point) return;
    left -= 1;
    if (left !== 0) return;
    if (IN_FLIGHT.includes(name)) setTimeout(kill, IN_FLIGHT_MS);
    else kill();
  };
}
