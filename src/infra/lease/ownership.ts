import type { Logger } from "../../ports/logger.js";
import { describeError } from "../inbox/describe-error.js";
import { singleFlight } from "../wake/single-flight.js";
import type { Lease } from "./lease.js";

/** What ownership works with. */
export interface OwnershipParts {
  readonly lease: Lease;
  /** The lease's term. */
  readonly ttlMs: number;
  /** Begins what only the owner may do. */
  onGained(): Promise<void>;
  /** Ends it; the lease is released only afterwards. */
  onLost(): Promise<void>;
  readonly logger: Logger;
  /** The process's own steady clock, for tests. */
  readonly nowMs?: () => number;
}

/** Holding a lease for as long as it can be held, and doing something while it is. */
export interface Ownership {
  start(): void;
  /** Ends what the owner does, then hands over at once. Idempotent. */
  stop(): Promise<void>;
  isOwner(): boolean;
  /** Takes, keeps or gives up once; resolves with the time until the next step. For tests. */
  step(): Promise<number>;
}

/** Three missed renewals still leave time to stop before the term ends. */
const STEPS_PER_TERM = 5;
/** Past the end of another owner's term: its clock and ours are the same database's. */
const AFTER_EXPIRY_MS = 20;

/**
 * Asks for the lease at the moment its owner's term may end, so that a dead owner is followed within one term. An owner
 * that cannot renew stops a step before the term ends by its own steady clock, also when the database is away or the
 * process stood still.
 */
export function createOwnership(parts: OwnershipParts): Ownership {
  const { lease, ttlMs, logger, nowMs = () => performance.now() } = parts;
  const stepMs = ttlMs / STEPS_PER_TERM;
  let owner = false;
  let heldUntil = 0;
  let stopped = true;
  let timer: NodeJS.Timeout | undefined;

  const lose = async (why: string): Promise<void> => {
    owner = false;
    logger.warn({ why }, "no longer the owner");
    await parts.onLost();
  };
  const giveUp = async (): Promise<void> => {
    owner = false;
    await parts.onLost();
    await lease.release().catch(() => logger.warn({}, "ownership ends by itself: the database is away"));
  };
  const keep = async (): Promise<number> => {
    const askedAt = nowMs();
    try {
      if (await lease.renew()) heldUntil = askedAt + ttlMs;
      else await lose("somebody else took over");
    } catch (error) {
      logger.warn({ error: describeError(error) }, "ownership cannot be renewed");
    }
    if (owner && nowMs() > heldUntil - stepMs) await lose("not renewed in time");
    return stepMs;
  };
  const take = async (): Promise<number> => {
    const askedAt = nowMs();
    try {
      const answer = await lease.acquire();
      if (answer !== "held") return Math.min(stepMs, answer.freeInMs + AFTER_EXPIRY_MS);
      heldUntil = askedAt + ttlMs;
      owner = true;
      await parts.onGained();
    } catch (error) {
      logger.warn({ error: describeError(error) }, "ownership cannot be taken");
      if (owner) await giveUp();
    }
    return stepMs;
  };
  const step = (): Promise<number> => (owner ? keep() : take());
  const loop = singleFlight(async () => {
    if (stopped) return;
    const waitMs = await step().catch((error: unknown) => {
      logger.error({ error: describeError(error) }, "ownership could not be begun or ended in order");
      return stepMs;
    });
    if (!stopped) timer = setTimeout(() => void loop(), waitMs);
  });

  return {
    start() {
      if (!stopped) return;
      stopped = false;
      void loop();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await loop.settled();
      if (owner) await giveUp();
    },
    isOwner: () => owner,
    step,
  };
}
