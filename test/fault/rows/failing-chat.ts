import type { Journey } from "../driver/journeys.js";
import { play } from "../driver/journeys.js";
import { type Allowance, judgeFinding, NO_DOUBLES } from "../driver/judge.js";
import { createOracle, type Oracle } from "../driver/oracle.js";
import { p99, probeOthers } from "../driver/probes.js";
import { checkHistory } from "../driver/whole.js";
import type { Fault } from "../platform/protocol.js";
import type { FaultCase, Work } from "./fault-case.js";

/** A failure of one chat. */
export interface ChatFailure {
  readonly name: string;
  readonly what: string;
  readonly fault: Fault;
  /** So many calls in a row fail. */
  readonly times: number;
  /** Whether the platform may have the message. */
  readonly taken?: boolean;
  /** What has to happen for the message to arrive after all, besides waiting. */
  readonly mend?: (work: Work) => Promise<void>;
  readonly note?: string;
}

/** The chat that fails, by its agency. */
const WHERE = "dishub";
export const CHAT = "kobar-dishub-work";
/** Other chats wait no longer than this while one fails. */
const OTHERS_WITHIN_MS = 5_000;

const failOnce = async (work: Work, oracle: Oracle, failure: ChatFailure): Promise<readonly number[]> => {
  const { stand, tally } = work;
  await stand.platform.inject(failure.fault, failure.times, CHAT);
  const journey: Journey = await play(stand, "asked", { where: WHERE });
  const probes = await probeOthers(stand);
  await failure.mend?.(work);
  const finding = await oracle.look([journey, ...probes.journeys]);
  const mayDouble = failure.taken === true && stand.mode() === "none";
  const allowed: Allowance = mayDouble ? { culprits: [stand.sender()], perChat: 1, perProcess: 1 } : NO_DOUBLES;
  judgeFinding(tally, finding, allowed);
  await stand.platform.heal();
  return probes.latencies(oracle.journal());
};

/** A case of row B in which one chat fails while the others go on. */
export const failingChat = (failure: ChatFailure): FaultCase => ({
  row: "B",
  name: failure.name,
  fault: failure.what,
  demand: "lost 0; other chats' p99 < 5 s",
  modes: ["nonce", "none"],
  runs: (counts) => counts.faults,
  async run(work) {
    const { stand, tally } = work;
    await stand.start();
    await stand.quiet();
    const oracle = await createOracle(stand);
    const latencies: number[] = [];
    for (; tally.runs < work.runs; tally.runs += 1) latencies.push(...(await failOnce(work, oracle, failure)));
    const slow = p99(latencies);
    tally.notes.push(`other chats' p99 ${Math.round(slow)} ms of ${latencies.length}`);
    if (failure.note) tally.notes.push(failure.note);
    if (!(slow < OTHERS_WITHIN_MS)) tally.failures.push(`other chats' p99 was ${Math.round(slow)} ms`);
    await checkHistory(stand, tally);
    await stand.kill();
  },
});
