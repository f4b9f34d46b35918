import { basename, join, resolve } from "node:path";

const above = resolve(import.meta.dirname, "../../..");
const isBuilt = basename(above) === "dist";

/** The repository. */
export const root = isBuilt ? resolve(above, "..") : above;
const dist = join(root, "dist");

/** The entries of the processes, as built by scripts/build-faults.mjs. */
export const platformEntry = join(dist, "test/fault/platform/main.js");
export const programEntry = join(dist, "test/fault/program/main.js");
export const realEntry = join(dist, "src/main.js");
