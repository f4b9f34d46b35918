import { play } from "../driver/journeys.js";
import { judgeFinding, NO_DOUBLES } from "../driver/judge.js";
import { startProgram } from "../driver/program.js";
import { atMost, type FaultCase, figure, type Work } from "./fault-case.js";
import { wideCase } from "./wide-case.js";

const REFUSED_WITHIN_MS = 10_000;
const REFUSED = "refused";
const CLEAR = /Another Tanggap \(process \d+\) is using the data in .* Stop it first, or give this one another folder/;

/** Starts another program on the same data; answers how long it took to be refused. */
const refusedAfter = async ({ stand, tally }: Work): Promise<number> => {
  const began = performance.now();
  try {
    const second = await startProgram({
      DATA_DIR: stand.dataDir,
      FAULT_PORT: String(stand.platform.port),
      FAULT_MODE: stand.mode(),
    });
    tally.failures.push("a second program runs on the same data");
    if ("url" in second) await second.kill();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (!CLEAR.test(said)) tally.failures.push(`it was refused with: ${said}`);
  }
  return performance.now() - began;
};

/** Row C: a second program on the data of one that runs. */
export const secondProgram: readonly FaultCase[] = [
  wideCase({
    row: "C",
    name: "second",
    what: "a second program started on the same data, under load",
    demand: "refused at once with a clear message; the first works on, lost 0",
    modes: ["nonce"],
    async once(work, oracle) {
      const playing = Promise.all([play(work.stand, "forwarded"), play(work.stand, "approved")]);
      const tookMs = await refusedAfter(work);
      atMost(work.tally, REFUSED, tookMs);
      judgeFinding(work.tally, await oracle.look(await playing), NO_DOUBLES);
      if (tookMs > REFUSED_WITHIN_MS) work.tally.failures.push(`refused after ${Math.round(tookMs)} ms`);
    },
    note: ({ tally }) => `refused ${figure(tally, REFUSED)} ms after its start at most`,
  }),
];
