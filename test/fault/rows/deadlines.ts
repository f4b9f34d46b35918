import { setTimeout as pause } from "node:timers/promises";
import { forgeDeadlines, pingedOf } from "../driver/deadlines.js";
import type { Fleet } from "../driver/fleet.js";
import { type Allowance, judgeFinding, NO_DOUBLES } from "../driver/judge.js";
import type { Oracle } from "../driver/oracle.js";
import { until } from "../driver/until.js";
import { ONE_EACH } from "./crash-points.js";
import { atMost, count, type FaultCase, figure, type Work } from "./fault-case.js";
import { fleetCase } from "./fleet-case.js";

const PINGS_EACH = 2;
const IN_MS = 3_000;
const TAKEN_WITHIN_MS = 600_000;
const KILLED = "killed";
const LATE = "late";
/** More than one batch of the sweep's. */
const AT_A_KILL = 300;
const KILL_WITHIN_MS = 400;
const IN_TIME_MS = 60_000;

/** The deadlines pass; `strike` answers who died or stopped. Every one was told once in each chat. The oracle looks at everything else that was sent for it. */
export const passDeadlines = async (
  work: Work,
  oracle: Oracle,
  number: number,
  allowed: Pick<Allowance, "perChat" | "perProcess">,
  strike: () => Promise<readonly string[]>,
) => {
  const { stand, tally } = work;
  const forwards = await forgeDeadlines(stand.database(), number, IN_MS);
  if (forwards.length !== number * PINGS_EACH) throw new Error("the deadlines were not written");
  const culprits = await strike();
  await until(
    "all pings to be taken",
    TAKEN_WITHIN_MS,
    async () => (await pingedOf(stand.database(), forwards)).untaken === 0,
  );
  await stand.quiet(TAKEN_WITHIN_MS);
  judgeFinding(tally, await oracle.look([]), { ...allowed, culprits });
  const { told, lateMs } = await pingedOf(stand.database(), forwards);
  if (told !== forwards.length) tally.failures.push(`${told} of ${forwards.length} pings were told`);
  if (lateMs > IN_TIME_MS) tally.failures.push(`a ping was ${Math.round(lateMs)} ms late`);
  atMost(tally, LATE, lateMs);
};

/** Some process, whichever it is, dies while the pings go out, and comes back. */
const killSome = async ({ stand, random, tally }: Work, fleet: Fleet): Promise<readonly string[]> => {
  await until("the first ping", TAKEN_WITHIN_MS, async () => {
    const sql = "select 1 from outbox where content->>'kind' = 'pings' and state in ('pending', 'sending')";
    return (await stand.database().rows(sql)).length > 0;
  });
  await pause(random() * KILL_WITHIN_MS);
  const names = [...fleet.replicas.keys()];
  const name = names[Math.floor(random() * names.length)] ?? "";
  const killed = fleet.replicas.get(name);
  await killed?.program.kill();
  count(tally, KILLED);
  await fleet.start(name);
  return killed ? [killed.sender] : [];
};

export const lateNote = ({ tally }: Work): string => `taken ${figure(tally, LATE)} ms after the instant at most`;

/** Row D: many deadlines at one instant. */
export const deadlines: readonly FaultCase[] = [
  fleetCase({
    name: "deadlines",
    what: "deadlines at one instant, two pings each",
    demand: "each ping once",
    processes: 3,
    runs: (counts) => counts.deadlines,
    async once(work, _fleet, oracle) {
      const number = work.runs;
      await passDeadlines(work, oracle, number, NO_DOUBLES, async () => []);
      work.tally.runs += number;
    },
    note: lateNote,
  }),
  fleetCase({
    name: "mid-batch",
    what: `one killed while the pings of ${AT_A_KILL} deadlines go out`,
    demand: "each ping once; a kill doubles ≤ 1 a chat and ≤ 4, marked",
    processes: 3,
    pace: "50:100",
    runs: (counts) => counts.runs,
    async once(work, fleet, oracle) {
      await passDeadlines(work, oracle, AT_A_KILL, ONE_EACH, () => killSome(work, fleet));
      work.tally.runs += 1;
    },
    note: (work) => `${figure(work.tally, KILLED)} kills; ${lateNote(work)}`,
  }),
];
