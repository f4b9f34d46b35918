import { play } from "../driver/journeys.js";
import { judgeFinding, NO_DOUBLES } from "../driver/judge.js";
import { createOracle } from "../driver/oracle.js";
import { untilStill } from "../driver/still.js";
import { until } from "../driver/until.js";
import { checkHistory } from "../driver/whole.js";
import { ONE_EACH } from "./crash-points.js";
import type { FaultCase, Work } from "./fault-case.js";

const AGENCIES = ["dukcapil", "pupr", "dishub", "dinkes", "disdik", "dlh", "satpolpp", "diskominfo"];
const SEEN_WITHIN_MS = 30_000;

/** Everything the platform takes stays unanswered; when that many messages are out the process is killed. */
const dieWithManyOut = async ({ stand, tally }: Work): Promise<void> => {
  const { platform } = stand;
  await platform.heal();
  const program = await stand.start();
  await stand.quiet();
  const oracle = await createOracle(stand);
  await platform.inject({ kind: "take-silent" }, AGENCIES.length);
  const playing = Promise.all(AGENCIES.map((where) => play(stand, "asked", { where })));
  const journeys = await playing;
  await until("as many messages on their way as there can be", SEEN_WITHIN_MS, untilStill(platform));
  const killed = stand.sender();
  await program?.kill();
  await platform.heal();
  const next = await stand.start();
  const allowed = stand.mode() === "none" ? { culprits: [killed], ...ONE_EACH } : NO_DOUBLES;
  judgeFinding(tally, await oracle.look(journeys), allowed);
  await checkHistory(stand, tally);
  await next?.kill();
};

/** Row A: killed with as many messages on their way as there can be. */
export const burst: readonly FaultCase[] = [
  {
    row: "A",
    name: "burst",
    fault: "killed with messages for eight chats written and unanswered",
    demand: "lost 0; doubled 0 (nonce), ≤ 1 a chat and ≤ 4 a process, marked (none)",
    modes: ["nonce", "none"],
    runs: (counts) => counts.faults,
    async run(work) {
      for (; work.tally.runs < work.runs; work.tally.runs += 1) await dieWithManyOut(work);
    },
  },
];
