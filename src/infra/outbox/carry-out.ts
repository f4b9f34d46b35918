import type { AttemptParts } from "./attempt-parts.js";
import type { Verdict } from "./judge.js";
import type { OutboxRow } from "./row.js";

/** Does what was decided about a row that was not sent. Throws LeaseLost; otherwise repeats while the database is away. */
export function createCarryOut(
  parts: Pick<AttemptParts, "outbox" | "logger" | "adapter" | "persistently" | "on">,
): (row: OutboxRow, verdict: Verdict) => Promise<void> {
  const { outbox, logger, persistently, on } = parts;

  const back = (row: OutboxRow, attempts: -1 | 0, afterMs: number, ambiguous: boolean, error: string) =>
    persistently(() => outbox.retryLater(row, { afterMs, attempts, ambiguous, error }));
  const giveUp = async (row: OutboxRow, reason: string): Promise<void> => {
    const settled = await persistently(() => outbox.settleDead(row, reason));
    const { platform } = parts.adapter;
    logger.warn({ outboxId: row.id, platform, reason, dutiful: settled.told }, "a message cannot be delivered");
    on.settled(settled);
  };

  return async (row, verdict) => {
    switch (verdict.do) {
      case "retry":
        await back(row, 0, verdict.afterMs, verdict.ambiguous, verdict.reason);
        return on.waiting(verdict.afterMs);
      case "pause":
        on.paused(row, verdict.scope, verdict.afterMs);
        await back(row, -1, verdict.afterMs, false, verdict.reason);
        return on.waiting(verdict.afterMs);
      case "stop":
        on.refused(verdict.reason);
        return back(row, -1, 0, false, verdict.reason);
      case "repost":
        await persistently(() => outbox.forgetCard(row));
        return on.waiting(0);
      case "relocate":
        await persistently(() => outbox.relocate(row, verdict.to));
        logger.info({ outboxId: row.id }, "a conversation has a new address");
        return on.waiting(0);
      case "drop":
        return on.settled(await persistently(() => outbox.settleDropped(row, verdict.reason)));
      case "give-up":
        return giveUp(row, verdict.reason);
      default:
        return verdict satisfies never;
    }
  };
}
