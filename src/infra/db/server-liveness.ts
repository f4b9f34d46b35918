import { readdirSync, readlinkSync, realpathSync } from "node:fs";

/** Whether a process with this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Whether any process works in the folder, as a server and all its children do in their cluster; undefined where the
 * system does not tell (no /proc).
 */
export function livesIn(folder: string): boolean | undefined {
  const real = realpathSync(folder);
  try {
    return readdirSync("/proc").some((name) => /^\d+$/.test(name) && worksIn(name, real));
  } catch {
    return undefined;
  }
}

function worksIn(pid: string, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    // Gone meanwhile, or another user's: the cluster's processes are this user's or the program is root.
    return false;
  }
}
