import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "../../ports/logger.js";
import type { HandleWork, InboxWork } from "../../ports/protocol.js";
import { LeaseLost, VersionConflict } from "../../ports/store.js";
import { type CrashPoint, neverCrash } from "../crash-points.js";
import { singleFlight } from "../wake/single-flight.js";
import { untilAborted } from "../wake/until-aborted.js";
import type { Wake } from "../wake/wake.js";
import { describeError } from "./describe-error.js";
import type { InboxStore } from "./store.js";

/** What a worker works with. */
export interface InboxWorkerParts {
  readonly store: Pick<InboxStore, "claim" | "release" | "fail" | "finish">;
  readonly handle: HandleWork;
  /** Whether the same work may succeed later without anybody changing it: the database was away or busy. */
  isRetryable(error: unknown): boolean;
  readonly logger: Logger;
  /** How many conversations are worked on at a time. */
  readonly concurrency: number;
  readonly wake: Wake;
  readonly crash?: CrashPoint;
  /** Both for tests. */
  readonly random?: () => number;
  readonly pause?: (ms: number) => Promise<void>;
  /** The process's own steady clock, for tests. */
  readonly nowMs?: () => number;
}

/** Hands inbox rows to the core, conversations side by side, each in order. */
export interface InboxWorker {
  start(): void;
  /** Claims nothing more and resolves when all work in hand is settled, or at the deadline. Idempotent. */
  drain(deadline: AbortSignal): Promise<void>;
  busy(): boolean;
  /** Started, and the inbox was read within the last minute, or there are no hands free to read it for. */
  runs(): boolean;
  /** One claim, worked off; resolves with the number of rows. The step the loop repeats, for tests. */
  runOnce(): Promise<number>;
}

const POLL_MS = 1_500;
/** A worker that could not read the inbox for so long does not run. */
const STALLED_MS = 60_000;
/** How often a row is decided again at once, when others changed its case first. */
const MAX_CONFLICTS = 8;
const CONFLICT_JITTER_MS = 20;
const AWAY_MS = 1_000;
const EXCEPTION_BACKOFF_MS = 500;
/** Returning work is tried this often, a second apart: as long as a lease lasts. */
const MAX_RETURNS = 30;

/** A worker. Nothing runs before `start`, and it never throws: what fails is counted on its row and logged. */
export function createInboxWorker(parts: InboxWorkerParts): InboxWorker {
  const { store, logger, concurrency, wake, isRetryable, nowMs = () => performance.now() } = parts;
  const settle = createSettle(parts);
  const running = new Set<Promise<void>>();
  let stops: readonly (() => void)[] = [];
  let oneAlone = false;
  let readAt = -Infinity;

  const claim = async (): Promise<number> => {
    const free = concurrency - running.size;
    if (free <= 0 || (oneAlone && running.size > 0)) {
      readAt = nowMs();
      return 0;
    }
    try {
      const claimed = await store.claim(free, running.size);
      readAt = nowMs();
      oneAlone = claimed.some(({ alone }) => alone === true);
      claimed.forEach(track);
      return claimed.length;
    } catch (error) {
      const level = isRetryable(error) ? "warn" : "error";
      logger[level]({ error: describeError(error) }, "the inbox cannot be read");
      return 0;
    }
  };
  const isStarted = (): boolean => stops.length > 0;
  const pump = singleFlight(async () => {
    if (isStarted()) await claim();
  });
  /** Once in a turn of the event loop: a commit wakes, and the work that committed ends, in the same turn. */
  let asked = false;
  const ask = (): void => {
    if (asked) return;
    asked = true;
    setImmediate(() => {
      asked = false;
      void pump();
    });
  };
  const track = (work: InboxWork): void => {
    const done = settle(work).finally(() => {
      running.delete(done);
      ask();
    });
    running.add(done);
  };

  return {
    start() {
      if (isStarted()) return;
      readAt = nowMs();
      const poll = setInterval(pump, POLL_MS);
      stops = [wake.on("inbox", ask), () => clearInterval(poll)];
      void pump();
    },
    async drain(deadline) {
      for (const stop of stops) stop();
      stops = [];
      await untilAborted(
        deadline,
        pump.settled().then(() => Promise.all(running)),
      );
    },
    busy: () => running.size > 0 || pump.busy(),
    runs: () => isStarted() && nowMs() - readAt < STALLED_MS,
    async runOnce() {
      const count = await claim();
      await Promise.all(running);
      return count;
    },
  };
}

/** Handles one row and, where that fails, gives it back by the rules of counting. Never rejects. */
function createSettle(parts: InboxWorkerParts): (work: InboxWork) => Promise<void> {
  const { store, handle, isRetryable, logger, random = Math.random, pause = sleep, crash = neverCrash } = parts;

  const decide = async (work: InboxWork): Promise<void> => {
    for (let conflicts = 1; ; conflicts += 1) {
      try {
        crash("K2");
        if ((await handle(work)) === "nothing") await store.finish(work);
        return;
      } catch (error) {
        if (!(error instanceof VersionConflict) || conflicts > MAX_CONFLICTS) throw error;
        await pause(random() * CONFLICT_JITTER_MS * conflicts);
      }
    }
  };
  const giveBack = async (work: InboxWork, error: unknown): Promise<void> => {
    if (error instanceof VersionConflict) return store.release(work, random() * AWAY_MS);
    if (isRetryable(error)) return store.release(work, AWAY_MS / 2 + (random() * AWAY_MS) / 2);
    const described = describeError(error);
    const state = await store.fail(work, described, (1 + random()) * EXCEPTION_BACKOFF_MS);
    logger.error({ inboxId: work.id, error: described, state }, "an event could not be handled");
  };
  return async (work) => {
    try {
      await decide(work);
    } catch (error) {
      for (let returns = 1; returns <= MAX_RETURNS; returns += 1) {
        try {
          // Lost work is somebody else's: there is nothing to give back.
          if (!(error instanceof LeaseLost)) await giveBack(work, error);
          return;
        } catch (failure) {
          if (failure instanceof LeaseLost) return;
          logger.warn({ inboxId: work.id, error: describeError(failure) }, "an event could not be given back yet");
          await pause(AWAY_MS);
        }
      }
    }
  };
}
