import { Client } from "pg";
import type { Logger } from "../../ports/logger.js";
import { createLocalWake, type Wake, type WakeTopic } from "./wake.js";

/** Wakes this process and all others on the same database. */
export interface Notifier extends Wake {
  /** Resolves at once; connects, and connects again whenever the connection is lost, until stopped. */
  start(): void;
  /** Idempotent. Notifications go on within this process. */
  stop(): Promise<void>;
}

const CHANNEL = "tanggap_wake";
/** Other processes hear of it so much later at most; this one hears at once. */
const DEBOUNCE_MS = 25;
const RECONNECT_MS = 1_000;
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * A notifier on a connection of its own (LISTEN and NOTIFY hold no transaction and take no connection of the pool). While
 * the database is away it works within the process. After every (re)connection both topics are woken: what was said
 * meanwhile is not known.
 */
export function createNotifier(url: string, logger: Logger): Notifier {
  const local = createLocalWake();
  const unsent = new Set<WakeTopic>();
  /** The newest connection, and the same one once it listens. */
  let latest: Client | undefined;
  let client: Client | undefined;
  let stopped = true;
  let sending: NodeJS.Timeout | undefined;
  let reconnecting: NodeJS.Timeout | undefined;

  const flush = (): void => {
    const topics = [...unsent];
    unsent.clear();
    // The next timer is set when this query has ended: the connection takes one at a time.
    const sent = client?.query("select pg_notify($1, topic) from unnest($2::text[]) as topic", [CHANNEL, topics]);
    Promise.resolve(sent)
      .catch(() => {})
      .finally(() => {
        sending = unsent.size > 0 && !stopped ? setTimeout(flush, DEBOUNCE_MS) : undefined;
      });
  };
  const wakeAll = (): void => {
    local.notify("inbox");
    local.notify("outbox");
  };
  const lost = (which: Client): void => {
    if (latest !== which) return;
    latest = undefined;
    client = undefined;
    which.end().catch(() => {});
    if (stopped) return;
    reconnecting = setTimeout(() => {
      reconnecting = undefined;
      connect();
    }, RECONNECT_MS);
  };
  const connect = (): void => {
    const next = new Client({
      connectionString: url,
      application_name: "tanggap wake",
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    });
    latest = next;
    next.on("error", () => lost(next));
    next.on("end", () => lost(next));
    listen(next, local).then(
      () => {
        if (stopped) return lost(next);
        client = next;
        wakeAll();
      },
      () => {
        logger.warn({}, "no connection for wake-ups; looking from time to time instead");
        lost(next);
      },
    );
  };

  return {
    on: local.on,
    notify(topic) {
      local.notify(topic);
      if (client === undefined) return;
      unsent.add(topic);
      sending ??= setTimeout(flush, DEBOUNCE_MS);
    },
    start() {
      if (!stopped) return;
      stopped = false;
      connect();
    },
    async stop() {
      stopped = true;
      clearTimeout(sending);
      clearTimeout(reconnecting);
      sending = undefined;
      reconnecting = undefined;
      const open = client;
      client = undefined;
      if (open !== undefined) latest = undefined;
      await open?.end().catch(() => {});
    },
  };
}

/** Passes on what other processes say; what this one says itself is passed on already. */
async function listen(client: Client, local: Wake): Promise<void> {
  await client.connect();
  const own = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  client.on("notification", ({ processId, payload }) => {
    if (processId === own.rows[0]?.pid) return;
    if (payload === "inbox" || payload === "outbox") local.notify(payload);
  });
  await client.query(`listen ${CHANNEL}`);
}
