import type { AttemptParts } from "./attempt-parts.js";
import { staysInDoubt, type Verdict } from "./judge.js";
import type { Retry } from "./retry.js";
import type { OutboxRow } from "./row.js";

/** Does what was decided about a row that was not sent. Throws LeaseLost; otherwise repeats while the database is away. */
export function createCarryOut(
  parts: Pick<AttemptParts, "outbox" | "logger" | "adapter" | "persistently" | "on">,
): (row: OutboxRow, verdict: Verdict) => Promise<void> {
  const { outbox, logger, persistently, on } = parts;

  const back = (row: OutboxRow, retry: Omit<Retry, "inDoubt">, inDoubt = false) =>
    persistently(() => outbox.retryLater(row, { ...retry, inDoubt: inDoubt || staysInDoubt(row) }));
  const giveUp = async (row: OutboxRow, reason: string): Promise<void> => {
    const settled = await persistently(() => outbox.settleDead(row, reason, staysInDoubt(row)));
    const { platform } = parts.adapter;
    logger.warn({ outboxId: row.id, platform, reason, dutiful: settled.told }, "a message cannot be delivered");
    on.settled(settled, "dead");
  };

  return async (row, verdict) => {
    switch (verdict.do) {
      case "retry":
        await back(
          row,
          { afterMs: verdict.afterMs, attempts: 0, ambiguous: verdict.ambiguous, error: verdict.reason },
          verdict.inDoubt,
        );
        return on.waiting(verdict.afterMs);
      case "pause":
        on.paused(row, verdict.scope, verdict.afterMs);
        await back(row, { afterMs: verdict.afterMs, attempts: -1, ambiguous: false, error: verdict.reason });
        return on.waiting(verdict.afterMs);
      case "stop":
        on.refused(verdict.reason);
        return back(row, { afterMs: 0, attempts: -1, ambiguous: false, error: verdict.reason });
      case "repost":
        await persistently(() => outbox.forgetCard(row));
        return on.waiting(0);
      case "relocate":
        await persistently(() => outbox.relocate(row, verdict.to));
        logger.info({ outboxId: row.id }, "a conversation has a new address");
        return on.waiting(0);
      case "drop":
        return on.settled(await persistently(() => outbox.settleDropped(row, verdict.reason)), "dropped");
      case "give-up":
        return giveUp(row, verdict.reason);
      default:
        return verdict satisfies never;
    }
  };
}
