import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DeliveryError } from "../../src/ports/chat/failures.js";
import { pngBytes } from "../support/file-bytes.js";
import { callTelegram } from "../support/telegram-client.js";
import { createTelegramScene, type TelegramScene } from "../support/telegram-scene.js";
import { delivery, never, plain, postTo } from "./chat-adapter-bench.js";

const DAY_MS = 24 * 3_600_000;

let scene: TelegramScene;

afterEach(() => scene.dispose());

describe("asking Telegram for updates", () => {
  beforeEach(async () => {
    scene = await createTelegramScene();
  });

  it("works off a day's backlog of 5,000 updates in order, each once, and marks none of it as seen", async () => {
    await scene.dispose();
    scene = await createTelegramScene({ nowMs: () => Date.now() - DAY_MS });
    const wanted = scene.sayMany(5_000);
    await scene.start();
    await scene.server.drained();
    expect(scene.heard()).toEqual(wanted);
    expect(scene.server.calls.filter(({ method }) => method === "setMessageReaction")).toEqual([]);
  });

  it("goes on where the inbox refused, in order, though a call now and then fails", async () => {
    const { server } = scene;
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
    await scene.start();
    scene.inbox.mode("reject");
    scene.hand.say("/nol");
    await server.called(({ method }) => method === "getUpdates", server.calls.length);
    scene.inbox.mode("take");
    const wanted = scene.sayMany(50);
    await server.drained();
    expect(scene.heard()).toEqual(["nol", ...wanted]);
  });

  it("asks anew when nothing comes back", async () => {
    await scene.dispose();
    scene = await createTelegramScene({ settings: { pollSeconds: 0, patienceMs: 50 } });
    scene.server.faults.add({ method: "getUpdates", fault: { kind: "silent" } });
    await scene.start();
    expect(await scene.server.taken(scene.hand.say("/status"))).toBe(true);
  });

  it.each(["gone", "half-open"] as const)("hears what was said while the network was %s", async (state) => {
    const { server, adapter } = scene;
    await scene.start();
    await server.network(state);
    const wanted = scene.sayMany(3);
    await expect.poll(() => adapter.health().state, { timeout: 10_000 }).toBe("reconnecting");
    await server.network("up");
    await server.drained();
    expect(scene.heard()).toEqual(wanted);
  });

  it("hears ids that begin anew at a lower number", async () => {
    await scene.start();
    scene.hand.say("/satu");
    await scene.server.drained();
    scene.server.updates.restartAt(5);
    scene.hand.say("/dua");
    await scene.server.drained();
    expect(scene.heard()).toEqual(["satu", "dua"]);
  });

  it("takes a webhook away that somebody left, and loses nothing of what waits", async () => {
    await callTelegram(scene.server, "setWebhook", { url: "http://127.0.0.1:9/", secret_token: "lama" });
    scene.hand.say("/status");
    await scene.start();
    await scene.server.drained();
    expect(scene.heard()).toEqual(["status"]);
    expect(scene.server.calls.find(({ method }) => method === "deleteWebhook")?.params).not.toMatchObject({
      drop_pending_updates: true,
    });
  });

  it("lists the commands in each language, and again only when they changed", async () => {
    await scene.start();
    const { server } = scene;
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
    const { server, adapter } = scene;
    await scene.start();
    server.faults.add({ fault: { kind: "401" }, times: 1_000 });
    scene.hand.say("/status");
    await expect.poll(() => adapter.health()).toMatchObject({ state: "failed", detail: "credentials" });
    await adapter.stop(never);
    expect(server.faults.used()).toBeLessThanOrEqual(3);
    server.faults.heal();
  });

  it("keeps every picture of an album with the words on one of them", async () => {
    await scene.start();
    const picture = { kind: "photo", name: "x.png", mediaType: "image/png", album: "a1" } as const;
    scene.hand.send({ ...picture, bytes: pngBytes("1"), caption: "/catat jalan rusak" });
    scene.hand.send({ ...picture, bytes: pngBytes("2") });
    scene.hand.send({ ...picture, bytes: pngBytes("3") });
    await scene.server.drained();
    expect(scene.inbox.events).toHaveLength(1);
    expect(scene.inbox.events[0]?.files).toHaveLength(3);
  });

  it("answers a pressed button when nobody else does", async () => {
    await scene.dispose();
    scene = await createTelegramScene({ settings: { answerWithinMs: 1 } });
    const keyboard = { inline_keyboard: [[{ text: "Setujui", callback_data: "tok_1" }]] };
    await callTelegram(scene.server, "sendMessage", { chat_id: scene.group.id, text: "kartu", reply_markup: keyboard });
    await scene.start();
    const { query } = scene.hand.press(scene.server.read(scene.group)[0]?.id ?? 0, "Setujui");
    await scene.server.called(({ method }) => method === "answerCallbackQuery");
    await scene.server.drained();
    expect(query?.answer?.text).toBe("");
    expect(scene.inbox.events).toMatchObject([{ type: "action", token: "tok_1" }]);
  });
});

describe("what goes wrong on the way out", () => {
  it("is told so that nothing sent is called unsent: 300 posts, and the journal of what Telegram took", async () => {
    scene = await createTelegramScene({ settings: { patienceMs: 40 } });
    await scene.start();
    const { server, adapter } = scene;
    server.faults.share({
      ...{ seed: 23, share: 0.4, methods: ["sendMessage"] },
      faults: [
        ...([{ kind: "429", retryAfterS: 3 }, { kind: "500" }, { kind: "502" }, { kind: "drop" }] as const),
        ...([{ kind: "done-drop" }, { kind: "silent" }, { kind: "done-silent" }] as const),
      ],
    });
    const conversation = { platform: "telegram", workspace: "-", channel: String(scene.group.id) } as const;
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (let number = 0; number < 300; number += 1) {
      const text = `kasus ${number}`;
      const outcome = await adapter.deliver(delivery(postTo(conversation, plain(text)), text), never).then(
        () => "sent",
        ({ failure }: DeliveryError) => (failure.kind === "retryable" ? failure.outcome : failure.kind),
      );
      seen.add(outcome);
      const taken = server.journal.filter(({ params }) => params.text === text).length;
      const mayBe = outcome === "sent" ? [1] : outcome === "unknown" ? [0, 1] : [0];
      if (!mayBe.includes(taken)) wrong.push(`${text}: ${outcome}, and taken ${taken} times`);
    }
    expect(wrong).toEqual([]);
    expect(seen).toEqual(new Set(["sent", "unknown", "rate-limited"]));
  });
});
