import type { Config } from "./config.js";
import type { PrismaClient } from "./infra/db/generated/client.js";
import { migrationNames, migrationsFolder } from "./infra/db/migrate.js";
import { migrationsApplied } from "./infra/db/migrations-applied.js";
import { createMetricsEndpoint } from "./infra/http/metrics-endpoint.js";
import type { ReadinessParts } from "./infra/http/readiness.js";
import type { HttpServer } from "./infra/http/server.js";
import { sharedAnswer } from "./infra/http/shared-answer.js";
import type { InboxWorker } from "./infra/inbox/worker.js";
import { createMetrics, type Metrics } from "./infra/metrics/metrics.js";
import { readSnapshot } from "./infra/metrics/snapshot.js";
import type { Tick } from "./infra/scheduler/tick.js";

/** A figure may be so old, and scraping asks the database no more often, in milliseconds. */
const SNAPSHOT_KEPT_MS = 1_000;
/** Well within the 10 s Prometheus waits for a scrape. */
const SNAPSHOT_PATIENCE_MS = 5_000;

/** The program's metrics, at `/metrics` from now on. */
export const serveMetrics = (http: HttpServer, prisma: PrismaClient, config: Config): Metrics => {
  const limits = { keptMs: SNAPSHOT_KEPT_MS, patienceMs: SNAPSHOT_PATIENCE_MS };
  const metrics = createMetrics(sharedAnswer(() => readSnapshot(prisma), limits));
  http.mount("/metrics", createMetricsEndpoint(metrics, config.metricsToken));
  return metrics;
};

interface Watched {
  readonly prisma: PrismaClient;
  readonly worker: Pick<InboxWorker, "runs">;
  readonly tick: Pick<Tick, "runs">;
}

/** What `/readyz` asks of a program that runs. */
export const readinessOf = async ({ prisma, worker, tick }: Watched): Promise<ReadinessParts> => {
  const names = await migrationNames(migrationsFolder());
  return {
    isMigrated: async () => {
      const applied = new Set(await migrationsApplied(prisma));
      return names.every((name) => applied.has(name));
    },
    workerRuns: worker.runs,
    tickRuns: tick.runs,
  };
};
