import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { FilesAway, withFiles } from "../../src/infra/files/fetch-files.js";
import { openWith } from "../../src/infra/files/open-with.js";
import { createInboxStore, type InboxStore } from "../../src/infra/inbox/store.js";
import { createInboxWorker, type InboxWorker, type InboxWorkerParts } from "../../src/infra/inbox/worker.js";
import { createLocalWake } from "../../src/infra/wake/wake.js";
import { withInboxWake } from "../../src/infra/wake/with-wake.js";
import { DeliveryError } from "../../src/ports/chat/failures.js";
import type { ChatEvent } from "../../src/ports/chat/inbound.js";
import type { HandleWork, InboxWork } from "../../src/ports/protocol.js";
import { LeaseLost, VersionConflict } from "../../src/ports/store.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { pngBytes, streamOf } from "../support/file-bytes.js";
import { createMemoryFiles } from "../support/memory-files.js";
import { silentLogger } from "../support/silent-logger.js";

let database: TestDatabase;
let prisma: PrismaClient;
let store: InboxStore;

beforeAll(async () => {
  database = await createTestDatabase();
  prisma = createClient(database.url, { poolSize: 6 });
  store = createInboxStore(prisma);
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

beforeEach(async () => {
  await prisma.inboxEvent.deleteMany();
});

const event = (eventId: string, channel = "group"): ChatEvent => ({
  type: "message",
  eventId,
  occurredAt: "2026-01-05T02:00:00.000Z",
  conversation: { platform: "simulator", workspace: "-", channel },
  message: { platform: "simulator", workspace: "-", channel, id: eventId },
  text: "words",
  addressed: true,
});

const nameOf = (work: InboxWork): string => (work.payload.type === "chat" ? work.payload.event.eventId : "");

class DatabaseAway extends Error {}

const workerOf = (handle: HandleWork, parts: Partial<InboxWorkerParts> = {}): InboxWorker =>
  createInboxWorker({
    store,
    handle,
    isRetryable: (error) => error instanceof DatabaseAway,
    logger: silentLogger,
    concurrency: 4,
    wake: createLocalWake(),
    pause: async () => {},
    random: () => 0,
    ...parts,
  });

const stateOf = async (eventId: string) =>
  prisma.inboxEvent.findFirstOrThrow({ where: { eventId }, select: { state: true, exceptions: true, error: true } });

const makeDue = () => prisma.inboxEvent.updateMany({ data: { notBefore: new Date(0) } });

describe("one event", () => {
  it("is marked done when there was nothing to commit", async () => {
    await store.accept(event("e1"));
    expect(await workerOf(async () => "nothing").runOnce()).toBe(1);
    expect(await stateOf("e1")).toMatchObject({ state: "done" });
  });

  it("is left to the commit when there was something", async () => {
    await store.accept(event("e1"));
    const handle: HandleWork = async (work) => {
      await store.finish(work);
      return "committed";
    };
    await workerOf(handle).runOnce();
    expect(await stateOf("e1")).toMatchObject({ state: "done" });
  });

  it("is decided again at once when others changed its case, uncounted", async () => {
    await store.accept(event("e1"));
    let tries = 0;
    await workerOf(async () => {
      tries += 1;
      if (tries < 4) throw new VersionConflict();
      return "nothing";
    }).runOnce();
    expect(tries).toBe(4);
    expect(await stateOf("e1")).toEqual({ state: "done", exceptions: 0, error: null });
  });

  it("goes back uncounted when the conflicts do not end", async () => {
    await store.accept(event("e1"));
    let tries = 0;
    await workerOf(async () => {
      tries += 1;
      throw new VersionConflict();
    }).runOnce();
    expect(tries).toBeGreaterThan(1);
    expect(await stateOf("e1")).toEqual({ state: "pending", exceptions: 0, error: null });
  });

  it("goes back uncounted, however often, while the database is away", async () => {
    await store.accept(event("e1"));
    const worker = workerOf(async () => {
      throw new DatabaseAway();
    });
    for (let round = 0; round < 5; round += 1) {
      expect(await worker.runOnce()).toBe(1);
      await makeDue();
    }
    expect(await stateOf("e1")).toEqual({ state: "pending", exceptions: 0, error: null });
  });

  it("is parked at the third exception, described without its words", async () => {
    await store.accept(event("e1"));
    await store.accept(event("e2"));
    const worker = workerOf(async (work) => {
      if (nameOf(work) === "e1") throw new TypeError("secret words of a citizen");
      return "nothing";
    });
    for (let round = 0; round < 3; round += 1) {
      await worker.runOnce();
      await makeDue();
    }
    const parked = await stateOf("e1");
    expect(parked).toMatchObject({ state: "parked", exceptions: 3 });
    expect(parked.error).toMatch(/^TypeError at inbox-worker\.test\.ts:\d+/);
    expect(parked.error).not.toContain("secret");
    await worker.runOnce();
    expect(await stateOf("e2")).toMatchObject({ state: "done" });
  });

  it("is forgotten when somebody took it over", async () => {
    await store.accept(event("e1"));
    const taker = createInboxStore(prisma);
    let taken: readonly InboxWork[] = [];
    await workerOf(async () => {
      await prisma.inboxEvent.updateMany({ data: { leaseUntil: new Date(0) } });
      taken = await taker.claim(1);
      throw new LeaseLost();
    }).runOnce();
    expect(await stateOf("e1")).toMatchObject({ state: "running", exceptions: 0 });
    for (const work of taken) await taker.finish(work);
  });

  it("is given back although the database was away for a while, with no death counted", async () => {
    await store.accept(event("e1"));
    let refusals = 3;
    const flaky = {
      ...store,
      async release(...args: Parameters<InboxStore["release"]>) {
        refusals -= 1;
        if (refusals > 0) throw new DatabaseAway();
        return store.release(...args);
      },
    };
    const handle: HandleWork = async () => {
      throw new DatabaseAway();
    };
    await workerOf(handle, { store: flaky }).runOnce();
    expect(refusals).toBe(0);
    expect(await stateOf("e1")).toMatchObject({ state: "pending" });
  });
});

describe("the loop", () => {
  it("works conversations side by side, each in order, and is woken by what is accepted", async () => {
    const wake = createLocalWake();
    const inbox = withInboxWake(store, wake);
    const seen: string[] = [];
    const open = new Map<string, number>();
    let most = 0;
    const handle: HandleWork = async (work) => {
      const lane = nameOf(work).slice(0, 1);
      expect(open.get(lane) ?? 0).toBe(0);
      open.set(lane, 1);
      most = Math.max(most, [...open.values()].filter((count) => count > 0).length);
      await prisma.$queryRaw`select 1`;
      seen.push(nameOf(work));
      open.set(lane, 0);
      return "nothing";
    };
    const worker = workerOf(handle, { wake });
    worker.start();
    for (let number = 0; number < 8; number += 1)
      await Promise.all(["a", "b", "c"].map((lane) => inbox.accept(event(`${lane}${number}`, lane))));
    await vi.waitFor(() => expect(seen).toHaveLength(24), { timeout: 20_000, interval: 20 });
    for (const lane of ["a", "b", "c"])
      expect(seen.filter((name) => name.startsWith(lane))).toEqual(
        Array.from({ length: 8 }, (_each, number) => `${lane}${number}`),
      );
    expect(most).toBeGreaterThan(1);
    await worker.drain(AbortSignal.timeout(10_000));
    expect(worker.busy()).toBe(false);
  });

  it("does nothing else beside a row that may have brought down the process", async () => {
    for (const lane of ["a", "b", "c"]) await store.accept(event(lane, lane));
    await prisma.inboxEvent.updateMany({ where: { eventId: "b" }, data: { deaths: 3 } });
    const inHand = new Set<string>();
    const beside: string[][] = [];
    const handle: HandleWork = async (work) => {
      inHand.add(nameOf(work));
      await prisma.$queryRaw`select pg_sleep(0.05)::text`;
      beside.push([...inHand]);
      inHand.delete(nameOf(work));
      return "nothing";
    };
    const worker = workerOf(handle);
    worker.start();
    await vi.waitFor(() => expect(beside).toHaveLength(3), { timeout: 20_000, interval: 20 });
    expect(beside[0]).toEqual(["b"]);
    expect(beside.slice(1).flat()).not.toContain("b");
    await worker.drain(AbortSignal.timeout(10_000));
  });

  it("drains: finishes what it has, claims nothing more, and gives up waiting at the deadline", async () => {
    for (const lane of ["a", "b"]) await store.accept(event(lane, lane));
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begun = 0;
    const worker = workerOf(
      async () => {
        begun += 1;
        await gate;
        return "nothing";
      },
      { concurrency: 1 },
    );
    worker.start();
    await vi.waitFor(() => expect(begun).toBe(1));
    await worker.drain(AbortSignal.abort());
    expect(worker.busy()).toBe(true);
    release();
    await worker.drain(AbortSignal.timeout(10_000));
    expect(worker.busy()).toBe(false);
    expect(begun).toBe(1);
    expect(await stateOf("a")).toMatchObject({ state: "done" });
    expect(await stateOf("b")).toMatchObject({ state: "pending" });
  });

  it("goes on when the inbox could not be read", async () => {
    await store.accept(event("e1"));
    let refusals = 1;
    const flaky = {
      ...store,
      async claim(limit: number) {
        refusals -= 1;
        if (refusals >= 0) throw new DatabaseAway();
        return store.claim(limit);
      },
    };
    const worker = workerOf(async () => "nothing", { store: flaky });
    expect(await worker.runOnce()).toBe(0);
    expect(await worker.runOnce()).toBe(1);
  });
});

describe("an event with files", () => {
  const file = { platform: "simulator", handle: "f", name: "a.png", mediaType: "image/png", sizeBytes: 70 } as const;

  it("goes back uncounted while a file cannot be had, keeps its place in its chat, and then has it", async () => {
    let away = true;
    const seen: string[] = [];
    const adapter = {
      platform: "simulator",
      openFile: async () => {
        if (away) throw new DeliveryError({ kind: "retryable", outcome: "not-sent" }, "simulator", "busy");
        return streamOf(pngBytes());
      },
    } as const;
    const handle: HandleWork = async (work) => {
      seen.push(`${nameOf(work)} ${work.files?.map(({ kind }) => kind).join() ?? "-"}`);
      return "nothing";
    };
    const isHeard = async () => false;
    const parts = { store: createMemoryFiles(), openFile: openWith([adapter]), isHeard, logger: silentLogger };
    const worker = workerOf(withFiles(handle, parts), { isRetryable: (error) => error instanceof FilesAway });
    await store.accept({ ...event("with"), files: [file] });
    await store.accept(event("after"));
    await store.accept(event("elsewhere", "another group"));
    await prisma.inboxEvent.updateMany({ data: { governmentId: "g" } });
    for (let round = 0; round < 5; round += 1) {
      await worker.runOnce();
      await makeDue();
    }
    expect(await stateOf("with")).toEqual({ state: "pending", exceptions: 0, error: null });
    expect(seen).toEqual(["elsewhere -"]);
    away = false;
    await worker.runOnce();
    await worker.runOnce();
    expect(seen).toEqual(["elsewhere -", "with stored", "after -"]);
  });

  it("of a platform that is not there any more is handled without them", async () => {
    const seen: unknown[] = [];
    const handle = withFiles(
      async ({ files }) => {
        seen.push(files);
        return "nothing";
      },
      { store: createMemoryFiles(), openFile: openWith([]), isHeard: async () => false, logger: silentLogger },
    );
    await store.accept({ ...event("e1"), files: [file] });
    await prisma.inboxEvent.updateMany({ data: { governmentId: "g" } });
    await workerOf(handle).runOnce();
    expect(seen).toEqual([[{ kind: "missing", name: "a.png", why: "gone" }]]);
  });
});

describe("a worker runs", () => {
  it("from its start until it is drained, but not when the inbox could not be read for a minute", async () => {
    let nowMs = 0;
    let away = false;
    const claim: InboxStore["claim"] = async (...parameters) => {
      if (away) throw new DatabaseAway();
      return store.claim(...parameters);
    };
    const worker = workerOf(async () => "nothing", { store: { ...store, claim }, nowMs: () => nowMs });
    expect(worker.runs()).toBe(false);
    worker.start();
    expect(worker.runs()).toBe(true);
    await vi.waitFor(() => expect(worker.busy()).toBe(false));
    away = true;
    nowMs = 60_000;
    await worker.runOnce();
    expect(worker.runs()).toBe(false);
    away = false;
    await worker.runOnce();
    expect(worker.runs()).toBe(true);
    await worker.drain(AbortSignal.timeout(1_000));
    expect(worker.runs()).toBe(false);
  });

  it("also while all its hands are full", async () => {
    await store.accept(event("e1"));
    let nowMs = 0;
    let finish = () => {};
    const handle: HandleWork = () =>
      new Promise((resolve) => {
        finish = () => resolve("nothing");
      });
    const worker = workerOf(handle, { concurrency: 1, nowMs: () => nowMs });
    worker.start();
    await vi.waitFor(() => expect(worker.busy()).toBe(true));
    await vi.waitFor(async () => expect(await stateOf("e1")).toMatchObject({ state: "running" }));
    nowMs = 60_000;
    const looking = worker.runOnce();
    expect(worker.runs()).toBe(true);
    finish();
    await looking;
    await worker.drain(AbortSignal.timeout(1_000));
  });
});
