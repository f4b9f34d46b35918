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
  readonly agencies: readonly { readonly id: string; readonly code: string; readonly government: string }[];
  readonly channels: readonly Channel[];
  readonly people: readonly Person[];
}
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly agency: string;
  readonly purpose: "work" | "approval" | "digest";
}
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly government?: string;
  readonly roles: readonly { readonly role: string; readonly agency: string }[];
}
export interface Message {
  readonly id: string;
  readonly from: string;
  readonly at: string;
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly label: string; readonly url?: string }[];
  readonly reactions: readonly { readonly emoji: string; readonly by: string }[];
  readonly replyTo: string | null;
  readonly editedAt: string | null;
  readonly visibleTo: string | null;
  /** Only on messages of the stream. */
  readonly channel?: string;
}

/** How a request ended: with a body, with the server's refusal code, or never. */
export type Outcome<T> =
  | { readonly kind: "done"; readonly body: T }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "unreachable" };

const ATTEMPTS = 8;
const RETRY_MS = 1_000;
const SERVER_ERROR = 500;

/** The HTTP API as functions. None throws; an event is repeated under one id, so it happens once. */
export interface Api {
  readonly base: string;
  world(): Promise<Outcome<World>>;
  messages(channel: string): Promise<Outcome<readonly Message[]>>;
  event(event: Readonly<Record<string, unknown>>): Promise<Outcome<unknown>>;
  clock(move: unknown): Promise<Outcome<{ readonly now: string }>>;
  /** Resolves once the program has nothing to do, or after ten seconds. */
  quiet(): Promise<void>;
}

/** Makes the API of the program at `base`. `onRetry` is called when an event is about to be tried again. */
export const createApi = (base: string, signal: AbortSignal, onRetry: () => void): Api => {
  const request = async <T>(path: string, init: RequestInit = {}): Promise<Outcome<T> | "again"> => {
    try {
      const response = await fetch(`${base}/api/simulator${path}`, { ...init, signal });
      const body: unknown = await response.json();
      if (response.ok) return { kind: "done", body: body as T };
      const code = (body as { error?: { code?: string } }).error?.code ?? String(response.status);
      return response.status >= SERVER_ERROR ? "again" : { kind: "refused", code };
    } catch {
      return "again";
    }
  };

  const once = async <T>(path: string, init?: RequestInit): Promise<Outcome<T>> => {
    const outcome = await request<T>(path, init);
    return outcome === "again" ? { kind: "unreachable" } : outcome;
  };

  const json = (method: string, body: unknown): RequestInit => ({
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

  return {
    base,
    world: () => once("/world"),
    messages: (channel) => once(`/channels/${encodeURIComponent(channel)}/messages`),
    async event(event) {
      const init = json("POST", { ...event, eventId: randomUUID() });
      for (let attempt = 1; ; attempt++) {
        const outcome = await request("/events", init);
        if (outcome !== "again") return outcome;
        if (attempt === ATTEMPTS || signal.aborted) return { kind: "unreachable" };
        onRetry();
        await pause(RETRY_MS, undefined, { signal }).catch(() => {});
      }
    },
    clock: (move) => once("/clock", json("POST", move)),
    async quiet() {
      await once("/idle?timeoutMs=10000");
    },
  };
};
