import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { NO_DOUBLES } from "../driver/judge.js";
import { ONE_EACH } from "./crash-points.js";
import { lateNote, passDeadlines } from "./deadlines.js";
import type { FaultCase } from "./fault-case.js";
import { fleetCase } from "./fleet-case.js";

/** Debian's package "faketime": a wall clock for one process; its steady clock and the database's stay. */
const LIBRARY = `/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu/faketime/libfaketimeMT.so.1`;
const MISSING = "libfaketime is not installed (Debian: apt-get install faketime)";
const AT_ONCE = 60;
const STEPS = ["-1h", "+1h", "+25h"];
const SKEWS: Readonly<Record<string, string>> = { "replica 1": "+10m", "replica 2": "-10m", "replica 3": "+0" };

const notRun = (): string | undefined => (existsSync(LIBRARY) ? undefined : MISSING);
const faked = { LD_PRELOAD: LIBRARY, FAKETIME_DONT_FAKE_MONOTONIC: "1", DONT_FAKE_MONOTONIC: "1" };

/** The wall clock of a running process, set by writing a file. */
const clock = { file: "" };
const set = (step: string): void => writeFileSync(clock.file, `${step}\n`);

const stepping = fleetCase({
  row: "E",
  name: "wall-clock",
  what: `the wall clock of the running program steps by ${STEPS.join(", ")} in turn, as deadlines pass`,
  demand: "the same pings as undisturbed, each once and ≤ 60 s late",
  processes: 1,
  notRun,
  environment() {
    clock.file = join(mkdtempSync(join(tmpdir(), "tanggap-clock-")), "now");
    set("+0");
    return { ...faked, FAKETIME_TIMESTAMP_FILE: clock.file, FAKETIME_NO_CACHE: "1" };
  },
  runs: (counts) => Math.max(STEPS.length, counts.faults),
  async once(work, _fleet, oracle) {
    const step = STEPS[work.tally.runs % STEPS.length] ?? "+0";
    await passDeadlines(work, oracle, AT_ONCE, NO_DOUBLES, async () => {
      set(step);
      return [];
    });
    work.tally.runs += 1;
  },
  note(work) {
    rmSync(dirname(clock.file), { recursive: true, force: true });
    return lateNote(work);
  },
});

const skewed = fleetCase({
  row: "E",
  name: "skew",
  what: "their wall clocks ten minutes fast, ten minutes slow and right, as deadlines pass",
  demand: "each ping once and ≤ 60 s late",
  processes: 3,
  notRun,
  environment: (name) => ({ ...faked, FAKETIME: SKEWS[name] ?? "+0" }),
  runs: (counts) => counts.faults,
  async once(work, _fleet, oracle) {
    await passDeadlines(work, oracle, AT_ONCE, NO_DOUBLES, async () => []);
    work.tally.runs += 1;
  },
  note: lateNote,
});

const blocked = fleetCase({
  row: "E",
  name: "still",
  what: "the program stands still (SIGSTOP) while deadlines pass",
  demand: "each ping once and ≤ 60 s late; doubled ≤ 1 a chat, marked",
  processes: 1,
  waits: true,
  runs: () => 1,
  async once(work, fleet, oracle) {
    await passDeadlines(work, oracle, AT_ONCE, ONE_EACH, async () => {
      const replica = fleet.replicas.get("replica 1");
      replica?.program.signal("SIGSTOP");
      await pause(work.counts.stillSeconds * 1_000);
      replica?.program.signal("SIGCONT");
      return replica ? [replica.sender] : [];
    });
    work.tally.runs += 1;
  },
  note: (work) =>
    `stood still for ${work.counts.stillSeconds} s, which is what a blocked event loop is to the rest; ${lateNote(work)}`,
});

/** Row E: the clocks of the program's processes. */
export const wallClocks: readonly FaultCase[] = [stepping, skewed, blocked];
