import { setTimeout as sleep } from "node:timers/promises";
import type { ChatAdapter } from "../../ports/chat/adapter.js";
import type { Logger } from "../../ports/logger.js";
import type { Compose } from "../../ports/protocol.js";
import { LeaseLost } from "../../ports/store.js";
import { type CrashPoint, neverCrash } from "../crash-points.js";
import { describeError } from "../inbox/describe-error.js";
import { singleFlight } from "../wake/single-flight.js";
import { untilAborted } from "../wake/until-aborted.js";
import type { Wake } from "../wake/wake.js";
import { createAttempt } from "./attempt.js";
import type { AttemptListener, DeliveryOutcome } from "./attempt-parts.js";
import { createDoubtSlots, noDoubtSlots } from "./doubt-slots.js";
import { createLanePump } from "./lane-pump.js";
import { createLanes, type Lanes } from "./lanes.js";
import { createPauses } from "./pauses.js";
import { laneOf } from "./row.js";
import type { OutboxStore } from "./store.js";

/** What a relay works with. */
export interface RelayParts {
  readonly outbox: OutboxStore;
  readonly adapter: ChatAdapter;
  readonly compose: Compose;
  readonly logger: Logger;
  readonly wake: Wake;
  /** Whether the database was only away or busy. */
  isRetryable(error: unknown): boolean;
  readonly crash?: CrashPoint;
  /** Told of every message this relay settles, right after it. */
  onSettled?(outcome: DeliveryOutcome): void;
  /** How long one send may take: 10 s unless a test wants less. */
  readonly sendTimeoutMs?: number;
  readonly random?: () => number;
}

/** How a relay is doing. "failed": the platform refuses the account's credentials; nothing is sent until `start`. */
export interface RelayHealth {
  readonly state: "stopped" | "running" | "failed";
  readonly detail?: string;
}

/** Sends one platform account's messages. Only the owner of the account may run it, so that pacing is in one place. */
export interface Relay {
  /** Counts what others sent lately against the pace, then sends. Idempotent; also after `drain`. */
  start(): void;
  /** Looks for work soon. */
  wake(): void;
  /** Claims nothing more and resolves when the rows in hand are settled, or at the deadline. Idempotent. */
  drain(deadline: AbortSignal): Promise<void>;
  /** Whether nothing is being looked for or sent. */
  idle(): boolean;
  health(): RelayHealth;
  /** Sends all that is due; resolves with the number of rows handled. The step the loop repeats, for tests. */
  runOnce(): Promise<number>;
}

const POLL_MS = 1_000;
const SEND_TIMEOUT_MS = 10_000;
const AWAY_MS = 250;
/** How many lanes are begun by one look at the outbox, of those that may be sent to. */
const MAX_LANES = 500;

/** A relay, not started. Nothing of it throws; what fails is settled on its row and logged. */
export function createRelay(parts: RelayParts): Relay {
  const { outbox, adapter, logger, wake: waker } = parts;
  const { capabilities } = adapter;
  const pauses = createPauses();
  const slots = capabilities.dedupe === "none" ? createDoubtSlots() : noDoubtSlots;
  const inHand = new Set<Promise<void>>();
  let lanes: Lanes | undefined;
  let health: RelayHealth = { state: "stopped" };
  let draining = false;
  let abandoned = false;
  let stops: readonly (() => void)[] = [];

  const on: AttemptListener = {
    settled({ told }, outcome) {
      parts.onSettled?.(outcome);
      if (told) waker.notify("inbox");
    },
    waiting(afterMs) {
      if (stops.length > 0) setTimeout(wake, afterMs).unref();
    },
    paused: (row, scope, afterMs) => pauses.pause(scope === "platform" ? undefined : laneOf(row.to), afterMs),
    refused(detail) {
      if (health.state === "failed") return;
      health = { state: "failed", detail };
      logger.error({ platform: adapter.platform, reason: detail }, "the platform refuses the credentials: stopped");
    },
  };
  const attempt = createAttempt({
    ...parts,
    crash: parts.crash ?? neverCrash,
    random: parts.random ?? Math.random,
    sendTimeoutMs: parts.sendTimeoutMs ?? SEND_TIMEOUT_MS,
    persistently: createPersistently(parts, () => abandoned),
    on,
  });
  const maySend = (lane: string): boolean => !draining && health.state !== "failed" && !pauses.isPaused(lane);
  const sendNext = async (lane: string, spend: () => void): Promise<boolean> => {
    if (!maySend(lane)) return false;
    const row = await outbox.claim(lane);
    if (row === undefined) return false;
    parts.crash?.("K5");
    await slots.run(row.attempts > 0, () => attempt(row, spend));
    return true;
  };
  const step = async (lane: string): Promise<boolean> => {
    if (lanes === undefined || !maySend(lane)) return false;
    return lanes.run(lane, async (spend) => {
      const sending = sendNext(lane, spend);
      const done = sending.then(
        () => {},
        () => {},
      );
      inHand.add(done);
      try {
        return await sending;
      } catch (error) {
        logWith(parts, error, "a message could not be seen to");
        return false;
      } finally {
        inHand.delete(done);
      }
    });
  };
  const pump = createLanePump(step);
  const scan = singleFlight(async () => {
    if (draining || health.state === "failed") return;
    try {
      lanes ??= await debitedLanes(outbox, capabilities);
      (await outbox.dueLanes()).filter(maySend).slice(0, MAX_LANES).forEach(pump.run);
    } catch (error) {
      logWith(parts, error, "the outbox cannot be read");
    }
  });
  const wake = (): void => void scan();

  return {
    start() {
      if (stops.length > 0 && health.state === "running") return;
      draining = false;
      abandoned = false;
      health = { state: "running" };
      if (stops.length === 0) {
        const poll = setInterval(wake, POLL_MS);
        stops = [waker.on("outbox", wake), () => clearInterval(poll)];
      }
      wake();
    },
    wake,
    async drain(deadline) {
      for (const stop of stops) stop();
      stops = [];
      draining = true;
      const settled = scan.settled().then(() => Promise.all(inHand));
      await untilAborted(deadline, settled);
      abandoned = deadline.aborted;
      // Others may send from now on: what they send has to be counted at the next start.
      lanes = undefined;
      health = { state: "stopped" };
    },
    idle: () => !scan.busy() && !pump.busy(),
    health: () => health,
    async runOnce() {
      await scan();
      return pump.settled();
    },
  };
}

/** Lanes that start with what was sent within the pace's windows, by whichever process. */
async function debitedLanes(outbox: OutboxStore, { pace }: ChatAdapter["capabilities"]): Promise<Lanes> {
  const windowMs = Math.max(pace.perConversation.perMs, pace.overall.perMs);
  const recent = await outbox.recentAttempts(windowMs);
  const lanes = createLanes(pace);
  for (const { lane, agoMs } of recent) lanes.debit(lane, agoMs);
  return lanes;
}

/** Once something was sent its settling is not given up while the database is away, or it would be sent again. */
function createPersistently({ isRetryable, logger }: RelayParts, isAbandoned: () => boolean) {
  return async <T>(work: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (error instanceof LeaseLost || !isRetryable(error) || isAbandoned()) throw error;
        logger.warn({ error: describeError(error) }, "a message cannot be settled yet");
        await sleep(AWAY_MS);
      }
    }
  };
}

function logWith({ isRetryable, logger }: RelayParts, error: unknown, message: string): void {
  logger[isRetryable(error) ? "warn" : "error"]({ error: describeError(error) }, message);
}
