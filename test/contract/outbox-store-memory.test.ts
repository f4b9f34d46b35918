import { createMemoryOutbox } from "../../src/infra/memory/memory-outbox.js";
import {
  addMessage,
  emptyTables,
  type MemoryOutboxRow,
  type MemoryTables,
  setMessage,
} from "../../src/infra/memory/memory-tables.js";
import { laneOf } from "../../src/infra/outbox/row.js";
import { contentOf, type PlantedMessage } from "../support/outbox-rows.js";
import { plantedDirectory, plantedGovernment } from "../support/planted-directory.js";
import { describeOutboxStore, type OutboxRowView, type OutboxWorld } from "./outbox-store.js";

const HOUR_MS = 3_600_000;
const clock = {
  machineNow: () => new Date(),
  caseNow: () => new Date(Date.now() + 5 * HOUR_MS),
};

const plantIn = (tables: MemoryTables, message: PlantedMessage): string => {
  const { to, whisperTo, seq } = message;
  const id = addMessage(tables, {
    step: "planted",
    governmentId: message.governmentId,
    causeKey: `planted:${tables.outbox.length}`,
    to,
    ...(seq === undefined ? {} : { seq: Number(seq) }),
    ...(whisperTo === undefined
      ? {}
      : { whisperTo: { platform: to.platform, workspace: to.workspace, id: whisperTo } }),
    ...(message.replyTo ? { replyTo: message.replyTo } : {}),
    ...(message.card ? { card: message.card } : {}),
    content: message.content ?? contentOf(message.words ?? "words"),
    duties: message.duties ?? [],
    whenUnknown: message.whenUnknown ?? "repeat",
    notBefore: new Date(),
  });
  return String(id);
};

const viewOf = (row: MemoryOutboxRow): OutboxRowView => ({
  ...row,
  lane: laneOf(row.to),
  channel: row.to.channel,
  messageId: row.messageId ?? null,
  leaseToken: row.leaseToken ?? null,
  error: row.error ?? null,
  firstAttemptAt: row.firstAttemptAt ?? null,
  firstAttemptCaseAt: row.firstAttemptCaseAt ?? null,
});

const createWorld = async (): Promise<OutboxWorld> => {
  const government = plantedGovernment();
  const directory = plantedDirectory(government, { example: true, settings: {} });
  const tables = emptyTables([directory], new Map());
  const rowOf = (id: string): MemoryOutboxRow => {
    const row = tables.outbox[Number(id) - 1];
    if (!row) throw new Error(`no row ${id}`);
    return row;
  };
  const open = (dedupeWindowMs: number) => createMemoryOutbox(tables, "simulator", { dedupeWindowMs }, clock);
  return {
    government,
    first: open(0),
    second: open(0),
    recognising: open(HOUR_MS),
    plant: async (message) => plantIn(tables, message),
    rowOf: async (id) => viewOf(rowOf(id)),
    amend: async (id, change) => setMessage(tables, { ...rowOf(id), ...change }),
    async expireLeases() {
      for (const row of [...tables.outbox])
        if (row.leaseUntil) setMessage(tables, { ...row, leaseUntil: new Date(Date.now() - 1_000) });
    },
    told: async () => [...tables.inbox.values()].map((row) => ({ ...row, governmentId: row.governmentId ?? null })),
    cards: async () =>
      [...tables.cards].map(([key, { message, shownVersion }]) => ({
        ...message,
        key: JSON.parse(key)[1],
        messageId: message.id,
        shownVersion,
      })),
    tokens: async () =>
      [...tables.actions].map(([key, action]) => ({
        governmentId: JSON.parse(key)[0],
        token: JSON.parse(key)[1],
        action,
      })),
    bound: async () =>
      [...tables.directories.values()].flatMap((each) => each.channels.map(({ nativeId }) => nativeId)),
    rebind: async () => void tables.directories.set(government.id, directory),
    async clear() {
      tables.outbox.length = 0;
      tables.inbox.clear();
      tables.cards.clear();
      tables.actions.clear();
    },
    async close() {},
  };
};

describeOutboxStore("memory", createWorld);
