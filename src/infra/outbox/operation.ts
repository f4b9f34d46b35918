import type { Delivery, DeliveryOp, Destination } from "../../ports/chat/outbound.js";
import type { MessageRef, UserRef } from "../../ports/chat/refs.js";
import type { Composed } from "../../ports/protocol.js";
import type { OutboxRow } from "./row.js";

/**
 * The one platform operation of a row: a card that is shown is edited in place, everything else is posted. Whoever is
 * whispered to where the platform cannot is answered in the conversation, where the question was asked.
 */
export function operationOf(row: OutboxRow, { message }: Composed): DeliveryOp {
  const shown = row.card?.shown;
  if (shown !== undefined) return { kind: "edit", target: shown.message, message };
  return {
    kind: "post",
    to: destinationOf(row),
    message,
    ...(row.expectsReplyFrom === undefined ? {} : { expectsReplyFrom: userOf(row, row.expectsReplyFrom) }),
  };
}

/** One attempt at the row, as the adapter takes it. */
export const deliveryOf = (row: OutboxRow, composed: Composed, attempt: number): Delivery => ({
  op: operationOf(row, composed),
  idempotencyKey: idempotencyKeyOf(row),
  attempt,
  locale: composed.locale,
});

/** The card once more, in the message that its repeated first post turned out to be. */
export const redrawOf = (row: OutboxRow, composed: Composed, attempt: number, target: MessageRef): Delivery => ({
  ...deliveryOf(row, composed, attempt),
  op: { kind: "edit", target, message: composed.message },
  idempotencyKey: `outbox:${row.id}:redraw`,
});

/**
 * A card's first post has one key, whatever its version and whichever row carries it, so that two rows cannot post it
 * twice. Once it was posted (and its message vanished) the row's own key is used, or the platform would take the new
 * message for the old one.
 */
function idempotencyKeyOf(row: OutboxRow): string {
  const firstPost = row.card !== undefined && !row.card.posted;
  return firstPost ? `card:${row.governmentId}:${row.card.key}` : `outbox:${row.id}`;
}

function destinationOf(row: OutboxRow): Destination {
  const answered = row.replyTo !== undefined && "message" in row.replyTo ? row.replyTo.message : row.repliesToCard;
  const replyTo = answered === undefined ? {} : { replyTo: answered };
  if (row.whisperTo === undefined) return { kind: "conversation", conversation: row.to, ...replyTo };
  const user = userOf(row, row.whisperTo);
  return { kind: "whisper", conversation: row.to, user, ...replyTo, otherwise: "conversation" };
}

/** People are known within the workspace of the conversation. */
const userOf = ({ to }: OutboxRow, id: string): UserRef => ({ platform: to.platform, workspace: to.workspace, id });
