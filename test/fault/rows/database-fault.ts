import type { Journey } from "../driver/journeys.js";
import { play } from "../driver/journeys.js";
import { judgeFinding, NO_DOUBLES } from "../driver/judge.js";
import type { Oracle } from "../driver/oracle.js";
import type { Stand } from "../driver/stand.js";
import { until } from "../driver/until.js";
import { playCases } from "./crashing.js";
import { atMost, type FaultCase, figure, type Work } from "./fault-case.js";
import { type WideFailure, wideCase } from "./wide-case.js";

/** From the database being able to work to a question being acknowledged, done and shown. */
const WORKS_WITHIN_MS = 2_000;
const SHOWN_WITHIN_MS = 60_000;
const WORKED = "worked again";
const STRIKE_WITHIN_MS = 400;

/** Asks a question in a chat of its own and waits until it is shown there. */
const probe = async (stand: Stand): Promise<{ readonly journey: Journey; readonly ms: number }> => {
  const began = performance.now();
  const journey = await play(stand, "asked", { where: "diskominfo" });
  await until("the probe to be shown", SHOWN_WITHIN_MS, async () =>
    (await stand.platform.shown("kobar-diskominfo-work")).some(({ text }) => text.includes(journey.text)),
  );
  return { journey, ms: performance.now() - began };
};

/** What goes wrong with the database, while cases are under way. */
export interface DatabaseFault extends Pick<WideFailure, "name" | "what" | "modes" | "notRun" | "waits"> {
  readonly runs: (counts: Work["counts"]) => number;
  /** Does it, and resolves as soon as the database can work again. */
  strike(work: Work): Promise<void>;
  readonly note?: WideFailure["note"];
}

const once = async (work: Work, oracle: Oracle, fault: DatabaseFault): Promise<void> => {
  const { stand, tally, random } = work;
  const playing = playCases(stand);
  // Which work is in hand when it happens is left to chance.
  await new Promise((done) => setTimeout(done, random() * STRIKE_WITHIN_MS));
  await fault.strike(work);
  const { journey, ms } = await probe(stand);
  atMost(tally, WORKED, ms);
  if (ms > WORKS_WITHIN_MS) tally.failures.push(`worked again after ${Math.round(ms)} ms`);
  judgeFinding(tally, await oracle.look([...(await playing), journey]), NO_DOUBLES);
};

/** A case of row C. */
export const databaseFault = (fault: DatabaseFault): FaultCase => {
  const { name, what, modes, notRun, waits, runs } = fault;
  return wideCase({
    row: "C",
    name,
    what,
    demand: "acknowledged lost 0, doubled 0; works again ≤ 2 s after the database",
    modes: modes ?? ["none"],
    ...(notRun ? { notRun } : {}),
    ...(waits === undefined ? {} : { waits }),
    runs,
    once: (work, oracle) => once(work, oracle, fault),
    note: (work) =>
      [`worked again after ${figure(work.tally, WORKED)} ms at most`, fault.note?.(work) ?? ""]
        .filter(Boolean)
        .join("; "),
  });
};
