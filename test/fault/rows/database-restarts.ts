import { judgeFinding, NO_DOUBLES } from "../driver/judge.js";
import { createOracle } from "../driver/oracle.js";
import { type Downfall, fellServer, untilServerBack } from "../driver/server.js";
import { checkHistory } from "../driver/whole.js";
import { playCases } from "./crashing.js";
import { databaseFault } from "./database-fault.js";
import type { FaultCase, Work } from "./fault-case.js";

const DOWNFALLS: readonly Downfall[] = ["all", "postmaster", "immediate"];
const STRIKE_WITHIN_MS = 400;
const START_WITHIN_MS = 15_000;

const restarted = databaseFault({
  name: "restart",
  what: "PostgreSQL killed under load: all its processes, its first one, or stopped immediately, in turn",
  modes: ["nonce", "none"],
  runs: (counts) => Math.ceil(counts.runs / 5),
  async strike({ stand, tally }) {
    fellServer(stand.dataDir, DOWNFALLS[tally.runs % DOWNFALLS.length] ?? "all");
    await untilServerBack(stand.dataDir);
  },
});

/** The program and its server die in the same moment, with work in hand: the next start finds only the data. */
const killBoth = async ({ stand, tally, random }: Work): Promise<number> => {
  await stand.start();
  await stand.quiet();
  const oracle = await createOracle(stand);
  const playing = playCases(stand);
  await new Promise((done) => setTimeout(done, random() * STRIKE_WITHIN_MS));
  fellServer(stand.dataDir, "all");
  await stand.kill();
  const began = performance.now();
  await stand.start();
  const tookMs = performance.now() - began;
  if (tookMs > START_WITHIN_MS) tally.failures.push(`started after ${Math.round(tookMs)} ms`);
  judgeFinding(tally, await oracle.look(await playing), NO_DOUBLES);
  await checkHistory(stand, tally);
  await stand.kill();
  return tookMs;
};

const parent: FaultCase = {
  row: "C",
  name: "parent",
  fault: "the program and all processes of its server killed at once under load",
  demand: "acknowledged lost 0, doubled 0; the next start works",
  modes: ["nonce"],
  runs: (counts) => counts.faults,
  async run(work) {
    let longestMs = 0;
    for (; work.tally.runs < work.runs; work.tally.runs += 1) longestMs = Math.max(longestMs, await killBoth(work));
    work.tally.notes.push(`ready ${Math.round(longestMs)} ms after the start at most`);
  },
};

/** Row C: the server dies. */
export const databaseRestarts: readonly FaultCase[] = [restarted, parent];
