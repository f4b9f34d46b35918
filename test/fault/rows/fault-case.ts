import type { Stand } from "../driver/stand.js";
import type { Mode } from "../platform/protocol.js";

/** How often each kind of run is done. */
export interface Counts {
  /** Crashes at each point. */
  readonly runs: number;
  /** Kills at random moments. */
  readonly random: number;
  /** Of each failure of the platform. */
  readonly faults: number;
  /** The longest time the platform stays away, in seconds. */
  readonly awaySeconds: number;
  /** Deadlines at one instant. */
  readonly deadlines: number;
  /** The longest time a process stands still, in seconds. */
  readonly stillSeconds: number;
  /** Generated hostile texts. */
  readonly texts: number;
  /** Approvals by people who may not approve. */
  readonly attempts: number;
}

/** What came of the runs of one case. */
export interface Tally {
  runs: number;
  lost: number;
  doubled: number;
  ambiguous: number;
  /** Why it does not hold what was demanded; empty when it does. */
  readonly failures: string[];
  /** Figures to be shown beside the verdict. */
  readonly notes: string[];
  /** Figures on their way to becoming notes. */
  readonly figures: Map<string, number>;
}

/** Nothing counted yet. */
export const newTally = (): Tally => ({
  runs: 0,
  lost: 0,
  doubled: 0,
  ambiguous: 0,
  failures: [],
  notes: [],
  figures: new Map(),
});

/** The figure's value so far. */
export const figure = (tally: Tally, name: string): number => Math.round(tally.figures.get(name) ?? 0);

/** Adds to a figure. */
export const count = (tally: Tally, name: string, more = 1): void =>
  void tally.figures.set(name, (tally.figures.get(name) ?? 0) + more);

/** Keeps the greatest of a figure's values. */
export const atMost = (tally: Tally, name: string, value: number): void =>
  void tally.figures.set(name, Math.max(tally.figures.get(name) ?? value, value));

/** One line of the fault matrix. A new one is another of these in a list that rows/list.ts names. */
export interface FaultCase {
  /** The row of the matrix: "A", "B" … */
  readonly row: string;
  /** Short and unique: what `--case` takes. */
  readonly name: string;
  readonly fault: string;
  readonly demand: string;
  /** Which kinds of platform it is run on. */
  readonly modes: readonly Mode[];
  readonly runs: (counts: Counts) => number;
  /** Why it cannot be run here; undefined: it can. */
  readonly notRun?: () => string | undefined;
  /** It mostly waits: begun first, so that nothing waits for it at the end. */
  readonly waits?: boolean;
  /** Does the runs, counting in `tally`, on a stand without a running program; leaves it so, quiet. */
  run(work: Work): Promise<void>;
}

/** What a case works with. */
export interface Work {
  readonly stand: Stand;
  readonly runs: number;
  readonly counts: Counts;
  readonly tally: Tally;
  /** From 0 to 1, the same sequence for the same seed. */
  readonly random: () => number;
}
