import { setTimeout as after } from "node:timers/promises";

/** For how long an answer is kept, and how long anybody waits for one, in milliseconds. */
export interface SharedAnswerLimits {
  readonly keptMs: number;
  readonly patienceMs: number;
  /** The process's own steady clock, for tests. */
  readonly nowMs?: () => number;
}

/**
 * Asks at most once in `keptMs`, and never anew while a question is still out, however many ask: so that asking cannot
 * load what is asked. Resolves with undefined where the work failed or takes longer than `patienceMs`; never rejects.
 */
export const sharedAnswer = <T>(
  work: () => Promise<T>,
  { keptMs, patienceMs, nowMs = () => performance.now() }: SharedAnswerLimits,
): (() => Promise<T | undefined>) => {
  let answer: Promise<T | undefined> | undefined;
  let keptUntil = Number.POSITIVE_INFINITY;
  const ask = (): Promise<T | undefined> => {
    keptUntil = Number.POSITIVE_INFINITY;
    return work()
      .catch(() => undefined)
      .finally(() => {
        keptUntil = nowMs() + keptMs;
      });
  };
  return async () => {
    if (answer === undefined || nowMs() >= keptUntil) answer = ask();
    const enough = new AbortController();
    const late = after(patienceMs, undefined, { signal: enough.signal, ref: false }).catch(() => undefined);
    try {
      return await Promise.race([answer, late]);
    } finally {
      enough.abort();
    }
  };
};
