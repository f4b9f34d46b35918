import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { never, noAnswer, refusal, telegramFixtures } from "../support/fake-telegram-api.js";
import { createRecordingInbox } from "../support/recording-inbox.js";
import { createIntakeBench, type IntakeBench } from "../support/telegram-intake-bench.js";

const command = telegramFixtures("commands").plain;
const album = telegramFixtures("album");

/** The same command again, as another update. */
const numbered = (id: number) => ({ ...command, update_id: id });
const ids = (bench: IntakeBench) => bench.inbox.events.map(({ eventId }) => Number(eventId.split(":")[1]));
const offsets = (bench: IntakeBench) => bench.api.of("getUpdates").map(({ offset }) => offset);

describe("the poll", () => {
  let bench: IntakeBench;
  beforeEach(() => {
    bench = createIntakeBench();
  });
  afterEach(async () => {
    bench.inbox.mode("take");
    await bench.stop();
  });
  const until = (isSo: () => boolean) => bench.until(isSo);

  it("asks for what concerns the program, and is online once Telegram answered", async () => {
    expect(bench.intake.health().state).toBe("starting");
    bench.start();
    await until(() => bench.api.of("getUpdates").length > 0);
    expect(bench.api.calls[0]?.method).toBe("getMe");
    expect(bench.api.of("getUpdates")[0]).toEqual({
      limit: 100,
      timeout: 50,
      allowed_updates: ["message", "edited_message", "callback_query", "message_reaction", "my_chat_member"],
    });
    expect(bench.intake.health().state).toBe("online");
  });

  it("confirms updates once they are durable, not before", async () => {
    bench.inbox.mode("hold");
    const called = bench.inbox.called();
    bench.updates.push(numbered(7));
    bench.start();
    await called;
    await turn();
    expect(offsets(bench)).toEqual([undefined]);
    bench.inbox.mode("take");
    await until(() => offsets(bench).length === 2);
    expect(offsets(bench)).toEqual([undefined, 8]);
  });

  it("asks again for what the inbox could not take, and confirms what came before", async () => {
    const inner = createRecordingInbox();
    let isDown = true;
    const inbox = {
      ...inner,
      accept: async (event: Parameters<typeof inner.accept>[0]) => {
        if (isDown && !event.eventId.includes(":1:")) throw new Error("down");
        return inner.accept(event);
      },
    };
    bench = createIntakeBench({}, inbox);
    bench.updates.push(numbered(1), numbered(2), numbered(3));
    bench.start();
    await until(() => offsets(bench).length > 4);
    expect(offsets(bench).slice(0, 3)).toEqual([undefined, 2, 2]);
    expect(bench.pauses.length).toBeGreaterThan(2);
    isDown = false;
    await until(() => bench.updates.left() === 0);
    expect(inner.events.map(({ eventId }) => eventId.split(":")[1])).toEqual(["1", "2", "3"]);
  });

  it("waits for an inbox that is down however long it takes", async () => {
    bench.inbox.mode("reject");
    bench.updates.push({ update_id: 1, poll: {} }, numbered(2));
    bench.start();
    await until(() => offsets(bench).length > 50);
    expect(Math.max(...bench.pauses)).toBeLessThanOrEqual(15_000);
    bench.inbox.mode("take");
    await until(() => bench.inbox.events.length === 1);
    expect(ids(bench)).toEqual([2]);
  });

  it("gives up an update that alone can never be kept", async () => {
    const inner = createRecordingInbox();
    const accept: typeof inner.accept = async (event) => {
      if (event.eventId.includes(":1:")) throw new Error("poison");
      return inner.accept(event);
    };
    bench = createIntakeBench({}, { ...inner, accept });
    bench.updates.push(numbered(1), numbered(2));
    bench.start();
    await until(() => bench.updates.left() === 0);
    expect(inner.events).toHaveLength(1);
    expect(bench.log.filter(({ level }) => level === "error")).toEqual([
      expect.objectContaining({ fields: { update: 1 }, message: expect.stringContaining("dropped") }),
    ]);
  });

  it("drops what has no known shape, and tells only its kind", async () => {
    const strange = { update_id: 1, message: { text: "rahasia warga" } };
    bench.updates.push(strange, "halo", { update_id: 2, guest_message: {} }, numbered(3));
    bench.start();
    await until(() => bench.inbox.events.length === 1);
    const told = bench.log.filter(({ message }) => message.includes("no known shape"));
    expect(told.map(({ fields }) => fields)).toEqual([
      { update: 1, kind: "message" },
      { update: undefined, kind: "unknown" },
    ]);
    expect(JSON.stringify(bench.log)).not.toContain("rahasia");
  });

  it("makes one event of an update that comes twice", async () => {
    bench.updates.push(numbered(5), numbered(5));
    bench.start();
    await until(() => bench.updates.left() === 0);
    expect(ids(bench)).toEqual([5]);
  });

  it("takes updates whose numbers begin anew at a lower one", async () => {
    bench.updates.push(numbered(900_000));
    bench.start();
    await until(() => offsets(bench).length === 2);
    bench.updates.silence();
    await until(() => offsets(bench).length === 3);
    expect(offsets(bench)).toEqual([undefined, 900_001, undefined]);
    bench.updates.push(numbered(17));
    await until(() => bench.inbox.events.length === 2);
    expect(ids(bench)).toEqual([900_000, 17]);
  });

  it("works off a backlog of 5,000 in order", async () => {
    const all = Array.from({ length: 5_000 }, (_, place) => numbered(place + 1));
    bench.updates.push(...all);
    bench.clock.at = new Date("2025-11-27T09:40:00.000Z");
    bench.start();
    await until(() => bench.updates.left() === 0);
    expect(ids(bench)).toEqual(all.map(({ update_id }) => update_id));
    expect(bench.api.of("setMessageReaction")).toEqual([]);
  });

  it("waits for the rest of an album, and tells it as one", async () => {
    bench.updates.push(numbered(1), album.first);
    bench.onPause(() => {
      if (bench.updates.left() === 2) bench.updates.push(album.second, album.third);
    });
    bench.start();
    await until(() => bench.inbox.events.length === 2);
    expect(bench.inbox.events[1]).toMatchObject({ command: "masukan", files: [{}, {}, {}] });
    await until(() => bench.updates.left() === 0);
    expect(bench.pauses[0]).toBe(500);
  });

  it("waits for each of several albums, and for none without end", async () => {
    const other = (update: typeof album.first) => {
      const { message } = update as unknown as { message: object };
      return { ...update, update_id: (update?.update_id ?? 0) + 100, message: { ...message, media_group_id: "2" } };
    };
    bench.updates.push(album.first, album.second);
    let isFirst = true;
    bench.onPause(() => {
      if (isFirst) bench.updates.push(other(album.first), other(album.second));
      isFirst = false;
    });
    bench.start();
    await until(() => bench.updates.left() === 0);
    expect(bench.inbox.events).toMatchObject([{ files: [{}, {}] }, { files: [{}, {}] }]);
    expect(bench.pauses).toEqual([500, 500]);
  });

  it("keeps an album that the inbox could not take whole", async () => {
    bench.inbox.mode("reject");
    bench.updates.push(album.first, album.second);
    bench.start();
    await until(() => bench.pauses.length > 3);
    bench.inbox.mode("take");
    await until(() => bench.updates.left() === 0);
    expect(bench.inbox.events).toMatchObject([{ files: [{ handle: "AgAC-1" }, { handle: "AgAC-2" }] }]);
  });
});

describe("trouble with Telegram", () => {
  let bench: IntakeBench;
  beforeEach(() => {
    bench = createIntakeBench();
  });
  afterEach(() => bench.stop());

  it("is tried again, longer after each failure, and told once", async () => {
    bench.api.on("getMe", () => {
      throw noAnswer();
    });
    bench.start();
    await bench.until(() => bench.pauses.length > 8);
    expect(bench.intake.health()).toMatchObject({ state: "reconnecting", detail: "ETIMEDOUT" });
    expect(bench.log.filter(({ level }) => level === "warn")).toHaveLength(1);
    expect(bench.pauses[0]).toBeLessThanOrEqual(500);
    expect(bench.pauses.at(-1)).toBeGreaterThanOrEqual(7_500);
    expect(bench.pauses.at(-1)).toBeLessThanOrEqual(15_000);
  });

  it("ends by itself", async () => {
    let failures = 3;
    bench.api.on("getUpdates", (payload, signal) => {
      failures -= 1;
      if (failures >= 0) throw noAnswer();
      return failures === -1 ? [numbered(1)] : never(payload, signal);
    });
    bench.start();
    await bench.until(() => bench.inbox.events.length === 1);
    expect(bench.intake.health().state).toBe("online");
  });

  it.each([
    ["getMe", 401],
    ["getMe", 404],
    ["getUpdates", 401],
  ])("is final when the token is not taken (%s, %i)", async (method, status) => {
    bench.api.on(method, () => {
      throw refusal(status, "Unauthorized");
    });
    bench.api.on("getMyCommands", never);
    bench.start();
    await bench.until(() => bench.intake.health().state === "failed");
    const { length } = bench.api.calls;
    expect(length).toBeLessThanOrEqual(3);
    for (let turns = 0; turns < 50; turns += 1) await turn();
    expect(bench.api.calls).toHaveLength(length);
    expect(bench.intake.health()).toMatchObject({ state: "failed", detail: "credentials" });
    expect(bench.log.filter(({ level }) => level === "error")).toHaveLength(1);
  });

  it("waits as long as Telegram asks", async () => {
    let isFirst = true;
    bench.api.on("getUpdates", (payload, signal) => {
      if (!isFirst) return never(payload, signal);
      isFirst = false;
      throw refusal(429, "Too Many Requests: retry after 31", { retryAfterS: 31 });
    });
    bench.start();
    await bench.until(() => bench.api.of("getUpdates").length === 2);
    expect(bench.pauses).toEqual([31_000]);
  });

  it("removes a webhook that stands in the way, and keeps what waits for it", async () => {
    let hasWebhook = true;
    bench.api.on("getWebhookInfo", () => ({ url: hasWebhook ? "https://lain.test/telegram" : "" }));
    bench.api.on("deleteWebhook", () => {
      hasWebhook = false;
      return true;
    });
    bench.api.on("getUpdates", (payload, signal) => {
      if (hasWebhook) throw refusal(409, "Conflict: can't use getUpdates method while webhook is active");
      return never(payload, signal);
    });
    bench.start();
    await bench.until(() => bench.api.of("getUpdates").length === 2);
    expect(bench.api.of("deleteWebhook")).toEqual([{ drop_pending_updates: false }]);
    expect(bench.pauses).toEqual([]);
  });

  it("tells once of another program with the same token, and asks seldom", async () => {
    bench.api.on("getUpdates", () => {
      throw refusal(409, "Conflict: terminated by other getUpdates request");
    });
    bench.start();
    await bench.until(() => bench.pauses.length === 5);
    expect(bench.pauses.slice(0, 5)).toEqual([500, 15_000, 15_000, 15_000, 15_000]);
    expect(bench.intake.health()).toMatchObject({
      state: "reconnecting",
      detail: "another program asks for this bot's updates",
    });
    expect(bench.log.filter(({ level }) => level === "warn")).toHaveLength(1);
    expect(bench.api.of("deleteWebhook")).toEqual([]);
  });
});

describe("the end", () => {
  it("confirms what was taken, at a stop and when the account moves to another process", async () => {
    for (const end of ["stop", "loseOwnership"] as const) {
      const bench = createIntakeBench();
      bench.updates.push(numbered(3));
      bench.start();
      bench.inbox.mode("hold");
      await bench.inbox.called();
      const ended = bench[end]();
      bench.inbox.mode("take");
      await ended;
      expect(bench.updates.left()).toBe(0);
      expect(bench.api.of("getUpdates").at(-1)).toMatchObject({ offset: 4, timeout: 0, limit: 1 });
    }
  });

  it("does not come later than its deadline, and nothing is called after it", async () => {
    const bench = createIntakeBench();
    bench.updates.push(numbered(3));
    bench.start();
    bench.inbox.mode("hold");
    await bench.inbox.called();
    await bench.stop(AbortSignal.abort());
    const { length } = bench.api.calls;
    bench.inbox.mode("take");
    for (let turns = 0; turns < 20; turns += 1) await turn();
    expect(bench.api.calls).toHaveLength(length);
  });

  it("does not wait for Telegram to answer", async () => {
    const bench = createIntakeBench();
    bench.api.on("getMe", never);
    bench.start();
    await turn();
    await bench.stop();
    expect(bench.api.of("getUpdates")).toEqual([]);
  });
});
