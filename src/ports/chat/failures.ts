import type { ConversationRef, Platform } from "./refs.js";

/** Why a delivery failed, in the five ways the relay treats differently. */
export type DeliveryFailure =
  | { readonly kind: "retryable"; readonly outcome: "not-sent" | "unknown" }
  | {
      readonly kind: "rate-limited";
      readonly retryAfterMs: number;
      readonly scope: "conversation" | "platform";
    }
  | {
      readonly kind: "forbidden";
      readonly reason: "credentials" | "missing-scope" | "not-a-member" | "blocked-by-user";
    }
  | { readonly kind: "permanent"; readonly reason: "gone" | "rejected-content" | "unsupported" | "handle-expired" }
  | { readonly kind: "relocated"; readonly to: ConversationRef };

/** The only error an adapter may throw from `deliver`. `detail` is a platform code, never user content or a token. */
export class DeliveryError extends Error {
  override readonly name = "DeliveryError";
  constructor(
    readonly failure: DeliveryFailure,
    readonly platform: Platform,
    readonly detail: string,
    options?: { readonly cause?: unknown },
  ) {
    super(`${platform}: ${failure.kind} (${detail})`, options);
  }
}
