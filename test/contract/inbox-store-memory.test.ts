import { createMemoryInbox } from "../../src/infra/memory/memory-inbox.js";
import { emptyTables, type MemoryInboxRow } from "../../src/infra/memory/memory-tables.js";
import { plantedDirectory, plantedGovernment } from "../support/planted-directory.js";
import { describeInbox, type InboxWorld } from "./inbox-store.js";

const DAY_MS = 86_400_000;
const machineNow = () => new Date();

const createWorld = async (): Promise<InboxWorld> => {
  const government = plantedGovernment();
  const tables = emptyTables([plantedDirectory(government, { example: false, settings: {} })], new Map());
  const found = (eventId: string): [string, MemoryInboxRow] => {
    const entry = [...tables.inbox].find(([, row]) => row.platform === "simulator" && row.eventId === eventId);
    if (!entry) throw new Error(`no event ${eventId}`);
    return entry;
  };
  return {
    first: createMemoryInbox(tables, { machineNow }),
    second: createMemoryInbox(tables, { machineNow }),
    bound: { governmentId: government.id, conversation: government.conversation(government.home, "work") },
    async rowOf(eventId) {
      const [, row] = found(eventId);
      return { ...row, governmentId: row.governmentId ?? null, error: row.error ?? null };
    },
    count: async () => tables.inbox.size,
    async expireLeases() {
      for (const [id, row] of tables.inbox)
        if (row.leaseUntil) tables.inbox.set(id, { ...row, leaseUntil: new Date(0) });
    },
    async doneBefore(eventId, days) {
      const [id, row] = found(eventId);
      tables.inbox.set(id, { ...row, state: "done", doneAt: new Date(Date.now() - days * DAY_MS) });
    },
    clear: async () => tables.inbox.clear(),
    async close() {},
  };
};

describeInbox("memory", createWorld);
