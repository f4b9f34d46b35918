import { defineConfig } from "vitest/config";

/** The simulation needs no database: nothing is started for it. */
export default defineConfig({
  test: { include: ["test/simulation/**/*.test.ts"], testTimeout: 3_600_000, hookTimeout: 60_000 },
});
