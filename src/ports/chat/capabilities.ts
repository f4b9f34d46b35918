import type { FormInput } from "./forms.js";
import type { ReactionKind } from "./reactions.js";

/** A rate: at most `messages` within any `perMs` milliseconds. */
export interface Pace {
  readonly messages: number;
  readonly perMs: number;
}

/** Facts about a platform, never behaviour. `degrade` and the outbox lanes are the only readers. */
export interface Capabilities {
  /** Longest text of one message, in UTF-16 units. */
  readonly text: { readonly maxChars: number };
  readonly buttons: { readonly perRow: number; readonly rows: number; readonly tokenBytes: number };
  readonly fields: { readonly max: number } | "flattened";
  readonly forms:
    | {
        readonly style: "modal";
        readonly maxInputs: number;
        readonly inputs: readonly FormInput["kind"][];
        readonly openWithinMs: number;
      }
    | { readonly style: "dialogue" };
  readonly privateReply: "native" | "direct-message";
  readonly threads: "native" | "reply-chain" | "none";
  readonly reactions: {
    readonly send: readonly ReactionKind[];
    readonly perMessage: number;
    readonly observe: "always" | "if-admin";
  };
  /**
   * `beside`: a message with files holds nothing but them and a short caption; in every other message a file is a line with its
   * name, and the file follows in a message of its own.
   */
  readonly files: { readonly maxBytes: number; readonly perMessage: number; readonly beside?: true };
  /** How a repeat with the same idempotency key is recognised by the platform, if it is. */
  readonly dedupe: { readonly by: "nonce"; readonly windowMs: number } | "none";
  readonly pace: { readonly perConversation: Pace; readonly overall: Pace };
}
