import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChatEvent } from "../../src/ports/chat/inbound.js";
import { pngBytes } from "../support/file-bytes.js";
import { createRecordingInbox, type RecordingInbox } from "../support/recording-inbox.js";
import type { User } from "../support/telegram/objects.js";
import type { Hand } from "../support/telegram/people.js";
import type { Place } from "../support/telegram/world.js";
import {
  createTelegramBench,
  type TelegramBench,
  type TelegramBenchOptions,
  type Way,
} from "../support/telegram-bench.js";
import { callTelegram } from "../support/telegram-client.js";
import { contractSurface, never } from "./chat-adapter-bench.js";

const DAY_MS = 24 * 3_600_000;

let inbox: RecordingInbox;
let bench: TelegramBench;
let budi: User;
let group: Place;
let hand: Hand;

const set = async (way: Way, options: TelegramBenchOptions = {}): Promise<void> => {
  inbox = createRecordingInbox();
  bench = await createTelegramBench(inbox, contractSurface, { ...options, way });
  budi = bench.server.addPerson({ first_name: "Budi", username: "budi_pupr" });
  group = bench.server.addGroup("PUPR", [budi], { bot: "administrator" });
  hand = bench.server.hand(budi, group);
};

const start = async (): Promise<void> => {
  await bench.adapter.start(bench.context);
  await bench.listening();
};

/** What was said, in short. */
const textOf = (event: ChatEvent): string => {
  if (event.type === "message") return event.text;
  if (event.type !== "command") return event.type;
  return event.input.kind === "text" ? `${event.command} ${event.input.text}`.trim() : event.command;
};
const textsOf = (events: readonly ChatEvent[]): readonly string[] => events.map(textOf);

/** Says so many things to the bot; what it is to hear. */
const sayMany = (count: number): readonly string[] => {
  const said = Array.from({ length: count }, (_each, number) => `catat ${number}`);
  for (const each of said) hand.say(`/${each}`);
  return said;
};

afterEach(async () => {
  await bench.adapter.stop(never);
  await bench.dispose();
});

describe("asking Telegram for updates", () => {
  beforeEach(() => set("poll"));

  it("works off a day's backlog of 5,000 updates in order, each once, and marks none of it as seen", async () => {
    await bench.dispose();
    await set("poll", { nowMs: () => Date.now() - DAY_MS });
    const wanted = sayMany(5_000);
    await start();
    await bench.server.drained();
    expect(textsOf(inbox.events)).toEqual(wanted);
    expect(bench.server.calls.filter(({ method }) => method === "setMessageReaction")).toEqual([]);
  });

  it("goes on where the inbox refused, in order, though a call now and then fails", async () => {
    const { server } = bench;
    server.faults.share({
      ...{ seed: 11, share: 0.3, methods: ["getUpdates"] },
      faults: [
        { kind: "500" },
        { kind: "502" },
        { kind: "drop" },
        { kind: "done-drop" },
        { kind: "429", retryAfterS: 0 },
      ],
    });
    await start();
    inbox.mode("reject");
    hand.say("/nol");
    await server.called(({ method }) => method === "getUpdates", server.calls.length);
    inbox.mode("take");
    const wanted = sayMany(50);
    await server.drained();
    expect(textsOf(inbox.events)).toEqual(["nol", ...wanted]);
  });

  it("asks anew when nothing comes back", async () => {
    await bench.dispose();
    await set("poll", { settings: { pollSeconds: 0, patienceMs: 50 } });
    bench.server.faults.add({ method: "getUpdates", fault: { kind: "silent" } });
    await start();
    expect(await bench.server.taken(hand.say("/status"))).toBe(true);
  });

  it("hears ids that begin anew at a lower number", async () => {
    await start();
    hand.say("/satu");
    await bench.server.drained();
    bench.server.updates.restartAt(5);
    hand.say("/dua");
    await bench.server.drained();
    expect(textsOf(inbox.events)).toEqual(["satu", "dua"]);
  });

  it("takes a webhook away that somebody left, and loses nothing of what waits", async () => {
    await callTelegram(bench.server, "setWebhook", { url: "http://127.0.0.1:9/", secret_token: "lama" });
    hand.say("/status");
    await start();
    await bench.server.drained();
    expect(textsOf(inbox.events)).toEqual(["status"]);
    expect(bench.server.calls.find(({ method }) => method === "deleteWebhook")?.params).not.toMatchObject({
      drop_pending_updates: true,
    });
  });

  it("lists the commands in each language, and again only when they changed", async () => {
    await start();
    const { server } = bench;
    const isLast = ({ method, params }: { method: string; params: object }): boolean =>
      method === "setMyCommands" &&
      JSON.stringify(params).includes("all_private_chats") &&
      JSON.stringify(params).includes('"en"');
    await server.called(isLast);
    const lists = [...server.commands.entries()];
    expect(lists).toHaveLength(6);
    for (const [, commands] of lists) expect(commands).toMatchObject([{ command: "status" }]);
  });

  it("asks no more than three times with a token that is refused, and says so", async () => {
    const { server, adapter } = bench;
    await start();
    server.faults.add({ fault: { kind: "401" }, times: 1_000 });
    hand.say("/status");
    await expect.poll(() => adapter.health()).toMatchObject({ state: "failed", detail: "credentials" });
    await adapter.stop(never);
    expect(server.faults.used()).toBeLessThanOrEqual(3);
    server.faults.heal();
  });

  it("keeps every picture of an album with the words on one of them", async () => {
    await start();
    const picture = { kind: "photo", name: "x.png", mediaType: "image/png", album: "a1" } as const;
    hand.send({ ...picture, bytes: pngBytes("1"), caption: "/catat jalan rusak" });
    hand.send({ ...picture, bytes: pngBytes("2") });
    hand.send({ ...picture, bytes: pngBytes("3") });
    await bench.server.drained();
    expect(inbox.events).toHaveLength(1);
    expect(inbox.events[0]?.files).toHaveLength(3);
  });

  it("answers a pressed button when nobody else does", async () => {
    await bench.dispose();
    await set("poll", { settings: { answerWithinMs: 1 } });
    const keyboard = { inline_keyboard: [[{ text: "Setujui", callback_data: "tok_1" }]] };
    await callTelegram(bench.server, "sendMessage", { chat_id: group.id, text: "kartu", reply_markup: keyboard });
    await start();
    const { query } = hand.press(bench.server.read(group)[0]?.id ?? 0, "Setujui");
    await bench.server.called(({ method }) => method === "answerCallbackQuery");
    await bench.server.drained();
    expect(query?.answer?.text).toBe("");
    expect(inbox.events).toMatchObject([{ type: "action", token: "tok_1" }]);
  });
});

describe.each(["poll", "webhook"] as const)("what is said, by %s", (way) => {
  beforeEach(async () => {
    await set(way);
    await start();
  });

  it("hears of a member what is meant for it, and buttons", async () => {
    const { server } = bench;
    group.bot = "member";
    const keyboard = { inline_keyboard: [[{ text: "Setujui", callback_data: "tok_1" }]] };
    await callTelegram(server, "sendMessage", { chat_id: group.id, text: "kartu", reply_markup: keyboard });
    const card = server.read(group)[0]?.id ?? 0;
    hand.say("/status@tanggap_bot KOBAR-26-0001");
    hand.say("siap", { replyTo: card });
    hand.say("mohon @tanggap_bot bantu");
    hand.press(card, "Setujui");
    await server.drained();
    expect(textsOf(inbox.events)).toEqual(["status KOBAR-26-0001", "siap", "mohon @tanggap_bot bantu", "action"]);
  });

  it("keeps nothing that is said to others, passed on, or meant for another bot", async () => {
    hand.say("besok rapat");
    hand.say("/status@lain_bot");
    hand.say("/status", { forwarded: true });
    hand.say("kata @tanggap_bot", { forwarded: true });
    hand.say("bukan @budi_pupr", { replyTo: 1 });
    await bench.server.drained();
    expect(inbox.events).toEqual([]);
  });

  it("takes no thread of replies for a topic, and a topic for no reply", async () => {
    const { server } = bench;
    const forum = server.addGroup("Kota", [budi], { kind: "supergroup", isForum: true, bot: "administrator" });
    const topic = server.openTopic(budi, forum, "Jalan");
    server.hand(budi, forum).say("/satu", { thread: topic });
    const plainly = server.addGroup("Dinas", [budi], { kind: "supergroup", bot: "administrator" });
    const first = server.hand(budi, plainly).say("bukan untuk bot");
    server.hand(budi, plainly).say("/dua", { replyTo: first.message });
    await server.drained();
    const [one, two] = inbox.events;
    expect(one).toMatchObject({ command: "satu", conversation: { thread: String(topic) } });
    expect(one).not.toHaveProperty("inReplyTo");
    expect(two).toMatchObject({ command: "dua", inReplyTo: { text: "bukan untuk bot" } });
    expect(two?.conversation).not.toHaveProperty("thread");
  });

  it("tells nobody's name of an anonymous administrator, whatever they do", async () => {
    hand.say("/status", { anonymous: true });
    await bench.server.drained();
    expect(inbox.events).toMatchObject([{ type: "command", command: "status" }]);
    expect(inbox.events[0]).not.toHaveProperty("actor");
  });

  it("hears a code in the link somebody began by", async () => {
    bench.server.hand(budi).say("/start k0d3");
    await bench.server.drained();
    expect(inbox.events).toMatchObject([
      {
        command: "start",
        input: { kind: "text", text: "k0d3" },
        direct: true,
        conversation: { channel: String(budi.id) },
      },
    ]);
  });

  it.each([
    [["from-old", "from-new", "joined"]],
    [["from-new", "joined", "from-old"]],
    [["from-old"]],
    [["from-new"]],
  ] as const)("follows a chat that moved, told of as %j, and greets nobody anew", async (told) => {
    const moved = bench.server.migrate(budi, group, told);
    await bench.server.drained();
    expect(inbox.events.length).toBeGreaterThan(0);
    for (const event of inbox.events)
      expect(event).toMatchObject({
        type: "relocated",
        conversation: { channel: String(moved.id) },
        from: { channel: String(group.id) },
      });
    await bench.adapter.stop(never);
    expect(bench.server.read(moved)).toEqual([]);
  });
});
