import { setImmediate as turn } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { createSimulatorMessages } from "../../src/infra/simulator/messages.js";
import { createSimulatorWorld, type SimulatorWorldStore } from "../../src/infra/simulator/world.js";
import type { SimulatorMessage, SimulatorMessages, SimulatorPost } from "../../src/ports/simulator-host.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { hostileTexts } from "../support/hostile-texts.js";
import { createMemorySimulatorHost, memoryWorld } from "../support/memory-simulator-host.js";
import { plantMemoryWorld } from "../support/planted-world.js";

const HOUR_MS = 3_600_000;
const CHANNEL = "c-kominfo";

const post = (change: Partial<SimulatorPost> = {}): SimulatorPost => ({
  channel: CHANNEL,
  from: "bot",
  text: "halo",
  blocks: [{ kind: "heading", text: "halo" }],
  buttons: [{ id: "tok", label: "Setujui", tone: "primary" }],
  replyTo: null,
  visibleTo: null,
  expectsReplyFrom: null,
  idempotencyKey: null,
  ...change,
});

interface Kept {
  readonly messages: SimulatorMessages;
  /** How often `notify` was called. */
  notified(): number;
}

const defined = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("expected a value");
  return value;
};

const database = (() => {
  let own: TestDatabase;
  let prisma: PrismaClient;
  return {
    async open() {
      own = await createTestDatabase();
      prisma = createClient(own.url, { poolSize: 5 });
      await plantMemoryWorld(prisma);
    },
    async close() {
      await prisma.$disconnect();
      await own.drop();
    },
    client: () => prisma,
    async clear() {
      await prisma.$executeRawUnsafe("delete from simulator_reaction");
      await prisma.$executeRawUnsafe("delete from simulator_message");
    },
  };
})();

const makers: Readonly<Record<string, () => Promise<Kept>>> = {
  memory: async () => {
    const host = createMemorySimulatorHost();
    let count = 0;
    host.onChange(() => {
      count += 1;
    });
    return { messages: host.messages, notified: () => count };
  },
  database: async () => {
    await database.clear();
    let count = 0;
    const notify = () => {
      count += 1;
    };
    return { messages: createSimulatorMessages(database.client(), notify), notified: () => count };
  },
};

beforeAll(() => database.open());
afterAll(() => database.close());

describe.each(Object.entries(makers))("simulator messages: %s", (_name, make) => {
  let kept: Kept;
  let messages: SimulatorMessages;
  beforeEach(async () => {
    kept = await make();
    messages = kept.messages;
  });

  it("keeps a message as it was posted", async () => {
    const question = defined(await messages.post(post({ text: "tanya" })));
    const added = await messages.post(post({ replyTo: question.id, visibleTo: "budi", expectsReplyFrom: "budi" }));
    const { idempotencyKey: _, ...content } = post({
      replyTo: question.id,
      visibleTo: "budi",
      expectsReplyFrom: "budi",
    });
    expect(added).toMatchObject({ ...content, governmentId: "gov-kobar", reactions: [], editedAt: null });
    expect(defined(added).at).toBeInstanceOf(Date);
    expect(await messages.message(CHANNEL, defined(added).id)).toEqual(added);
    expect(await messages.list(CHANNEL, undefined)).toEqual([question, added]);
    expect(await messages.list(CHANNEL, question.id)).toEqual([added]);
    expect(kept.notified()).toBe(2);
  });

  it("keeps every text literally", async () => {
    for (const text of hostileTexts) {
      const added = defined(await messages.post(post({ text, blocks: [{ kind: "code", text }], buttons: [] })));
      expect(await messages.message(CHANNEL, added.id)).toMatchObject({ text, blocks: [{ kind: "code", text }] });
    }
  });

  it("posts once for one key, also at the same time", async () => {
    const both = await Promise.all([1, 2, 3, 4].map(() => messages.post(post({ idempotencyKey: "k" }))));
    expect(new Set(both.map((one) => one?.id)).size).toBe(1);
    expect(await messages.post(post({ idempotencyKey: "k", text: "lain" }))).toMatchObject({ text: "halo" });
    expect(await messages.list(CHANNEL, undefined)).toHaveLength(1);
    expect(kept.notified()).toBe(1);
  });

  it("knows no other channel and no other id", async () => {
    expect(await messages.post(post({ channel: "c-lain" }))).toBeUndefined();
    expect(await messages.list("c-lain", undefined)).toBeUndefined();
    expect(await messages.list(CHANNEL, undefined)).toEqual([]);
    const { id } = defined(await messages.post(post()));
    for (const [channel, unknown] of [
      ["c-pejabat", id],
      [CHANNEL, "999999"],
      [CHANNEL, "x'; --"],
    ] as const) {
      expect(await messages.message(channel, unknown)).toBeUndefined();
      expect(await messages.edit(channel, unknown, { text: "x", blocks: [], buttons: [] })).toBeUndefined();
      expect(await messages.react(channel, unknown, "👍", "budi", true)).toBe(false);
      expect(await messages.remove(channel, unknown)).toBe(false);
    }
    expect(await messages.message(CHANNEL, id)).toMatchObject({ text: "halo", reactions: [] });
  });

  it("edits once, however often it is told", async () => {
    const { id } = defined(await messages.post(post()));
    const change = { text: "baru", blocks: [{ kind: "divider" }], buttons: [] };
    const edited = defined(await messages.edit(CHANNEL, id, change));
    expect(edited).toMatchObject(change);
    expect(edited.editedAt).toBeInstanceOf(Date);
    expect(await messages.edit(CHANNEL, id, change)).toEqual(edited);
    expect(kept.notified()).toBe(2);
  });

  it("removes a message with its reactions", async () => {
    const { id } = defined(await messages.post(post()));
    await messages.react(CHANNEL, id, "👍", "budi", true);
    expect(await messages.remove(CHANNEL, id)).toBe(true);
    expect(await messages.remove(CHANNEL, id)).toBe(false);
    expect(await messages.list(CHANNEL, undefined)).toEqual([]);
  });

  it("keeps one reaction a person and emoji", async () => {
    const { id } = defined(await messages.post(post()));
    const revisions = new Set<string>();
    for (const [emoji, by, present, expected] of [
      ["👍", "budi", true, ["👍 budi"]],
      ["👍", "budi", true, ["👍 budi"]],
      ["👍", "sari", true, ["👍 budi", "👍 sari"]],
      ["👎", "sari", false, ["👍 budi", "👍 sari"]],
      ["👍", "budi", false, ["👍 sari"]],
    ] as const) {
      expect(await messages.react(CHANNEL, id, emoji, by, present)).toBe(true);
      const now = defined(await messages.message(CHANNEL, id));
      expect(now.reactions.map((one) => `${one.emoji} ${one.by}`)).toEqual(expected);
      revisions.add(now.revision);
    }
    expect(revisions.size).toBe(3);
  });

  it("gives each change the next revision, and lists what changed since", async () => {
    const start = await messages.lastRevision();
    const first = defined(await messages.post(post({ text: "satu" })));
    const second = defined(await messages.post(post({ text: "dua" })));
    await messages.react(CHANNEL, first.id, "👍", "budi", true);
    const changed = await messages.changedSince(start, 10);
    expect(changed.map(({ text }) => text)).toEqual(["dua", "satu"]);
    expect(changed[1]?.reactions).toEqual([{ emoji: "👍", by: "budi" }]);
    expect(await messages.changedSince(start, 1)).toEqual([await messages.message(CHANNEL, second.id)]);
    expect(await messages.lastRevision()).toBe(changed[1]?.revision);
    expect(await messages.changedSince(await messages.lastRevision(), 10)).toEqual([]);
  });

  it("knows whose words a message waits for, until they wrote anything", async () => {
    expect(await messages.waitingFor(CHANNEL, "budi")).toBeUndefined();
    await messages.post(post({ expectsReplyFrom: "budi" }));
    const last = defined(await messages.post(post({ expectsReplyFrom: "budi", text: "dua" })));
    await messages.post(post({ from: "sari", text: "sela" }));
    expect((await messages.waitingFor(CHANNEL, "budi"))?.id).toBe(last.id);
    expect(await messages.waitingFor(CHANNEL, "sari")).toBeUndefined();
    expect(await messages.waitingFor("c-pejabat", "budi")).toBeUndefined();
    await messages.post(post({ from: "budi", text: "jawab", replyTo: last.id }));
    expect(await messages.waitingFor(CHANNEL, "budi")).toBeUndefined();
  });
});

describe("the simulator in the database", () => {
  let world: SimulatorWorldStore;
  let messages: SimulatorMessages;
  beforeEach(async () => {
    await database.clear();
    world = createSimulatorWorld(database.client());
    messages = createSimulatorMessages(database.client(), () => {});
  });
  afterEach(() => database.client().government.updateMany({ data: { clockOffsetMs: 0 } }));

  it("shows the example governments only", async () => {
    const shown = await world.world();
    const sorted = <T extends { readonly id: string }>(list: readonly T[]) =>
      [...list].sort((a, b) => a.id.localeCompare(b.id));
    expect(sorted(shown.governments)).toEqual(sorted(memoryWorld.governments));
    expect(sorted(shown.agencies)).toEqual(sorted(memoryWorld.agencies));
    expect(sorted(shown.channels)).toEqual(sorted(memoryWorld.channels));
    expect(shown.people.map(({ id }) => id).sort()).toEqual(["budi", "sari", "tono"]);
  });

  it("keeps messages of example governments only", async () => {
    expect(await messages.post(post({ channel: "c-real" }))).toBeUndefined();
    expect(await messages.list("c-real", undefined)).toBeUndefined();
  });

  it("shows a reader no revision lower than one it has seen, though commits overlap", async () => {
    const prisma = database.client();
    const isWaiting = async (): Promise<boolean> => {
      const waiting = await prisma.$queryRawUnsafe<unknown[]>(
        "select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())",
      );
      return waiting.length > 0;
    };
    const seen: SimulatorMessage[] = [];
    let isSecondDone = false;
    const second = await prisma.$transaction(async (transaction) => {
      await createSimulatorMessages(transaction, () => {}).post(post({ text: "lebih dulu" }));
      const later = messages.post(post({ text: "belakangan" })).finally(() => {
        isSecondDone = true;
      });
      while (!isSecondDone && !(await isWaiting())) await turn();
      seen.push(...(await messages.changedSince("0", 10)));
      return { later };
    });
    await second.later;
    seen.push(...(await messages.changedSince(seen.at(-1)?.revision ?? "0", 10)));
    expect(seen.map(({ text }) => text)).toEqual(["lebih dulu", "belakangan"]);
  });

  it("shows the roles held at case time", async () => {
    const soon = new Date(Date.now() + HOUR_MS);
    const past = new Date("2020-01-01T00:00:00Z");
    const rule = { governmentId: "gov-kobar", agencyId: "a-kominfo", position: "-", instrument: "-", number: "1" };
    const row = { ...rule, personId: "sari", datedAt: past };
    await database.client().appointment.createMany({
      data: [
        { ...row, id: "p1", role: "official", validFrom: past, validUntil: soon },
        { ...row, id: "p2", role: "head", validFrom: soon },
      ],
    });
    const roles = async () => (await world.world()).people.find(({ id }) => id === "sari")?.roles;
    expect(await roles()).toEqual([{ role: "official", agency: "a-kominfo" }]);
    await database.client().government.updateMany({
      where: { example: true },
      data: { clockOffsetMs: 2 * HOUR_MS },
    });
    expect(await roles()).toEqual([{ role: "head", agency: "a-kominfo" }]);
  });

  it("dates messages, edits and the world in case time", async () => {
    const before = (await world.world()).now.getTime();
    await database.client().government.updateMany({ where: { example: true }, data: { clockOffsetMs: 24 * HOUR_MS } });
    const added = defined(await messages.post(post()));
    const edited = defined(await messages.edit(CHANNEL, added.id, { text: "baru", blocks: [], buttons: [] }));
    for (const at of [added.at, edited.editedAt, (await world.world()).now])
      expect((at?.getTime() ?? 0) - before).toBeGreaterThanOrEqual(24 * HOUR_MS);
  });

  it("changes an example government's language and tells the registry", async () => {
    const version = async () =>
      (await database.client().government.findUniqueOrThrow({ where: { id: "gov-kobar" } })).registryVersion;
    const before = await version();
    expect(await world.setLocale("gov-kobar", "en")).toBe(true);
    expect(await version()).toBe(before + 1);
    expect((await world.world()).governments.find(({ id }) => id === "gov-kobar")?.locale).toBe("en");
    expect(await world.setLocale("gov-real", "en")).toBe(false);
    expect(await world.setLocale("gov-none", "en")).toBe(false);
    await world.setLocale("gov-kobar", "id");
  });
});
