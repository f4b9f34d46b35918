import type { InteractionHandle } from "./inbound.js";
import type { ReactionKind } from "./reactions.js";
import type { ConversationRef, Locale, MessageRef, UserRef } from "./refs.js";

/** A run of text. Texts are data: the adapter escapes them for its platform, markup in them is shown literally. */
export type Span =
  | { readonly kind: "plain" | "bold" | "italic" | "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  /** An instant (ISO 8601) as `text` says it; a platform that can may count down to it. */
  | { readonly kind: "time"; readonly text: string; readonly at: string }
  | { readonly kind: "mention"; readonly user: UserRef; readonly fallback: string };

/** A button. `token` is opaque, stored, and survives restarts. */
export type Button =
  | { readonly kind: "act"; readonly label: string; readonly token: string; readonly tone?: "primary" | "danger" }
  /** Opens the form `form`; its values come back with `token` as context. Where there are no forms it acts like "act". */
  | {
      readonly kind: "open-form";
      readonly label: string;
      readonly form: string;
      readonly token: string;
      readonly tone?: "primary" | "danger";
    }
  | { readonly kind: "link"; readonly label: string; readonly url: string };

/** One block of a message, top to bottom. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly spans: readonly Span[] }
  | {
      readonly kind: "fields";
      readonly items: readonly { readonly label: string; readonly value: readonly Span[] }[];
    }
  | { readonly kind: "quote"; readonly spans: readonly Span[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "divider" }
  /** A file of the program's store, to be shown or sent with the message. */
  | {
      readonly kind: "file";
      readonly storeKey: string;
      readonly name: string;
      readonly mediaType: string;
      readonly sizeBytes: number;
      /** Empty where nobody wrote one. */
      readonly altText: string;
    }
  | { readonly kind: "buttons"; readonly items: readonly Button[] }
  | { readonly kind: "note"; readonly spans: readonly Span[] };

/** A message before a platform's form is given to it. */
export interface OutboundMessage {
  /** One plain sentence: notification preview, screen readers, and the last resort when rendering fails. */
  readonly summary: string;
  readonly blocks: readonly Block[];
  /** Platforms without silent delivery ignore it. */
  readonly silent?: boolean;
}

/** Where a new message goes. */
export type Destination =
  | { readonly kind: "conversation"; readonly conversation: ConversationRef; readonly replyTo?: string }
  /** Seen by one person inside a conversation, where the platform has it; else `otherwise`. */
  | {
      readonly kind: "whisper";
      readonly conversation: ConversationRef;
      readonly user: UserRef;
      readonly replyTo?: string;
      readonly handle?: InteractionHandle;
      readonly otherwise: "conversation" | "drop";
    };

/** One operation is at most one platform call, so one outbox row has exactly one outcome. */
export type DeliveryOp =
  | {
      readonly kind: "post";
      readonly to: Destination;
      readonly message: OutboundMessage;
      /** The next thing this person writes there answers the message (Telegram: force reply). */
      readonly expectsReplyFrom?: UserRef;
    }
  | { readonly kind: "edit"; readonly target: MessageRef; readonly message: OutboundMessage }
  | { readonly kind: "remove"; readonly target: MessageRef }
  | { readonly kind: "react" | "unreact"; readonly target: MessageRef; readonly reaction: ReactionKind };

/** One attempt at one outbox row. */
export interface Delivery {
  readonly op: DeliveryOp;
  /** Same for every attempt of this row; adapters with native dedupe turn it into a nonce. */
  readonly idempotencyKey: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly locale: Locale;
}

/** What the platform says it did. `message` is present after "post" and "edit". */
export interface DeliveryReceipt {
  readonly message?: MessageRef;
}
