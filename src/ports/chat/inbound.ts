import type { ReactionKind } from "./reactions.js";
import type { ConversationRef, Locale, MessageRef, Platform, UserRef } from "./refs.js";

/** Who did something, as the platform says. */
export interface Actor {
  readonly user: UserRef;
  readonly displayName: string;
  readonly locale?: Locale;
  readonly isBot: boolean;
  /**
   * Where the bot may write to them alone, on a platform that has no private answers inside a conversation; they may have to
   * write to it there first.
   */
  readonly alone?: ConversationRef;
}

/** Opaque to the core, JSON-safe so it survives the inbox, worthless after `expiresAt` (ISO 8601). */
export interface InteractionHandle {
  readonly platform: Platform;
  readonly token: string;
  readonly expiresAt: string;
}

/**
 * A file as the platform holds it; its bytes are fetched once, into the program's own store. `handle` is opaque to the core.
 * Name, type and size are the platform's word: what counts is found in the bytes.
 */
export interface FileRef {
  readonly platform: Platform;
  readonly handle: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** What a picture shows, where the platform lets people say so. */
  readonly altText?: string;
}

interface Inbound {
  /**
   * Equal on every redelivery of the same happening; unique per platform and bot account. Primary key of the inbox.
   * Telegram: bot id + update_id + date (ids may restart). Slack: event_id, or the interaction's own id. Discord:
   * interaction id; a reaction has none: message + user + emoji + change + gateway sequence.
   */
  readonly eventId: string;
  /** ISO 8601. Inbound events are plain JSON, so that what is stored is what was said. */
  readonly occurredAt: string;
  readonly conversation: ConversationRef;
  /** A conversation of the actor and the bot alone. */
  readonly direct?: true;
  /** Absent where the platform hides who acted (anonymous administrators, channels). */
  readonly actor?: Actor;
  /** Present while the platform still lets us answer "in place"; absent on plain messages. */
  readonly interaction?: InteractionHandle;
  /** With a message, a command or a form; what was written beside them (a caption) is its text. */
  readonly files?: readonly FileRef[];
  /** The message this one answers or quotes, where the platform says so. */
  readonly inReplyTo?: {
    readonly message: MessageRef;
    readonly text?: string;
    readonly author?: Actor;
    /** Its files, where it is not the bot's own. */
    readonly files?: readonly FileRef[];
  };
}

/** Structured where the platform gives structure, raw text where it gives text. The core parses both with one schema. */
export type CommandInput =
  | { readonly kind: "named"; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: "text"; readonly text: string };

/** Everything a platform can tell the core: one closed union, plain JSON. */
export type ChatEvent =
  | (Inbound & {
      readonly type: "command";
      readonly command: string;
      readonly input: CommandInput;
      readonly message?: MessageRef;
    })
  | (Inbound & {
      readonly type: "message";
      readonly message: MessageRef;
      readonly text: string;
      /** Said to the bot: a reply to it, a mention, a private chat. What is not addressed is dropped before it is stored. */
      readonly addressed: boolean;
    })
  | (Inbound & { readonly type: "edited"; readonly message: MessageRef; readonly text: string })
  | (Inbound & { readonly type: "action"; readonly message?: MessageRef; readonly token: string })
  | (Inbound & {
      readonly type: "form";
      readonly form: string;
      /** The token of the button that opened it; empty when a command did. */
      readonly context: string;
      readonly values: Readonly<Record<string, string>>;
    })
  | (Inbound & {
      readonly type: "reaction";
      readonly message: MessageRef;
      readonly change: "added" | "removed";
      readonly reaction: ReactionKind | null;
      readonly native: string;
    })
  /**
   * The bot is no member of the conversation any more: it was removed, or the chat is gone. Told once for each time it
   * happens, also where nobody did it; `actor` is who did. What is sent there from now on fails until the bot is added again,
   * of which nothing is told.
   */
  | (Inbound & { readonly type: "removed" })
  /**
   * The platform gave a chat another address: `conversation` is the new one, from which everything comes from now on, `from`
   * the one it had. May be told more than once. Whatever the new chat says afterwards is accepted after this.
   */
  | (Inbound & { readonly type: "relocated"; readonly from: ConversationRef });
