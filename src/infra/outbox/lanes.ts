import Bottleneck from "bottleneck";
import type { Pace } from "../../ports/chat/capabilities.js";
import { tamed } from "./tamed.js";

/** The pacing of one platform account: each conversation's messages one at a time, all of them within its limits. */
export interface Lanes {
  /**
   * Runs the job once the pace of the lane and of the whole account allow it. The job calls `spend` right before it
   * writes to the platform; a job that does not costs nothing. Rejects as the job does.
   */
  run<T>(lane: string, job: (spend: () => void) => Promise<T>): Promise<T>;
  /** Counts a message that somebody else sent `agoMs` ago. */
  debit(lane: string, agoMs: number): void;
}

/** A window that slides: wherever a stretch of `perMs` begins, it holds at most `messages`. */
interface Window {
  readonly limiter: Bottleneck;
  /** Gives a permit back one window after `writtenAt` (of performance.now), or at once; then calls `done`. */
  giveBack(writtenAt: number | undefined, done?: () => void): void;
}

/**
 * Lanes of the given paces. Bottleneck's own refill lets twice the rate through around its ticks, so every job takes a
 * permit and gives it back one window after it wrote. The clock is the process's own: one process relays for an account.
 */
export function createLanes(pace: { readonly perConversation: Pace; readonly overall: Pace }): Lanes {
  const overall = createWindow(pace.overall, null);
  /** With the number of permits out and jobs waiting: a lane nobody uses is forgotten. */
  const lanes = new Map<string, { readonly window: Window; users: number }>();

  const use = (name: string): Window => {
    const lane = lanes.get(name) ?? { window: createWindow(pace.perConversation, 1, overall), users: 0 };
    lane.users += 1;
    lanes.set(name, lane);
    return lane.window;
  };
  const leave = (name: string): void => {
    const lane = lanes.get(name);
    if (lane === undefined) return;
    lane.users -= 1;
    if (lane.users === 0) lanes.delete(name);
  };

  return {
    run(name, job) {
      const lane = use(name);
      return lane.limiter.schedule(async () => {
        let writtenAt: number | undefined;
        try {
          return await job(() => {
            writtenAt = performance.now();
          });
        } finally {
          overall.giveBack(writtenAt);
          lane.giveBack(writtenAt, () => leave(name));
        }
      });
    },
    debit(name, agoMs) {
      const writtenAt = performance.now() - agoMs;
      const lane = use(name);
      for (const window of [overall, lane]) void window.limiter.incrementReservoir(-1);
      overall.giveBack(writtenAt);
      lane.giveBack(writtenAt, () => leave(name));
    },
  };
}

function createWindow(pace: Pace, maxConcurrent: number | null, next?: Window): Window {
  const limiter = tamed(new Bottleneck({ reservoir: pace.messages, maxConcurrent }));
  if (next !== undefined) limiter.chain(next.limiter);
  const restore = (done: (() => void) | undefined): void => {
    void limiter.incrementReservoir(1);
    done?.();
  };
  return {
    limiter,
    giveBack(writtenAt, done) {
      const leftMs = writtenAt === undefined ? 0 : writtenAt + pace.perMs - performance.now();
      if (leftMs <= 0) restore(done);
      else setTimeout(restore, leftMs, done).unref();
    },
  };
}
