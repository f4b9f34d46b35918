import { setImmediate as turn } from "node:timers/promises";
import { defaultSettings, type TelegramAccount } from "../../adapters/telegram/config.js";
import { createIntake, type Intake } from "../../adapters/telegram/intake.js";
import { createQueries, type Query } from "../../adapters/telegram/queries.js";
import { createSaidLately } from "../../adapters/telegram/said-lately.js";
import type { AdapterContext } from "../../src/ports/chat/adapter.js";
import type { Logger } from "../../src/ports/logger.js";
import { contractSurface } from "../contract/chat-adapter-bench.js";
import { type FakeTelegramApi, fakeTelegramApi, type RawUpdate } from "./fake-telegram-api.js";
import { createRecordingInbox, type RecordingInbox } from "./recording-inbox.js";

/** Lines of the log, by level. */
export interface Line {
  readonly level: string;
  readonly message: string;
  readonly fields: object;
}

const recordingLogger = (lines: Line[]): Logger => {
  const write = (level: string) => (fields: object, message: string) => void lines.push({ level, message, fields });
  const logger: Logger = {
    ...{ debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") },
    child: () => logger,
  };
  return logger;
};

/** Telegram's queue of updates, held until there is one. */
const serveUpdates = (api: FakeTelegramApi) => {
  let queue: readonly unknown[] = [];
  let wake = (): void => {};
  const idOf = (raw: unknown) => (raw as RawUpdate).update_id;
  api.on("getUpdates", async ({ offset, timeout, limit }, signal) => {
    if (typeof offset === "number") queue = queue.filter((raw) => idOf(raw) >= offset);
    if (queue.length === 0 && timeout !== 0 && !signal?.aborted)
      await new Promise<void>((resolve) => {
        wake = resolve;
        signal?.addEventListener("abort", () => resolve(), { once: true });
      });
    if (signal?.aborted) throw new Error("aborted");
    return queue.slice(0, Number(limit));
  });
  return {
    push(...raws: readonly unknown[]) {
      queue = [...queue, ...raws];
      wake();
    },
    /** Nothing happened for so long that the answer is empty. */
    silence: () => wake(),
    left: () => queue.length,
  };
};

/** The inbound half of the adapter with nothing around it. Pauses take no time; their lengths are kept. */
export interface IntakeBench {
  readonly intake: Intake;
  readonly api: FakeTelegramApi;
  readonly inbox: RecordingInbox;
  readonly updates: ReturnType<typeof serveUpdates>;
  readonly queries: readonly Query[];
  readonly pauses: readonly number[];
  readonly log: readonly Line[];
  /** What happens in each pause. */
  onPause(during: (ms: number) => void): void;
  /** Machine time; tests move it. */
  readonly clock: { at: Date };
  start(): void;
  stop(deadline?: AbortSignal): Promise<void>;
  /** This process is the owner no more. Resolves when its jobs have settled. */
  loseOwnership(): Promise<void>;
  /** What was mounted on the program's server. */
  http(request: Request): Promise<Response>;
  /** Waits until it is so. Fails by the test's own time-out. */
  until(isSo: () => boolean): Promise<void>;
}

export const createIntakeBench = (
  account: Partial<TelegramAccount> = {},
  inbox: RecordingInbox = createRecordingInbox(),
): IntakeBench => {
  const api = fakeTelegramApi();
  const updates = serveUpdates(api);
  const pauses: number[] = [];
  const log: Line[] = [];
  const clock = { at: new Date("2025-11-26T09:40:10.000Z") };
  const owner = new AbortController();
  const jobs: Promise<void>[] = [];
  const queries: Query[] = [];
  let during: ((ms: number) => void) | undefined;
  let handle: ((request: Request) => Promise<Response>) | undefined;
  const waiting = createQueries(1_000_000, () => {});
  const context: AdapterContext = {
    ...{ surface: contractSurface, inbox, logger: recordingLogger(log), clock: { now: () => clock.at } },
    suggest: async () => [],
    prefill: async () => ({}),
    files: { open: async () => undefined },
    http: {
      mount: (_prefix, mounted) => {
        handle = mounted;
      },
    },
    whileOwner: (job) => void jobs.push(job(owner.signal)),
  };
  const intake = createIntake({
    account: { token: "5550001:token", apiRoot: "http://bot.test", ...account },
    settings: { ...defaultSettings, pollSeconds: 50, greetAfterMs: 0 },
    said: createSaidLately(),
    api,
    queries: {
      ...waiting,
      add: (query) => {
        queries.push(query);
        waiting.add(query);
      },
    },
    pause: async (ms, signal) => {
      if (!signal.aborted) pauses.push(ms);
      during?.(ms);
      await turn();
    },
  });
  return {
    ...{ intake, api, inbox, updates, queries, pauses, log, clock },
    onPause(given) {
      during = given;
    },
    start: () => intake.start(context),
    async stop(deadline = new AbortController().signal) {
      await intake.stop(deadline);
      waiting.clear();
    },
    async loseOwnership() {
      owner.abort();
      await Promise.all(jobs);
    },
    http: async (request) => handle?.(request) ?? new Response(null, { status: 404 }),
    async until(isSo) {
      while (!isSo()) await turn();
    },
  };
};
