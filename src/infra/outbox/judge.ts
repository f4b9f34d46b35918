import type { Capabilities } from "../../ports/chat/capabilities.js";
import { DeliveryError, type DeliveryFailure } from "../../ports/chat/failures.js";
import type { ConversationRef } from "../../ports/chat/refs.js";
import { describeError } from "../inbox/describe-error.js";
import { backoffMs } from "./backoff.js";
import type { Begun } from "./begin.js";
import { laneOf, type OutboxRow } from "./row.js";

/** What is to be done about a failed attempt. `reason` is a code for operators, free of content. */
export type Verdict =
  | {
      readonly do: "retry";
      readonly afterMs: number;
      readonly ambiguous: boolean;
      /** The platform would notice a repeat, if it comes in time. */
      readonly inDoubt?: boolean;
      readonly reason: string;
    }
  /** The platform asks for a pause, of one conversation or of the whole account; the attempt does not count. */
  | {
      readonly do: "pause";
      readonly afterMs: number;
      readonly scope: "conversation" | "platform";
      readonly reason: string;
    }
  | { readonly do: "repost" }
  | { readonly do: "relocate"; readonly to: ConversationRef }
  /** The account's credentials are refused: nothing more may be sent with them. */
  | { readonly do: "stop"; readonly reason: string }
  | { readonly do: "drop"; readonly reason: string }
  | { readonly do: "give-up"; readonly reason: string };

/** So long a message that the platform surely does not have is tried. */
const RETRY_FOR_MS = 24 * 3_600_000;
/** A message the platform may have is repeated less often: each repeat may be one more copy. About 40 minutes. */
const MAX_UNCERTAIN_ATTEMPTS = 20;

/** The circumstances of the attempt. */
export interface Attempt extends Begun {
  readonly row: OutboxRow;
  readonly dedupe: Capabilities["dedupe"];
  readonly random: () => number;
}

/** Decides by the kind of failure; an error that is no DeliveryError is a bug of the adapter with an unknown outcome. */
export function judge(error: unknown, attempt: Attempt): Verdict {
  const failure: DeliveryFailure =
    error instanceof DeliveryError ? error.failure : { kind: "retryable", outcome: "unknown" };
  const detail = error instanceof DeliveryError ? error.detail : describeError(error);
  switch (failure.kind) {
    case "retryable":
      return failure.outcome === "not-sent" ? notSent(attempt, detail) : unknownOutcome(attempt, detail);
    case "rate-limited":
      return { do: "pause", afterMs: failure.retryAfterMs, scope: failure.scope, reason: `rate-limited (${detail})` };
    case "forbidden": {
      const reason = `forbidden: ${failure.reason} (${detail})`;
      return failure.reason === "credentials" ? { do: "stop", reason } : { do: "give-up", reason };
    }
    case "permanent":
      if (failure.reason === "gone" && attempt.row.card?.shown !== undefined) return { do: "repost" };
      return { do: "give-up", reason: `${failure.reason} (${detail})` };
    case "relocated":
      // A card's message stayed behind at the old address.
      if (laneOf(failure.to) === laneOf(attempt.row.to))
        return attempt.row.card?.shown ? { do: "repost" } : { do: "give-up", reason: "relocated to where it is" };
      return { do: "relocate", to: failure.to };
    default:
      return failure satisfies never;
  }
}

function notSent({ attempt, ageMs, random }: Attempt, detail: string): Verdict {
  const reason = `not sent (${detail})`;
  if (ageMs >= RETRY_FOR_MS) return { do: "give-up", reason };
  return { do: "retry", afterMs: backoffMs(attempt, random), ambiguous: false, reason };
}

/** An edit may be repeated without anybody noticing, and so may what the platform recognises by its key. */
function unknownOutcome({ row, attempt, ageMs, dedupe, random }: Attempt, detail: string): Verdict {
  const reason = `outcome unknown (${detail})`;
  if (row.whenUnknown === "drop") return dropOrGiveUp(row, reason);
  if (attempt >= MAX_UNCERTAIN_ATTEMPTS || ageMs >= RETRY_FOR_MS) return { do: "give-up", reason };
  const afterMs = backoffMs(attempt, random);
  if (row.card?.shown !== undefined) return { do: "retry", afterMs, ambiguous: false, reason };
  const recognised = dedupe !== "none" && ageMs + afterMs < dedupe.windowMs;
  return { do: "retry", afterMs, ambiguous: !recognised, inDoubt: recognised, reason };
}

/** A message that is not repeated when in doubt; should somebody's clock depend on it, they have to know. */
export const dropOrGiveUp = (row: OutboxRow, reason: string): Verdict =>
  row.duties.length === 0 ? { do: "drop", reason } : { do: "give-up", reason };

/** Whether an earlier attempt may have reached the platform, and a repeat is harmless only while it knows the key. */
export const staysInDoubt = ({ outcomeUnknown, ambiguous, card }: OutboxRow): boolean =>
  outcomeUnknown && !ambiguous && card?.shown === undefined;
