import type { Case } from "../../domain/inquiry/model.js";
import type { Proposal } from "../../domain/proposal/model.js";
import type { Directory } from "../../domain/registry/model.js";
import type { ConversationRef, MessageRef } from "../../ports/chat/refs.js";
import type { InboxPayload } from "../../ports/protocol.js";
import type { Dialogue, Duty, HistoryEntry, OutboxDraft, PingDraft, Reply, StoredAction } from "../../ports/store.js";

/** An event. Its id counts from 1, as a string. */
export interface MemoryInboxRow {
  readonly governmentId?: string;
  readonly platform: string;
  readonly eventId: string;
  readonly lane: string;
  /** Null once it was forgotten. */
  readonly payload: InboxPayload | null;
  readonly state: "pending" | "running" | "done" | "parked";
  readonly notBefore: Date;
  readonly leaseToken?: string;
  readonly leaseUntil?: Date;
  readonly deaths: number;
  readonly exceptions: number;
  readonly error?: string;
  readonly doneAt?: Date;
}

/** A message to be sent. Ids and places in the queue count from 1. */
export interface MemoryOutboxRow extends OutboxDraft {
  readonly id: number;
  /** The place in the queue: a card's newer row takes that of the ones it supersedes. */
  readonly seq: number;
  readonly governmentId: string;
  /** `<cause>:<step>`, unique. */
  readonly causeKey: string;
  readonly state: "pending" | "sending" | "superseded" | "sent" | "dropped" | "dead";
  readonly attempts: number;
  /** The platform may have it twice. */
  readonly ambiguous: boolean;
  readonly notBefore: Date;
  readonly firstAttemptAt?: Date;
  readonly firstAttemptCaseAt?: Date;
  readonly leaseToken?: string;
  readonly leaseUntil?: Date;
  readonly error?: string;
  readonly settledAt?: Date;
  /** The platform's message, once it was sent. */
  readonly messageId?: string;
  readonly duties: readonly Duty[];
}

/** A line of the history, in the order it was written. */
export interface MemoryHistoryRow extends HistoryEntry {
  readonly id: number;
  readonly governmentId: string;
  readonly sealNo?: number;
  /** Its seal, see history/chain. */
  readonly hash?: string;
}

/** A ping to come; one with `takenAt` never comes. */
export interface MemoryPingRow extends PingDraft {
  readonly governmentId: string;
  readonly takenAt?: Date;
}

/** The message that shows a card. */
export interface MemoryCard {
  readonly message: MessageRef;
  readonly shownVersion: number;
}

interface MemoryCase {
  readonly governmentId: string;
  readonly year: number;
  readonly inquiry: Case;
}

interface MemoryProposal {
  readonly governmentId: string;
  readonly year: number;
  readonly proposal: Proposal;
}

/** Everything one memory store holds. Values are replaced, never changed; ids of lists are places in them, from 1. */
export interface MemoryTables {
  /** By government id. */
  readonly directories: Map<string, Directory>;
  /** By inbox id. */
  readonly inbox: Map<string, MemoryInboxRow>;
  /** By case id. */
  readonly cases: Map<string, MemoryCase>;
  /** By proposal id. */
  readonly proposals: Map<string, MemoryProposal>;
  /** The last number given, by government and year. */
  readonly counters: Map<string, number>;
  readonly history: MemoryHistoryRow[];
  readonly outbox: MemoryOutboxRow[];
  /** The cause keys of the outbox. */
  readonly causes: Set<string>;
  /** By government id and card key. */
  readonly cards: Map<string, MemoryCard>;
  readonly pings: MemoryPingRow[];
  /** Where chats went, by the key of their old address. */
  readonly relocations: Map<string, ConversationRef>;
  readonly dialogues: Map<string, Dialogue>;
  /** By reply id. */
  readonly replies: Map<string, Reply & { readonly governmentId: string }>;
  readonly actions: Map<string, StoredAction>;
  /** What was done once, by government, name and slot. */
  readonly scheduleRuns: Set<string>;
}

/** Tables with nothing in them but these registries and inbox rows. */
export const emptyTables = (directories: readonly Directory[], inbox: Map<string, MemoryInboxRow>): MemoryTables => ({
  directories: new Map(directories.map((each) => [each.government.id, each])),
  inbox,
  cases: new Map(),
  proposals: new Map(),
  counters: new Map(),
  history: [],
  outbox: [],
  causes: new Set(),
  cards: new Map(),
  pings: [],
  relocations: new Map(),
  dialogues: new Map(),
  replies: new Map(),
  actions: new Map(),
  scheduleRuns: new Set(),
});

/** One key of several parts, whatever they contain. */
export const keyOf = (...parts: readonly (string | number)[]): string => JSON.stringify(parts);

/** The key of a chat's address. */
export const placeKey = ({ platform, workspace, channel }: ConversationRef): string =>
  keyOf(platform, workspace, channel);

/** An event that was just accepted, in machine time. */
export const freshEvent = (
  event: Pick<MemoryInboxRow, "governmentId" | "platform" | "eventId" | "lane" | "payload">,
  now: Date,
): MemoryInboxRow => ({ ...event, state: "pending", notBefore: now, deaths: 0, exceptions: 0 });

/** Puts the event into the queue, unless it is known; answers whether it was new. */
export const addEvent = ({ inbox }: MemoryTables, row: MemoryInboxRow): boolean => {
  for (const each of inbox.values()) if (each.platform === row.platform && each.eventId === row.eventId) return false;
  inbox.set(String(inbox.size + 1), row);
  return true;
};

/** The row without what it no longer has. */
export const without = <T extends object, K extends keyof T>(row: T, ...keys: readonly K[]): Omit<T, K> => {
  const rest = { ...row };
  for (const key of keys) delete rest[key];
  return rest;
};

/** Puts a message into the outbox, at its end unless it takes another's place; answers its id. */
export const addMessage = (
  tables: MemoryTables,
  message: Omit<MemoryOutboxRow, "id" | "seq" | "state" | "attempts" | "ambiguous"> & { readonly seq?: number },
): number => {
  const id = tables.outbox.length + 1;
  tables.causes.add(message.causeKey);
  tables.outbox.push({ ...message, id, seq: message.seq ?? id, state: "pending", attempts: 0, ambiguous: false });
  return id;
};

/** Replaces parts of a message's row. */
export const setMessage = (tables: MemoryTables, row: MemoryOutboxRow): void => {
  tables.outbox[row.id - 1] = row;
};
