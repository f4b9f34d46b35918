import { nextDueInMemory, sweepMemoryPings } from "../../src/infra/memory/memory-sweep.js";
import { emptyTables, type MemoryTables } from "../../src/infra/memory/memory-tables.js";
import { laneOf } from "../../src/infra/outbox/row.js";
import { newCase, newForward } from "../support/case-fixture.js";
import { plantedDirectory, plantedGovernment } from "../support/planted-directory.js";
import type { PlantedGovernment } from "../support/registry-fixture.js";
import { describeSweep, OFFSET_MS, type PlantedPing, type SweepWorld } from "./ping-sweep.js";

const plantForward = (
  tables: MemoryTables,
  government: PlantedGovernment,
  id: string,
  inquiryId: string,
  status: "open" | "answered" | "returned",
): void => {
  const inquiry = newCase(government, { id: inquiryId, forwards: [newForward(government, { id, status })] });
  tables.cases.set(inquiryId, { governmentId: government.id, year: 2026, inquiry });
};

const plantPing = (
  tables: MemoryTables,
  government: PlantedGovernment,
  { forward, stage = "before-60", purpose = "work" }: PlantedPing,
  inquiryId: string,
  dueAt: Date,
): void => {
  const { id: governmentId, related: agencyId } = government;
  tables.pings.push({ governmentId, forwardId: forward, inquiryId, stage, agencyId, purpose, dueAt });
};

const messagesIn = (tables: MemoryTables) =>
  tables.outbox
    .map((row) => {
      return { ...row, lane: laneOf(row.to), channel: row.to.channel };
    })
    .sort((a, b) => (a.channel < b.channel ? -1 : 1));

const createWorld = async (): Promise<SweepWorld> => {
  const real = plantedGovernment();
  const example = plantedGovernment();
  const directories = [
    plantedDirectory(real, { example: false, settings: {} }),
    plantedDirectory(example, { example: true, settings: {} }),
  ];
  const tables = emptyTables(directories, new Map());
  const offsetOf = (governmentId: string): number => (governmentId === example.id ? OFFSET_MS : 0);
  const clock = {
    machineNow: () => new Date(),
    caseNow: (governmentId: string) => new Date(Date.now() + offsetOf(governmentId)),
  };
  return {
    real,
    example,
    sweep: async () => sweepMemoryPings(tables, clock),
    nextDue: async (only) => nextDueInMemory(tables, only),
    plantForward: async (id, status = "open", government = real) =>
      plantForward(tables, government, id, `q-${id}`, status),
    async plantPing(ping) {
      const { government = real, dueInMs = -1000, forward } = ping;
      const dueAt = new Date(Date.now() + offsetOf(government.id) + dueInMs);
      plantPing(tables, government, ping, `q-${forward}`, dueAt);
      return dueAt;
    },
    async plantMany(count) {
      for (let number = 0; number < count; number += 1) {
        plantForward(tables, real, `f${number}`, `q${number}`, "open");
        const ping = { forward: `f${number}`, stage: "due" };
        plantPing(tables, real, ping, `q${number}`, new Date(Date.now() - 1000));
      }
    },
    async cancel(forwardId) {
      for (const [index, ping] of tables.pings.entries())
        if (ping.forwardId === forwardId) tables.pings[index] = { ...ping, takenAt: new Date() };
    },
    takenAt: async (forwardId) => tables.pings.find((ping) => ping.forwardId === forwardId)?.takenAt ?? null,
    messages: async () => messagesIn(tables),
    events: async () => [...tables.inbox.values()].sort((a, b) => (a.eventId < b.eventId ? -1 : 1)),
    async clear() {
      tables.pings.length = 0;
      tables.outbox.length = 0;
      tables.causes.clear();
      tables.inbox.clear();
      tables.cases.clear();
    },
    async close() {},
  };
};

describeSweep("memory", createWorld);
