import { approvals } from "./approvals.js";
import { bodies } from "./bodies.js";
import { burst } from "./burst.js";
import { caseClock } from "./case-clock.js";
import { chatFailures } from "./chat-failures.js";
import { crashPoints, randomKills } from "./crash-points.js";
import { databaseBusy } from "./database-busy.js";
import { databaseDeadlocks } from "./database-deadlocks.js";
import { databaseRestarts } from "./database-restarts.js";
import { deadlines } from "./deadlines.js";
import { diskFull } from "./disk-full.js";
import type { FaultCase } from "./fault-case.js";
import { hostileFields } from "./hostile-texts.js";
import { incoming } from "./incoming.js";
import { network } from "./network.js";
import { namedOnly } from "./not-run.js";
import { owners } from "./owners.js";
import { refusals } from "./refusals.js";
import { secondProgram } from "./second-program.js";
import { stopping } from "./stopping.js";
import { wallClocks } from "./wall-clocks.js";

/** The fault matrix: every row there is. */
export const allCases: readonly FaultCase[] = [
  ...crashPoints,
  ...randomKills,
  ...burst,
  ...stopping,
  ...chatFailures,
  ...refusals,
  ...network,
  ...databaseRestarts,
  ...databaseBusy,
  ...databaseDeadlocks,
  ...diskFull,
  ...secondProgram,
  ...deadlines,
  ...owners,
  ...caseClock,
  ...wallClocks,
  ...namedOnly,
  ...incoming,
  ...bodies,
  ...hostileFields,
  ...approvals,
];
