import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { createRelay, type Relay, type RelayParts } from "../../src/infra/outbox/relay.js";
import { createOutboxStore } from "../../src/infra/outbox/store.js";
import { createLocalWake } from "../../src/infra/wake/wake.js";
import type { DeliveryFailure } from "../../src/ports/chat/failures.js";
import type { ConversationRef } from "../../src/ports/chat/refs.js";
import type { Logger } from "../../src/ports/logger.js";
import type { Duty } from "../../src/ports/store.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { createFakeAdapter, type FakeAdapter } from "../support/fake-adapter.js";
import { composeWords, contentOf, plantMessage } from "../support/outbox-rows.js";
import { type PlantedGovernment, plantGovernment } from "../support/registry-fixture.js";
import { silentLogger } from "../support/silent-logger.js";

let database: TestDatabase;
let prisma: PrismaClient;
let government: PlantedGovernment;
let work: ConversationRef;
let approval: ConversationRef;
let adapter: FakeAdapter;

class DatabaseAway extends Error {}

beforeAll(async () => {
  database = await createTestDatabase();
  prisma = createClient(database.url, { poolSize: 8 });
  government = await plantGovernment(prisma);
  work = government.conversation(government.home, "work");
  approval = government.conversation(government.home, "approval");
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

beforeEach(async () => {
  await prisma.outboxMessage.deleteMany();
  await prisma.inboxEvent.deleteMany();
  await prisma.card.deleteMany();
  adapter = createFakeAdapter();
});

const relayOf = (parts: Partial<RelayParts> = {}): Relay => {
  const used = parts.adapter ?? adapter;
  const { dedupe } = used.capabilities;
  return createRelay({
    outbox: createOutboxStore(prisma, "simulator", { dedupeWindowMs: dedupe === "none" ? 0 : dedupe.windowMs }),
    adapter: used,
    compose: composeWords,
    logger: silentLogger,
    wake: createLocalWake(),
    isRetryable: (error) => error instanceof DatabaseAway,
    random: () => 0,
    ...parts,
  });
};
const plant = (message: Partial<Parameters<typeof plantMessage>[1]> = {}) =>
  plantMessage(prisma, { governmentId: government.id, to: work, ...message });
const rowOf = (id: string) => prisma.outboxMessage.findUniqueOrThrow({ where: { id: BigInt(id) } });
const words = (from: FakeAdapter = adapter) =>
  from.taken.map(({ delivery }) => ("message" in delivery.op ? delivery.op.message.summary : ""));
const fail = (failure: DeliveryFailure) => ({ kind: "fail", failure }) as const;
const NOT_SENT: DeliveryFailure = { kind: "retryable", outcome: "not-sent" };
const UNKNOWN: DeliveryFailure = { kind: "retryable", outcome: "unknown" };
const duty: Duty = { kind: "forward", inquiryId: "q1", forwardId: "f1" };
const makeDue = () => prisma.$executeRaw`update outbox set not_before = now() where state = 'pending'`;
const inboxEvents = async () => (await prisma.inboxEvent.findMany()).map(({ eventId }) => eventId);

describe("sending", () => {
  it("sends what is due in order, with button tokens stored before the platform sees them", async () => {
    const known: number[] = [];
    adapter.during = async () => {
      known.push(await prisma.actionToken.count());
    };
    for (const each of ["one", "two", "three"]) await plant({ words: each });
    expect(await relayOf().runOnce()).toBe(3);
    expect(words()).toEqual(["one", "two", "three"]);
    expect(known).toEqual([1, 2, 3]);
  });

  it("posts a card once and edits it afterwards, with one key for its first post", async () => {
    await plant({ card: { key: "home", version: 1 }, words: "v1" });
    await relayOf().runOnce();
    await plant({ card: { key: "home", version: 2 }, words: "v2" });
    await relayOf().runOnce();
    const [posted, edited] = adapter.taken;
    expect(posted?.delivery).toMatchObject({
      op: { kind: "post", to: { kind: "conversation", conversation: work } },
      idempotencyKey: `card:${government.id}:home`,
      attempt: 1,
      locale: "id",
    });
    expect(edited?.delivery.op).toMatchObject({
      kind: "edit",
      target: { channel: work.channel, id: posted?.messageId },
    });
    expect(edited?.delivery.idempotencyKey).toMatch(/^outbox:\d+$/);
  });

  it("skips a version the card shows already, and reports its duties", async () => {
    const compose: RelayParts["compose"] = async (...args) => {
      const composed = await composeWords(...args);
      return composed === "drop" ? composed : { ...composed, shownVersion: 9 };
    };
    await plant({ card: { key: "home", version: 1 } });
    const skipped = await plant({ card: { key: "home", version: 9 }, duties: [duty] });
    await relayOf({ compose }).runOnce();
    expect(adapter.calls).toHaveLength(1);
    expect(await rowOf(skipped)).toMatchObject({ state: "superseded" });
    expect(await inboxEvents()).toEqual([`delivered:${skipped}`]);
  });

  it("answers the card, whispers, and asks for a reply", async () => {
    await plant({ card: { key: "home", version: 1 } });
    await plant({ replyTo: { card: "home" } });
    const id = await plant({ whisperTo: "u1", replyTo: { message: "77" } });
    await prisma.outboxMessage.update({ where: { id: BigInt(id) }, data: { expectsReplyFrom: "u1" } });
    await relayOf().runOnce();
    const user = { platform: work.platform, workspace: work.workspace, id: "u1" };
    expect(adapter.taken[1]?.delivery.op).toMatchObject({ to: { replyTo: adapter.taken[0]?.messageId } });
    expect(adapter.taken[2]?.delivery.op).toMatchObject({
      to: { kind: "whisper", conversation: work, user, replyTo: "77", otherwise: "conversation" },
      expectsReplyFrom: user,
    });
  });

  it("drops what has no reason any more without touching the platform", async () => {
    const id = await plant();
    await relayOf({ compose: async () => "drop" }).runOnce();
    expect(adapter.calls).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ state: "dropped", attempts: 0 });
  });

  it("wakes the inbox for a delivery somebody waits for", async () => {
    const wake = createLocalWake();
    const woken = vi.fn();
    wake.on("inbox", woken);
    await plant({ duties: [duty] });
    await relayOf({ wake }).runOnce();
    await vi.waitFor(() => expect(woken).toHaveBeenCalled());
  });

  it("sends each row once when two relays work on the same lanes", async () => {
    const other = createFakeAdapter();
    const places = [work, approval, { ...work, channel: "third" }];
    for (let number = 0; number < 30; number += 1)
      await plant({ words: String(number), to: places[number % 3] ?? work });
    const relays = [relayOf(), relayOf({ adapter: other })];
    for (let round = 0; round < 40; round += 1) {
      await Promise.all(relays.map((relay) => relay.runOnce()));
      await makeDue();
    }
    const all = [...words(), ...words(other)].map(Number);
    expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_each, number) => number));
    expect(await prisma.outboxMessage.count({ where: { state: "sent", ambiguous: false } })).toBe(30);
  });
});

describe("messages in hand", () => {
  it.each([
    { dedupe: "none" as const, most: 4 },
    { dedupe: { by: "nonce" as const, windowMs: 60_000 }, most: 9 },
  ])("are at most $most where the platform's knowledge of keys is $dedupe", async ({ dedupe, most }) => {
    const used = createFakeAdapter({ dedupe });
    const moments: number[] = [];
    let writing = 0;
    used.during = async () => {
      writing += 1;
      moments.push(writing);
      await vi.waitFor(() => expect(moments.length).toBeGreaterThanOrEqual(most));
      writing -= 1;
    };
    for (let number = 1; number <= 9; number += 1) await plant({ to: { ...work, channel: `chat ${number}` } });
    expect(await relayOf({ adapter: used }).runOnce()).toBe(9);
    expect(Math.max(...moments)).toBe(most);
  });
});

describe("silent chats", () => {
  it("take two of the four places at most when they are tried again: a healthy chat is served meanwhile", async () => {
    const chats = [1, 2, 3, 4, 5].map((number) => ({ ...work, channel: `silent ${number}` }));
    for (const to of chats) {
      adapter.script.push(fail(UNKNOWN));
      await plant({ to });
    }
    const relay = relayOf({ random: () => 1 });
    while (adapter.calls.length < chats.length) await relay.runOnce();
    await makeDue();
    let speak = () => {};
    const silence = new Promise<void>((resolve) => {
      speak = resolve;
    });
    let silent = 0;
    adapter.during = async ({ op }) => {
      if (op.kind !== "post" || !op.to.conversation.channel.startsWith("silent")) return;
      silent += 1;
      await silence;
    };
    const ran = relay.runOnce();
    await vi.waitFor(() => expect(silent).toBeGreaterThanOrEqual(2), { timeout: 8_000, interval: 10 });
    await plant({ words: "healthy" });
    relay.wake();
    await vi.waitFor(() => expect(words()).toEqual(["healthy"]), { timeout: 8_000, interval: 10 });
    expect(silent).toBe(2);
    speak();
    await ran;
    expect(words()).toHaveLength(chats.length + 1);
  });
});

describe("failures", () => {
  it("tries again what was surely not sent, unambiguously, and keeps the order", async () => {
    adapter.script.push(fail(NOT_SENT));
    const id = await plant({ words: "one" });
    await plant({ words: "two" });
    await relayOf({ random: () => 1 }).runOnce();
    expect(words()).toEqual([]);
    await makeDue();
    await relayOf().runOnce();
    expect(words()).toEqual(["one", "two"]);
    expect(await rowOf(id)).toMatchObject({ state: "sent", attempts: 2, ambiguous: false });
  });

  it("gives up after a day, with one warning and one notice for those who wait", async () => {
    const warnings: object[] = [];
    const logger: Logger = { ...silentLogger, warn: (fields) => warnings.push(fields) };
    const id = await plant({ duties: [duty] });
    const relay = relayOf({ logger });
    adapter.script.push(fail(NOT_SENT), fail(NOT_SENT));
    adapter.during = async () => {
      await prisma.$executeRaw`update outbox set first_attempt_at = now() - interval '24 h' where id = ${BigInt(id)}`;
    };
    await relay.runOnce();
    await makeDue();
    await relay.runOnce();
    expect(await rowOf(id)).toMatchObject({ state: "dead" });
    expect(await inboxEvents()).toEqual([`undeliverable:${id}`]);
    expect(warnings).toEqual([expect.objectContaining({ outboxId: id, reason: "not sent (scripted)" })]);
  });

  it("repeats an unknown outcome and says so", async () => {
    adapter.script.push({ kind: "accept-then-fail", failure: UNKNOWN });
    const id = await plant({ words: "twice" });
    await relayOf().runOnce();
    expect(words()).toEqual(["twice", "twice"]);
    expect(await rowOf(id)).toMatchObject({ state: "sent", ambiguous: true });
    const keys = adapter.calls.map(({ idempotencyKey }) => idempotencyKey);
    expect(new Set(keys).size).toBe(1);
  });

  it("repeats unambiguously where the platform knows the key, and for edits", async () => {
    const recognising = createFakeAdapter({ dedupe: { by: "nonce", windowMs: 120_000 } });
    recognising.script.push({ kind: "accept-then-fail", failure: UNKNOWN });
    const id = await plant();
    await relayOf({ adapter: recognising }).runOnce();
    expect(await rowOf(id)).toMatchObject({ state: "sent", ambiguous: false, attempts: 2 });
    await plant({ card: { key: "home", version: 1 } });
    await relayOf().runOnce();
    adapter.script.push(fail(UNKNOWN));
    const edit = await plant({ card: { key: "home", version: 2 } });
    await relayOf().runOnce();
    expect(await rowOf(edit)).toMatchObject({ state: "sent", ambiguous: false, attempts: 2 });
  });

  it("draws a card again whose repeated first post shows what the first attempt said", async () => {
    const recognising = createFakeAdapter({ dedupe: { by: "nonce", windowMs: 120_000 } });
    recognising.script.push({ kind: "accept-then-fail", failure: UNKNOWN });
    await plant({ card: { key: "home", version: 1 }, words: "the card" });
    await relayOf({ adapter: recognising }).runOnce();
    expect(recognising.calls.map(({ op }) => op.kind)).toEqual(["post", "post", "edit"]);
    const [, , redrawn] = recognising.taken;
    expect(redrawn?.delivery.op).toMatchObject({ target: { id: "m2" }, message: { summary: "the card" } });
  });

  it("draws a card in a message of its own when its repeated first post vanished and is recognised no longer", async () => {
    const recognising = createFakeAdapter({ dedupe: { by: "nonce", windowMs: 1 } });
    recognising.script.push(
      { kind: "accept-then-fail", failure: UNKNOWN },
      { kind: "accept" },
      fail({ kind: "permanent", reason: "gone" }),
      fail({ kind: "permanent", reason: "gone" }),
    );
    await plant({ card: { key: "home", version: 1 }, words: "the card" });
    await relayOf({ adapter: recognising }).runOnce();
    expect(recognising.calls.map(({ op }) => op.kind)).toEqual(["post", "post", "edit", "edit", "post"]);
    expect((await prisma.card.findFirst())?.messageId).toBe(recognising.taken.at(-1)?.messageId);
  });

  it.each<DeliveryFailure>([
    { kind: "permanent", reason: "rejected-content" },
    { kind: "rate-limited", retryAfterMs: 3_600_000, scope: "conversation" },
    { kind: "forbidden", reason: "credentials" },
  ])("takes a card that arrived for arrived when it cannot be drawn again: %j", async (failure) => {
    const recognising = createFakeAdapter({ dedupe: { by: "nonce", windowMs: 120_000 } });
    recognising.script.push({ kind: "accept-then-fail", failure: UNKNOWN }, { kind: "accept" }, fail(failure));
    const id = await plant({ card: { key: "home", version: 1 }, duties: [duty] });
    const relay = relayOf({ adapter: recognising });
    await relay.runOnce();
    await relay.runOnce();
    expect(recognising.calls.map(({ op }) => op.kind)).toEqual(["post", "post", "edit", "post", "edit"]);
    expect(await rowOf(id)).toMatchObject({ state: "sent", ambiguous: false });
    expect(await inboxEvents()).toEqual([`delivered:${id}`]);
  });

  it("drops an unknown outcome that must not be repeated, and raises an alarm when somebody waits for it", async () => {
    adapter.script.push(fail(UNKNOWN), fail(UNKNOWN));
    const dropped = await plant({ whenUnknown: "drop" });
    const alarmed = await plant({ whenUnknown: "drop", duties: [duty] });
    await relayOf().runOnce();
    expect(adapter.calls).toHaveLength(2);
    expect(await rowOf(dropped)).toMatchObject({ state: "dropped" });
    expect(await rowOf(alarmed)).toMatchObject({ state: "dead" });
    expect(await inboxEvents()).toEqual([`undeliverable:${alarmed}`]);
  });

  it("treats silence as an unknown outcome when the time is up", async () => {
    adapter.script.push({ kind: "never" });
    const id = await plant();
    await relayOf({ sendTimeoutMs: 10 }).runOnce();
    expect(await rowOf(id)).toMatchObject({ state: "sent", ambiguous: true, attempts: 2 });
  });

  it("treats a bug of the adapter as an unknown outcome and keeps its words to itself", async () => {
    adapter.script.push({ kind: "bug" });
    const id = await plant();
    await relayOf({ random: () => 1 }).runOnce();
    const row = await rowOf(id);
    expect(row).toMatchObject({ state: "pending", ambiguous: true });
    expect(row.error).toMatch(/^outcome unknown \(TypeError/);
    expect(row.error).not.toContain("secret");
  });

  it("gives up repeating what the platform may have had twenty times", async () => {
    adapter.script.push(...Array.from({ length: 25 }, () => fail(UNKNOWN)));
    const id = await plant();
    await relayOf().runOnce();
    expect(adapter.calls).toHaveLength(20);
    expect(await rowOf(id)).toMatchObject({ state: "dead" });
  });

  it.each([
    { kind: "forbidden", reason: "not-a-member" },
    { kind: "forbidden", reason: "missing-scope" },
    { kind: "permanent", reason: "rejected-content" },
    { kind: "permanent", reason: "gone" },
  ] as const)("gives up at once on $kind: $reason, and goes on behind it", async (failure) => {
    adapter.script.push(fail(failure));
    const id = await plant({ duties: [duty] });
    await plant({ words: "behind" });
    await relayOf().runOnce();
    expect(await rowOf(id)).toMatchObject({ state: "dead", error: `${failureText(failure)} (scripted)` });
    expect(await inboxEvents()).toEqual([`undeliverable:${id}`]);
    expect(words()).toEqual(["behind"]);
  });

  const failureText = (failure: { kind: string; reason: string }) =>
    failure.kind === "forbidden" ? `forbidden: ${failure.reason}` : failure.reason;

  it("posts a card anew, under a new key, when its message is gone", async () => {
    await plant({ card: { key: "home", version: 1 } });
    await relayOf().runOnce();
    adapter.script.push(fail({ kind: "permanent", reason: "gone" }));
    const id = await plant({ card: { key: "home", version: 2 }, words: "v2" });
    await relayOf().runOnce();
    expect(adapter.taken[1]?.delivery).toMatchObject({ op: { kind: "post" }, idempotencyKey: `outbox:${id}` });
    expect(await prisma.card.findMany()).toMatchObject([{ messageId: adapter.taken[1]?.messageId }]);
  });

  it("follows a conversation that moved, with everything behind it", async () => {
    const to = { ...work, channel: "supergroup" };
    adapter.script.push(fail({ kind: "relocated", to }));
    await plant({ words: "one" });
    await plant({ words: "two" });
    const relay = relayOf();
    await relay.runOnce();
    await relay.runOnce();
    expect(words()).toEqual(["one", "two"]);
    for (const { delivery } of adapter.taken) expect(delivery.op).toMatchObject({ to: { conversation: to } });
    await prisma.channel.updateMany({ where: { nativeId: "supergroup" }, data: { nativeId: work.channel } });
  });

  it("does not follow a conversation that moved to where it is", async () => {
    adapter.script.push(fail({ kind: "relocated", to: work }));
    const id = await plant();
    await relayOf().runOnce();
    expect(await rowOf(id)).toMatchObject({ state: "dead" });
  });

  it("stops at refused credentials: nothing more is sent, nothing is lost", async () => {
    const errors: string[] = [];
    const logger: Logger = { ...silentLogger, error: (_fields, message) => errors.push(message) };
    adapter.script.push(fail({ kind: "forbidden", reason: "credentials" }));
    const id = await plant({ words: "one" });
    await plant({ words: "two" });
    const relay = relayOf({ logger });
    await relay.runOnce();
    await relay.runOnce();
    expect(adapter.calls).toHaveLength(1);
    expect(relay.health()).toEqual({ state: "failed", detail: "forbidden: credentials (scripted)" });
    expect(errors).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ state: "pending", attempts: 0 });
    await relayOf().runOnce();
    expect(words()).toEqual(["one", "two"]);
  });
});

describe("rate limits", () => {
  it("pauses the conversation without spending an attempt, while others go on", async () => {
    adapter.script.push(fail({ kind: "rate-limited", retryAfterMs: 3_600_000, scope: "conversation" }));
    const id = await plant({ words: "limited" });
    const relay = relayOf();
    await relay.runOnce();
    await plant({ words: "behind" });
    await plant({ words: "elsewhere", to: approval });
    await relay.runOnce();
    expect(words()).toEqual(["elsewhere"]);
    const row = await rowOf(id);
    expect(row).toMatchObject({ state: "pending", attempts: 0, firstAttemptAt: null });
    expect(row.notBefore.getTime()).toBeGreaterThan(Date.now() + 3_000_000);
    await makeDue();
    await relay.runOnce();
    expect(words()).toEqual(["elsewhere"]);
  });

  it("pauses the whole account when the platform says so", async () => {
    adapter.script.push(fail({ kind: "rate-limited", retryAfterMs: 3_600_000, scope: "platform" }));
    await plant({ words: "limited" });
    const relay = relayOf();
    await relay.runOnce();
    await plant({ words: "elsewhere", to: approval });
    await relay.runOnce();
    expect(adapter.calls).toHaveLength(1);
  });
});

describe("trouble of our own", () => {
  it("gives up a message that cannot be composed after five tries", async () => {
    const id = await plant({ duties: [duty] });
    await plant({ words: "behind" });
    const compose: RelayParts["compose"] = async (...args) => {
      const composed = await composeWords(...args);
      if (composed === "drop" || composed.message.summary === "behind") return composed;
      throw new RangeError("secret words of a citizen");
    };
    await relayOf({ compose }).runOnce();
    const row = await rowOf(id);
    expect(row).toMatchObject({ state: "dead" });
    expect(row.error).toMatch(/^cannot be composed \(RangeError/);
    expect(row.error).not.toContain("secret");
    expect(await inboxEvents()).toEqual([`undeliverable:${id}`]);
    expect(words()).toEqual(["behind"]);
  });

  it("does not count a try while the database is away", async () => {
    const id = await plant();
    let away = 8;
    const compose: RelayParts["compose"] = async (...args) => {
      away -= 1;
      if (away >= 0) throw new DatabaseAway();
      return composeWords(...args);
    };
    await relayOf({ compose }).runOnce();
    expect(await rowOf(id)).toMatchObject({ state: "sent", attempts: 1 });
  });

  it("does not send again what it could not settle while the database was away", async () => {
    const outbox = createOutboxStore(prisma, "simulator", { dedupeWindowMs: 0 });
    let away = 1;
    const flaky: typeof outbox = {
      ...outbox,
      async settleSent(...args) {
        away -= 1;
        if (away >= 0) throw new DatabaseAway();
        return outbox.settleSent(...args);
      },
    };
    const id = await plant();
    await relayOf({ outbox: flaky }).runOnce();
    expect(adapter.calls).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ state: "sent", ambiguous: false });
  });

  it("writes nothing when the row was superseded after it was composed", async () => {
    const id = await plant({ card: { key: "home", version: 1 } });
    const compose: RelayParts["compose"] = async (...args) => {
      await prisma.outboxMessage.updateMany({ where: { id: BigInt(id) }, data: { state: "superseded" } });
      return composeWords(...args);
    };
    await relayOf({ compose }).runOnce();
    expect(adapter.calls).toEqual([]);
  });

  it("leaves the settling to whoever took the row over", async () => {
    const id = await plant();
    adapter.during = async () => {
      await prisma.$executeRaw`update outbox set lease_token = 'theirs' where id = ${BigInt(id)}`;
    };
    await relayOf().runOnce();
    expect(await rowOf(id)).toMatchObject({ state: "sending", leaseToken: "theirs" });
  });

  describe("an edit that was written after its lease had ended", () => {
    const card = (version: number) => plant({ card: { key: "home", version }, words: `v${version}` });
    let newest = 1;
    const compose: RelayParts["compose"] = async (governmentId, _content, ...rest) => {
      const shownVersion = newest;
      const composed = await composeWords(governmentId, contentOf(`v${shownVersion}`), ...rest);
      return composed === "drop" ? composed : { ...composed, shownVersion };
    };
    const expire = (id: string) =>
      prisma.$executeRaw`update outbox set lease_until = now() - interval '1 second' where id = ${BigInt(id)}`;
    /** v1 is shown, v2 is about to be written when this happens. */
    const late = async (meanwhile: () => Promise<void>): Promise<Relay> => {
      newest = 1;
      await card(1);
      await relayOf({ compose }).runOnce();
      const id = await card(2);
      newest = 2;
      adapter.during = async () => {
        adapter.during = async () => {};
        await expire(id);
        newest = 3;
        await card(3);
        await meanwhile();
      };
      return relayOf({ compose });
    };
    const shows = async () => ({ words: words().at(-1), card: (await prisma.card.findFirst())?.shownVersion });

    it("has the card drawn once more", async () => {
      const relay = await late(async () => void (await relayOf({ compose }).runOnce()));
      await relay.runOnce();
      expect(words().slice(-3)).toEqual(["v3", "v2", "v3"]);
      expect(await shows()).toEqual({ words: "v3", card: 3 });
      expect(await relay.runOnce()).toBe(0);
    });

    it("has it drawn once more also when nobody knows whether it was written", async () => {
      const relay = await late(async () => void (await relayOf({ compose }).runOnce()));
      adapter.script.push({ kind: "accept" }, { kind: "accept-then-fail", failure: UNKNOWN });
      await relay.runOnce();
      expect(words().slice(-3)).toEqual(["v3", "v2", "v3"]);
      expect(await shows()).toEqual({ words: "v3", card: 3 });
    });

    it("has it drawn once more also when the newer one is settled only afterwards", async () => {
      const store = createOutboxStore(prisma, "simulator", { dedupeWindowMs: 0 });
      let settle = () => {};
      const written = new Promise<void>((resolve) => {
        settle = resolve;
      });
      const slow: typeof store = {
        ...store,
        async settleSent(...args) {
          await written;
          return store.settleSent(...args);
        },
      };
      let other: Promise<number> | undefined;
      const relay = await late(async () => {
        const before = adapter.taken.length;
        other = relayOf({ compose, outbox: slow }).runOnce();
        await vi.waitFor(() => expect(adapter.taken.length).toBe(before + 1));
      });
      await relay.runOnce();
      settle();
      await other;
      await relay.runOnce();
      expect(words().slice(-3)).toEqual(["v3", "v2", "v3"]);
      expect(await shows()).toEqual({ words: "v3", card: 3 });
    });
  });

  it("draws a card anew although the process dies before its first post is settled", async () => {
    const recognising = createFakeAdapter({ dedupe: { by: "nonce", windowMs: 1 } });
    const gone = fail({ kind: "permanent", reason: "gone" });
    recognising.script.push({ kind: "accept-then-fail", failure: UNKNOWN }, { kind: "accept" }, gone);
    const id = await plant({ card: { key: "home", version: 1 }, words: "the card" });
    const store = createOutboxStore(prisma, "simulator", { dedupeWindowMs: 1 });
    const dying: typeof store = { ...store, settleSent: () => Promise.reject(new Error("died")) };
    await relayOf({ adapter: recognising, outbox: dying }).runOnce();
    expect(await rowOf(id)).toMatchObject({ state: "sending" });
    await prisma.$executeRaw`update outbox set lease_until = now() - interval '1 second' where id = ${BigInt(id)}`;
    await relayOf({ adapter: recognising }).runOnce();
    expect(recognising.calls.at(-1)?.op.kind).toBe("edit");
    expect(await prisma.card.findFirst()).toMatchObject({ shownVersion: 1 });
  });
});

describe("the loop", () => {
  it("sends on a wake-up, and drains: what is in hand is settled, the rest waits", async () => {
    const wake = createLocalWake();
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    adapter.during = () => gate;
    const relay = relayOf({ wake });
    relay.start();
    expect(relay.health().state).toBe("running");
    await plant({ words: "one" });
    await plant({ words: "two" });
    wake.notify("outbox");
    await vi.waitFor(() => expect(adapter.calls).toHaveLength(1));
    const drained = relay.drain(AbortSignal.timeout(20_000));
    release();
    await drained;
    expect(words()).toEqual(["one"]);
    expect(await prisma.outboxMessage.count({ where: { state: "sent" } })).toBe(1);
    expect(await prisma.outboxMessage.count({ where: { state: "pending" } })).toBe(1);
    relay.start();
    await vi.waitFor(() => expect(words()).toEqual(["one", "two"]));
    await relay.drain(AbortSignal.timeout(20_000));
    await vi.waitFor(() => expect(relay.idle()).toBe(true));
  });
});

describe("what is told of each message that is settled", () => {
  it("is what became of it, once", async () => {
    const outcomes: string[] = [];
    const compose: RelayParts["compose"] = async (...parameters) => {
      const composed = await composeWords(...parameters);
      return composed !== "drop" && composed.message.summary === "needless" ? "drop" : composed;
    };
    const relay = relayOf({ compose, onSettled: (outcome) => outcomes.push(outcome) });
    const settle = async (message: Parameters<typeof plant>[0] = {}) => {
      await plant(message);
      await relay.runOnce();
    };
    await settle({ card: { key: "told", version: 2 } });
    await settle({ card: { key: "told", version: 1 } });
    await settle({ words: "needless" });
    adapter.script.push(fail({ kind: "permanent", reason: "gone" }));
    await settle();
    adapter.script.push({ kind: "accept-then-fail", failure: UNKNOWN });
    await settle();
    await makeDue();
    await relay.runOnce();
    expect(outcomes).toEqual(["sent", "superseded", "dropped", "dead", "ambiguous"]);
  });
});
