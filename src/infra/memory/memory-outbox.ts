import { randomUUID } from "node:crypto";
import type { Composed } from "../../ports/protocol.js";
import { LeaseLost } from "../../ports/store.js";
import { type Begun, sendLeaseMs } from "../outbox/begin.js";
import type { ClaimOptions } from "../outbox/claim.js";
import type { RecentAttempt } from "../outbox/recent-attempts.js";
import { laneOf, type OutboxTurn } from "../outbox/row.js";
import type { OutboxStore } from "../outbox/store.js";
import { later, type MemoryClock } from "./memory-clock.js";
import { claimIn, dueLanesOf, isLeased, openOf, turnOf } from "./memory-outbox-claim.js";
import { returningOf } from "./memory-outbox-return.js";
import { heldRow, settlingOf } from "./memory-outbox-settle.js";
import { keyOf, type MemoryOutboxRow, type MemoryTables, setMessage } from "./memory-tables.js";

/** The last look before writing: see outbox/begin. */
const beginIn = (
  tables: MemoryTables,
  { machineNow, caseNow }: MemoryClock,
  turn: OutboxTurn,
  tokens: Composed["tokens"],
): Begun => {
  const now = machineNow();
  const row = heldRow(tables, turn);
  const others = openOf(tables, row.to.platform, laneOf(row.to)).filter(({ id }) => id !== row.id);
  if (!isLeased(row, now) || row.attempts !== turn.attempts || others.some((each) => isLeased(each, now)))
    throw new LeaseLost("the outbox row has to give way");
  const firstAttemptAt = row.firstAttemptAt ?? now;
  const attempt = row.attempts + 1;
  setMessage(tables, {
    ...row,
    state: "sending",
    attempts: attempt,
    leaseUntil: later(now, sendLeaseMs(row.content)),
    firstAttemptAt,
    firstAttemptCaseAt: row.firstAttemptCaseAt ?? caseNow(row.governmentId),
  });
  for (const { token, action } of tokens) {
    const key = keyOf(row.governmentId, token);
    if (!tables.actions.has(key)) tables.actions.set(key, structuredClone(action));
  }
  return { attempt, ageMs: Math.max(0, now.getTime() - firstAttemptAt.getTime()) };
};

const triedAt = (row: MemoryOutboxRow): Date | undefined =>
  row.state === "sending" && row.leaseUntil
    ? later(row.leaseUntil, -sendLeaseMs(row.content))
    : (row.settledAt ?? row.firstAttemptAt);

const recentIn = (tables: MemoryTables, platform: string, now: Date, windowMs: number): readonly RecentAttempt[] =>
  tables.outbox
    .filter((row) => row.to.platform === platform && row.attempts > 0)
    .flatMap((row) => {
      const at = triedAt(row);
      return at ? [{ lane: laneOf(row.to), agoMs: Math.max(0, now.getTime() - at.getTime()) }] : [];
    })
    .filter(({ agoMs }) => agoMs < windowMs)
    .sort((a, b) => a.agoMs - b.agoMs);

/** The outbox of one platform in memory: as the one on PostgreSQL, within one process. */
export const createMemoryOutbox = (
  tables: MemoryTables,
  platform: string,
  { dedupeWindowMs }: ClaimOptions,
  clock: MemoryClock,
  newToken: () => string = randomUUID,
): OutboxStore => ({
  dueLanes: async () => dueLanesOf(tables, platform, clock.machineNow()),
  async claim(lane) {
    const now = clock.machineNow();
    const row = turnOf(openOf(tables, platform, lane), now);
    return row && claimIn(tables, row, newToken(), now, dedupeWindowMs);
  },
  begin: async (turn, tokens) => beginIn(tables, clock, turn, tokens),
  ...settlingOf(tables, clock),
  ...returningOf(tables, clock),
  recentAttempts: async (windowMs) => recentIn(tables, platform, clock.machineNow(), windowMs),
});
