import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Update, User } from "../support/telegram/objects.js";
import type { Place } from "../support/telegram/world.js";
import { callTelegram } from "../support/telegram-client.js";
import { createTelegramServer, type TelegramServer } from "../support/telegram-server.js";

let server: TelegramServer;
let budi: User;
let group: Place;
let nowMs: number;

beforeEach(async () => {
  nowMs = Date.parse("2026-01-05T03:00:00Z");
  server = await createTelegramServer({ nowMs: () => nowMs });
  budi = server.addPerson({ first_name: "Budi", username: "budi_pupr" });
  group = server.addGroup("PUPR", [budi]);
});
afterEach(() => server.close());

const call = (method: string, params: object | FormData = {}) => callTelegram(server, method, params);

const updatesOf = async (params: object = {}): Promise<readonly Update[]> =>
  (await call("getUpdates", params)).result as readonly Update[];

const sent = async (params: object = {}): Promise<number> => {
  const { result } = await call("sendMessage", { chat_id: group.id, text: "kartu", ...params });
  return (result as { readonly message_id: number }).message_id;
};

/** The status and the words of a refusal. */
const refused = async (method: string, params: object | FormData): Promise<string> => {
  const { status, description } = await call(method, params);
  return `${status} ${description}`;
};

describe("updates", () => {
  it("are kept until one asks for what comes after them", async () => {
    const hand = server.hand(budi, group);
    const acts = ["/satu", "/dua", "/tiga"].map((text) => hand.say(text));
    const first = await updatesOf({ limit: 2 });
    expect(first.map(({ message }) => (message as { text: string }).text)).toEqual(["/satu", "/dua"]);
    expect(await updatesOf()).toHaveLength(3);
    const last = first.at(-1)?.update_id ?? 0;
    expect(await updatesOf({ offset: last + 1 })).toHaveLength(1);
    expect(server.updates.waiting()).toHaveLength(1);
    expect(await server.taken(acts[0] ?? { message: 0 })).toBe(true);
    expect(await updatesOf({ offset: -1 })).toHaveLength(1);
  });

  it("end a poll at once, and a second poll turns the first away", async () => {
    const first = call("getUpdates", { timeout: 30 });
    await server.called(({ method }) => method === "getUpdates");
    const second = call("getUpdates", { timeout: 30 });
    expect(await first).toMatchObject({ status: 409, ok: false });
    server.hand(budi, group).say("/status");
    expect((await second).result).toHaveLength(1);
  });

  it("are of the kinds asked for, and reactions only for an administrator", async () => {
    const card = await sent();
    const hand = server.hand(budi, group);
    expect(hand.react(card, ["👍"]).update).toBeUndefined();
    await updatesOf({ allowed_updates: ["message_reaction"] });
    expect(hand.react(card, []).update).toBeUndefined();
    expect(hand.say("/status").update).toBeUndefined();
    group.bot = "administrator";
    hand.react(card, ["👍"]);
    const [update] = await updatesOf();
    expect(update).toMatchObject({
      message_reaction: { message_id: card, user: { id: budi.id }, old_reaction: [], new_reaction: [{ emoji: "👍" }] },
    });
    hand.react(card, ["👎"], { anonymous: true });
    expect((await updatesOf())[1]).toMatchObject({ message_reaction: { actor_chat: { id: group.id } } });
  });

  it("tell a member of a group what is meant for it, an administrator everything", async () => {
    const hand = server.hand(budi, group);
    const card = await sent();
    expect(hand.say("apa kabar").update).toBeUndefined();
    expect(hand.say("/status@lain_bot").update).toBeUndefined();
    for (const text of ["/status@tanggap_bot", "tolong @tanggap_bot", "/status"])
      expect(hand.say(text).update).toBeDefined();
    expect(hand.say("siap", { replyTo: card }).update).toBeDefined();
    server.setBot(budi, group, "administrator");
    expect(hand.say("apa kabar").update).toBeDefined();
    server.setBot(budi, group, "kicked");
    expect(hand.say("/status").update).toBeUndefined();
  });

  it("can come again identically, and begin anew with lower ids", async () => {
    server.hand(budi, group).say("/satu");
    const [first] = await updatesOf();
    const offset = (first?.update_id ?? 0) + 1;
    expect(await updatesOf({ offset })).toEqual([]);
    server.updates.again(first ?? { update_id: 0 });
    expect(await updatesOf({ offset })).toEqual([first]);
    expect(await updatesOf({ offset })).toEqual([]);
    server.updates.restartAt(17);
    server.hand(budi, group).say("/dua");
    expect((await updatesOf({ offset })).map(({ update_id: id }) => id)).toEqual([17]);
    expect(await updatesOf({ offset: 18 })).toEqual([]);
  });
});

describe("messages", () => {
  it("are held to Telegram's limits and answered in its words", async () => {
    const to = { chat_id: group.id };
    const button = (data: string) => ({ reply_markup: { inline_keyboard: [[{ text: "x", callback_data: data }]] } });
    expect(await refused("sendMessage", { chat_id: 1, text: "x" })).toBe("400 Bad Request: chat not found");
    expect(await refused("sendMessage", { ...to, text: " \n" })).toBe("400 Bad Request: text must be non-empty");
    expect(await refused("sendMessage", { ...to, text: "a".repeat(4097) })).toBe(
      "400 Bad Request: message is too long",
    );
    expect(await refused("sendMessage", { ...to, text: "\uD83D" })).toContain("UTF-8");
    const outside = [{ type: "bold", offset: 0, length: 3 }];
    expect(await refused("sendMessage", { ...to, text: "ab", entities: outside })).toContain("ENTITY_BOUNDS_INVALID");
    const halved = [{ type: "bold", offset: 1, length: 1 }];
    expect(await refused("sendMessage", { ...to, text: "😀", entities: halved })).toContain("UTF-16");
    expect(await refused("sendMessage", { ...to, text: "x", ...button("d".repeat(65)) })).toContain(
      "BUTTON_DATA_INVALID",
    );
    expect(await refused("sendMessage", { ...to, text: "x", reply_parameters: { message_id: 9 } })).toBe(
      "400 Bad Request: message to be replied not found",
    );
    expect(await refused("sendMessage", { ...to, text: "x", message_thread_id: 9 })).toContain("thread not found");
    expect(server.violations).toEqual([]);
    expect(server.read(group)).toEqual([]);
    await sent({ text: "a".repeat(4096), ...button("d".repeat(64)) });
    expect(server.journal).toMatchObject([{ at: nowMs, method: "sendMessage", params: to }]);
  });

  it("are cleaned as Telegram does it, their entities with them", async () => {
    await sent({
      text: "  a\u202Eb\tc @budi_pupr @lain_orang\n",
      entities: [{ type: "bold", offset: 4, length: 3 }],
    });
    const [shown] = server.read(group);
    expect(shown).toMatchObject({ text: "ab c @budi_pupr @lain_orang", mentioned: [budi.id], isOfBot: true });
    expect(shown?.entities[0]).toEqual({ type: "bold", offset: 1, length: 3 });
    await sent({ text: "@budi_pupr", entities: [{ type: "code", offset: 0, length: 10 }] });
    expect(server.read(group)[1]?.mentioned).toEqual([]);
  });

  it("are edited, deleted and reacted to while they are there", async () => {
    const card = await sent();
    const at = { chat_id: group.id, message_id: card };
    expect(await refused("editMessageText", { ...at, text: "kartu" })).toContain("message is not modified");
    expect(await call("editMessageText", { ...at, text: "baru" })).toMatchObject({ result: { text: "baru" } });
    const react = (emoji: string) => ({ ...at, reaction: [{ type: "emoji", emoji }] });
    expect(await refused("setMessageReaction", react("✅"))).toBe("400 Bad Request: REACTION_INVALID");
    await call("setMessageReaction", react("👀"));
    expect(server.read(group)).toMatchObject([{ text: "baru", botReactions: ["👀"], isEdited: true }]);
    nowMs += 49 * 3_600_000;
    expect(await refused("deleteMessage", at)).toContain("message can't be deleted");
    nowMs -= 2 * 3_600_000;
    expect(await call("deleteMessage", at)).toMatchObject({ ok: true });
    expect(await refused("deleteMessage", at)).toBe("400 Bad Request: message to delete not found");
    expect(await refused("editMessageText", { ...at, text: "x" })).toBe("400 Bad Request: message to edit not found");
    expect(await refused("setMessageReaction", react("👀"))).toBe("400 Bad Request: message to react not found");
  });

  it("answer a pressed button once, in few words", async () => {
    const keyboard = { inline_keyboard: [[{ text: "Setujui", callback_data: "tok_1" }]] };
    const card = await sent({ reply_markup: keyboard });
    const { query } = server.hand(budi, group).press(card, "Setujui");
    expect(await updatesOf()).toMatchObject([
      {
        callback_query: { data: "tok_1", from: { id: budi.id }, message: { message_id: card, reply_markup: keyboard } },
      },
    ]);
    const answer = { callback_query_id: query?.id };
    expect(await refused("answerCallbackQuery", { ...answer, text: "a".repeat(201) })).toContain("MESSAGE_TOO_LONG");
    expect(await call("answerCallbackQuery", { ...answer, text: "Sudah" })).toMatchObject({ result: true });
    expect(query?.answer).toEqual({ text: "Sudah", isAlert: false });
    expect(await refused("answerCallbackQuery", answer)).toContain("query is too old");
  });
});

describe("calls", () => {
  it("that do not fit the description are refused and remembered", async () => {
    expect(await refused("sendMessage", { chat_id: group.id, text: 7, mood: "x" })).toContain("400");
    expect(server.violations).toEqual(["sendMessage: mood is unknown", "sendMessage: text: is no String"]);
    expect(await refused("fly", {})).toContain("404");
    expect(await callTelegram({ ...server, token: "1:x" }, "getMe")).toMatchObject({ status: 401, ok: false });
  });

  it("go wrong as ordered, before or after they are done", async () => {
    const { faults } = server;
    const to = { chat_id: group.id, text: "x" };
    faults.add({ fault: { kind: "429", retryAfterS: 7 }, method: "sendMessage", after: 1 });
    await sent();
    expect(await call("sendMessage", to)).toMatchObject({ status: 429, parameters: { retry_after: 7 } });
    for (const kind of ["500", "502"] as const) {
      faults.add({ fault: { kind } });
      expect((await call("sendMessage", to)).status).toBe(Number(kind));
    }
    for (const kind of ["drop", "done-drop"] as const) {
      faults.add({ fault: { kind } });
      await expect(call("sendMessage", to)).rejects.toThrow();
    }
    expect(server.read(group).map(({ text }) => text)).toEqual(["kartu", "x"]);
    faults.add({ fault: { kind: "done-silent" }, times: 1 });
    const patience = new AbortController();
    const silent = callTelegram(server, "sendMessage", to, patience.signal);
    await server.called(({ method }) => method === "sendMessage", server.calls.length);
    patience.abort();
    await expect(silent).rejects.toThrow();
    await server.network("gone");
    await expect(call("getMe")).rejects.toThrow();
    await server.network("up");
    expect(await call("getMe")).toMatchObject({ result: { username: "tanggap_bot" } });
  });

  it("fail as often as a seed decides", async () => {
    const outcomes = async (): Promise<string> => {
      const faults = [{ kind: "500" }] as const;
      server.faults.share({ seed: 7, share: 0.5, faults, methods: ["getMe"] });
      const all: number[] = [];
      for (let times = 0; times < 20; times += 1) all.push((await call("getMe")).status);
      return all.join(" ");
    };
    const once = await outcomes();
    expect(await outcomes()).toBe(once);
    expect(once).toContain("500");
    expect(once).toContain("200");
  });
});
