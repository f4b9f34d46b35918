import type { Finding } from "../driver/finding.js";
import { type Journey, play } from "../driver/journeys.js";
import { type Allowance, judgeFinding } from "../driver/judge.js";
import { createOracle, type Oracle } from "../driver/oracle.js";
import type { Program } from "../driver/program.js";
import type { Stand } from "../driver/stand.js";
import { checkHistory } from "../driver/whole.js";
import type { Work } from "./fault-case.js";

/** How the process is brought down, again and again. */
export interface Attack {
  /** What the next start is told. `recovering`: work of the death before is still under way. */
  environment(random: () => number, recovering: boolean): Readonly<Record<string, string>>;
  /** Called when the program is ready, with how long that took: on a busy machine everything takes longer. */
  strike?(program: Program, random: () => number, startedInMs: number): void;
  playRound(stand: Stand): Promise<readonly Journey[]>;
  readonly perChat: number;
  readonly perProcess: number;
}

/** A round that many times does not reach the point: the attack is wrong. */
const MAX_ROUNDS = 15;

/** A way to play a round of journeys. */
export type PlayRound = Attack["playRound"];

/** Cases in a dozen chats of three governments at once, each to its end. */
export const playCases: PlayRound = (stand) =>
  Promise.all([
    play(stand, "forwarded"),
    play(stand, "approved"),
    play(stand, "combined"),
    ...["dinkes", "disdik", "dukcapil", "dlh", "satpolpp", "diskominfo"].map((where) =>
      play(stand, "asked", { where }),
    ),
  ]);

/** One case alone, step by step. */
export const playCalmly: PlayRound = async (stand) => [await play(stand, "forwarded", { calm: true })];

/** One question alone: a single message. */
export const playOne: PlayRound = async (stand) => [await play(stand, "asked", { where: "dinkes", calm: true })];

/** A forward whose deadline passes with all its pings. */
export const playOverdue: PlayRound = async (stand) => [await play(stand, "overdue", { calm: true })];

const played = async (work: Work, attack: Attack, oracle: Oracle): Promise<Finding> =>
  oracle.look(await attack.playRound(work.stand));

/**
 * Plays rounds on one data folder while the process dies `runs` times. Each death's work is finished by the next
 * process, which is armed as well; the oracle looks whenever a round has ended. A death during recovery is one more death.
 */
export async function crashAgainAndAgain(work: Work, attack: Attack): Promise<void> {
  const { stand, tally, random } = work;
  let culprits: string[] = [];
  const judge = (finding: Finding): void => {
    const allowed: Allowance = { culprits, perChat: attack.perChat, perProcess: attack.perProcess };
    judgeFinding(tally, finding, allowed);
    culprits = [];
  };
  await (await stand.start())?.kill();
  const oracle = await createOracle(stand);
  let round: Promise<void> | undefined;
  const next = (): Promise<void> => played(work, attack, oracle).then(judge);
  while (tally.runs < work.runs) {
    const beganAt = performance.now();
    const program = await stand.start(attack.environment(random, round !== undefined));
    if (program) attack.strike?.(program, random, performance.now() - beganAt);
    for (let rounds = 0; program !== undefined; rounds += 1) {
      if (rounds > MAX_ROUNDS) throw new Error("the process did not die");
      round ??= next();
      const end = await Promise.race([round, program.ended]);
      if (end?.signal === "SIGKILL") break;
      if (end) throw new Error(`the program ended with ${end.code}: ${program.log()}`);
      round = undefined;
    }
    tally.runs += 1;
    culprits.push(stand.sender());
  }
  const last = await stand.start();
  await (round ?? next());
  await checkHistory(stand, tally);
  await last?.kill();
}
