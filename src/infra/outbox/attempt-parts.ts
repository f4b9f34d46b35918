import type { ChatAdapter } from "../../ports/chat/adapter.js";
import type { Logger } from "../../ports/logger.js";
import type { Compose } from "../../ports/protocol.js";
import type { CrashPoint } from "../crash-points.js";
import type { OutboxRow } from "./row.js";
import type { Settled } from "./settle.js";
import type { OutboxStore } from "./store.js";

/** What an attempt needs. */
export interface AttemptParts {
  readonly outbox: OutboxStore;
  readonly adapter: ChatAdapter;
  readonly compose: Compose;
  readonly logger: Logger;
  readonly crash: CrashPoint;
  readonly random: () => number;
  readonly sendTimeoutMs: number;
  /** A clock of this process that never goes back: performance.now unless a test wants another. */
  readonly monotonicMs?: () => number;
  /** Whether the database was only away or busy. */
  isRetryable(error: unknown): boolean;
  /** Repeats what only the database can have stopped, until it works or the program ends. */
  persistently<T>(work: () => Promise<T>): Promise<T>;
  readonly on: AttemptListener;
}

/**
 * What became of a message that is settled. "ambiguous": sent, and an earlier attempt may have arrived as well.
 * "superseded": its card shows something newer already. "dropped": its reason is gone. "dead": given up.
 */
export const DELIVERY_OUTCOMES = ["sent", "ambiguous", "superseded", "dropped", "dead"] as const;
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];

/** What the rest of the relay has to heed. */
export interface AttemptListener {
  settled(settled: Settled, outcome: DeliveryOutcome): void;
  /** There will be something to do in this lane after so long. */
  waiting(afterMs: number): void;
  /** The platform wants a pause of this row's conversation, or of the whole account. */
  paused(row: OutboxRow, scope: "conversation" | "platform", afterMs: number): void;
  /** The platform refuses the account's credentials. */
  refused(reason: string): void;
}
