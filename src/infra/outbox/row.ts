import type { ConversationRef, MessageRef } from "../../ports/chat/refs.js";
import type { MessageContent } from "../../ports/message-content.js";
import type { Duty, ReplyTarget } from "../../ports/store.js";

/** The lane of a conversation: its messages go out one at a time, in order. */
export const laneOf = ({ platform, workspace, channel }: ConversationRef): string =>
  `${platform}:${workspace}:${channel}`;

/** Which claimed row, and the proof that it is still ours. */
export interface OutboxClaim {
  readonly id: string;
  readonly leaseToken: string;
}

/** A claim with the number of attempts before it: one claim makes one attempt. */
export type OutboxTurn = Pick<OutboxRow, "id" | "leaseToken" | "attempts">;

/** A claimed row with what sending it needs to know. Nothing was written to the platform under this claim yet. */
export interface OutboxRow extends OutboxClaim {
  readonly governmentId: string;
  readonly to: ConversationRef;
  readonly whisperTo?: string;
  readonly expectsReplyFrom?: string;
  readonly replyTo?: ReplyTarget;
  readonly content: MessageContent;
  readonly card?: {
    readonly key: string;
    readonly version: number;
    /** The message that shows the card, as it is now. */
    readonly shown?: { readonly message: MessageRef; readonly version: number };
    /** Whether it was posted before, also when that message is gone. */
    readonly posted: boolean;
    /** Never posted for certain, but another row tried to: what the platform knows under its key may be that one's. */
    readonly tried?: boolean;
  };
  /** The message of the card that `replyTo` names, when there is one in this conversation. */
  readonly repliesToCard?: string;
  readonly duties: readonly Duty[];
  readonly whenUnknown: "repeat" | "drop";
  /** Attempts before this claim. */
  readonly attempts: number;
  /** The platform may have it already, and would not notice a repeat. */
  readonly ambiguous: boolean;
  /** An earlier attempt ended with its process: nobody knows whether the platform took it. */
  readonly outcomeUnknown: boolean;
}
