import { randomUUID } from "node:crypto";
import { surface } from "./app/surface.js";
import { createCompose } from "./app/views/compose.js";
import { mayUse } from "./app/views/may-use.js";
import type { CrashPoint } from "./infra/crash-points.js";
import type { PrismaClient } from "./infra/db/generated/client.js";
import { isRetryableDatabaseError } from "./infra/db/retryable.js";
import { createLease } from "./infra/lease/lease.js";
import { createOwnedJobs } from "./infra/lease/owned-jobs.js";
import { createOwnership } from "./infra/lease/ownership.js";
import type { Metrics } from "./infra/metrics/metrics.js";
import { createRelay } from "./infra/outbox/relay.js";
import { createOutboxStore } from "./infra/outbox/store.js";
import type { Notifier } from "./infra/wake/notifier.js";
import type { ChatAdapter } from "./ports/chat/adapter.js";
import type { Logger } from "./ports/logger.js";
import type { Reader } from "./ports/store.js";

/** A platform account's owner is followed within this time, in milliseconds. */
const ownerTermMs = 15_000;

/** What of the program an account works with. */
export interface AccountParts {
  readonly prisma: PrismaClient;
  readonly wake: Notifier;
  readonly crash: CrashPoint;
  readonly store: Reader;
  readonly metrics: Metrics;
  readonly adapters: ChatAdapter[];
}

/**
 * One platform account: whoever holds its lease relays its messages and runs what the adapter leaves to the owner. Nothing runs before `ownership.start`. It is among
 * `adapters` from now on, through which files are fetched.
 */
export const createPlatformAccount = (parts: AccountParts, adapter: ChatAdapter, logger: Logger) => {
  const { prisma, wake, crash, store, metrics } = parts;
  parts.adapters.push(adapter);
  const { dedupe } = adapter.capabilities;
  const relay = createRelay({
    outbox: createOutboxStore(prisma, adapter.platform, {
      dedupeWindowMs: dedupe === "none" ? 0 : dedupe.windowMs,
    }),
    adapter,
    compose: createCompose({ store, surface, mayUse }),
    logger,
    wake,
    isRetryable: isRetryableDatabaseError,
    crash,
    onSettled: (outcome) => metrics.count(adapter.platform, outcome),
  });
  const jobs = createOwnedJobs(logger);
  const ownership = createOwnership({
    lease: createLease(prisma, `account:${adapter.platform}`, randomUUID(), ownerTermMs),
    ttlMs: ownerTermMs,
    onGained: async () => {
      relay.start();
      jobs.begin();
    },
    onLost: async () => {
      await Promise.all([jobs.end(), relay.drain(AbortSignal.timeout(ownerTermMs / 5))]);
    },
    logger,
  });
  metrics.watch({
    platform: adapter.platform,
    owned: ownership.isOwner,
    online: () => adapter.health().state === "online",
    refused: () => relay.health().state === "failed" || adapter.health().state === "failed",
  });
  return { adapter, relay, ownership, whileOwner: jobs.add };
};
