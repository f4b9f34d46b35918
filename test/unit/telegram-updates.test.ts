import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinAlbums, openAlbumAt } from "../../adapters/telegram/albums.js";
import { readUpdate } from "../../adapters/telegram/update-schema.js";
import { type Heard, heardIn } from "../../adapters/telegram/updates.js";
import type { ChatEvent } from "../../src/ports/chat/inbound.js";
import { type RawUpdate, telegramFixtureFiles, telegramFixtures } from "../support/fake-telegram-api.js";

const ME = { id: 5550001, username: "TanggapContohBot" };
const NOW = new Date("2026-01-05T03:00:00.000Z");
const GROUP = { platform: "telegram", workspace: "-", channel: "-1001900000001" };
const DATE = 1_764_150_000;

const commands = telegramFixtures("commands");
const messages = telegramFixtures("messages");
const album = telegramFixtures("album");
const queries = telegramFixtures("callback-queries");
const reactions = telegramFixtures("reactions");
const membership = telegramFixtures("membership");
const migration = telegramFixtures("migration");

const hearAll = (raws: readonly unknown[]): readonly Heard[] =>
  joinAlbums(raws.map(readUpdate)).map((part, place) =>
    part.speaker === place ? heardIn(part, ME, NOW) : { events: [] },
  );
const hear = (raw: unknown): Heard => hearAll([raw])[0] ?? { events: [] };
const eventOf = (raw: unknown): ChatEvent | undefined => hear(raw).events[0];

describe("commands", () => {
  it("tells name, inputs, place and person", () => {
    expect(eventOf(commands.plain)).toEqual({
      type: "command",
      command: "status",
      input: { kind: "text", text: "KOBAR-26-0001" },
      eventId: `5550001:870001:${DATE}`,
      occurredAt: "2025-11-26T09:40:00.000Z",
      conversation: GROUP,
      message: { ...GROUP, id: "101" },
      actor: {
        user: { platform: "telegram", workspace: "-", id: "70001" },
        displayName: "Budi Santoso",
        locale: "id",
        isBot: false,
        alone: { platform: "telegram", workspace: "-", channel: "70001" },
      },
    });
  });

  it("knows its own name in any case, and leaves other bots their commands", () => {
    expect(eventOf(commands.toThisBot)).toMatchObject({
      command: "status",
      input: { text: "KOBAR-26-0001\nbaris kedua" },
    });
    expect(eventOf(commands.toAnotherBot)).toBeUndefined();
  });

  it("tells the topic, whose first message nobody answered", () => {
    const event = eventOf(commands.inTopic);
    expect(event).toMatchObject({ command: "antrean", conversation: { ...GROUP, thread: "42" } });
    expect(event).not.toHaveProperty("inReplyTo");
  });

  it("tells what it answers, with its files; replies are no topics", () => {
    const event = eventOf(commands.inReply);
    expect(event?.conversation).toEqual(GROUP);
    expect(event?.inReplyTo).toEqual({
      message: { ...GROUP, id: "90" },
      text: "Jalan berlubang",
      author: {
        user: { platform: "telegram", workspace: "-", id: "70002" },
        displayName: "Siti",
        isBot: false,
        alone: { platform: "telegram", workspace: "-", channel: "70002" },
      },
      files: [
        {
          platform: "telegram",
          handle: "AgAC-besar",
          name: "photo-90.jpg",
          mediaType: "image/jpeg",
          sizeBytes: 120_000,
        },
      ],
    });
  });

  it("is heard in a private chat, a deep link's code included", () => {
    expect(eventOf(commands.start)).toMatchObject({
      command: "start",
      input: { text: "KOBAR-ABCD-EFGH" },
      direct: true,
      conversation: { channel: "70001" },
    });
  });

  it("may be the caption of a file, whose name is no path", () => {
    expect(eventOf(commands.asCaption)).toMatchObject({
      command: "masukan",
      input: { text: "lampu mati" },
      files: [{ handle: "BQAC-1", name: "laporan_2026.pdf", mediaType: "application/pdf", sizeBytes: 20_480 }],
    });
  });

  it("hides anonymous administrators", () => {
    const event = eventOf(commands.byAnonymousAdministrator);
    expect(event).toMatchObject({ type: "command", command: "setuju" });
    expect(event).not.toHaveProperty("actor");
  });

  it.each(["passedOn", "inTheMiddle", "byAnotherBot", "throughABot"])("is none: %s", (name) => {
    expect(hear(commands[name])).toEqual({ events: [] });
  });
});

describe("messages", () => {
  it.each(["mention", "mentionAfterEmoji", "replyToBot", "private"])("are heard: %s", (name) => {
    expect(eventOf(messages[name])).toMatchObject({ type: "message", addressed: true });
  });

  it("keep their words as typed", () => {
    expect(eventOf(messages.mention)).toMatchObject({ text: "halo @tanggapcontohbot, tolong" });
  });

  it("tell what of the bot's they answer", () => {
    expect(eventOf(messages.replyToBot)?.inReplyTo).toMatchObject({
      message: { ...GROUP, id: "150" },
      text: "KOBAR-26-0001: Jalan berlubang",
      author: { isBot: true, user: { id: "5550001" } },
    });
  });

  it.each(["mentionOfAnother", "replyToPerson", "chatter", "sticker", "newMember", "channelPost", "editedChatter"])(
    "are kept nowhere: %s",
    (name) => {
      expect(hear(messages[name])).toEqual({ events: [] });
    },
  );

  it("carry files: a voice note, an animation once", () => {
    expect(eventOf(messages.voice)).toMatchObject({
      text: "",
      files: [{ handle: "AwAC-1", name: "voice-208.ogg", mediaType: "audio/ogg" }],
    });
    expect(eventOf(messages.animation)?.files).toEqual([
      { platform: "telegram", handle: "CgAC-1", name: "tawa.mp4", mediaType: "video/mp4", sizeBytes: 5_000 },
    ]);
  });

  it("may be edited", () => {
    expect(eventOf(messages.edited)).toMatchObject({
      type: "edited",
      eventId: `5550001:871012:${DATE + 30}`,
      text: "halo @TanggapContohBot, betul",
      message: { id: "201" },
    });
  });

  it("show somebody whose name shows nothing by another", () => {
    const { message } = messages.private as unknown as { message: object };
    const named = (from: object) => eventOf({ update_id: 1, message: { ...message, from } })?.actor;
    const hidden = { id: 1, is_bot: false, first_name: "\u3164", language_code: "pt-br" };
    expect(named({ ...hidden, username: "siti" })).toMatchObject({ displayName: "siti" });
    expect(named(hidden)).toEqual({
      user: { platform: "telegram", workspace: "-", id: "1" },
      displayName: "1",
      isBot: false,
      alone: { platform: "telegram", workspace: "-", channel: "1" },
    });
    expect(named({ ...hidden, first_name: "x".repeat(500) })?.displayName).toHaveLength(129);
  });
});

describe("albums", () => {
  it("are one event of the message with the words, with all files in order", () => {
    const heard = hearAll([album.first, messages.chatter, album.second, album.third]);
    expect(heard.map(({ events }) => events.length)).toEqual([0, 0, 1, 0]);
    expect(heard[2]?.events[0]).toMatchObject({
      type: "command",
      eventId: `5550001:872002:${DATE}`,
      message: { id: "302" },
      files: [{ handle: "AgAC-1" }, { handle: "AgAC-2" }, { handle: "AgAC-3" }],
    });
  });

  it("may be still to come when a part is the last of a batch", () => {
    const batch = [messages.chatter, album.first, album.second].map(readUpdate);
    expect(openAlbumAt(batch)).toBe(1);
    expect(openAlbumAt([...batch, readUpdate(messages.chatter)])).toBeUndefined();
    expect(openAlbumAt([])).toBeUndefined();
  });
});

describe("buttons", () => {
  it("tell their token and message, and wait for an answer", () => {
    const { events, query } = hear(queries.pressed);
    expect(events[0]).toMatchObject({
      type: "action",
      token: "tok_1",
      eventId: "5550001:query:301000000000000001",
      occurredAt: NOW.toISOString(),
      message: { ...GROUP, id: "150" },
      conversation: { ...GROUP, thread: "42" },
    });
    expect(query).toEqual({ id: "301000000000000001", chat: GROUP.channel, user: "70001", message: "150" });
  });

  it("work under old messages, of which Telegram tells only where they are", () => {
    expect(eventOf(queries.underOldMessage)).toMatchObject({ token: "tok_2", message: { ...GROUP, id: "12" } });
  });

  it("are answered blank without a message", () => {
    expect(hear(queries.withoutMessage)).toEqual({ events: [], idleQuery: "301000000000000003" });
  });
});

describe("reactions", () => {
  it("tell their meaning", () => {
    expect(eventOf(reactions.approved)).toMatchObject({
      ...{ type: "reaction", reaction: "approve", change: "added", native: "👍" },
      ...{ message: { ...GROUP, id: "150" }, actor: { user: { id: "70001" } } },
    });
    expect(eventOf(reactions.takenBack)).toMatchObject({ reaction: "reject", change: "removed" });
  });

  it("are an event each where one takes another's place", () => {
    const { events } = hear(reactions.changed);
    expect(events).toMatchObject([
      { reaction: "approve", change: "removed" },
      { reaction: "reject", change: "added" },
    ]);
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(2);
  });

  it("without a meaning are kept nowhere", () => {
    expect(hear(reactions.meaningless)).toEqual({ events: [] });
  });

  it("have no actor where the platform hides who reacted", () => {
    expect(eventOf(reactions.anonymous)).not.toHaveProperty("actor");
  });
});

describe("membership", () => {
  it("is greeted when it begins, in groups", () => {
    const joined = { chat: -1001900000001, isAdmin: false };
    expect(hear(membership.added)).toEqual({ events: [], joined });
    expect(hear(membership.addedAsAdministrator)).toEqual({ events: [], joined: { ...joined, isAdmin: true } });
  });

  it.each(["removed", "left", "restrictedOut", "blocked"])("is told when it ends: %s", (name) => {
    expect(hear(membership[name])).toMatchObject({ events: [{ type: "removed", actor: { user: { id: "70001" } } }] });
  });

  it.each(["promoted", "restrictedIn", "unblocked", "addedToChannel"])("is the same as before: %s", (name) => {
    expect(hear(membership[name])).toEqual({ events: [] });
  });

  it("moves with a group, told on both sides", () => {
    const moved = { type: "relocated", conversation: GROUP, from: { ...GROUP, channel: "-640000001" } };
    expect(eventOf(migration.inOld)).toMatchObject(moved);
    expect(eventOf(migration.inNew)).toMatchObject(moved);
    expect(eventOf(migration.inNew)).not.toHaveProperty("actor");
  });
});

describe("whatever comes", () => {
  const all: readonly RawUpdate[] = telegramFixtureFiles.flatMap((file) => Object.values(telegramFixtures(file)));

  /** Places inside a value, as paths. */
  const pathsIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
    typeof value === "object" && value !== null
      ? [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))]
      : [path];
  const replaced = (value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown => {
    if (key === undefined) return by;
    const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
    Reflect.set(copy, key, replaced(Reflect.get(copy, key), rest, by));
    return copy;
  };
  const broken = fc
    .constantFrom(...all)
    .chain((raw) =>
      fc.tuple(fc.constantFrom(...pathsIn(raw)), fc.jsonValue()).map(([path, by]) => replaced(raw, path, by)),
    );

  it("is heard without throwing, as plain JSON", () => {
    const update = fc.oneof(fc.jsonValue(), broken, fc.record({ update_id: fc.integer(), message: fc.jsonValue() }));
    fc.assert(
      fc.property(fc.array(update, { maxLength: 4 }), (raws) => {
        for (const { events } of hearAll(raws)) {
          expect(JSON.parse(JSON.stringify(events))).toEqual(events);
          for (const { occurredAt } of events) expect(new Date(occurredAt).toISOString()).toBe(occurredAt);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("is named in the log by its kind only", () => {
    expect(readUpdate({ update_id: 7, chat_boost: { secret: "x" } })).toMatchObject({ id: 7, kind: "chat_boost" });
    expect(readUpdate({ update_id: 7, "halo warga": 1 }).kind).toBe("unknown");
    expect(readUpdate({ update_id: "7", message: {} })).toEqual({ kind: "message" });
    expect(readUpdate(null)).toEqual({ kind: "unknown" });
    expect(readUpdate({ update_id: 7, message: { text: 5 } }).update).toBeUndefined();
  });
});
