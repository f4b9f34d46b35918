import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { callTelegram } from "../support/telegram-client.js";
import { createTelegramScene, type TelegramScene } from "../support/telegram-scene.js";

let scene: TelegramScene;

afterEach(() => scene.dispose());

describe.each(["poll", "webhook"] as const)("what is said, by %s", (way) => {
  beforeEach(async () => {
    scene = await createTelegramScene({ way });
    await scene.start();
  });

  it("hears of a member what is meant for it, and buttons", async () => {
    const { server } = scene;
    scene.group.bot = "member";
    const keyboard = { inline_keyboard: [[{ text: "Setujui", callback_data: "tok_1" }]] };
    await callTelegram(server, "sendMessage", { chat_id: scene.group.id, text: "kartu", reply_markup: keyboard });
    const card = server.read(scene.group)[0]?.id ?? 0;
    scene.hand.say("/status@tanggap_bot KOBAR-26-0001");
    scene.hand.say("siap", { replyTo: card });
    scene.hand.say("mohon @tanggap_bot bantu");
    scene.hand.press(card, "Setujui");
    await server.drained();
    expect(scene.heard()).toEqual(["status KOBAR-26-0001", "siap", "mohon @tanggap_bot bantu", "action"]);
  });

  it("keeps nothing that is said to others, passed on, or meant for another bot", async () => {
    scene.hand.say("besok rapat");
    scene.hand.say("/status@lain_bot");
    scene.hand.say("/status", { forwarded: true });
    scene.hand.say("kata @tanggap_bot", { forwarded: true });
    scene.hand.say("bukan @budi_pupr", { replyTo: 1 });
    await scene.server.drained();
    expect(scene.inbox.events).toEqual([]);
  });

  it("takes no thread of replies for a topic, and a topic for no reply", async () => {
    const { server } = scene;
    const forum = server.addGroup("Kota", [scene.budi], { kind: "supergroup", isForum: true, bot: "administrator" });
    const topic = server.openTopic(scene.budi, forum, "Jalan");
    server.hand(scene.budi, forum).say("/satu", { thread: topic });
    const plainly = server.addGroup("Dinas", [scene.budi], { kind: "supergroup", bot: "administrator" });
    const first = server.hand(scene.budi, plainly).say("bukan untuk bot");
    server.hand(scene.budi, plainly).say("/dua", { replyTo: first.message });
    await server.drained();
    const [one, two] = scene.inbox.events;
    expect(one).toMatchObject({ command: "satu", conversation: { thread: String(topic) } });
    expect(one).not.toHaveProperty("inReplyTo");
    expect(two).toMatchObject({ command: "dua", inReplyTo: { text: "bukan untuk bot" } });
    expect(two?.conversation).not.toHaveProperty("thread");
  });

  it("tells nobody's name of an anonymous administrator, whatever they do", async () => {
    scene.hand.say("/status", { anonymous: true });
    await scene.server.drained();
    expect(scene.inbox.events).toMatchObject([{ type: "command", command: "status" }]);
    expect(scene.inbox.events[0]).not.toHaveProperty("actor");
  });

  it("hears a code in the link somebody began by", async () => {
    scene.server.hand(scene.budi).say("/start k0d3");
    await scene.server.drained();
    expect(scene.inbox.events).toMatchObject([
      {
        command: "start",
        input: { kind: "text", text: "k0d3" },
        direct: true,
        conversation: { channel: String(scene.budi.id) },
      },
    ]);
  });

  it.each([
    [["from-old", "from-new", "joined"]],
    [["from-new", "joined", "from-old"]],
    [["from-old"]],
    [["from-new"]],
  ] as const)("follows a chat that moved, told of as %j, and greets nobody anew", async (told) => {
    const moved = scene.server.migrate(scene.budi, scene.group, told);
    await scene.server.drained();
    expect(scene.inbox.events.length).toBeGreaterThan(0);
    for (const event of scene.inbox.events)
      expect(event).toMatchObject({
        type: "relocated",
        conversation: { channel: String(moved.id) },
        from: { channel: String(scene.group.id) },
      });
    await scene.adapter.stop(new AbortController().signal);
    expect(scene.server.read(moved)).toEqual([]);
  });
});
