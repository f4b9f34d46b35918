import { createHash } from "node:crypto";
import { createHandler } from "../../src/app/handle.js";
import { surface } from "../../src/app/surface.js";
import { createCompose } from "../../src/app/views/compose.js";
import { mayUse } from "../../src/app/views/may-use.js";
import { SECRET_CHARS } from "../../src/domain/registry/one-time-code.js";
import { neverCrash } from "../../src/infra/crash-points.js";
import { createInboxWorker } from "../../src/infra/inbox/worker.js";
import { createAttempt } from "../../src/infra/outbox/attempt.js";
import { laneOf, type OutboxRow } from "../../src/infra/outbox/row.js";
import { createLocalWake } from "../../src/infra/wake/wake.js";
import type { ChatAdapter } from "../../src/ports/chat/adapter.js";
import { DeliveryError } from "../../src/ports/chat/failures.js";
import type { ChatEvent } from "../../src/ports/chat/inbound.js";
import type { Logger } from "../../src/ports/logger.js";
import { LeaseLost } from "../../src/ports/store.js";
import { silentLogger } from "../support/silent-logger.js";
import { gatedInbox, gatedOutbox, gatedStore } from "./gated.js";
import { DatabaseAway } from "./gates.js";
import type { World } from "./world.js";

/** One process of the program. What it does stops at every gate until the run lets it go on. */
export interface Process {
  readonly id: number;
  /** Claims events and handles them. */
  work(): void;
  /** Sends one message. */
  relay(): void;
  tick(): void;
  /** Rejects when it could not be stored; then the platform delivers the event again. */
  accept(event: ChatEvent): Promise<void>;
  /** Whether the platform refused its credentials. */
  refused(): boolean;
  /** The operator entered new ones. */
  restart(): void;
}

const SEND_TIMEOUT_MS = 10_000;
const AWAY_MS = 250;
const CONCURRENCY = 3;

const isAway = (error: unknown): boolean => error instanceof DatabaseAway;

/** Errors in the log are bugs: everything a platform or a database does to us is a warning. */
const loggerOf = ({ watch }: World): Logger => ({
  ...silentLogger,
  error: (...said: unknown[]) => watch.demand(false, `an error was logged: ${JSON.stringify(said)}`),
});

/** The platform as one attempt sees it: an answer that comes too late is none. */
const adapterFor = (world: World, id: number, row: OutboxRow, shownVersion: () => number | undefined): ChatAdapter => ({
  ...world.adapter,
  async deliver(delivery) {
    const { gates, clock, platform } = world;
    const beganMs = clock.nowMs();
    const inTime = (): void => {
      if (clock.nowMs() - beganMs > SEND_TIMEOUT_MS)
        throw new DeliveryError({ kind: "retryable", outcome: "unknown" }, "simulator", "timed out");
    };
    await gates.pass(id, `deliver ${row.id}`, { mayFail: false });
    inTime();
    const version = shownVersion();
    const answer = (() => {
      try {
        return platform.take({ row, delivery, ...(version === undefined ? {} : { shownVersion: version }) });
      } catch (error) {
        return error as Error;
      }
    })();
    await gates.pass(id, `delivered ${row.id}`, { mayFail: false });
    inTime();
    if (answer instanceof Error) throw answer;
    return answer;
  },
});

const createRelaying = (world: World, id: number, logger: Logger) => {
  const { gates, clock, random, watch } = world;
  const outbox = gatedOutbox(world, id);
  const compose = createCompose({ store: world.store, surface, mayUse });
  const pauses = new Map<string, number>();
  let pausedUntilMs = 0;
  let refused = false;

  const persistently = async <T>(work: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (error instanceof LeaseLost || !isAway(error)) throw error;
        await gates.pass(id, "away", { notBefore: clock.nowMs() + AWAY_MS, mayFail: false });
      }
    }
  };
  const attempt = (row: OutboxRow): Promise<void> => {
    let shownVersion: number | undefined;
    return createAttempt({
      outbox,
      adapter: adapterFor(world, id, row, () => shownVersion),
      async compose(governmentId, content, capabilities, to) {
        await gates.pass(id, `compose ${row.id}`);
        const composed = await compose(governmentId, content, capabilities, to);
        world.invariants.composed(content, composed);
        shownVersion = composed === "drop" ? undefined : composed.shownVersion;
        return composed;
      },
      logger,
      crash: neverCrash,
      random: random.next,
      sendTimeoutMs: SEND_TIMEOUT_MS,
      monotonicMs: clock.nowMs,
      isRetryable: isAway,
      persistently,
      on: {
        settled: () => {},
        waiting: () => {},
        paused: (paused, scope, afterMs) => {
          const until = clock.nowMs() + afterMs;
          if (scope === "platform") pausedUntilMs = Math.max(pausedUntilMs, until);
          else pauses.set(laneOf(paused.to), until);
        },
        refused: () => {
          refused = true;
        },
      },
    })(row, () => {});
  };
  const isPaused = (lane: string): boolean =>
    refused || clock.nowMs() < pausedUntilMs || clock.nowMs() < (pauses.get(lane) ?? 0);
  const sendNext = async (): Promise<void> => {
    const lanes = await outbox.dueLanes();
    const lane = random.pick(lanes.filter((each) => !isPaused(each)));
    const row = lane === undefined ? undefined : await outbox.claim(lane);
    if (row) await attempt(row);
  };
  return {
    relay: () =>
      void sendNext().catch((error: unknown) => watch.demand(isAway(error), `a relay step threw ${String(error)}`)),
    refused: () => refused,
    restart: () => {
      refused = false;
    },
  };
};

/** A process that was just started. */
export const createProcess = (world: World, id: number): Process => {
  const { gates, clock, random, ids, watch } = world;
  const logger = loggerOf(world);
  const inbox = gatedInbox(world, id);
  /** As in the program, one claim at a time: the next one knows what came of it. */
  let claiming = false;
  const claim: typeof inbox.claim = async (limit, inHand) => {
    claiming = true;
    try {
      return await inbox.claim(limit, inHand);
    } finally {
      claiming = false;
    }
  };
  const worker = createInboxWorker({
    store: { ...inbox, claim },
    handle: world.invariants.hands.watched(
      createHandler({
        store: gatedStore(world, id),
        ids: {
          newId: ids,
          newSecret: () => "0".repeat(SECRET_CHARS),
          hashOf: (text) => createHash("sha256").update(text, "utf8").digest("hex"),
        },
        logger,
      }),
    ),
    isRetryable: isAway,
    logger,
    concurrency: CONCURRENCY,
    wake: createLocalWake(),
    random: random.next,
    pause: (ms) => gates.pass(id, "pause", { notBefore: clock.nowMs() + ms, mayFail: false }),
  });
  const guarded = (what: string, work: () => Promise<unknown>): void =>
    void work().catch((error: unknown) => watch.demand(isAway(error), `${what} threw ${String(error)}`));
  const through = async (label: string, work: () => void): Promise<void> => {
    await gates.pass(id, label);
    work();
    await gates.pass(id, `${label} done`);
  };
  return {
    id,
    ...createRelaying(world, id, logger),
    work: () => {
      if (!claiming) guarded("a worker", () => worker.runOnce());
    },
    tick: () =>
      guarded("a tick", async () => {
        await through("sweep", () => {
          const before = world.invariants.pings.beforeSweep();
          world.sweep();
          world.invariants.pings.swept(before);
        });
        await through("seal", () => world.seal());
      }),
    async accept(event) {
      await inbox.accept(event);
    },
  };
};
