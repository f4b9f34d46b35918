import type { DeliveryReceipt } from "../../ports/chat/outbound.js";
import { LeaseLost } from "../../ports/store.js";
import type { AttemptParts } from "./attempt-parts.js";
import { backoffMs } from "./backoff.js";
import { sendTimeoutOf } from "./begin.js";
import { createCarryOut } from "./carry-out.js";
import { recognisedForMs } from "./claim.js";
import { judge } from "./judge.js";
import { deliveryOf, redrawOf } from "./operation.js";
import { createPrepare, type Ready } from "./prepare.js";
import { UNSURE } from "./redraw.js";
import type { OutboxRow } from "./row.js";
import { send } from "./send.js";

/** The lease has room for a whole send; drawing a card once more has to do with a part of its time. */
const REDRAW_PART = 4;

type Drawn = "drawn" | "not-now" | "failed";

const mayShowOlder = ({ card, outcomeUnknown, ambiguous }: OutboxRow): boolean =>
  card !== undefined && card.shown === undefined && (outcomeUnknown || ambiguous || card.tried === true);

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
      const sending = send(
        adapter,
        deliveryOf(row, composed, begun.attempt),
        sendTimeoutOf(row.content, parts.sendTimeoutMs),
      );
      crash("K6");
      receipt = await sending;
    } catch (error) {
      return carryOut(row, judge(error, { ...begun, row, dedupe: adapter.capabilities.dedupe, random }));
    }
    crash("K7");
    const drawn = await redraw(row, { composed, begun }, receipt);
    if (drawn === "failed") await drawAnew(row);
    if (drawn !== "not-now") await settle(row, receipt, drawn === "failed" ? UNSURE : composed.shownVersion);
  };
  /**
   * A platform that knew the key shows the card as an earlier attempt drew it, which may be an older version: it is drawn
   * once more. "not-now": it is sent again under its key, while that is known. "failed": that would double it.
   */
  const redraw = async (row: OutboxRow, { composed, begun }: Ready, { message }: DeliveryReceipt): Promise<Drawn> => {
    const { dedupe } = adapter.capabilities;
    if (!mayShowOlder(row) || message === undefined || dedupe === "none") return "drawn";
    try {
      await send(adapter, redrawOf(row, composed, begun.attempt, message), parts.sendTimeoutMs / REDRAW_PART);
      return "drawn";
    } catch {
      const afterMs = backoffMs(begun.attempt, random);
      const inTime = begun.ageMs + parts.sendTimeoutMs + afterMs < recognisedForMs(dedupe.windowMs);
      logger.warn({ outboxId: row.id, again: inTime }, "a card could not be drawn once more");
      if (!inTime) return "failed";
      await carryOut(row, { do: "retry", afterMs, ambiguous: false, inDoubt: true, reason: "not redrawn" });
      return "not-now";
    }
  };
  const settle = async (row: OutboxRow, receipt: DeliveryReceipt, shownVersion: number | undefined): Promise<void> => {
    const message = receipt.message ?? row.card?.shown?.message;
    const settled = await persistently(() => {
      const settling = outbox.settleSent(row, message, shownVersion);
      crash("K8");
      return settling;
    });
    parts.on.settled(settled, row.ambiguous ? "ambiguous" : "sent");
  };
  /** This process stood still between its last look and the writing: an edit of it may hide what others drew meanwhile. */
  const uncover = async (row: OutboxRow, error: unknown): Promise<never> => {
    if (error instanceof LeaseLost && row.card?.shown !== undefined) await drawAnew(row);
    throw error;
  };
  const drawAnew = async (row: OutboxRow): Promise<void> => {
    if (await persistently(() => outbox.redrawCard(row))) parts.on.waiting(0);
  };
  return async (row, spend) => {
    try {
      const ready = await prepare(row);
      if (ready === undefined) return;
      spend();
      await write(row, ready).catch((error) => uncover(row, error));
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      logger.debug({ outboxId: row.id }, "a message is somebody else's now, or needed no longer");
    }
  };
}
