import type Bottleneck from "bottleneck";

/**
 * A limiter without two habits of Bottleneck that do harm here. The package is pinned and no longer developed; where these
 * parts of it are missing, it is as it was.
 *
 * - Its counters in memory make every question to them wait for a timer, as if they were on another machine: about ten
 *   milliseconds a message. Without that wait they answer within the same turn of the event loop.
 * - It never begins a job before the wall-clock time at which it began the last one, so after the clock was set back by an
 *   hour nothing would be sent for an hour. That time serves a least distance between jobs, which nobody asks for here: it
 *   is held in the past.
 */
export function tamed(limiter: Bottleneck): Bottleneck {
  const { _store: store } = limiter as unknown as { readonly _store?: { yieldLoop?: unknown } };
  if (typeof store?.yieldLoop === "function") store.yieldLoop = () => Promise.resolve();
  if (store !== undefined) Object.defineProperty(store, "_nextRequest", { get: () => 0, set: () => {} });
  return limiter;
}
