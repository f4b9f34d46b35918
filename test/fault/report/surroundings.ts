import { execFileSync } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { root } from "../driver/places.js";

/** On what the figures were taken: no name of a host and no path. */
export interface Surroundings {
  readonly commit: string;
  readonly date: string;
  readonly machine: string;
}

const git = (...args: readonly string[]): string =>
  execFileSync("git", [...args], { cwd: root, encoding: "utf8" }).trim();

/** The commit and whether anything but the figures themselves differs from it. */
const commitOf = (): string => {
  const changed = git("status", "--porcelain", "--", "src", "adapters", "test/fault", "prisma") !== "";
  return `${git("rev-parse", "--short=12", "HEAD")}${changed ? " with uncommitted changes" : ""}`;
};

/** Reads them when the runs begin. */
export const readSurroundings = (): Surroundings => {
  const gib = Math.round(totalmem() / 2 ** 30);
  return {
    commit: commitOf(),
    date: new Date().toISOString().slice(0, 10),
    machine: `${process.platform} ${process.arch}, ${cpus().length} cores, ${gib} GiB, Node ${process.versions.node}`,
  };
};
