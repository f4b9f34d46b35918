import { judgeFinding, NO_DOUBLES } from "../driver/judge.js";
import { createOracle } from "../driver/oracle.js";
import { checkHistory } from "../driver/whole.js";
import { playCases } from "./crashing.js";
import type { FaultCase, Work } from "./fault-case.js";

const DRAINED_WITHIN_MS = 10_000;
const STOP_WITHIN_MS = 700;

const stopUnderLoad = async ({ stand, tally, random }: Work): Promise<number> => {
  const program = await stand.start();
  await stand.quiet();
  const oracle = await createOracle(stand);
  const playing = playCases(stand);
  // Which work is in hand when the signal comes is left to chance.
  await new Promise((done) => setTimeout(done, random() * STOP_WITHIN_MS));
  const asked = performance.now();
  const end = await program?.stop();
  const tookMs = performance.now() - asked;
  if (end?.code !== 0) tally.failures.push(`it ended with ${end?.code ?? end?.signal}`);
  if (tookMs > DRAINED_WITHIN_MS) tally.failures.push(`it took ${Math.round(tookMs)} ms to end`);
  const next = await stand.start();
  judgeFinding(tally, await oracle.look(await playing), NO_DOUBLES);
  await checkHistory(stand, tally);
  await next?.kill();
  return tookMs;
};

/** Row A′: asked to end while there is work in hand. */
export const stopping: readonly FaultCase[] = [
  {
    row: "A′",
    name: "SIGTERM",
    fault: "SIGTERM under load",
    demand: "drained in ≤ 10 s, lost 0, doubled 0",
    modes: ["nonce", "none"],
    runs: (counts) => counts.runs,
    async run(work) {
      let longestMs = 0;
      for (; work.tally.runs < work.runs; work.tally.runs += 1)
        longestMs = Math.max(longestMs, await stopUnderLoad(work));
      work.tally.notes.push(`longest drain ${Math.round(longestMs)} ms`);
    },
  },
];
