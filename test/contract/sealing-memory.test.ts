import { sealMemoryHistory, verifyMemoryHistory } from "../../src/infra/memory/memory-sealer.js";
import { emptyTables } from "../../src/infra/memory/memory-tables.js";
import { describeSealing, type SealingWorld } from "./sealing.js";

const createWorld = async (): Promise<SealingWorld> => {
  const tables = emptyTables([], new Map());
  return {
    one: "one",
    other: "other",
    async write(count, governmentId) {
      for (let number = 0; number < count; number += 1)
        tables.history.push({
          id: tables.history.length + 1,
          governmentId,
          at: new Date(Date.UTC(2026, 0, 5, 2, 0, 0, number)),
          ...(number % 2 === 0 ? { subjectId: "q1" } : {}),
          ...(number % 3 === 0 ? { actor: "p1" } : {}),
          kind: "forwarded",
          content: { number, text: "pertanyaan “warga” 😀", nested: { b: 1, a: [null, 0.5] } },
        });
    },
    seal: async (governmentId) => sealMemoryHistory(tables, governmentId),
    verify: async () => verifyMemoryHistory(tables),
    numbersOf: async (governmentId) =>
      tables.history.filter((row) => row.governmentId === governmentId).map(({ sealNo }) => Number(sealNo)),
    async clear() {
      tables.history.length = 0;
    },
    async close() {},
  };
};

describeSealing("memory", createWorld);
