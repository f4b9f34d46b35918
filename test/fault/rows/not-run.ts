import type { FaultCase } from "./fault-case.js";

/** A line of the matrix that does not apply to the program as it is. */
const notRun = (name: string, fault: string, why: string): FaultCase => ({
  row: "E",
  name,
  fault,
  demand: "the same pings as undisturbed",
  modes: ["nonce"],
  notRun: () => why,
  runs: () => 0,
  run: async () => {},
});

/** What is named so that nobody takes its absence for a proof. */
export const namedOnly: readonly FaultCase[] = [
  notRun(
    "case-clock-back",
    "case time steps back by 1 h",
    "nothing can move it back: only example governments have an offset and their clock only moves forward",
  ),
  notRun(
    "daylight-saving",
    "a zone that changes its clocks",
    "no example government lies in one; zones that do are in the property tests of deadlines, pings and quiet hours",
  ),
  notRun(
    "server-clock",
    "the database server's own wall clock steps by ±1 h",
    "all times are the database's: a step of its machine's clock is a step of time itself, which the operator's clock service has to prevent",
  ),
];
