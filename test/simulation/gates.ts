import type { Random } from "./random.js";

/** The database was away: before or after the statement had its effect. */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway";
}

interface Parked {
  readonly process: number;
  readonly label: string;
  readonly notBefore: number;
  readonly mayFail: boolean;
  readonly go: () => void;
  readonly fail: (error: Error) => void;
}

/** Where every step of every process stops until it is chosen: nothing goes on by itself. */
export interface Gates {
  /** Parks the caller; a process that died never goes on. */
  pass(
    process: number,
    label: string,
    options?: { readonly notBefore?: number; readonly mayFail?: boolean },
  ): Promise<void>;
  /** Lets one of those that may go on do so; undefined when there is none. */
  release(): { readonly process: number; readonly label: string } | undefined;
  /** Whatever the process was about to do never happens. */
  kill(process: number): void;
  waiting(): number;
  /** How often the database was away. */
  failed(): number;
  /** The earliest time at which somebody who waits for a time may go on. */
  nextAt(): number | undefined;
}

/** Gates that fail a statement as often as `awayRate` says. */
export const createGates = (random: Random, nowMs: () => number, awayRate: () => number): Gates => {
  let parked: Parked[] = [];
  let failed = 0;
  const dead = new Set<number>();
  return {
    pass(process, label, { notBefore = 0, mayFail = true } = {}) {
      return new Promise((go, fail) => {
        if (!dead.has(process)) parked.push({ process, label, notBefore, mayFail, go, fail });
      });
    },
    release() {
      const next = random.pick(parked.filter(({ notBefore }) => notBefore <= nowMs()));
      if (!next) return undefined;
      parked = parked.filter((each) => each !== next);
      if (next.mayFail && random.chance(awayRate())) {
        failed += 1;
        next.fail(new DatabaseAway(next.label));
      } else next.go();
      return next;
    },
    kill(process) {
      dead.add(process);
      parked = parked.filter((each) => each.process !== process);
    },
    waiting: () => parked.length,
    failed: () => failed,
    nextAt: () => (parked.length === 0 ? undefined : Math.min(...parked.map(({ notBefore }) => notBefore))),
  };
};
