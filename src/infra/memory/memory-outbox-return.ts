import type { ConversationRef } from "../../ports/chat/refs.js";
import { staysInDoubt } from "../outbox/judge.js";
import { UNSURE } from "../outbox/redraw.js";
import { laneOf, type OutboxRow } from "../outbox/row.js";
import type { OutboxStore } from "../outbox/store.js";
import { later, type MemoryClock } from "./memory-clock.js";
import { heldRow } from "./memory-outbox-settle.js";
import {
  addMessage,
  keyOf,
  type MemoryOutboxRow,
  type MemoryTables,
  placeKey,
  setMessage,
  without,
} from "./memory-tables.js";

/** Back in the queue with `attempts` counted; without any it is as if it had not been tried. */
const returned = (held: MemoryOutboxRow, attempts: number, notBefore: Date): MemoryOutboxRow => {
  const row = { ...without(held, "leaseToken", "leaseUntil"), state: "pending" as const, notBefore };
  const left = Math.max(0, attempts);
  return { ...(left > 0 ? row : without(row, "firstAttemptAt", "firstAttemptCaseAt")), attempts: left };
};

const rebind = (tables: MemoryTables, from: ConversationRef, to: ConversationRef): void => {
  const directories = [...tables.directories.values()];
  const isAt = (place: ConversationRef) => (each: { platform: string; workspace: string; nativeId: string }) =>
    each.platform === place.platform && each.workspace === place.workspace && each.nativeId === place.channel;
  if (directories.some(({ channels }) => channels.some(isAt(to)))) return;
  for (const directory of directories) {
    if (!directory.channels.some(isAt(from))) continue;
    const channels = directory.channels.map((each) =>
      isAt(from)(each) ? { ...each, workspace: to.workspace, nativeId: to.channel } : each,
    );
    tables.directories.set(directory.government.id, { ...directory, version: directory.version + 1, channels });
  }
};

const leaveCards = (tables: MemoryTables, { platform, workspace, channel }: ConversationRef): void => {
  for (const [key, { message }] of tables.cards)
    if (message.platform === platform && message.workspace === workspace && message.channel === channel)
      tables.cards.delete(key);
};

const isDoubtful = (tables: MemoryTables, { state, governmentId, card }: MemoryOutboxRow): boolean =>
  state === "sending" && !(card && tables.cards.has(keyOf(governmentId, card.key)));

const move = (row: MemoryOutboxRow, { workspace, channel }: ConversationRef): MemoryOutboxRow => ({
  ...row,
  to: { ...row.to, workspace, channel },
});

/** See outbox/redraw. */
const redrawIn = (tables: MemoryTables, { id, attempts }: Pick<OutboxRow, "id" | "attempts">, now: Date): boolean => {
  const row = tables.outbox[Number(id) - 1];
  const causeKey = `redraw:${id}:${attempts}`;
  if (!row?.card) return false;
  const key = keyOf(row.governmentId, row.card.key);
  const card = tables.cards.get(key);
  if (card) tables.cards.set(key, { ...card, shownVersion: UNSURE });
  if (tables.causes.has(causeKey)) return false;
  const versions = tables.outbox.flatMap(({ governmentId, card: other }) =>
    governmentId === row.governmentId && other?.key === row.card?.key ? [other?.version ?? 0] : [],
  );
  const { step, governmentId, to, content, whenUnknown } = row;
  addMessage(tables, {
    ...{ step, governmentId, to, content, whenUnknown, causeKey },
    card: { key: row.card.key, version: Math.max(...versions) },
    duties: [],
    notBefore: now,
  });
  return true;
};

type Returning = Pick<OutboxStore, "retryLater" | "forgetCard" | "relocate" | "redrawCard">;

/** Every way a row goes back to the queue: see outbox/retry. */
export const returningOf = (tables: MemoryTables, { machineNow }: Pick<MemoryClock, "machineNow">): Returning => ({
  async retryLater(claim, { afterMs, attempts, ambiguous, inDoubt, error }) {
    const held = heldRow(tables, claim);
    const row = returned(held, held.attempts + attempts, later(machineNow(), afterMs));
    const doubt = inDoubt ? { state: "sending" as const, leaseUntil: later(machineNow(), afterMs - 1) } : {};
    setMessage(tables, { ...row, ...doubt, error, ambiguous: held.ambiguous || ambiguous });
  },
  async forgetCard(claim: OutboxRow) {
    const held = heldRow(tables, claim);
    const key = keyOf(held.governmentId, held.card?.key ?? "");
    if (held.card && tables.cards.get(key)?.message.id === claim.card?.shown?.message.id) tables.cards.delete(key);
    const row = without(held, "leaseToken", "leaseUntil");
    setMessage(tables, { ...row, state: "pending", notBefore: machineNow() });
  },
  async relocate(claim: OutboxRow, to: ConversationRef) {
    const held = heldRow(tables, claim);
    const lane = laneOf(claim.to);
    const ambiguous = held.ambiguous || staysInDoubt(claim);
    setMessage(tables, { ...move(returned(held, held.attempts - 1, machineNow()), to), ambiguous });
    const waits = ({ state }: MemoryOutboxRow) => state === "pending" || state === "sending";
    for (const row of [...tables.outbox])
      if (row.id !== held.id && waits(row) && laneOf(row.to) === lane)
        setMessage(tables, { ...move(row, to), ambiguous: row.ambiguous || isDoubtful(tables, row) });
    if (!tables.relocations.has(placeKey(claim.to))) tables.relocations.set(placeKey(claim.to), to);
    rebind(tables, claim.to, to);
    leaveCards(tables, claim.to);
  },
  redrawCard: async (claim) => redrawIn(tables, claim, machineNow()),
});
