import { defaultSettings } from "../../config.js";
import type { EventRequest } from "../../event-schema.js";

export const API = "/api/simulator";

/** The program refused; `code` is one of docs/simulator-api.md, "unavailable" also where nothing answered. */
export class Refused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** Longer than any answer should take; the clock and `/idle` may work for long. */
const PATIENCE_MS = 15_000;
const LONG_PATIENCE_MS = 130_000;

const TRIES = 12;
const LONGEST_WAIT_MS = 3_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const codeOf = async (response: Response): Promise<string> => {
  try {
    const body = (await response.json()) as { readonly error?: { readonly code?: unknown } };
    const code = body.error?.code;
    // A program that is still starting has no routes yet.
    if (typeof code === "string" && code !== "unknown-route") return code;
  } catch {
    // Not the program's own answer, such as a proxy's page.
  }
  return "unavailable";
};

/** One request. Rejects with `Refused`; no answer in time is "unavailable". */
export const ask = async <T>(path: string, method = "GET", body?: unknown): Promise<T> => {
  const sent = body === undefined ? null : new Blob([JSON.stringify(body)]);
  // The program would cut such an upload off, which looks like a lost connection.
  if (sent && sent.size > defaultSettings.maxBodyBytes) throw new Refused("too-large");
  const patienceMs = /^\/(clock|idle)/.test(path) ? LONG_PATIENCE_MS : PATIENCE_MS;
  const init = { method, body: sent, signal: AbortSignal.timeout(patienceMs) };
  const response = await fetch(API + path, init).catch(() => {
    throw new Refused("unavailable");
  });
  if (!response.ok) throw new Refused(await codeOf(response));
  return (await response.json().catch(() => {
    throw new Refused("unavailable");
  })) as T;
};

/** Asks until the program answers; about half a minute. Only for requests that may arrive twice. */
export const askPatiently = async <T>(path: string, method?: string, body?: unknown, onWait?: () => void) => {
  for (let tried = 1; ; tried += 1) {
    try {
      return await ask<T>(path, method, body);
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== "unavailable" || tried >= TRIES) throw error;
      onWait?.();
      await pause(Math.min(250 * 2 ** tried, LONGEST_WAIT_MS));
    }
  }
};

/** An id for one event: the same on every repetition, so that it counts once. Works without a secure context. */
export const newEventId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

type WithoutDefaults<T> = T extends { readonly removed: boolean }
  ? Omit<T, "removed"> & { readonly removed?: boolean }
  : T;

/** What a person does. */
export type PersonEvent = WithoutDefaults<EventRequest>;

/** Tells the program what a person did; repeats it under the same id while nothing answers. Rejects with `Refused`. */
export const tell = async (event: PersonEvent, onWait?: () => void): Promise<void> => {
  const body = { ...event, eventId: event.eventId ?? newEventId() };
  await askPatiently("/events", "POST", body, onWait);
};

/** Resolves when the program has nothing left to do, or after a few seconds. */
export const quiet = async (): Promise<void> => {
  await ask("/idle?timeoutMs=8000").catch(() => undefined);
};
