import { schedule } from "node-cron";
import type { Logger } from "../../ports/logger.js";
import { describeError } from "../inbox/describe-error.js";
import { singleFlight } from "../wake/single-flight.js";
import type { Wake } from "../wake/wake.js";
import type { Swept } from "./sweep.js";

/** What a tick does; each asks the database what there is to do now. */
export interface TickParts {
  sweep(): Promise<Swept>;
  seal(): Promise<unknown>;
  /** What is told where a government's new day began, by what it is about; each answers how many messages were written. */
  readonly news: Readonly<Record<string, () => Promise<number>>>;
  /** Has what waits for accounts that were given up drawn anew; answers how many events were written. */
  endAccounts(): Promise<number>;
  /** Once a day, see `runDaily`. */
  daily(): Promise<unknown>;
  isRetryable(error: unknown): boolean;
  readonly wake: Wake;
  readonly logger: Logger;
  /** The process's own steady clock, for tests. */
  readonly nowMs?: () => number;
}

/** Whatever falls due by the clock. */
export interface Tick {
  start(): void;
  /** Resolves when a tick under way has ended. Idempotent. */
  stop(): Promise<void>;
  /** Started, and a sweep ended in order within the last minute. */
  runs(): boolean;
  /** One whole tick that begins now or when the one under way has ended. Rejects when the sweep fails. */
  tick(): Promise<void>;
}

const INTERVAL_MS = 1_000;
const EVERY_MINUTE = "* * * * *";
/** Between two looks at whether a new day has begun. */
const DAILY_EVERY_MS = 600_000;
/** Without a sweep for so long a tick does not run. */
const STALLED_MS = 60_000;

/**
 * A tick, woken by a steady interval and by node-cron: either may stall (a wall clock set back silences cron), both only
 * wake the same tick, and what is due is decided by the database's clock.
 */
export function createTick(parts: TickParts): Tick {
  const { wake, logger, isRetryable, nowMs = () => performance.now() } = parts;
  let stops: readonly (() => unknown)[] = [];
  let dailyAt = -Infinity;
  let sweptAt = -Infinity;

  const aside = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      logger[isRetryable(error) ? "warn" : "error"]({ error: describeError(error), what }, "a scheduled work failed");
    }
  };
  const tick = singleFlight(async () => {
    const { taken, messages, unheard } = await parts.sweep();
    sweptAt = nowMs();
    if (messages > 0) wake.notify("outbox");
    if (taken > 0) wake.notify("inbox");
    if (unheard > 0) logger.warn({ pings: unheard }, "pings without a channel: bind one for the agency");
    await aside("seal", parts.seal);
    for (const [what, tell] of Object.entries(parts.news))
      await aside(what, async () => {
        if ((await tell()) > 0) wake.notify("outbox");
      });
    await aside("ended accounts", async () => {
      if ((await parts.endAccounts()) > 0) wake.notify("inbox");
    });
    if (nowMs() - dailyAt < DAILY_EVERY_MS) return;
    dailyAt = nowMs();
    await aside("daily", parts.daily);
  });
  const nudge = (): void => {
    if (!tick.busy()) void aside("sweep", tick);
  };

  return {
    start() {
      if (stops.length > 0) return;
      sweptAt = nowMs();
      const interval = setInterval(nudge, INTERVAL_MS);
      const task = schedule(EVERY_MINUTE, nudge, { noOverlap: true, suppressMissedWarning: true });
      stops = [() => clearInterval(interval), () => task.destroy()];
      nudge();
    },
    async stop() {
      for (const stop of stops) await stop();
      stops = [];
      await tick.settled();
    },
    runs: () => stops.length > 0 && nowMs() - sweptAt < STALLED_MS,
    tick,
  };
}
