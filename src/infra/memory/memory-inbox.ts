import { randomUUID } from "node:crypto";
import { LeaseLost } from "../../ports/store.js";
import { LEASE_MS, MAX_DEATHS, SUSPECT_AFTER_DEATHS } from "../inbox/claim.js";
import { storableJson, storableText } from "../inbox/storable.js";
import { type InboxClaim, type InboxStore, KEEP_PAYLOAD_DAYS, MAX_EXCEPTIONS } from "../inbox/store.js";
import { laneOf } from "../outbox/row.js";
import { later, type MemoryClock } from "./memory-clock.js";
import { addEvent, freshEvent, type MemoryInboxRow, type MemoryTables, without } from "./memory-tables.js";

const DAY_MS = 86_400_000;

/** Columns hold whole milliseconds, rounded, hence one more. */
const mayBegin = (row: MemoryInboxRow, nowMs: number): boolean =>
  row.state === "pending" ? row.notBefore.getTime() <= nowMs + 1 : row.state === "running" && !isHeld(row, nowMs);

const isHeld = ({ state, leaseUntil }: MemoryInboxRow, nowMs: number): boolean =>
  state === "running" && leaseUntil !== undefined && leaseUntil.getTime() >= nowMs;

/** Whose turn it is, oldest first: see inbox/claim. */
const candidates = (tables: MemoryTables, nowMs: number): readonly [string, MemoryInboxRow][] => {
  const open = [...tables.inbox].filter(([, row]) => row.state === "pending" || row.state === "running");
  const oldest = new Map<string, string>();
  const held = new Set<string>();
  for (const [id, row] of open) {
    if (!oldest.has(row.lane)) oldest.set(row.lane, id);
    if (isHeld(row, nowMs)) held.add(row.lane);
  }
  return open.filter(([id, row]) => oldest.get(row.lane) === id && !held.has(row.lane) && mayBegin(row, nowMs));
};

const isSuspect = ([, { deaths, state }]: readonly [string, MemoryInboxRow]): boolean =>
  deaths + (state === "running" ? 1 : 0) >= SUSPECT_AFTER_DEATHS;

/** What was in hand at several deaths comes alone. */
const chosen = (found: ReturnType<typeof candidates>, inHand: number): ReturnType<typeof candidates> => {
  const suspect = found.find(isSuspect);
  if (suspect === undefined) return found;
  return inHand === 0 ? [suspect] : [];
};

/** An expired lease is a death of its worker. */
const taken = (row: MemoryInboxRow, leaseToken: string, now: Date): MemoryInboxRow => {
  const died = row.state === "running";
  const deaths = row.deaths + (died ? 1 : 0);
  return {
    ...row,
    ...(died ? { error: "the process ended while handling it" } : {}),
    deaths,
    state: died && deaths >= MAX_DEATHS ? "parked" : "running",
    leaseToken,
    leaseUntil: later(now, LEASE_MS),
  };
};

/** The inbox in memory: as the one on PostgreSQL, within one process. */
export const createMemoryInbox = (
  tables: MemoryTables,
  { machineNow }: Pick<MemoryClock, "machineNow">,
  newToken: () => string = randomUUID,
): InboxStore => {
  const held = ({ id, leaseToken }: InboxClaim): MemoryInboxRow => {
    const row = tables.inbox.get(id);
    if (row?.state !== "running" || row.leaseToken !== leaseToken) throw new LeaseLost("the inbox row was taken over");
    return without(row, "leaseToken", "leaseUntil");
  };
  return {
    async accept(event) {
      const { platform, workspace, channel } = event.conversation;
      const governmentId = [...tables.directories.values()].find(({ channels }) =>
        channels.some(
          (each) => each.platform === platform && each.workspace === workspace && each.nativeId === channel,
        ),
      )?.government.id;
      const fresh = freshEvent(
        {
          ...(governmentId === undefined ? {} : { governmentId }),
          platform,
          eventId: storableText(event.eventId),
          lane: storableText(laneOf(event.conversation)),
          payload: JSON.parse(storableJson({ type: "chat", event })),
        },
        machineNow(),
      );
      return addEvent(tables, fresh) ? "accepted" : "duplicate";
    },
    async claim(limit, inHand = 0) {
      const now = machineNow();
      const leaseToken = newToken();
      const found = candidates(tables, now.getTime()).slice(0, limit);
      return chosen(found, inHand).flatMap(([id, row]) => {
        const mine = taken(row, leaseToken, now);
        tables.inbox.set(id, mine);
        const { governmentId, payload, state } = mine;
        if (state !== "running" || payload === null) return [];
        const alone = isSuspect([id, row]) ? { alone: true as const } : {};
        return [{ id, ...(governmentId === undefined ? {} : { governmentId }), payload, leaseToken, ...alone }];
      });
    },
    async release(claim, delayMs) {
      tables.inbox.set(claim.id, { ...held(claim), state: "pending", notBefore: later(machineNow(), delayMs) });
    },
    async fail(claim, error, delayMs) {
      const row = held(claim);
      const exceptions = row.exceptions + 1;
      const state = exceptions >= MAX_EXCEPTIONS ? "parked" : "pending";
      tables.inbox.set(claim.id, { ...row, state, exceptions, error, notBefore: later(machineNow(), delayMs) });
      return state;
    },
    async finish(claim) {
      tables.inbox.set(claim.id, { ...held(claim), state: "done", doneAt: machineNow() });
    },
    async prune() {
      const before = machineNow().getTime() - KEEP_PAYLOAD_DAYS * DAY_MS;
      const old = [...tables.inbox].filter(
        ([, row]) => row.state === "done" && row.payload !== null && (row.doneAt?.getTime() ?? before) < before,
      );
      for (const [id, row] of old) tables.inbox.set(id, { ...row, payload: null });
      return old.length;
    },
  };
};
