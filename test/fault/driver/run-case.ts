import type { Mode } from "../platform/protocol.js";
import { type Counts, type FaultCase, newTally, type Tally } from "../rows/fault-case.js";
import { leftovers } from "./leftovers.js";
import { seededRandom } from "./random.js";
import { openStand, type Stand } from "./stand.js";

/** One case on one kind of platform, to be run. */
export interface Task {
  readonly fault: FaultCase;
  readonly mode: Mode;
}

/** What a task came to. */
export interface Result extends Task {
  readonly tally: Tally;
  readonly seconds: number;
}

/** The tasks of the cases, each on the platforms it is meant for. */
export const tasksOf = (cases: readonly FaultCase[], modes: readonly Mode[]): readonly Task[] =>
  cases.flatMap((fault) => fault.modes.filter((mode) => modes.includes(mode)).map((mode) => ({ fault, mode })));

const runTask = async (stand: Stand, task: Task, counts: Counts, seed: number): Promise<Result> => {
  const began = performance.now();
  const tally = newTally();
  const { fault, mode } = task;
  await stand.use(mode);
  try {
    await fault.run({ stand, runs: fault.runs(counts), counts, tally, random: seededRandom(seed) });
  } catch (error) {
    tally.failures.push(error instanceof Error ? `${error.message} ${String(error.cause ?? "")}` : String(error));
    tally.failures.push(...(await leftovers(stand)));
  }
  return { fault, mode, tally, seconds: (performance.now() - began) / 1_000 };
};

/**
 * Works the tasks off, one stand a worker; a stand whose task failed is replaced, as nobody knows how it was left. After
 * `ending` only what was begun is ended.
 */
export async function runTasks(
  tasks: readonly Task[],
  options: { readonly counts: Counts; readonly seed: number; readonly workers: number; readonly ending?: AbortSignal },
  report: (result: Result) => void,
): Promise<readonly Result[]> {
  const queue = [...tasks].sort((a, b) => Number(b.fault.waits ?? false) - Number(a.fault.waits ?? false));
  options.ending?.addEventListener("abort", () => queue.splice(0), { once: true });
  const results: Result[] = [];
  const work = async (): Promise<void> => {
    let stand: Stand | undefined;
    try {
      for (let task = queue.shift(); task !== undefined; task = queue.shift()) {
        stand ??= await openStand();
        const result = await runTask(stand, task, options.counts, options.seed);
        results.push(result);
        report(result);
        if (result.tally.failures.length === 0) continue;
        await stand.dispose();
        stand = undefined;
      }
    } finally {
      await stand?.dispose();
    }
  };
  await Promise.all(Array.from({ length: options.workers }, work));
  return results;
}
