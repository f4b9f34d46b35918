import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { commandLists } from "../../adapters/telegram/commands.js";
import { surface } from "../../src/app/surface.js";
import { contractSurface } from "../contract/chat-adapter-bench.js";
import { refusal, telegramFixtures } from "../support/fake-telegram-api.js";
import { createIntakeBench, type IntakeBench } from "../support/telegram-intake-bench.js";

const commands = telegramFixtures("commands");
const messages = telegramFixtures("messages");
const membership = telegramFixtures("membership");
const migration = telegramFixtures("migration");

let bench: IntakeBench;
beforeEach(() => {
  bench = createIntakeBench();
});
afterEach(() => bench.stop());

const hear = async (...updates: readonly unknown[]): Promise<void> => {
  bench.updates.push(...updates);
  bench.start();
  await bench.until(() => bench.updates.left() === 0);
};

describe("what was seen", () => {
  it("is marked, in groups: commands and words", async () => {
    await hear(commands.plain, messages.mention, messages.private, messages.chatter, messages.edited);
    expect(bench.api.of("setMessageReaction")).toEqual(
      [101, 201].map((message_id) => ({
        chat_id: -1001900000001,
        message_id,
        reaction: [{ type: "emoji", emoji: "👀" }],
      })),
    );
  });

  it("is not marked a second time, nor when it is old", async () => {
    await hear(commands.plain, commands.plain);
    expect(bench.api.of("setMessageReaction")).toHaveLength(1);
    const later = createIntakeBench();
    later.clock.at = new Date("2025-11-26T09:41:01.000Z");
    later.updates.push(commands.plain);
    later.start();
    await later.until(() => later.updates.left() === 0);
    expect(later.api.of("setMessageReaction")).toEqual([]);
    await later.stop();
  });

  it("is marked a few at a time, and a failure is only a line for who debugs", async () => {
    bench.api.on("setMessageReaction", () => {
      throw refusal(400, "Bad Request: REACTION_INVALID");
    });
    await hear(...Array.from({ length: 20 }, (_, place) => ({ ...commands.plain, update_id: place })));
    expect(bench.api.of("setMessageReaction")).toHaveLength(4);
    expect(bench.log.filter(({ level }) => level === "warn" || level === "error")).toEqual([]);
  });
});

describe("a greeting", () => {
  const { greeting, needsAdmin } = contractSurface;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("says what the bot is, and what it misses, once for each time it is added", async () => {
    await hear(membership.added, membership.addedAsAdministrator, membership.added);
    vi.runAllTimers();
    expect(bench.api.of("sendMessage")).toEqual([
      { chat_id: -1001900000001, text: `${greeting.id}\n\n${needsAdmin.id}` },
      { chat_id: -1001900000001, text: greeting.id },
    ]);
  });

  it("is not said again in a group that became a supergroup", async () => {
    await hear(migration.joinsNew, migration.inOld, migration.inNew);
    vi.runAllTimers();
    expect(bench.api.of("sendMessage")).toEqual([]);
    expect(bench.inbox.events.map(({ type }) => type)).toEqual(["relocated", "relocated"]);
  });
});

it("answers a button that means nothing at once", async () => {
  await hear(telegramFixtures("callback-queries").withoutMessage);
  expect(bench.api.of("answerCallbackQuery")).toEqual([{ callback_query_id: "301000000000000003" }]);
});

describe("the list of commands", () => {
  it("is within Telegram's limits, under the names of each language", () => {
    const lists = commandLists(surface.commands);
    expect(lists.map(({ scope, language_code }) => [scope.type, language_code])).toEqual(
      ["all_group_chats", "all_private_chats"].flatMap((type) => [
        [type, undefined],
        [type, "id"],
        [type, "en"],
      ]),
    );
    for (const { commands: listed } of lists) {
      expect(listed).toHaveLength(surface.commands.length);
      for (const { command, description } of listed) {
        expect(command).toMatch(/^[a-z0-9_]{1,32}$/);
        expect(description.length).toBeLessThanOrEqual(256);
      }
    }
    expect(lists[0]?.commands.map(({ command }) => command)).toContain("bantuan");
    expect(lists[2]?.commands.map(({ command }) => command)).toContain("help");
  });

  it("leaves out what Telegram would not list", () => {
    const [first] = contractSurface.commands;
    const odd = [`/${"a".repeat(33)}`, "/Besar", "/a-b", "tanpa"].map((usage) => ({
      ...first,
      usage: { id: usage, en: usage },
    })) as unknown as typeof contractSurface.commands;
    expect(commandLists(odd).flatMap(({ commands: listed }) => listed)).toEqual([]);
  });

  it("is written only where it differs", async () => {
    const shown = [{ command: "status", description: "Keadaan kasus" }];
    bench.api.on("getMyCommands", ({ language_code }) => (language_code === "id" ? shown : []));
    bench.start();
    await bench.until(() => bench.api.of("setMyCommands").length === 4);
    expect(bench.api.of("setMyCommands").map(({ language_code }) => language_code)).toEqual([
      undefined,
      "en",
      undefined,
      "en",
    ]);
    expect(bench.api.of("setMyCommands")[0]).toEqual({ scope: { type: "all_group_chats" }, commands: shown });
  });

  it("is tried again, left out where Telegram refuses it, and ends nothing", async () => {
    let failures = 2;
    bench.api.on("getMyCommands", ({ language_code }) => {
      failures -= 1;
      if (failures >= 0) throw refusal(429, "Too Many Requests", { retryAfterS: 3 });
      if (language_code === "id") throw refusal(400, "Bad Request");
      return [];
    });
    bench.start();
    await bench.until(() => bench.api.of("setMyCommands").length === 4);
    expect(bench.pauses).toEqual([3_000, 3_000]);
    expect(bench.log.filter(({ level }) => level === "warn")).toHaveLength(2);
    expect(bench.intake.health().state).toBe("online");
  });
});
