import type { DeliveryReceipt } from "../../ports/chat/outbound.js";
import type { Composed } from "../../ports/protocol.js";
import { LeaseLost } from "../../ports/store.js";
import type { AttemptParts } from "./attempt-parts.js";
import { createCarryOut } from "./carry-out.js";
import { judge } from "./judge.js";
import { deliveryOf, redrawOf } from "./operation.js";
import { createPrepare, type Ready } from "./prepare.js";
import type { OutboxRow } from "./row.js";
import { send } from "./send.js";

/**
 * Makes one attempt at a claimed row and settles it; `spend` is called right before the platform is written to. Rejects
 * only when the database stays away.
 */
export function createAttempt(parts: AttemptParts): (row: OutboxRow, spend: () => void) => Promise<void> {
  const { outbox, adapter, logger, crash, random, persistently } = parts;
  const carryOut = createCarryOut(parts);
  const prepare = createPrepare(parts, carryOut);

  const write = async (row: OutboxRow, { composed, begun }: Ready): Promise<void> => {
    let receipt: DeliveryReceipt;
    try {
      const sending = send(adapter, deliveryOf(row, composed, begun.attempt), parts.sendTimeoutMs);
      crash("K6");
      receipt = await sending;
      await refresh(row, composed, begun.attempt, receipt);
    } catch (error) {
      return carryOut(row, judge(error, { ...begun, row, dedupe: adapter.capabilities.dedupe, random }));
    }
    crash("K7");
    await settle(row, composed, receipt);
  };
  /** A platform that knew the key shows the card as an earlier attempt drew it, which may be an older version. */
  const refresh = async (row: OutboxRow, composed: Composed, attempt: number, { message }: DeliveryReceipt) => {
    const { card, outcomeUnknown, ambiguous } = row;
    const mayBeOld =
      card !== undefined && card.shown === undefined && (outcomeUnknown || ambiguous || card.tried === true);
    if (!mayBeOld || message === undefined || adapter.capabilities.dedupe === "none") return;
    await send(adapter, redrawOf(row, composed, attempt, message), parts.sendTimeoutMs);
  };
  const settle = async (row: OutboxRow, composed: Composed, receipt: DeliveryReceipt): Promise<void> => {
    const message = receipt.message ?? row.card?.shown?.message;
    const settled = await persistently(() => {
      const settling = outbox.settleSent(row, message, composed.shownVersion);
      crash("K8");
      return settling;
    });
    parts.on.settled(settled);
  };
  return async (row, spend) => {
    try {
      const ready = await prepare(row);
      if (ready === undefined) return;
      spend();
      await write(row, ready);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      logger.debug({ outboxId: row.id }, "a message is somebody else's now, or needed no longer");
    }
  };
}
