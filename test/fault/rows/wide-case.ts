import type { Oracle } from "../driver/oracle.js";
import { createOracle } from "../driver/oracle.js";
import { checkHistory } from "../driver/whole.js";
import type { Counts, FaultCase, Work } from "./fault-case.js";

/** A failure that is not one chat's slowness: what happens in one run. */
export interface WideFailure {
  /** "B" unless said. */
  readonly row?: string;
  readonly name: string;
  readonly what: string;
  readonly demand: string;
  readonly runs?: (counts: Counts) => number;
  readonly modes?: FaultCase["modes"];
  readonly waits?: boolean;
  readonly notRun?: () => string | undefined;
  /** One run, on a program that is running and quiet; leaves it so. */
  once(work: Work, oracle: Oracle): Promise<void>;
  /** What to say beside the verdict when all runs are done. */
  readonly note?: (work: Work) => string;
}

/** A case with its runs one after the other on one program. */
export const wideCase = ({ row, name, what, demand, runs, modes, once, note, ...rest }: WideFailure): FaultCase => ({
  ...rest,
  row: row ?? "B",
  name,
  fault: what,
  demand,
  modes: modes ?? ["nonce", "none"],
  runs: runs ?? ((counts) => counts.faults),
  async run(work) {
    const { stand, tally } = work;
    await stand.start();
    await stand.quiet();
    const oracle = await createOracle(stand);
    for (; tally.runs < work.runs; tally.runs += 1) await once(work, oracle);
    if (note) tally.notes.push(note(work));
    await checkHistory(stand, tally);
    await stand.kill();
  },
});
