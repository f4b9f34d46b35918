import { CallError, type CallFailure } from "./api.js";
import type { TelegramSettings } from "./config.js";

/** Waits; ends early, without rejecting, when the signal fires. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

export const pause: Pause = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });

/** How a call failed; undefined for an error that is none of a call. */
export const failureOf = (error: unknown): CallFailure | undefined =>
  error instanceof CallError ? error.failure : undefined;

/** A word for it in health and in the log, free of content. */
export const detailOf = (error: unknown): string => {
  const failure = failureOf(error);
  if (failure === undefined) return error instanceof Error ? error.name : "unknown";
  return failure.kind === "refused" ? `http-${failure.status}` : failure.code;
};

const refusedWith = (error: unknown, ...statuses: readonly number[]): boolean => {
  const failure = failureOf(error);
  return failure?.kind === "refused" && statuses.includes(failure.status);
};

/**
 * 401 for a token that is none any more, and 404 without more words for one that never was: each is asked for in the address, so
 * that there is no such page (Query.cpp and ClientManager.cpp of https://github.com/tdlib/telegram-bot-api).
 */
export const isTokenRefused = (error: unknown): boolean => {
  const failure = failureOf(error);
  if (failure?.kind !== "refused") return false;
  return failure.status === 401 || (failure.status === 404 && !/method/i.test(failure.description));
};

/** Updates go elsewhere: to a webhook, or to another program that asks for them. */
export const isConflict = (error: unknown): boolean => refusedWith(error, 409);

/** Telegram said what is wrong with the call itself: the same call would fail again. */
export const isFinal = (error: unknown): boolean => refusedWith(error, 400, 403, 404);

/** Longer after each failure in a row, with jitter, and never sooner than Telegram asked for. */
export interface Backoff {
  wait(error: unknown, signal: AbortSignal): Promise<void>;
  /** It went well: the next failure is a first one. */
  reset(): void;
}

export const createBackoff = ({ first, most }: TelegramSettings["retryMs"], wait: Pause): Backoff => {
  let failures = 0;
  return {
    async wait(error, signal) {
      const ceiling = Math.min(most, first * 2 ** Math.min(failures, 20));
      failures += 1;
      const failure = failureOf(error);
      const askedMs = failure?.kind === "refused" ? (failure.retryAfterS ?? 0) * 1_000 : 0;
      await wait(Math.max(askedMs, (ceiling * (1 + Math.random())) / 2), signal);
    },
    reset: () => {
      failures = 0;
    },
  };
};

/** Tries until it goes well; undefined when the signal fired before. `failed` hears of each failure. */
export const persist = async <T>(
  attempt: () => Promise<T>,
  backoff: Backoff,
  failed: (error: unknown) => void,
  signal: AbortSignal,
): Promise<T | undefined> => {
  while (!signal.aborted) {
    try {
      return await attempt();
    } catch (error) {
      if (signal.aborted) return undefined;
      failed(error);
      await backoff.wait(error, signal);
    }
  }
  return undefined;
};
