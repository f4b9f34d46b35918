import type { Composed } from "../../ports/protocol.js";
import { LeaseLost } from "../../ports/store.js";
import { describeError } from "../inbox/describe-error.js";
import type { AttemptParts } from "./attempt-parts.js";
import { backoffMs } from "./backoff.js";
import { type Begun, sendLeaseMs, sendTimeoutOf } from "./begin.js";
import { dropOrGiveUp, staysInDoubt, type Verdict } from "./judge.js";
import type { OutboxRow } from "./row.js";

/** A row that may be written to the platform now. */
export interface Ready {
  readonly composed: Composed;
  readonly begun: Begun;
}

/** A message that cannot be composed is a bug; trying again helps only when the program is replaced meanwhile. */
const MAX_COMPOSE_ATTEMPTS = 5;
const AWAY_MS = 1_000;
const GIVE_WAY_MS = 200;
/** From the send's time-out to the end of its lease. */
const MARGIN_MS = 5_000;

/** Everything before writing. Answers undefined when the row was settled or put back instead; throws LeaseLost. */
export function createPrepare(
  parts: AttemptParts,
  carryOut: (row: OutboxRow, verdict: Verdict) => Promise<void>,
): (row: OutboxRow) => Promise<Ready | undefined> {
  const { outbox, adapter, logger, random, persistently, monotonicMs = () => performance.now() } = parts;

  const composed = async (row: OutboxRow): Promise<Composed | "drop" | "failed"> => {
    try {
      return await parts.compose(row.governmentId, row.content, adapter.capabilities, row.to);
    } catch (error) {
      const described = describeError(error);
      const away = parts.isRetryable(error);
      logger[away ? "warn" : "error"]({ outboxId: row.id, error: described }, "a message cannot be composed");
      if (!away && row.attempts + 1 >= MAX_COMPOSE_ATTEMPTS) {
        await carryOut(row, { do: "give-up", reason: `cannot be composed (${described})` });
        return "failed";
      }
      const afterMs = away ? random() * AWAY_MS : backoffMs(row.attempts + 1, random);
      await putBack(row, away ? 0 : 1, afterMs, described);
      return "failed";
    }
  };
  const putBack = async (row: OutboxRow, attempts: -1 | 0 | 1, afterMs: number, error: string): Promise<void> => {
    await persistently(() =>
      outbox.retryLater(row, { afterMs, attempts, ambiguous: false, inDoubt: staysInDoubt(row), error }),
    );
    parts.on.waiting(afterMs);
  };
  /** Nothing was written, whatever became of the statement: the row goes back if it is still ours. */
  const begin = async (row: OutboxRow, tokens: Composed["tokens"]): Promise<Begun | undefined> => {
    const beganAt = monotonicMs();
    try {
      const begun = await outbox.begin(row, tokens);
      // The process may have stood still meanwhile, and its lease may be about to end.
      const leftMs = sendLeaseMs(row.content) - sendTimeoutOf(row.content, parts.sendTimeoutMs) - MARGIN_MS;
      if (monotonicMs() - beganAt < leftMs) return begun;
      await putBack(row, -1, 0, "too late to write");
    } catch (error) {
      if (!(error instanceof LeaseLost) && !parts.isRetryable(error)) throw error;
      await putBack(row, 0, random() * GIVE_WAY_MS, "gave way");
    }
    return undefined;
  };

  return async (row) => {
    if (row.outcomeUnknown && row.whenUnknown === "drop") {
      await carryOut(row, dropOrGiveUp(row, "outcome unknown (the process ended)"));
      return undefined;
    }
    if (row.card?.shown !== undefined && row.card.shown.version >= row.card.version) {
      parts.on.settled(await persistently(() => outbox.settleSuperseded(row)), "superseded");
      return undefined;
    }
    const message = await composed(row);
    if (message === "failed") return undefined;
    if (message === "drop") {
      await carryOut(row, { do: "drop", reason: "its reason is gone" });
      return undefined;
    }
    const begun = await begin(row, message.tokens);
    return begun && { composed: message, begun };
  };
}
