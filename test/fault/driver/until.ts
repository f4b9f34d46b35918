import { setTimeout as pause } from "node:timers/promises";

const POLL_MS = 15;

/** Asks until the answer is neither undefined nor false; rejects with `what` after `withinMs`. An error counts as "not yet". */
export async function until<T>(
  what: string,
  withinMs: number,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const deadline = performance.now() + withinMs;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = error;
    }
    if (performance.now() > deadline) throw new Error(`waited ${withinMs} ms for ${what}`, { cause: last });
    await pause(POLL_MS);
  }
}
