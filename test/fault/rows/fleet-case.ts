import { simulatorCapabilities } from "../../../adapters/simulator/capabilities.js";
import { type Fleet, openFleet } from "../driver/fleet.js";
import { createOracle, type Oracle } from "../driver/oracle.js";
import { ON_THE_WAY_MS, shortestWindows } from "../driver/pace.js";
import { checkHistory } from "../driver/whole.js";
import { paceOf } from "../platform/pace.js";
import type { Entry } from "../platform/protocol.js";
import type { FaultCase, Tally, Work } from "./fault-case.js";

/** What happens to several processes on one database. */
export interface FleetFault {
  /** "D" unless said. */
  readonly row?: string;
  readonly name: string;
  readonly what: string;
  readonly demand: string;
  readonly modes?: FaultCase["modes"];
  readonly waits?: true;
  readonly processes: number;
  /** See `paceOf`; the simulator's own if undefined. */
  readonly pace?: string;
  /** What the process of that name is told besides. */
  readonly environment?: (name: string) => Readonly<Record<string, string>>;
  readonly notRun?: () => string | undefined;
  readonly runs: FaultCase["runs"];
  /** One run, or several: counts them itself. Leaves all processes running. */
  once(work: Work, fleet: Fleet, oracle: Oracle): Promise<void>;
  note(work: Work): string;
}

const FOREVER = Number.POSITIVE_INFINITY;

/** The platform's limits, against what it accepted. */
const createPaceCheck = (tally: Tally, pace: string | undefined) => {
  const limits = pace === undefined ? simulatorCapabilities : { pace: paceOf(pace) };
  const least = { perConversation: FOREVER, overall: FOREVER };
  return {
    check(journal: readonly Entry[]): void {
      const found = shortestWindows(journal, limits);
      for (const scope of ["perConversation", "overall"] as const) {
        least[scope] = Math.min(least[scope], found[scope]);
        if (found[scope] < limits.pace[scope].perMs - ON_THE_WAY_MS)
          tally.failures.push(`${limits.pace[scope].messages + 1} messages in ${found[scope]} ms (${scope})`);
      }
    },
    note: (): string =>
      (["perConversation", "overall"] as const)
        .filter((scope) => least[scope] < FOREVER)
        .map((scope) => `${limits.pace[scope].messages + 1} messages took ${least[scope]} ms at least (${scope})`)
        .join(", ") || "the limits were never reached",
  };
};

/** A case of row D. */
export const fleetCase = (fault: FleetFault): FaultCase => ({
  row: fault.row ?? "D",
  name: fault.name,
  fault: `${fault.processes} processes: ${fault.what}`,
  demand: `${fault.demand}; limits kept`,
  modes: fault.modes ?? ["none"],
  runs: fault.runs,
  ...(fault.waits ? { waits: true } : {}),
  ...(fault.notRun ? { notRun: fault.notRun } : {}),
  async run(work) {
    const { stand, tally } = work;
    const fleet = await openFleet(stand, fault.processes, (name) => ({
      ...(fault.pace ? { FAULT_PACE: fault.pace } : {}),
      ...fault.environment?.(name),
    }));
    try {
      await stand.quiet();
      const oracle = await createOracle(stand);
      const pace = createPaceCheck(tally, fault.pace);
      stand.platform.readJournal();
      while (tally.runs < work.runs) {
        await fault.once(work, fleet, oracle);
        pace.check(oracle.journal());
      }
      tally.notes.push(fault.note(work), pace.note());
      await checkHistory(stand, tally);
    } finally {
      await fleet.end();
    }
  },
});
