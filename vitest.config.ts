import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, "test/browser/**"],
    globalSetup: ["test/support/global-setup.ts"],
    // Many files mostly wait for a program: with two at a time the suite takes six minutes on two cores, else ten.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
