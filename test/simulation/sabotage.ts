import { sweepMemoryPings } from "../../src/infra/memory/memory-sweep.js";
import { keyOf } from "../../src/infra/memory/memory-tables.js";
import type { Sabotage } from "./world.js";

/** Bugs planted on purpose, and what the simulation has to say about each. */
export interface PlantedBug {
  readonly name: string;
  readonly plant: Sabotage;
  readonly found: RegExp;
}

export const PLANTED_BUGS: readonly PlantedBug[] = [
  {
    name: "an outbox that forgets what it does not know",
    found: /posted \d+ times and is not ambiguous|was posted though it is there/,
    plant: ({ outbox }) => ({
      outbox: { ...outbox, retryLater: (claim, retry) => outbox.retryLater(claim, { ...retry, ambiguous: false }) },
    }),
  },
  {
    name: "an outbox that forgets its doubts",
    found: /posted \d+ times and is not ambiguous|was posted though it is there/,
    plant: ({ outbox }) => ({
      outbox: { ...outbox, retryLater: (claim, retry) => outbox.retryLater(claim, { ...retry, inDoubt: false }) },
    }),
  },
  {
    name: "a sweep that takes some pings twice",
    found: /told twice|told though it was not due|a ping of an ended forward/,
    plant: ({ store: { tables }, clock }) => ({
      sweep: () => {
        const again = tables.pings.findIndex(({ takenAt, stage }) => takenAt !== undefined && stage === "due");
        const ping = tables.pings[again];
        sweepMemoryPings(tables, clock);
        if (ping?.takenAt === undefined) return;
        const { takenAt: _, ...fresh } = ping;
        tables.pings[again] = fresh;
        tables.causes.clear();
        sweepMemoryPings(tables, clock);
      },
    }),
  },
  {
    name: "a commit that ignores the lease",
    found: /committed by somebody who does not hold it|had its effect twice|is parked at rest/,
    plant: ({ store }) => ({
      store: {
        ...store,
        async commit(changes) {
          const { inboxId, leaseToken } = changes.cause;
          const row = store.tables.inbox.get(inboxId);
          if (row) store.tables.inbox.set(inboxId, { ...row, state: "running", leaseToken });
          await store.commit(changes);
        },
      },
    }),
  },
  {
    name: "a gate that always passes",
    found: /passed without|passed though|gate/,
    plant: ({ store }) => ({
      store: {
        ...store,
        commit(changes) {
          const { case: change } = changes;
          const gate = change?.next.status === "approval" ? change.next.gate : undefined;
          if (!change || !gate) return store.commit(changes);
          const next = { ...change.next, status: "ready" as const, gate: { ...gate, passed: true } };
          return store.commit({ ...changes, case: { ...change, next } });
        },
      },
    }),
  },
  {
    name: "an outbox that sends the newest first",
    found: /went before row/,
    plant: ({ outbox, store: { tables } }) => ({
      outbox: {
        ...outbox,
        async claim(lane) {
          for (const row of [...tables.outbox])
            if (row.state === "pending" && row.seq > 0) tables.outbox[row.id - 1] = { ...row, seq: -row.seq };
          const claimed = await outbox.claim(lane);
          for (const row of [...tables.outbox]) if (row.seq < 0) tables.outbox[row.id - 1] = { ...row, seq: -row.seq };
          return claimed;
        },
      },
    }),
  },
  {
    name: "a delivery that nobody is told of",
    found: /is done without having been handled|no clock though|no gate though/,
    plant: ({ outbox, store: { tables } }) => ({
      outbox: {
        ...outbox,
        async settleSent(claim, message, version) {
          const settled = await outbox.settleSent(claim, message, version);
          const told = [...tables.inbox].find(([, { eventId }]) => eventId === `delivered:${claim.id}`);
          if (told && Number(claim.id) % 3 === 0) tables.inbox.set(told[0], { ...told[1], state: "done" });
          return settled;
        },
      },
    }),
  },
  {
    name: "a case found by its number in any government",
    found: /words of \w+ were shown|changed|wrote|does not come to rest/,
    plant: ({ store }) => ({
      store: {
        ...store,
        caseByCode: async (_governmentId, code) =>
          [...store.tables.cases.values()].find(({ inquiry }) => inquiry.code === code)?.inquiry,
        caseById: async (_governmentId, id) => store.tables.cases.get(id)?.inquiry,
      },
    }),
  },
  {
    name: "a sealer that begins anew",
    found: /the history has number|the seal/,
    plant: ({ store: { tables }, seal }) => ({
      seal: () => {
        const before =
          tables.history.length > 40 ? tables.history.findLast(({ sealNo }) => sealNo !== undefined) : undefined;
        seal();
        if (before?.sealNo !== undefined)
          for (const row of [...tables.history])
            if (row.governmentId === before.governmentId && (row.sealNo ?? 0) > before.sealNo)
              tables.history[row.id - 1] = { ...row, sealNo: (row.sealNo ?? 0) + 1 };
      },
    }),
  },
  {
    name: "a card that is recorded newer than it was drawn",
    found: /shows version/,
    plant: ({ outbox, store: { tables } }) => ({
      outbox: {
        ...outbox,
        async claim(lane) {
          const row = await outbox.claim(lane);
          if (!row?.card?.shown || Number(row.id) % 5 !== 0) return row;
          const key = keyOf(row.governmentId, row.card.key);
          const card = tables.cards.get(key);
          if (card) tables.cards.set(key, { ...card, shownVersion: row.card.version });
          return { ...row, card: { ...row.card, shown: { ...row.card.shown, version: row.card.version } } };
        },
      },
    }),
  },
  {
    name: "an inbox that does not ask what else is in hand",
    found: /was handled beside/,
    plant: ({ inbox }) => ({ inbox: { ...inbox, claim: (limit) => inbox.claim(limit, 0) } }),
  },
];
