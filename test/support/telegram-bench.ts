import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { TelegramAccount, TelegramSettings } from "../../adapters/telegram/config.js";
import { createTelegramAdapter } from "../../adapters/telegram/index.js";
import { WEBHOOK_PATH } from "../../adapters/telegram/webhook.js";
import type { AdapterContext, ChatAdapter, Inbox } from "../../src/ports/chat/adapter.js";
import type { Surface } from "../../src/ports/chat/surface.js";
import type { FileStore } from "../../src/ports/files.js";
import { createMemoryFiles } from "./memory-files.js";
import { silentLogger } from "./silent-logger.js";
import { createTelegramServer, type TelegramServer } from "./telegram-server.js";

/** How updates come. */
export type Way = "poll" | "webhook";

/** A Telegram adapter against the stand-in, each on loopback. */
export interface TelegramBench {
  readonly server: TelegramServer;
  readonly adapter: ChatAdapter;
  readonly context: AdapterContext;
  readonly files: FileStore;
  /** Resolves when the adapter has asked for updates, or told where to be called; false when it was stopped before. */
  listening(): Promise<boolean>;
  /** Resolves with false when the adapter has stopped. */
  readonly stopped: Promise<false>;
  dispose(): Promise<void>;
}

/** What can be set about a bench. `nowMs` is Telegram's clock. */
export interface TelegramBenchOptions {
  readonly way?: Way;
  readonly settings?: Partial<TelegramSettings>;
  readonly nowMs?: () => number;
}

/** Settings with which tests do not wait. */
export const quickSettings: TelegramSettings = {
  pollSeconds: 1,
  patienceMs: 2_000,
  uploadMs: 2_000,
  greetAfterMs: 0,
  retryMs: { first: 1, most: 5 },
  answerWithinMs: 1_000,
};

type Handle = (request: Request) => Promise<Response>;

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
};

/** The program's HTTP server: what the adapter mounts answers below its prefix. */
const createOwnServer = () => {
  const mounted = new Map<string, Handle>();
  const handle: Handle = async (request) =>
    (await mounted.get(new URL(request.url).pathname)?.(request)) ?? new Response(null, { status: 404 });
  const server = createServer(getRequestListener(handle));
  return {
    server,
    http: { mount: (prefix: string, given: Handle) => void mounted.set(prefix, given) },
  };
};

/** Makes one that is not started; the process owns the account until the bench is disposed of. */
export const createTelegramBench = async (
  inbox: Inbox,
  surface: Surface,
  { way = "poll", settings = {}, nowMs = Date.now }: TelegramBenchOptions = {},
): Promise<TelegramBench> => {
  const server = await createTelegramServer({ nowMs });
  const own = createOwnServer();
  const port = await listen(own.server);
  const files = createMemoryFiles();
  const owner = new AbortController();
  const jobs: Promise<void>[] = [];
  let tellStopped = (_value: false): void => {};
  const stopped = new Promise<false>((resolve) => (tellStopped = resolve));

  const { token, apiRoot } = server;
  const webhook = { url: `http://127.0.0.1:${port}${WEBHOOK_PATH}`, secret: "rahasia-bersama-1" };
  const account: TelegramAccount = { token, apiRoot, ...(way === "webhook" ? { webhook } : {}) };
  const adapter = createTelegramAdapter(account, { ...quickSettings, ...settings });
  const context: AdapterContext = {
    ...{ surface, inbox, files, http: own.http, logger: silentLogger },
    suggest: async () => [],
    prefill: async () => ({}),
    whileOwner: (job) => void jobs.push(job(owner.signal)),
    clock: { now: () => new Date() },
  };
  const begun = server.called(({ method }) => method === (way === "poll" ? "getUpdates" : "setWebhook"));
  return {
    ...{ server, context, files, stopped },
    adapter: {
      ...adapter,
      async stop(deadline) {
        await adapter.stop(deadline);
        tellStopped(false);
      },
    },
    listening: () => Promise.race([begun.then(() => true), stopped]),
    async dispose() {
      owner.abort();
      await Promise.all(jobs);
      await server.close();
      own.server.closeAllConnections();
      own.server.close();
      if (server.violations.length > 0)
        throw new Error(`calls against the description: ${server.violations.join("; ")}`);
    },
  };
};
