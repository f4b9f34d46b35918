import type { MessageRef } from "../../ports/chat/refs.js";
import type { InboxPayload } from "../../ports/protocol.js";
import { LeaseLost } from "../../ports/store.js";
import { UNSURE } from "../outbox/redraw.js";
import type { OutboxClaim } from "../outbox/row.js";
import type { OutboxStore } from "../outbox/store.js";
import type { MemoryClock } from "./memory-clock.js";
import { isOpen } from "./memory-outbox-claim.js";
import {
  addEvent,
  freshEvent,
  keyOf,
  type MemoryOutboxRow,
  type MemoryTables,
  setMessage,
  without,
} from "./memory-tables.js";

/** The row, if it is still in these hands. Throws LeaseLost. */
export const heldRow = (tables: MemoryTables, { id, leaseToken }: OutboxClaim): MemoryOutboxRow => {
  const row = tables.outbox[Number(id) - 1];
  if (!row || !isOpen(row) || row.leaseToken !== leaseToken) throw new LeaseLost("the outbox row was taken over");
  return row;
};

type Told = Extract<InboxPayload, { type: "delivered" | "undeliverable" }>;

/** Tells those whose clock or gate depends on the message; answers whether there was somebody to tell. */
const tell = (tables: MemoryTables, row: MemoryOutboxRow, payload: Told, now: Date): boolean => {
  const [first] = row.duties;
  if (!first) return false;
  const { governmentId } = row;
  const eventId = `${payload.type}:${row.id}`;
  const event = {
    governmentId,
    platform: "core",
    eventId,
    lane: `case:${"inquiryId" in first ? first.inquiryId : first.proposalId}`,
    payload,
  };
  return addEvent(tables, freshEvent(structuredClone(event), now));
};

interface Shown {
  readonly message: MessageRef;
  readonly shownVersion: number;
  /** See settle-sent. */
  readonly seenVersion: number | undefined;
}

/** Keeps where the card is shown now, and the highest version it ever showed, or that this is not sure. */
const show = (tables: MemoryTables, row: MemoryOutboxRow, { message, shownVersion, seenVersion }: Shown): void => {
  if (!row.card) return;
  const key = keyOf(row.governmentId, row.card.key);
  const before = tables.cards.get(key)?.shownVersion ?? UNSURE;
  const now = shownVersion === UNSURE ? UNSURE : Math.max(shownVersion, row.card.version);
  const staysUnsure = tables.cards.has(key) && before === UNSURE && seenVersion !== UNSURE;
  tables.cards.set(key, { message, shownVersion: staysUnsure ? UNSURE : Math.max(before, now) });
};

type Settling = Pick<OutboxStore, "settleSent" | "settleSuperseded" | "settleDropped" | "settleDead">;

/** Every way a row ends: see outbox/settle. */
export const settlingOf = (tables: MemoryTables, { machineNow, caseNow }: MemoryClock): Settling => {
  const end = (claim: OutboxClaim, change: Partial<MemoryOutboxRow>): MemoryOutboxRow => {
    const row = without(heldRow(tables, claim), "leaseToken", "leaseUntil");
    const content = row.content.kind === "invitation" ? without(row.content, "secret") : row.content;
    const ended = { ...row, ...change, content, settledAt: machineNow() };
    setMessage(tables, ended);
    return ended;
  };
  const delivered = (row: MemoryOutboxRow) => {
    const { governmentId, duties } = row;
    const at = (row.ambiguous && row.firstAttemptCaseAt) || caseNow(governmentId);
    return { told: tell(tables, row, { type: "delivered", governmentId, duties, at: at.toISOString() }, machineNow()) };
  };
  return {
    async settleSent(claim, message, shownVersion) {
      const held = heldRow(tables, claim);
      const to = message ? { ...held.to, channel: message.channel } : held.to;
      setMessage(tables, without(held, "error"));
      const row = end(claim, { state: "sent", to, ...(message ? { messageId: message.id } : {}) });
      const { platform, workspace, channel } = to;
      const seenVersion = claim.card?.shown?.version;
      if (message)
        show(tables, row, {
          message: { platform, workspace, channel, id: message.id },
          shownVersion: shownVersion ?? 0,
          seenVersion,
        });
      return delivered(row);
    },
    settleSuperseded: async (claim) => delivered(end(claim, { state: "superseded" })),
    async settleDropped(claim, reason) {
      end(claim, { state: "dropped", error: reason });
      return { told: false };
    },
    async settleDead(claim, reason, inDoubt = false) {
      const ambiguous = heldRow(tables, claim).ambiguous || inDoubt;
      const row = end(claim, { state: "dead", error: reason, ambiguous });
      const { governmentId, duties } = row;
      return { told: tell(tables, row, { type: "undeliverable", governmentId, duties, reason }, machineNow()) };
    },
  };
};
