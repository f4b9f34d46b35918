import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { createNotifier, type Notifier } from "../../src/infra/wake/notifier.js";
import { createLocalWake } from "../../src/infra/wake/wake.js";
import { withWake } from "../../src/infra/wake/with-wake.js";
import type { Changes, Store } from "../../src/ports/store.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { silentLogger } from "../support/silent-logger.js";

let database: TestDatabase;
const started: Notifier[] = [];

beforeAll(async () => {
  database = await createTestDatabase("empty");
});

afterAll(async () => {
  await database.drop();
});

afterEach(async () => {
  for (const notifier of started.splice(0)) await notifier.stop();
});

/** A started notifier that hears others, and how often it was woken for each topic since. */
const listening = async () => {
  const notifier = createNotifier(database.url, silentLogger);
  started.push(notifier);
  const woken = { inbox: 0, outbox: 0 };
  notifier.on("inbox", () => (woken.inbox += 1));
  notifier.on("outbox", () => (woken.outbox += 1));
  notifier.start();
  // Once connected it wakes everybody: what was said before is not known.
  await vi.waitFor(() => expect(woken).toEqual({ inbox: 1, outbox: 1 }), { timeout: 10_000 });
  woken.inbox = 0;
  woken.outbox = 0;
  return { notifier, woken };
};

it("wakes this process and others, each once for many words said together", async () => {
  const here = await listening();
  const there = await listening();
  for (let times = 0; times < 50; times += 1) here.notifier.notify("outbox");
  await vi.waitFor(() => expect(there.woken.outbox).toBe(1));
  expect(here.woken).toEqual({ inbox: 0, outbox: 1 });
  expect(there.woken.inbox).toBe(0);
});

it("connects again when the connection is cut, and wakes everybody then", async () => {
  const here = await listening();
  const there = await listening();
  const admin = new Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tanggap wake' and datname = current_database()",
  );
  await admin.end();
  await vi.waitFor(() => expect(there.woken).toEqual({ inbox: 1, outbox: 1 }), { timeout: 15_000 });
  await vi.waitFor(() => expect(here.woken).toEqual({ inbox: 1, outbox: 1 }), { timeout: 15_000 });
  here.notifier.notify("inbox");
  await vi.waitFor(() => expect(there.woken.inbox).toBe(2));
});

it("works within the process while the database is away, and when it is not started", async () => {
  const notifier = createNotifier("postgresql://nobody@127.0.0.1:1/none", silentLogger);
  started.push(notifier);
  const woken = vi.fn();
  const stop = notifier.on("inbox", woken);
  notifier.start();
  notifier.notify("inbox");
  await vi.waitFor(() => expect(woken).toHaveBeenCalledTimes(1));
  stop();
  const other = vi.fn();
  notifier.on("inbox", other);
  notifier.notify("inbox");
  await vi.waitFor(() => expect(other).toHaveBeenCalledTimes(1));
  expect(woken).toHaveBeenCalledTimes(1);
});

it("tells of a commit only after it succeeded", async () => {
  const happened: string[] = [];
  let fails = true;
  const store = {
    async commit() {
      if (fails) throw new Error("conflict");
      happened.push("committed");
    },
  } as unknown as Store;
  const wake = createLocalWake();
  wake.on("outbox", () => happened.push("outbox"));
  wake.on("inbox", () => happened.push("inbox"));
  const waking = withWake(store, wake);
  const changes = { outbox: [{}] } as unknown as Changes;
  await expect(waking.commit(changes)).rejects.toThrow("conflict");
  fails = false;
  await waking.commit(changes);
  await vi.waitFor(() => expect(happened).toEqual(["committed", "outbox", "inbox"]));
});
