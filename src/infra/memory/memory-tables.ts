import type { Case } from "../../domain/inquiry/model.js";
import type { Directory } from "../../domain/registry/model.js";
import type { Dialogue, Duty, HistoryEntry, OutboxDraft, PingDraft, Reply, StoredAction } from "../../ports/store.js";

/** A row somebody works on, or has done. */
export interface MemoryInboxRow {
  readonly leaseToken: string;
  readonly state: "running" | "done";
}

/** A message to be sent. Ids and places in the queue count from 1. */
export interface MemoryOutboxRow extends OutboxDraft {
  readonly id: number;
  /** The place in the queue: a card's newer row takes that of the ones it supersedes. */
  readonly seq: number;
  readonly governmentId: string;
  /** `<cause>:<step>`, unique. */
  readonly causeKey: string;
  readonly state: "pending" | "sending" | "superseded" | "sent" | "dead";
  readonly attempts: number;
  /** The platform's message, once it was sent. */
  readonly messageId?: string;
  readonly duties: readonly Duty[];
}

/** A line of the history, in the order it was written. */
export interface MemoryHistoryRow extends HistoryEntry {
  readonly id: number;
  readonly governmentId: string;
  readonly sealNo?: number;
}

/** A ping to come; one with `takenAt` never comes. */
export interface MemoryPingRow extends PingDraft {
  readonly governmentId: string;
  readonly takenAt?: Date;
}

interface MemoryCase {
  readonly governmentId: string;
  readonly year: number;
  readonly inquiry: Case;
}

/** Everything one memory store holds. Values are replaced, never changed; ids of lists are places in them, from 1. */
export interface MemoryTables {
  /** By government id. */
  readonly directories: Map<string, Directory>;
  /** By inbox id. */
  readonly inbox: Map<string, MemoryInboxRow>;
  /** By case id. */
  readonly cases: Map<string, MemoryCase>;
  /** The last number given, by government and year. */
  readonly counters: Map<string, number>;
  readonly history: MemoryHistoryRow[];
  readonly outbox: MemoryOutboxRow[];
  readonly pings: MemoryPingRow[];
  readonly dialogues: Map<string, Dialogue>;
  /** By reply id. */
  readonly replies: Map<string, Reply & { readonly governmentId: string }>;
  readonly actions: Map<string, StoredAction>;
}

/** Tables with nothing in them but these registries and inbox rows. */
export const emptyTables = (directories: readonly Directory[], inbox: Map<string, MemoryInboxRow>): MemoryTables => ({
  directories: new Map(directories.map((each) => [each.government.id, each])),
  inbox,
  cases: new Map(),
  counters: new Map(),
  history: [],
  outbox: [],
  pings: [],
  dialogues: new Map(),
  replies: new Map(),
  actions: new Map(),
});

/** One key of several parts, whatever they contain. */
export const keyOf = (...parts: readonly (string | number)[]): string => JSON.stringify(parts);
