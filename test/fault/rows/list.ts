import { burst } from "./burst.js";
import { crashPoints, randomKills } from "./crash-points.js";
import type { FaultCase } from "./fault-case.js";

/** The fault matrix: every row there is. */
export const allCases: readonly FaultCase[] = [...crashPoints, ...randomKills, ...burst];
