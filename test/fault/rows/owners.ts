import { setTimeout as pause } from "node:timers/promises";
import type { Fleet, Replica } from "../driver/fleet.js";
import { play } from "../driver/journeys.js";
import { type Allowance, judgeFinding, NO_DOUBLES } from "../driver/judge.js";
import type { Oracle } from "../driver/oracle.js";
import type { Stand } from "../driver/stand.js";
import { until } from "../driver/until.js";
import { ONE_EACH } from "./crash-points.js";
import { playCases } from "./crashing.js";
import { atMost, type FaultCase, figure, type Work } from "./fault-case.js";
import { fleetCase } from "./fleet-case.js";

const MOVES_WITHIN_MS = 15_000;
const WAIT_MS = 60_000;
const STRIKE_WITHIN_MS = 500;
const MOVED = "moved";
const DOUBLED = "doubled at once";
const PACE = "10:30";

const holderOf = async (stand: Stand): Promise<string | undefined> => {
  const sql = "select holder from lease where name = 'account:simulator'";
  return (await stand.database().rows<{ holder: string }>(sql))[0]?.holder;
};

/** Whoever sends: a question is asked, and the platform says who showed it. */
const ownerOf = async (stand: Stand, fleet: Fleet, oracle: Oracle, work: Work): Promise<Replica> => {
  const journey = await play(stand, "asked", { where: "diskominfo" });
  judgeFinding(work.tally, await oracle.look([journey]), NO_DOUBLES);
  const name = oracle.journal().at(-1)?.from;
  const owner = [...fleet.replicas.values()].find(({ sender }) => sender === name);
  if (owner === undefined) throw new Error(`nobody is called ${name}`);
  return owner;
};

type Strike = (owner: Replica, fleet: Fleet, work: Work) => Promise<() => Promise<void>>;

/** Strikes the owner under load, measures when another has the account, mends, and looks at what came of it. */
const strikeOwner =
  (strike: Strike, allow: (owner: Replica) => Allowance) =>
  async (work: Work, fleet: Fleet, oracle: Oracle): Promise<void> => {
    const { stand, tally, random } = work;
    const owner = await ownerOf(stand, fleet, oracle, work);
    const before = await holderOf(stand);
    const playing = playCases(stand);
    await pause(random() * STRIKE_WITHIN_MS);
    const mend = await strike(owner, fleet, work);
    const began = performance.now();
    await until("another owner", WAIT_MS, async () => {
      const now = await holderOf(stand);
      return now !== undefined && now !== before;
    });
    const tookMs = performance.now() - began;
    atMost(tally, MOVED, tookMs);
    if (tookMs > MOVES_WITHIN_MS) tally.failures.push(`the account moved after ${Math.round(tookMs)} ms`);
    await mend();
    const finding = await oracle.look(await playing);
    atMost(tally, DOUBLED, finding.doubled.length);
    judgeFinding(tally, finding, allow(owner));
    tally.runs += 1;
  };

const note = ({ tally }: Work): string =>
  `the account moved after ${figure(tally, MOVED)} ms at most; ${figure(tally, DOUBLED)} doubled at once at most`;

const killed: Strike = async ({ name, program }, fleet) => {
  await program.kill();
  return async () => void (await fleet.start(name));
};

/** Longer than the lease of a row about to be written (25 s) or claimed (30 s), so that others take over what is in hand. */
const PAST_LEASES_SECONDS = 35;
const stillFor = ({ stillSeconds }: Work["counts"]): number => Math.max(stillSeconds, PAST_LEASES_SECONDS);

const stopped: Strike = async ({ program }, _fleet, { counts }) => {
  program.signal("SIGSTOP");
  const until = performance.now() + stillFor(counts) * 1_000;
  return async () => {
    await pause(Math.max(0, until - performance.now()));
    program.signal("SIGCONT");
    // What it was about to write it writes now, or gives up: the look comes after that.
    await pause(LATE_WRITE_MS);
  };
};

const cutOff: Strike = async ({ gate }) => {
  await gate.close();
  return () => gate.open();
};

/**
 * A stop past the lease is a death to everybody else: a process that stands still cannot be told from one that died, its
 * messages on their way are sent again, and the bound is the same as in row A.
 */
const deathOf = ({ sender }: Replica): Allowance => ({ culprits: [sender], ...ONE_EACH });
/** A send's time-out of 10 s, and some more for a process that has just come to itself. */
const LATE_WRITE_MS = 15_000;
const MOVES = "the account moves in ≤ 15 s; lost 0";

/** Row D: what happens to the owner of the platform's account. */
export const owners: readonly FaultCase[] = [
  fleetCase({
    name: "owner-killed",
    what: "the owner of the account killed under load",
    demand: `${MOVES}; doubled ≤ 1 a chat and ≤ 4, marked`,
    processes: 3,
    pace: PACE,
    runs: (counts) => counts.faults,
    once: strikeOwner(killed, deathOf),
    note,
  }),
  fleetCase({
    name: "owner-stopped",
    what: "the owner stopped (SIGSTOP) past its leases under load, then let go",
    demand: `${MOVES}; doubled ≤ 1 a chat and ≤ 4, marked`,
    processes: 2,
    pace: PACE,
    waits: true,
    runs: (counts) => counts.faults,
    once: strikeOwner(stopped, (owner) => ({ ...deathOf(owner), stopped: owner.sender })),
    note: (work) => `stopped for ${stillFor(work.counts)} s; ${note(work)}`,
  }),
  fleetCase({
    name: "owner-cut-off",
    what: "the owner cut off from the database under load",
    demand: `${MOVES}; doubled ≤ 1 a chat and ≤ 4, marked`,
    processes: 2,
    pace: PACE,
    runs: (counts) => counts.faults,
    once: strikeOwner(cutOff, deathOf),
    note,
  }),
];
