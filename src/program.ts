import { join } from "node:path";
import { exampleLeadMinutes } from "./app/example-case.js";
import { createHandler } from "./app/handle.js";
import { createIsHeard } from "./app/heard.js";
import { createPrefill } from "./app/prefill.js";
import { endingMessages } from "./app/registry/ending-terms.js";
import { createSuggest } from "./app/suggest.js";
import { surface } from "./app/surface.js";
import { type Config, simulatorWanted, type TelegramConfig } from "./config.js";
import { createEnding, type Ending } from "./ending.js";
import { createCrashPoint } from "./infra/crash-points.js";
import { openDatabase } from "./infra/db/database.js";
import { createStore } from "./infra/db/repositories/store.js";
import { isRetryableDatabaseError } from "./infra/db/retryable.js";
import { seedExamples } from "./infra/db/seed.js";
import { FilesAway, withFiles } from "./infra/files/fetch-files.js";
import { createFileStore } from "./infra/files/file-store.js";
import { openWith } from "./infra/files/open-with.js";
import { sealHistory } from "./infra/history/sealer.js";
import { createReadiness } from "./infra/http/readiness.js";
import { createHttpServer, type HttpServer } from "./infra/http/server.js";
import { createInboxStore } from "./infra/inbox/store.js";
import { createInboxWorker } from "./infra/inbox/worker.js";
import { expireLeases } from "./infra/lease/expire.js";
import { endAccounts } from "./infra/scheduler/account-ends.js";
import { createCaseClock } from "./infra/scheduler/case-clock.js";
import { runDaily } from "./infra/scheduler/daily.js";
import { createEndingTerms } from "./infra/scheduler/ending-terms.js";
import { createIdle } from "./infra/scheduler/idle.js";
import { createSilentAccounts } from "./infra/scheduler/silent-accounts.js";
import { sweepPings } from "./infra/scheduler/sweep.js";
import { createTick } from "./infra/scheduler/tick.js";
import { createSimulatorAdditions } from "./infra/simulator/additions.js";
import { createSimulatorChanges, createSimulatorHost } from "./infra/simulator/host.js";
import { createSimulatorMessages } from "./infra/simulator/messages.js";
import { createSimulatorWorld } from "./infra/simulator/world.js";
import { systemClock, systemIds } from "./infra/system.js";
import { createNotifier } from "./infra/wake/notifier.js";
import { withInboxWake, withWake } from "./infra/wake/with-wake.js";
import { createPlatformAccount } from "./platform-account.js";
import { playExampleCase } from "./play-example-case.js";
import type { ChatAdapter } from "./ports/chat/adapter.js";
import type { Logger } from "./ports/logger.js";
import type { SimulatorHost } from "./ports/simulator-host.js";
import { profileOf } from "./regulations/profiles.js";
import { articlesOf } from "./regulations/schema.js";
import { unreachedSentence } from "./unreached.js";
import { readinessOf, serveMetrics } from "./watching.js";

/** The adapters main knows. */
export interface Adapters {
  readonly simulator: (host: SimulatorHost) => ChatAdapter;
  readonly telegram: (account: TelegramConfig) => ChatAdapter;
  /** False where the adapter has no HTTP of the simulator, through which the example case is played. */
  readonly exampleCase?: boolean;
}

/** The program, running. */
export interface Program {
  /** The address people open. */
  readonly url: string;
  /** One sentence for the operator when the data lies elsewhere than asked. */
  readonly notice?: string;
  /** One sentence for the operator when there are governments nobody can reach. */
  readonly unreached?: string;
  /** Takes in nothing more, finishes what is in hand until the deadline, closes the database. Idempotent. */
  readonly stop: (deadline: AbortSignal) => Promise<void>;
}

/** How many conversations are worked on at a time; the pool has room for it beside the relay and the timers. */
const concurrency = 8;

type Database = Awaited<ReturnType<typeof openDatabase>>;

const createCore = ({ database, http }: Opened, config: Config, logger: Logger) => {
  const { prisma } = database;
  const crash = createCrashPoint(config.crashAt);
  const wake = createNotifier(database.url, logger);
  const inboxStore = createInboxStore(prisma, crash);
  const stored = createStore(prisma, (fault) => logger.warn(fault, "a setting in the database counts for nothing"));
  const store = withWake(stored, wake, crash);
  const files = createFileStore(join(database.folder, "files"));
  const adapters: ChatAdapter[] = [];
  const handle = createHandler({ store, ids: systemIds, logger });
  const worker = createInboxWorker({
    store: inboxStore,
    handle: withFiles(handle, { store: files, openFile: openWith(adapters), isHeard: createIsHeard(store), logger }),
    isRetryable: (error) => error instanceof FilesAway || isRetryableDatabaseError(error),
    logger,
    concurrency,
    wake,
    crash,
  });
  const tick = createTick({
    sweep: () => sweepPings(prisma, crash),
    seal: () => sealHistory(prisma),
    news: {
      "silent accounts": createSilentAccounts(prisma, store),
      "ending appointments": createEndingTerms(prisma, store, endingMessages),
    },
    endAccounts: () => endAccounts(prisma),
    daily: () => runDaily(prisma, "prune", () => inboxStore.prune()),
    isRetryable: isRetryableDatabaseError,
    wake,
    logger,
  });
  const metrics = serveMetrics(http, prisma, config);
  return { prisma, crash, wake, store, worker, tick, files, adapters, metrics, inbox: withInboxWake(inboxStore, wake) };
};

type Core = ReturnType<typeof createCore>;

const createHost = (core: Core, config: Config): SimulatorHost => {
  const { prisma, tick, files } = core;
  const changes = createSimulatorChanges();
  const idle = createIdle(prisma, ["simulator"]);
  const clock = createCaseClock({ prisma, idle, tick: () => tick.tick() });
  return createSimulatorHost({
    messages: createSimulatorMessages(prisma, () => changes.notify()),
    world: createSimulatorWorld(prisma),
    additions: createSimulatorAdditions(prisma, () => changes.notify()),
    changes,
    files,
    idle,
    moveClock: async (move) => {
      if (config.realPlatformConfigured) return "refused";
      const moved = await clock.move(move);
      changes.notify();
      return moved;
    },
    articlesOfProfile: (key) => {
      const profile = profileOf(key);
      return articlesOf(profile).map((article) => ({ ...article, regulation: profile.shortTitle }));
    },
  });
};

/** A program that could not start has nothing in hand to wait for. */
const startFailedMs = 5_000;

const open = async (config: Config, logger: Logger): Promise<Database> => {
  const database = await openDatabase(config, logger, {
    onLost: (error) => {
      logger.error({ error }, "another program took over the data: ending");
      process.exit(1);
    },
  });
  if (config.databaseUrl === undefined) await expireLeases(database.prisma);
  return database;
};

/**
 * Starts the program: takes its address, opens the database (migrated, an empty one seeded), and begins to work. Resolves
 * once everything works. Rejects with what to do, and then leaves nothing running.
 */
export const startProgram = async (config: Config, logger: Logger, adapters: Adapters): Promise<Program> => {
  const ending = createEnding();
  try {
    const http = createHttpServer();
    const readiness = createReadiness();
    http.mount("/readyz", readiness.handle);
    const { url } = await http.listen(config.host, config.port);
    ending.add(() => http.close());
    const database = await open(config, logger);
    ending.add(() => database.stop());
    const core = await run(config, logger, adapters, { http, database, ending });
    readiness.running(await readinessOf(core));
    ending.add(readiness.stopping);
    http.ready();
    const notice = database.notice === undefined ? {} : { notice: database.notice };
    const unreached = await unreachedSentence(database.prisma, config);
    return { url, ...notice, ...(unreached === undefined ? {} : { unreached }), stop: ending.end };
  } catch (error) {
    await ending.end(AbortSignal.timeout(startFailedMs)).catch(() => {});
    throw error;
  }
};

interface Opened {
  readonly http: HttpServer;
  readonly database: Database;
  readonly ending: Ending;
}

/** Begins to work. What is begun last ends first: intake, then what is in hand, then what is to be sent. */
const run = async (config: Config, logger: Logger, adapters: Adapters, opened: Opened): Promise<Core> => {
  const { http, database, ending } = opened;
  const simulated = simulatorWanted(config);
  if (simulated) await seedExamples(database.prisma, exampleLeadMinutes);
  const core = createCore(opened, config, logger);
  core.wake.start();
  ending.add(() => core.wake.stop());
  const host = createHost(core, config);
  const wanted = [
    ...(simulated ? [adapters.simulator(host)] : []),
    ...(config.telegram === undefined ? [] : [adapters.telegram(config.telegram)]),
  ];
  const accounts = wanted.map((adapter) => createPlatformAccount(core, adapter, logger));
  for (const { ownership } of accounts) {
    ownership.start();
    ending.add(() => ownership.stop());
  }
  core.worker.start();
  ending.add((deadline) => core.worker.drain(deadline));
  await core.files.sweep();
  core.tick.start();
  ending.add(() => core.tick.stop());
  for (const { adapter, whileOwner } of accounts) {
    const { inbox, files } = core;
    await adapter.start({
      surface,
      inbox,
      files,
      suggest: createSuggest(core.store),
      prefill: createPrefill(core.store),
      http,
      whileOwner,
      logger,
      clock: systemClock,
    });
    ending.add((deadline) => adapter.stop(deadline));
  }
  if (simulated && adapters.exampleCase !== false) await playExampleCase(core.prisma, host, http.fetch);
  return core;
};
