import { randomUUID } from "node:crypto";
import { contentHash } from "../../src/infra/db/canonical-json.js";
import { endMemoryAccounts } from "../../src/infra/memory/memory-account-ends.js";
import { createMemoryStore, type MemoryStore } from "../../src/infra/memory/memory-store.js";
import { freshEvent, keyOf, type MemoryOutboxRow } from "../../src/infra/memory/memory-tables.js";
import { plantedDirectory, plantedGovernment } from "../support/planted-directory.js";
import { describeStore, type OutboxView, type StoreWorld } from "./store.js";

const viewOf = (row: MemoryOutboxRow): OutboxView => {
  const { platform, workspace, channel, thread } = row.to;
  return {
    causeKey: row.causeKey,
    seq: row.seq,
    state: row.state,
    lane: `${platform}:${workspace}:${channel}`,
    thread: thread ?? null,
    whisperTo: row.whisperTo?.id ?? null,
    expectsReplyFrom: row.expectsReplyFrom?.id ?? null,
    replyTo: row.replyTo ?? null,
    content: row.content,
    cardVersion: row.card?.version ?? null,
    duties: row.duties,
    whenUnknown: row.whenUnknown,
  };
};

const rowNamed = ({ tables }: MemoryStore, causeKey: string): MemoryOutboxRow => {
  const row = tables.outbox.find((each) => each.causeKey === causeKey);
  if (!row) throw new Error(`no outbox row ${causeKey}`);
  return row;
};

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const createWorld = async (): Promise<StoreWorld> => {
  const offsets = new Map<string, number>();
  const caseNow = (governmentId: string): Date => new Date(Date.now() + (offsets.get(governmentId) ?? 0));
  const store = createMemoryStore({
    directories: [],
    now: caseNow,
  });
  const { tables } = store;
  const claimAs = (inboxId: string) => {
    const leaseToken = randomUUID();
    const held = { platform: "simulator", eventId: inboxId, lane: "lane", payload: null };
    tables.inbox.set(inboxId, { ...freshEvent(held, new Date()), leaseToken, state: "running" });
    return { inboxId, leaseToken };
  };
  const ofGovernment = (governmentId: string) => (row: { readonly governmentId: string }) =>
    row.governmentId === governmentId;

  const eventsOf = (governmentId: string, kind: string) =>
    [...tables.inbox.values()]
      .filter((row) => row.governmentId === governmentId && row.eventId.startsWith(kind))
      .map(({ lane, payload }) => ({ lane, payload }));

  return {
    store,
    async plantGovernment({ clockOffsetMs = 0, example = false, settings = {} } = {}) {
      if (clockOffsetMs !== 0 && !example) throw new Error("only example governments have a moved clock");
      const government = plantedGovernment();
      offsets.set(government.id, clockOffsetMs);
      store.register(plantedDirectory(government, { example, settings }));
      return government;
    },
    claim: async () => claimAs(String(tables.inbox.size + 1)),
    takeOver: async (inboxId) => claimAs(inboxId),
    inboxState: async (inboxId) => tables.inbox.get(inboxId)?.state ?? "none",
    outbox: async (governmentId) =>
      tables.outbox
        .filter(ofGovernment(governmentId))
        .sort((a, b) => a.seq - b.seq || a.id - b.id)
        .map(viewOf),
    async amendOutbox(causeKey, change) {
      store.amendOutbox(rowNamed(store, causeKey).id, change as Parameters<MemoryStore["amendOutbox"]>[1]);
    },
    pings: async (forwardId) =>
      tables.pings
        .filter((ping) => ping.forwardId === forwardId)
        .sort((a, b) => inOrder(a.stage, b.stage) || inOrder(a.agencyId, b.agencyId) || inOrder(a.purpose, b.purpose))
        .map(({ stage, agencyId, purpose, dueAt, takenAt }) => ({
          stage,
          agencyId,
          purpose,
          dueAt,
          takenAt: takenAt ?? null,
        })),
    contentHashes: async (subjectId) =>
      tables.history.filter((row) => row.subjectId === subjectId).map(({ content }) => contentHash(content)),
    async seal(subjectId) {
      const rows = tables.history.filter((row) => row.subjectId === subjectId).slice(0, 2);
      for (const [index, row] of rows.entries()) tables.history[row.id - 1] = { ...row, sealNo: index + 1 };
    },
    async putAction(governmentId, token, action) {
      store.putAction(governmentId, token, action);
    },
    async plantCard(governmentId, key, place) {
      tables.cards.set(keyOf(governmentId, key), { message: { ...place, id: key }, shownVersion: 1 });
    },
    cardKeys: async (governmentId) =>
      [...tables.cards.entries()].flatMap(([key, { message }]) =>
        key === keyOf(governmentId, message.id) ? [message.id] : [],
      ),
    async plantAccounts(governmentId, accounts) {
      const directory = tables.directories.get(governmentId);
      if (directory) store.register({ ...directory, accounts });
    },
    async renameAgency(agencyId, name) {
      for (const directory of tables.directories.values())
        store.register({
          ...directory,
          agencies: directory.agencies.map((agency) => (agency.id === agencyId ? { ...agency, name } : agency)),
        });
    },
    redraws: async (governmentId) => eventsOf(governmentId, "redraw:"),
    endAccounts: async () => endMemoryAccounts(tables, { machineNow: () => new Date(), caseNow }),
    accountEnds: async (governmentId) => eventsOf(governmentId, "account-ended:"),
    async dump(governmentId) {
      const mine = ofGovernment(governmentId);
      const keyed = (map: ReadonlyMap<string, unknown>) => [...map].filter(([key]) => key.includes(governmentId));
      return JSON.stringify([
        keyed(tables.counters),
        [...tables.cases.values()].filter(mine),
        [...tables.proposals.values()].filter(mine),
        tables.history.filter(mine),
        tables.outbox.filter(mine),
        tables.pings.filter(mine),
        keyed(tables.dialogues),
        [...tables.replies.values()].filter(mine),
      ]);
    },
    async close() {},
  };
};

describeStore("memory", createWorld);
