import { vi } from "vitest";
import { type Figures, type RunOptions, simulate } from "./run.js";
import { Violation } from "./watch.js";

/** Real timers never run out in a simulation: time is the run's. */
export const withoutTimers = async <T>(work: () => Promise<T>): Promise<T> => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
};

/** The figures of a run; a violation says how to see it again. */
export const lived = async (options: RunOptions): Promise<Figures> => {
  try {
    return await withoutTimers(() => simulate(options));
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    const replay = `SEED=${options.seed} DAYS=${options.days} npx vitest run test/simulation/simulation.test.ts`;
    throw new Error(`seed ${options.seed}: ${error.message}\n--- see it again: ${replay}`, { cause: error });
  }
};

/** What the run found, or undefined. */
export const foundBy = async (options: RunOptions): Promise<string | undefined> => {
  try {
    await withoutTimers(() => simulate(options));
    return undefined;
  } catch (error) {
    if (error instanceof Violation) return error.message.split("\n")[0];
    throw error;
  }
};
