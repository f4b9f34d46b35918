// npm run test:simulation -- --days 5000: lives through so many simulated days, and prints what happened in them.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { days: { type: "string", default: "500" }, run: { type: "string", default: "5" } },
});
const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--config", "vitest.simulation.config.ts", "simulation.test"],
  { stdio: "inherit", env: { ...process.env, SIMULATED_DAYS: values.days, DAYS: values.run } },
);
process.exit(status ?? 1);
