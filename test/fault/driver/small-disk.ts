import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk in memory that can be filled to the last byte. */
export interface SmallDisk {
  /** An empty folder on it. */
  readonly folder: string;
  fill(): void;
  /** Takes away what filled it. */
  empty(): void;
  remove(): void;
}

const SIZE = "400m";
const BALLAST = [Buffer.alloc(1024 * 1024), Buffer.alloc(4096)];

const mount = (...args: readonly string[]): boolean => spawnSync("mount", [...args], { stdio: "ignore" }).status === 0;

/** Writes until nothing more goes in. */
const pour = (path: string): void => {
  for (const part of BALLAST) {
    const file = openSync(path, "a");
    try {
      for (;;) writeSync(file, part);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
    } finally {
      closeSync(file);
    }
  }
};

/** A small disk; undefined where no file system may be mounted. */
export function mountSmallDisk(): SmallDisk | undefined {
  const place = mkdtempSync(join(tmpdir(), "tanggap-disk-"));
  if (!mount("-t", "tmpfs", "-o", `size=${SIZE},mode=0755`, "tmpfs", place)) {
    rmdirSync(place);
    return undefined;
  }
  const ballast = join(place, "ballast");
  return {
    folder: mkdtempSync(join(place, "data-")),
    fill: () => pour(ballast),
    empty: () => rmSync(ballast, { force: true }),
    remove() {
      rmSync(ballast, { force: true });
      spawnSync("umount", [place], { stdio: "ignore" });
      rmdirSync(place);
    },
  };
}
