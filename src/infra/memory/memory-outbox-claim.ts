import { CLAIM_LEASE_MS, KEEPS_ITS_TURN_MS, recognisedForMs } from "../outbox/claim.js";
import { laneOf, type OutboxRow } from "../outbox/row.js";
import { later } from "./memory-clock.js";
import { keyOf, type MemoryOutboxRow, type MemoryTables, setMessage } from "./memory-tables.js";

/** Whether it still has to be sent, or its outcome found out. */
export const isOpen = ({ state }: MemoryOutboxRow): boolean => state === "pending" || state === "sending";

/** Whether somebody has it in hand. */
export const isLeased = ({ leaseUntil }: MemoryOutboxRow, now: Date): boolean =>
  leaseUntil !== undefined && leaseUntil.getTime() >= now.getTime();

/** Columns hold whole milliseconds, rounded, hence one more. */
const isDue = ({ state, notBefore }: MemoryOutboxRow, now: Date): boolean =>
  state === "sending" || (state === "pending" && notBefore.getTime() <= now.getTime() + 1);

/** A row that was tried for long enough lets those behind it pass while it backs off. */
const letsPass = ({ notBefore, firstAttemptAt }: MemoryOutboxRow, now: Date): boolean =>
  notBefore > now && firstAttemptAt !== undefined && firstAttemptAt.getTime() < now.getTime() - KEEPS_ITS_TURN_MS;

/** Whether the row has to wait for that one of its lane. */
const waitsFor = (row: MemoryOutboxRow, other: MemoryOutboxRow, now: Date): boolean =>
  isLeased(other, now) ||
  (row.state === "pending" && (other.state === "sending" || (other.seq < row.seq && !letsPass(other, now))));

/** The row of the lane whose turn it is: see claimRow of outbox/claim. */
export const turnOf = (open: readonly MemoryOutboxRow[], now: Date): MemoryOutboxRow | undefined =>
  open
    .filter(
      (row) =>
        !isLeased(row, now) &&
        isDue(row, now) &&
        open.every((other) => other.id === row.id || !waitsFor(row, other, now)),
    )
    .sort((a, b) => Number(b.state === "sending") - Number(a.state === "sending") || a.seq - b.seq)[0];

/** The open rows of one lane. */
export const openOf = (tables: MemoryTables, platform: string, lane: string): readonly MemoryOutboxRow[] =>
  tables.outbox.filter((row) => isOpen(row) && row.to.platform === platform && laneOf(row.to) === lane);

/** The row others of its lane wait for: as FIRST of outbox/claim. */
const firstOf = (open: readonly MemoryOutboxRow[], now: Date): MemoryOutboxRow | undefined =>
  open
    .filter((row) => row.state === "sending" || !letsPass(row, now))
    .sort((a, b) => Number(b.state === "sending") - Number(a.state === "sending") || a.seq - b.seq)[0];

/** Every lane whose first row may be sent now, longest waiting first. */
export const dueLanesOf = (tables: MemoryTables, platform: string, now: Date): readonly string[] => {
  const lanes = new Map<string, MemoryOutboxRow[]>();
  for (const row of tables.outbox)
    if (isOpen(row) && row.to.platform === platform)
      lanes.set(laneOf(row.to), [...(lanes.get(laneOf(row.to)) ?? []), row]);
  return [...lanes.values()]
    .flatMap((open) => firstOf(open, now) ?? [])
    .filter((row) => !isLeased(row, now) && isDue(row, now))
    .sort((a, b) => a.seq - b.seq)
    .map((row) => laneOf(row.to));
};

const cardOf = (tables: MemoryTables, row: MemoryOutboxRow): Pick<OutboxRow, "card"> => {
  if (!row.card) return {};
  const { key, version } = row.card;
  const shown = tables.cards.get(keyOf(row.governmentId, key));
  const others = tables.outbox.filter(
    (each) => each.id !== row.id && each.governmentId === row.governmentId && each.card?.key === key,
  );
  const posted = shown !== undefined || others.some(({ state }) => state === "sent");
  return {
    card: {
      key,
      version,
      posted,
      ...(!posted && others.some(({ attempts }) => attempts > 0) ? { tried: true } : {}),
      ...(shown ? { shown: { message: shown.message, version: shown.shownVersion } } : {}),
    },
  };
};

const repliedCardOf = (tables: MemoryTables, row: MemoryOutboxRow): Pick<OutboxRow, "repliesToCard"> => {
  if (!row.replyTo || !("card" in row.replyTo)) return {};
  const message = tables.cards.get(keyOf(row.governmentId, row.replyTo.card))?.message;
  const { platform, workspace, channel } = row.to;
  const here =
    message?.platform === platform && message.workspace === workspace && message.channel === channel
      ? message
      : undefined;
  return here ? { repliesToCard: here.id } : {};
};

const viewOf = (
  tables: MemoryTables,
  row: MemoryOutboxRow,
  leaseToken: string,
  outcomeUnknown: boolean,
): OutboxRow => ({
  id: String(row.id),
  leaseToken,
  governmentId: row.governmentId,
  to: row.to,
  ...(row.whisperTo ? { whisperTo: row.whisperTo.id } : {}),
  ...(row.expectsReplyFrom ? { expectsReplyFrom: row.expectsReplyFrom.id } : {}),
  ...(row.replyTo ? { replyTo: row.replyTo } : {}),
  ...cardOf(tables, row),
  ...repliedCardOf(tables, row),
  content: structuredClone(row.content),
  duties: row.duties,
  whenUnknown: row.whenUnknown,
  attempts: row.attempts,
  ambiguous: row.ambiguous,
  outcomeUnknown,
});

/** Leases the row whose turn it is. One in doubt becomes ambiguous unless a repeat is harmless or recognised. */
export const claimIn = (
  tables: MemoryTables,
  row: MemoryOutboxRow,
  leaseToken: string,
  now: Date,
  dedupeWindowMs: number,
): OutboxRow => {
  const outcomeUnknown = row.state === "sending";
  const isEdit = row.card !== undefined && tables.cards.has(keyOf(row.governmentId, row.card.key));
  const firstMs = row.firstAttemptAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const forgotten = firstMs <= now.getTime() + 1 - recognisedForMs(dedupeWindowMs);
  const inDoubt = outcomeUnknown && !isEdit;
  const keeps = row.whenUnknown === "drop" || (inDoubt && !row.ambiguous && !forgotten);
  const mine: MemoryOutboxRow = {
    ...row,
    leaseToken,
    leaseUntil: later(now, CLAIM_LEASE_MS),
    state: keeps ? row.state : "pending",
    ambiguous: row.ambiguous || (inDoubt && forgotten),
  };
  setMessage(tables, mine);
  return viewOf(tables, mine, leaseToken, outcomeUnknown);
};
