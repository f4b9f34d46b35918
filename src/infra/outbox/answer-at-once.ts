import type Bottleneck from "bottleneck";

/**
 * Bottleneck's counters in memory make every question to them wait for a timer, as if they were on another machine: about
 * ten milliseconds a message. Without that wait they answer within the same turn of the event loop. The package is
 * pinned and no longer developed; where this part of it is missing, it is only slower.
 */
export function answerAtOnce(limiter: Bottleneck): Bottleneck {
  const { _store: store } = limiter as unknown as { readonly _store?: { yieldLoop?: unknown } };
  if (typeof store?.yieldLoop === "function") store.yieldLoop = () => Promise.resolve();
  return limiter;
}
