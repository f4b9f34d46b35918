import { expect, it } from "vitest";
import { createMemoryOutbox } from "../../src/infra/memory/memory-outbox.js";
import { addMessage, emptyTables } from "../../src/infra/memory/memory-tables.js";
import { createRelay } from "../../src/infra/outbox/relay.js";
import { createLocalWake } from "../../src/infra/wake/wake.js";
import type { ConversationRef } from "../../src/ports/chat/refs.js";
import { createFakeAdapter } from "../support/fake-adapter.js";
import { composeWords, contentOf } from "../support/outbox-rows.js";
import { silentLogger } from "../support/silent-logger.js";

const PAUSED = 600;
const HOUR_MS = 3_600_000;

const chat = (number: number): ConversationRef => ({
  platform: "simulator",
  workspace: "-",
  channel: `chat ${number}`,
});

it("a relay serves the one chat that may be written to behind six hundred the platform wants left alone", async () => {
  const tables = emptyTables([], new Map());
  const clock = { machineNow: () => new Date(), caseNow: () => new Date() };
  const outbox = createMemoryOutbox(tables, "simulator", { dedupeWindowMs: 0 }, clock);
  const plant = (number: number, words: string) =>
    addMessage(tables, {
      ...{ step: "planted", governmentId: "g", causeKey: `${number} ${words}`, to: chat(number) },
      ...{ content: contentOf(words), duties: [], whenUnknown: "repeat", notBefore: new Date(0) },
    });
  const adapter = createFakeAdapter();
  for (let number = 0; number < PAUSED; number += 1) {
    plant(number, "limited");
    const failure = { kind: "rate-limited", retryAfterMs: HOUR_MS, scope: "conversation" } as const;
    adapter.script.push({ kind: "fail", failure });
  }
  const relay = createRelay({
    ...{ outbox, adapter, compose: composeWords, logger: silentLogger, wake: createLocalWake() },
    isRetryable: () => false,
  });
  while (adapter.calls.length < PAUSED) await relay.runOnce();
  // The pause outlasts the rows' own: the lanes are named, and may not be sent to.
  for (const row of [...tables.outbox]) tables.outbox[row.id - 1] = { ...row, notBefore: new Date(0) };
  plant(PAUSED, "healthy");
  await relay.runOnce();
  expect(adapter.taken.map(({ delivery }) => delivery.idempotencyKey)).toHaveLength(1);
  expect(adapter.taken[0]?.delivery.op).toMatchObject({ to: { conversation: chat(PAUSED) } });
});
