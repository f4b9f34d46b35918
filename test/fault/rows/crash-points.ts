import type { CrashPointName } from "../../../src/infra/crash-points.js";
import type { Mode } from "../platform/protocol.js";
import {
  type Attack,
  crashAgainAndAgain,
  type PlayRound,
  playCalmly,
  playCases,
  playOne,
  playOverdue,
} from "./crashing.js";
import type { FaultCase } from "./fault-case.js";

const POINTS: Readonly<Record<CrashPointName, string>> = {
  K0: "before the inbox commit",
  K1: "after it, before the acknowledgement",
  K2: "before the use case",
  K3: "inside it",
  K4: "committed, not claimed",
  K5: "claimed, not written",
  K6: "written, no response",
  K7: "response, not settled",
  K8: "while settling",
  K9: "inside the sweep",
};

/** Where the platform may have a message of which the database does not know yet. */
const DOUBTFUL: readonly string[] = ["K6", "K7", "K8"];

const MAX_HIT = 14;
/** With fewer hits in a round. */
const MAX_HIT_ALONE = 6;
const MAX_HIT_SMALL = 2;
/** A process that recovers passes the point a few times before it takes up new work. */
const FIRST_HIT_RECOVERING = 3;

/** Reached only by what people do; all others also by what follows from a delivery. */
const OF_PEOPLE: readonly string[] = ["K0", "K1"];

/**
 * Where the point itself leaves no doubt, a platform that knows no repeats gets one message at a time: whatever else is
 * on its way when the process dies is at K6 to K8, and counted there. A case alone is not enough where an event that one
 * message's delivery made may be in hand while another message of the same change is on its way.
 */
const roundOf = (point: string, mode: Mode): PlayRound => {
  if (point === "K9") return playOverdue;
  if (mode === "nonce" || DOUBTFUL.includes(point)) return playCases;
  return OF_PEOPLE.includes(point) ? playCalmly : playOne;
};

const attackOf = (point: string, mode: Mode): Attack => {
  const playRound = roundOf(point, mode);
  const isSmall = playRound === playOne;
  return {
    environment(random, recovering) {
      // Whoever is in hand at ten deaths in a row is parked, as it should be: what was in hand at this one gets through.
      const recovered = isSmall ? MAX_HIT_SMALL : FIRST_HIT_RECOVERING;
      const first = recovering ? recovered : 1;
      const last = playRound === playCases ? MAX_HIT : MAX_HIT_ALONE;
      const nth = point === "K9" ? 1 : first + Math.floor(random() * ((isSmall ? MAX_HIT_SMALL : last) - first + 1));
      return { CRASH_AT: `${point}:${nth}` };
    },
    playRound,
    ...(mode === "none" && DOUBTFUL.includes(point) ? ONE_EACH : { perChat: 0, perProcess: 0 }),
  };
};

/** What a platform that knows no repeats may get twice at a death. */
export const ONE_EACH = { perChat: 1, perProcess: 4 };

const demandOf = (point: string): string => {
  const once = "lost 0, doubled 0";
  if (point === "K0") return `${once}, never half done`;
  if (point === "K9") return `${once}, each ping at most once`;
  return DOUBTFUL.includes(point) ? "lost 0; doubled 0 (nonce), ≤ 1 a chat and ≤ 4 a process, marked (none)" : once;
};

/** Row A: the process kills itself at each point, at varying hits. */
export const crashPoints: readonly FaultCase[] = Object.entries(POINTS).map(([point, where]) => ({
  row: "A",
  name: point,
  fault: `${point}: killed ${where}`,
  demand: demandOf(point),
  modes: ["nonce", "none"],
  runs: (counts) => counts.runs,
  run: (work) => crashAgainAndAgain(work, attackOf(point, work.stand.mode())),
}));

/** A life is long enough for work on a busy machine too: up to this many times what the start took. */
const LIFE_IN_STARTS = 1.5;

/** Row A: killed from outside, at moments nobody chose. */
export const randomKills: readonly FaultCase[] = [
  {
    row: "A",
    name: "random",
    fault: "killed at a random moment",
    demand: "lost 0; doubled 0 (nonce), ≤ 1 a chat and ≤ 4 a process, marked (none)",
    modes: ["nonce", "none"],
    runs: (counts) => Math.ceil(counts.random / 2),
    run: (work) =>
      crashAgainAndAgain(work, {
        environment: () => ({}),
        strike: (program, random, startedInMs) =>
          void setTimeout(() => void program.kill(), random() * startedInMs * LIFE_IN_STARTS),
        playRound: playCases,
        ...(work.stand.mode() === "none" ? ONE_EACH : { perChat: 0, perProcess: 0 }),
      }),
  },
];
