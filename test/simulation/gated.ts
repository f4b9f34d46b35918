import type { InboxStore } from "../../src/infra/inbox/store.js";
import type { OutboxStore } from "../../src/infra/outbox/store.js";
import type { Store } from "../../src/ports/store.js";
import type { World } from "./world.js";

/**
 * A statement as a process makes it: it stops before, where a crash leaves nothing done, and after, where it leaves it
 * done and unknown to the process. At both the database may be away.
 */
const statement =
  <A extends readonly unknown[], T>(world: World, id: number, label: string, run: (...args: A) => Promise<T>) =>
  async (...args: A): Promise<T> => {
    await world.gates.pass(id, label);
    const answer = await run(...args);
    await world.gates.pass(id, `${label} done`);
    return answer;
  };

/** The inbox as a process has it. */
export const gatedInbox = (world: World, id: number): InboxStore => {
  const { inbox, invariants } = world;
  const gate = <A extends readonly unknown[], T>(label: string, run: (...args: A) => Promise<T>) =>
    statement(world, id, `inbox ${label}`, run);
  return {
    accept: gate("accept", (event) => inbox.accept(event)),
    claim: gate("claim", (limit, inHand) => inbox.claim(limit, inHand)),
    release: gate("release", (claim, delayMs) => inbox.release(claim, delayMs)),
    fail: gate("fail", (claim, error, delayMs) => inbox.fail(claim, error, delayMs)),
    finish: gate("finish", async (claim) => {
      await inbox.finish(claim);
      invariants.finished(claim.id);
    }),
    prune: () => inbox.prune(),
  };
};

/** The store as a process has it: reading is one moment, committing another. */
export const gatedStore = (world: World, id: number): Store => ({
  ...world.store,
  commit: statement(world, id, "commit", async (changes) => {
    const before = world.invariants.beforeCommit(changes);
    await world.store.commit(changes);
    world.invariants.committed(changes, before);
  }),
});

/** The outbox as a process has it. */
export const gatedOutbox = (world: World, id: number): OutboxStore => {
  const { outbox, invariants } = world;
  const gate = <A extends readonly unknown[], T>(label: string, run: (...args: A) => Promise<T>) =>
    statement(world, id, `outbox ${label}`, run);
  return {
    dueLanes: () => outbox.dueLanes(),
    claim: gate("claim", async (lane) => {
      const row = await outbox.claim(lane);
      if (row) invariants.deliveries.claimed(row);
      return row;
    }),
    begin: gate("begin", (claim, tokens) => outbox.begin(claim, tokens)),
    settleSent: gate("sent", (claim, message, version) => outbox.settleSent(claim, message, version)),
    settleSuperseded: gate("superseded", (claim) => outbox.settleSuperseded(claim)),
    settleDropped: gate("dropped", async (claim, reason) => {
      const settled = await outbox.settleDropped(claim, reason);
      invariants.dropped(claim.id);
      return settled;
    }),
    settleDead: gate("dead", (claim, reason, inDoubt) => outbox.settleDead(claim, reason, inDoubt)),
    retryLater: gate("retry", (claim, retry) => outbox.retryLater(claim, retry)),
    forgetCard: gate("forget", (row) => outbox.forgetCard(row)),
    relocate: gate("relocate", (row, to) => outbox.relocate(row, to)),
    redrawCard: gate("redraw", (row) => outbox.redrawCard(row)),
    recentAttempts: (windowMs) => outbox.recentAttempts(windowMs),
  };
};
