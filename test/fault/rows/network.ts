import { setTimeout as pause } from "node:timers/promises";
import { play } from "../driver/journeys.js";
import { judgeFinding, NO_DOUBLES } from "../driver/judge.js";
import type { Oracle } from "../driver/oracle.js";
import { OTHERS } from "../driver/probes.js";
import { ONE_EACH } from "./crash-points.js";
import type { FaultCase, Work } from "./fault-case.js";
import { wideCase } from "./wide-case.js";

const SHORT_SECONDS = 5;
/** After an outage a message may wait for as long as it backs off, and then some. */
const AFTERWARDS_MS = 400_000;
const LEAD_MS = 150;

/** Questions are asked, the network goes, more are asked, and it comes back after so long. */
const cut = async (work: Work, oracle: Oracle, state: "gone" | "half-open", seconds: number): Promise<void> => {
  const { stand, tally, random } = work;
  const patienceMs = seconds * 1_000 + AFTERWARDS_MS;
  const ask = () => OTHERS.map((where) => play(stand, "asked", { where, patienceMs }));
  const early = ask();
  await pause(random() * LEAD_MS);
  await stand.platform.network(state);
  const late = ask();
  await pause(seconds * 1_000);
  await stand.platform.network("up");
  const journeys = await Promise.all([...early, ...late]);
  await stand.quiet(AFTERWARDS_MS);
  const allowed = stand.mode() === "none" ? { culprits: [stand.sender()], ...ONE_EACH } : NO_DOUBLES;
  judgeFinding(tally, await oracle.look(journeys), allowed);
};

const DEMAND = "lost 0; doubled only what was being answered, marked (none)";

/** Row B: the platform is out of reach. */
export const network: readonly FaultCase[] = [
  wideCase({
    name: "away",
    what: "network gone for minutes: connections refused",
    demand: DEMAND,
    modes: ["none"],
    waits: true,
    runs: () => 1,
    once: (work, oracle) => cut(work, oracle, "gone", work.counts.awaySeconds),
    note: ({ counts }) => `gone for ${counts.awaySeconds} s`,
  }),
  wideCase({
    name: "gone",
    what: `network gone for ${SHORT_SECONDS} s, amid calls`,
    demand: DEMAND,
    once: (work, oracle) => cut(work, oracle, "gone", SHORT_SECONDS),
  }),
  wideCase({
    name: "half-open",
    what: `half-open for ${SHORT_SECONDS} s: connections stand, nothing is read or answered`,
    demand: DEMAND,
    once: (work, oracle) => cut(work, oracle, "half-open", SHORT_SECONDS),
  }),
];
