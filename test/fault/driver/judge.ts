import type { Tally } from "../rows/fault-case.js";
import type { Finding } from "./finding.js";

/** What doubles a stretch of work may have. */
export interface Allowance {
  /** Deaths of the process that may each have left doubles. */
  readonly deaths: number;
  readonly perChat: number;
  readonly perProcess: number;
  /** Messages that had to be given up. */
  readonly dead?: number;
}

/** No double at all. */
export const NO_DOUBLES: Allowance = { deaths: 0, perChat: 0, perProcess: 0 };

/** Adds a finding to the tally, with what in it breaks the demands. */
export function judgeFinding(tally: Tally, finding: Finding, allowed: Allowance): void {
  tally.lost += finding.lost.length;
  tally.doubled += finding.doubled.length;
  tally.ambiguous += finding.ambiguous;
  tally.failures.push(...finding.lost.map((what) => `lost: ${what}`), ...finding.wrong);
  if (finding.dead !== (allowed.dead ?? 0))
    tally.failures.push(`${finding.dead} messages were given up, not ${allowed.dead ?? 0}`);
  const chats = new Map<string, number>();
  for (const { row, chat, marked } of finding.doubled) {
    chats.set(chat, (chats.get(chat) ?? 0) + 1);
    if (!marked) tally.failures.push(`doubled and not marked: ${row} in ${chat}`);
  }
  for (const [chat, count] of chats)
    if (count > allowed.perChat * allowed.deaths)
      tally.failures.push(`${count} doubles in ${chat} after ${allowed.deaths} deaths`);
  if (finding.doubled.length > allowed.perProcess * allowed.deaths)
    tally.failures.push(`${finding.doubled.length} doubles after ${allowed.deaths} deaths`);
}
