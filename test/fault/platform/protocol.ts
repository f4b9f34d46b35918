import type { ChatEvent } from "../../../src/ports/chat/inbound.js";
import type { DeliveryOp } from "../../../src/ports/chat/outbound.js";

/** Whether the platform recognises a repeat by its key ("nonce", for two minutes) or not at all ("none"). */
export type Mode = "nonce" | "none";

/** For so long a platform of mode "nonce" knows a key. */
export const NONCE_WINDOW_MS = 120_000;

/** One operation on its way to the platform: the only line a call's connection carries that way. */
export interface Call {
  readonly call: { readonly op: DeliveryOp; readonly key: string; readonly attempt: number; readonly from: string };
}

/** The first line of the program's long connection, on which people's events come. */
export interface Hello {
  readonly hello: "gateway";
}

/** What the platform answers a call with. */
export type Answer =
  | { readonly ok: { readonly id: string } }
  | {
      readonly error: {
        readonly status: 400 | 401 | 403 | 404 | 429 | 500;
        readonly retryAfterMs?: number;
        readonly scope?: "conversation" | "platform";
        /** The chat's new id, when it has moved. */
        readonly movedTo?: string;
      };
    };

/** Lines on the gateway, to the program and from it. */
export type FromGateway = { readonly event: ChatEvent } | { readonly pong: true };
export type ToGateway = { readonly ack: string } | { readonly ping: true };

/** How a call fails. "take-…": the platform has the message, the program does not learn of it. */
export type Fault =
  | { readonly kind: "429"; readonly retryAfterMs: number; readonly scope: "conversation" | "platform" }
  | { readonly kind: "400" | "401" | "403" | "404" | "500" | "take-drop" | "take-silent" | "silent" | "half-open" }
  | { readonly kind: "moved"; readonly to: string };

/** Fails the next `times` calls of the chat, or of all chats. */
export interface Rule {
  readonly fault: Fault;
  readonly chat?: string;
  readonly times: number;
}

/** One line of the journal: something the platform accepted. */
export interface Entry {
  readonly at: number;
  readonly op: DeliveryOp["kind"];
  readonly chat: string;
  readonly id: string;
  readonly key: string;
  readonly text: string;
  /** A repeat the platform knew by its key: no second message. */
  readonly recognised: boolean;
  /** The process that sent it. */
  readonly from: string;
}

/** One call as the platform saw it, for counting. */
export interface Seen {
  readonly at: number;
  readonly chat: string;
  readonly outcome: "ok" | Fault["kind"];
}

/** A message as the chat shows it. */
export interface Shown {
  readonly id: string;
  readonly text: string;
  readonly buttons: readonly { readonly label: string; readonly token: string }[];
}

/** What the driver tells the platform, over the channel between parent and child. */
export type Order =
  | { readonly do: "mode"; readonly mode: Mode }
  | { readonly do: "say"; readonly event: ChatEvent; readonly copies: number }
  | { readonly do: "inject"; readonly rule: Rule }
  | { readonly do: "heal" }
  | { readonly do: "network"; readonly state: "up" | "gone" | "half-open" }
  | { readonly do: "shown"; readonly chat: string }
  | { readonly do: "seen" };

/** What the platform tells the driver. */
export type Word =
  | { readonly ready: { readonly port: number } }
  | { readonly acked: string }
  | { readonly answer: number; readonly value: unknown };
