import { expect, it } from "vitest";
import { PLANTED_BUGS } from "./sabotage.js";
import { foundBy } from "./simulated.js";

const SEEDS = 60;

it.each(PLANTED_BUGS)("finds $name", async ({ name, plant, found }) => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const violation = await foundBy({ seed, days: 2, sabotage: plant });
    if (violation === undefined) continue;
    console.log(`${name}: found in seed ${seed}: ${violation.slice(0, 120)}`);
    expect(violation).toMatch(found);
    return;
  }
  throw new Error(`not found in ${SEEDS} seeds`);
});
