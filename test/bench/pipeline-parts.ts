import { createHandler } from "../../src/app/handle.js";
import { surface } from "../../src/app/surface.js";
import { createCompose } from "../../src/app/views/compose.js";
import { mayUse } from "../../src/app/views/may-use.js";
import type { OpenDatabase } from "../../src/infra/db/database.js";
import { createStore } from "../../src/infra/db/repositories/store.js";
import { isRetryableDatabaseError } from "../../src/infra/db/retryable.js";
import { createInboxStore } from "../../src/infra/inbox/store.js";
import { createInboxWorker } from "../../src/infra/inbox/worker.js";
import { createRelay } from "../../src/infra/outbox/relay.js";
import { createOutboxStore, type OutboxStore } from "../../src/infra/outbox/store.js";
import { systemIds } from "../../src/infra/system.js";
import { createNotifier } from "../../src/infra/wake/notifier.js";
import { withInboxWake, withWake } from "../../src/infra/wake/with-wake.js";
import type { Inbox } from "../../src/ports/chat/adapter.js";
import { silentLogger } from "../support/silent-logger.js";
import { createNoOpPlatform } from "./no-op-platform.js";

/** As the program has it. */
const CONCURRENCY = 8;

/** The program's path from the inbox to a settled message, on a platform that does nothing. */
export interface Pipeline {
  readonly inbox: Inbox;
  /** Stops, at the latest after ten seconds. */
  stop(): Promise<void>;
}

const counted = (store: OutboxStore, onSettled: (channel: string) => void): OutboxStore => ({
  ...store,
  async settleSent(claim, message, shownVersion) {
    const settled = await store.settleSent(claim, message, shownVersion);
    onSettled(message?.channel ?? "");
    return settled;
  },
});

/** Starts it; `onSettled` hears of every message that was settled, with its channel. */
export const startPipeline = (
  { prisma, url }: Pick<OpenDatabase, "prisma" | "url">,
  onSettled: (channel: string) => void,
): Pipeline => {
  const logger = silentLogger;
  const wake = createNotifier(url, logger);
  const inboxStore = createInboxStore(prisma);
  const store = withWake(createStore(prisma), wake);
  const common = { wake, logger, isRetryable: isRetryableDatabaseError };
  const handle = createHandler({ store, ids: systemIds, logger });
  const worker = createInboxWorker({ ...common, store: inboxStore, handle, concurrency: CONCURRENCY });
  const outbox = counted(createOutboxStore(prisma, "simulator", { dedupeWindowMs: 3_600_000 }), onSettled);
  const compose = createCompose({ store, surface, mayUse });
  const relay = createRelay({ ...common, outbox, adapter: createNoOpPlatform(), compose });
  wake.start();
  relay.start();
  worker.start();
  return {
    inbox: withInboxWake(inboxStore, wake),
    async stop() {
      const deadline = AbortSignal.timeout(10_000);
      await worker.drain(deadline);
      await relay.drain(deadline);
      await wake.stop();
    },
  };
};
