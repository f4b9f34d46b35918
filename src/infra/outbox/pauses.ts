/** Which lanes the platform asked to leave alone for a while, by the process's own clock. */
export interface Pauses {
  /** Without a lane: all of them. A longer pause stands. */
  pause(lane: string | undefined, forMs: number): void;
  isPaused(lane: string): boolean;
}

/** Nothing is paused. */
export function createPauses(): Pauses {
  const lanes = new Map<string, number>();
  let allUntil = 0;
  return {
    pause(lane, forMs) {
      const until = performance.now() + forMs;
      if (lane === undefined) allUntil = Math.max(allUntil, until);
      else lanes.set(lane, Math.max(lanes.get(lane) ?? 0, until));
    },
    isPaused(lane) {
      const now = performance.now();
      const until = lanes.get(lane);
      if (until !== undefined && until <= now) lanes.delete(lane);
      return now < allUntil || (until !== undefined && now < until);
    },
  };
}
