import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

/** The parts of the simulator's JSON (docs/simulator-api.md) that the client shows. */
export interface World {
  readonly governments: readonly {
    readonly id: string;
    readonly name: string;
    readonly locale?: string;
    readonly zone?: string;
  }[];
  readonly agencies: readonly Agency[];
  readonly channels: readonly Channel[];
  readonly people: readonly Person[];
  /** ISO 8601, in case time. */
  readonly now: string;
}
export interface Agency {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly government: string;
}
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly government?: string;
  /** Null in a chat nobody has bound. */
  readonly agency: string | null;
  readonly purpose: "work" | "approval" | "digest" | null;
}
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly government?: string;
  readonly registered?: boolean;
  readonly roles: readonly { readonly role: string; readonly agency: string }[];
}
export interface Message {
  readonly id: string;
  readonly from: string;
  readonly at: string;
  readonly text: string;
  readonly blocks?: readonly { readonly kind: string; readonly name?: string }[];
  readonly buttons: readonly { readonly id: string; readonly label: string; readonly url?: string }[];
  readonly reactions: readonly { readonly emoji: string; readonly by: string }[];
  readonly replyTo: string | null;
  readonly editedAt: string | null;
  readonly visibleTo: string | null;
  /** Only on messages of the stream. */
  readonly channel?: string;
}

/** Nobody listens at the address · the program runs but can take nothing now (503) · anything else. */
export type Failure = "no-connection" | "unavailable" | "unreachable";

/** How a request ended: with a body, with the server's refusal code, or with nothing done as far as anybody knows. */
export type Outcome<T> =
  | { readonly kind: "done"; readonly body: T }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "failed"; readonly reason: Failure };

const ATTEMPTS = 8;
const RETRY_MS = 1_000;
const WORLD_WITHIN_MS = 15_000;
const SERVER_ERROR = 500;
const SERVICE_UNAVAILABLE = 503;

/** The HTTP API as functions. None throws; an event is repeated under one id, so it happens once. */
export interface Api {
  readonly base: string;
  world(): Promise<Outcome<World>>;
  /** All of the channel's messages, or those behind the one with the id `after`. */
  messages(channel: string, after?: string): Promise<Outcome<readonly Message[]>>;
  event(event: Readonly<Record<string, unknown>>): Promise<Outcome<unknown>>;
  clock(move: unknown): Promise<Outcome<{ readonly now: string }>>;
  /** Resolves once the program has nothing to do, or after ten seconds. */
  quiet(): Promise<void>;
}

const failed = (reason: Failure): Outcome<never> => ({ kind: "failed", reason });

/** `fetch` hides the system's error code in the cause. */
const failureOf = (error: unknown): Failure => {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const isRefused = cause instanceof Error && "code" in cause && cause.code === "ECONNREFUSED";
  return isRefused ? "no-connection" : "unreachable";
};

const outcomeOf = <T>(status: number, text: string): Outcome<T> => {
  if (status >= SERVER_ERROR) return failed(status === SERVICE_UNAVAILABLE ? "unavailable" : "unreachable");
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { kind: "refused", code: "not-json" };
  }
  if (status < 300) return { kind: "done", body: body as T };
  return { kind: "refused", code: (body as { error?: { code?: string } } | null)?.error?.code ?? String(status) };
};

/** Makes the API of the program at `base`. `onRetry` is called when an event is about to be tried again. */
export const createApi = (base: string, signal: AbortSignal, onRetry: () => void): Api => {
  const request = async <T>(path: string, init: RequestInit = {}): Promise<Outcome<T>> => {
    try {
      const response = await fetch(`${base}/api/simulator${path}`, { signal, ...init });
      return outcomeOf(response.status, await response.text());
    } catch (error) {
      return failed(failureOf(error));
    }
  };

  const json = (method: string, body: unknown): RequestInit => ({
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

  return {
    base,
    world: () => request("/world", { signal: AbortSignal.any([signal, AbortSignal.timeout(WORLD_WITHIN_MS)]) }),
    messages: (channel, after = "") =>
      request(`/channels/${encodeURIComponent(channel)}/messages?after=${encodeURIComponent(after)}`),
    async event(event) {
      const init = json("POST", { ...event, eventId: randomUUID() });
      for (let attempt = 1; ; attempt++) {
        const outcome = await request("/events", init);
        if (outcome.kind !== "failed" || attempt === ATTEMPTS || signal.aborted) return outcome;
        onRetry();
        await pause(RETRY_MS, undefined, { signal }).catch(() => {});
      }
    },
    clock: (move) => request("/clock", json("POST", move)),
    async quiet() {
      await request("/idle?timeoutMs=10000");
    },
  };
};
