import type { Tally } from "../rows/fault-case.js";
import type { Double, Finding } from "./finding.js";

/** What doubles a stretch of work may have. */
export interface Allowance {
  /** Who may have left doubles: each process that died or stopped, by its name in the journal; every life has its own. */
  readonly culprits: readonly string[];
  /** Of one such process in one chat, and of one in all chats. */
  readonly perChat: number;
  readonly perProcess: number;
  /** A process that stood still for longer than its lease and went on then. */
  readonly stopped?: string;
  /** Messages that had to be given up. */
  readonly dead?: number;
}

/** No double at all. */
export const NO_DOUBLES: Allowance = { culprits: [], perChat: 0, perProcess: 0 };

const countBy = (doubled: readonly Double[], nameOf: (double: Double) => string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const double of doubled) counts.set(nameOf(double), (counts.get(nameOf(double)) ?? 0) + 1);
  return counts;
};

/**
 * Whose fault a double is: of the process that posted the message before and left it in doubt, as the other one only did
 * what has to be done then. One that stood still may also be the later one: what it was about to write when it was
 * stopped it writes when it goes on, and somebody else has sent that meanwhile.
 */
const culpritOf = ({ from, by }: Double, stopped: string | undefined): string => (by === stopped ? by : from);

/** What in the doubles breaks the demands, each process by itself: what one did not double is no licence for another. */
function judgeDoubles(doubled: readonly Double[], allowed: Allowance): readonly string[] {
  const { culprits, perChat, perProcess, stopped } = allowed;
  const processes = countBy(doubled, (double) => culpritOf(double, stopped));
  const chats = countBy(doubled, (double) => `${culpritOf(double, stopped)} in ${double.chat}`);
  const tooMany = (counts: ReadonlyMap<string, number>, most: number): readonly string[] =>
    [...counts].filter(([, count]) => count > most).map(([who, count]) => `${count} doubles of ${who}, not ${most}`);
  return [
    ...doubled.filter(({ marked }) => !marked).map(({ row, chat }) => `doubled and not marked: ${row} in ${chat}`),
    ...tooMany(chats, perChat),
    ...tooMany(processes, perProcess),
    ...[...processes.keys()].filter((who) => !culprits.includes(who)).map((who) => `doubles of ${who}, who lived on`),
  ];
}

/** Adds a finding to the tally, with what in it breaks the demands. */
export function judgeFinding(tally: Tally, finding: Finding, allowed: Allowance): void {
  tally.lost += finding.lost.length;
  tally.doubled += finding.doubled.length;
  tally.ambiguous += finding.ambiguous;
  tally.failures.push(...finding.lost.map((what) => `lost: ${what}`), ...finding.wrong);
  if (finding.dead !== (allowed.dead ?? 0))
    tally.failures.push(`${finding.dead} messages were given up, not ${allowed.dead ?? 0}`);
  tally.failures.push(...judgeDoubles(finding.doubled, allowed));
}
