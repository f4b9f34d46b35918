import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CallError } from "../../adapters/telegram/api.js";
import { telegramCapabilities } from "../../adapters/telegram/capabilities.js";
import { bold, heading, linkTo, text } from "../../src/chatkit/blocks.js";
import type { Block } from "../../src/ports/chat/outbound.js";
import { refusal } from "../support/recorded-telegram-api.js";
import {
  card,
  createDeliveryBench,
  group,
  inGroup,
  message,
  officer,
  toOfficer,
} from "../support/telegram-delivery.js";

const buttons: Block = { kind: "buttons", items: [{ kind: "act", label: "Tekan", token: "tok" }] };
const hello = message(text("Halo ", bold("semua")));

let bench: ReturnType<typeof createDeliveryBench>;
beforeEach(() => {
  bench = createDeliveryBench();
});
const press = (id = "q1", under = card.id) =>
  bench.queries.add({ id, chat: group.channel, user: officer.id, message: under });

describe("a post", () => {
  it("is one message, without a preview of its links", async () => {
    expect(await bench.post(hello)).toEqual({ message: { ...group, id: "77" } });
    expect(bench.telegram.calls).toEqual([
      {
        method: "sendMessage",
        payload: {
          chat_id: -1005,
          text: "Halo semua",
          entities: [{ type: "bold", offset: 5, length: 5 }],
          link_preview_options: { is_disabled: true },
        },
      },
    ]);
  });

  it("goes into its topic, as a reply, silently, with its buttons", async () => {
    const to = inGroup({ conversation: { ...group, thread: "3" }, replyTo: "8" });
    await bench.post({ ...message(text("x"), buttons), silent: true }, to);
    expect(bench.only("sendMessage")).toMatchObject({
      message_thread_id: 3,
      reply_parameters: { message_id: 8, allow_sending_without_reply: true },
      disable_notification: true,
      reply_markup: { inline_keyboard: [[{ text: "Tekan", callback_data: "tok" }]] },
    });
  });

  it("asks one person for a reply, with what is asked in their input", async () => {
    bench.write("8");
    const asked = { ...message(text("Kode kasusnya?")), summary: `Kode?\n${"a ".repeat(60)}` };
    await bench.post(asked, toOfficer({ replyTo: "8" }), { expectsReplyFrom: officer });
    const { reply_markup: markup, text: shown } = bench.only("sendMessage");
    expect(markup).toMatchObject({ force_reply: true, selective: true });
    expect(JSON.stringify(markup)).toMatch(/"input_field_placeholder":"Kode\? a [a ]{1,55}"/);
    expect(shown).toBe("Kode kasusnya?");
  });

  it("shows its buttons rather than asking for a reply", async () => {
    await bench.post(message(text("?"), buttons), toOfficer({ replyTo: "8" }), { expectsReplyFrom: officer });
    expect(bench.only("sendMessage").reply_markup).toHaveProperty("inline_keyboard");
  });

  it("holds as many characters as Telegram takes, and not one more", async () => {
    const { maxChars } = telegramCapabilities.text;
    await bench.post(message(text("a".repeat(maxChars))));
    const op = { kind: "post", to: inGroup(), message: message(text("a".repeat(maxChars + 1))) } as const;
    expect((await bench.failure(op)).failure).toEqual({ kind: "permanent", reason: "rejected-content" });
    expect(bench.telegram.calls).toHaveLength(1);
  });

  it("is not tried when it was called off before", async () => {
    const error = await bench.failure({ kind: "post", to: inGroup(), message: hello }, AbortSignal.abort());
    expect(error.failure).toEqual({ kind: "retryable", outcome: "not-sent" });
    expect(bench.telegram.calls).toEqual([]);
  });

  it.each(["message thread not found", "TOPIC_CLOSED", "TOPIC_DELETED"])(
    "stays in the group when its topic is gone: %s",
    async (description) => {
      bench.telegram.next("sendMessage", refusal(400, `Bad Request: ${description}`));
      await bench.post(hello, inGroup({ conversation: { ...group, thread: "3" }, replyTo: "8" }));
      const again = bench.telegram.of("sendMessage")[1];
      expect(again).toMatchObject({ text: "Halo semua" });
      expect(again).not.toHaveProperty("message_thread_id");
      expect(again).not.toHaveProperty("reply_parameters");
    },
  );

  it("stands alone when what it replies to is gone", async () => {
    bench.telegram.next("sendMessage", refusal(400, "Bad Request: message to be replied not found"));
    await bench.post(hello, inGroup({ conversation: { ...group, thread: "3" }, replyTo: "8" }));
    expect(bench.telegram.of("sendMessage")[1]).toMatchObject({ message_thread_id: 3 });
    expect(bench.telegram.of("sendMessage")[1]).not.toHaveProperty("reply_parameters");
  });

  it("names a person who cannot be mentioned", async () => {
    bench.telegram.next("sendMessage", refusal(400, "Bad Request: ENTITY_MENTION_USER_INVALID"));
    await bench.post(message(text({ kind: "mention", user: officer, fallback: "Sri" }, bold(" ya"))));
    expect(bench.telegram.of("sendMessage")[1]?.entities).toEqual([{ type: "bold", offset: 3, length: 3 }]);
  });

  it("is sent again once only, and only where nothing was done", async () => {
    const to = inGroup({ conversation: { ...group, thread: "3" } });
    bench.telegram.next(
      "sendMessage",
      refusal(400, "Bad Request: TOPIC_CLOSED"),
      refusal(400, "Bad Request: TOPIC_CLOSED"),
    );
    expect((await bench.failure({ kind: "post", to, message: hello })).detail).toBe("topic-gone");
    bench.telegram.next("sendMessage", new CallError({ kind: "unknown", code: "ECONNRESET" }));
    expect((await bench.failure({ kind: "post", to, message: hello })).failure).toEqual({
      kind: "retryable",
      outcome: "unknown",
    });
    expect(bench.telegram.calls).toHaveLength(3);
  });
});

describe("a whisper", () => {
  it("is the answer to the button the person pressed", async () => {
    press();
    expect(await bench.post(message(heading("Beres"), text("Sudah dicatat.")), toOfficer())).toEqual({});
    expect(bench.telegram.calls).toEqual([
      {
        method: "answerCallbackQuery",
        payload: { callback_query_id: "q1", text: "Beres\nSudah dicatat.", show_alert: true },
      },
    ]);
  });

  it.each([
    ["too long", message(text("a".repeat(201)))],
    ["to be copied", message({ kind: "code", text: "naskah" })],
    ["to be tapped", message(text(linkTo("https://contoh.example/")))],
    ["to be pressed", message(text("?"), buttons)],
  ])("that is %s is posted, and the button stops waiting", async (_, words) => {
    press();
    expect((await bench.post(words, toOfficer())).message?.id).toBe("77");
    expect(bench.only("answerCallbackQuery")).toEqual({ callback_query_id: "q1" });
    expect(bench.telegram.of("sendMessage")).toHaveLength(1);
  });

  it("is posted where the button was pressed too long ago", async () => {
    press();
    const tooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    bench.telegram.next("answerCallbackQuery", refusal(400, tooOld));
    expect((await bench.post(hello, toOfficer())).message?.id).toBe("77");
  });

  it("whose answer may have arrived is not posted beside it at once", async () => {
    press();
    bench.telegram.next("answerCallbackQuery", new CallError({ kind: "unknown", code: "ECONNRESET" }));
    const error = await bench.failure({ kind: "post", to: toOfficer(), message: hello });
    expect(error.failure).toEqual({ kind: "retryable", outcome: "unknown" });
    expect(bench.telegram.of("sendMessage")).toEqual([]);
  });

  it("answers nobody else's button", async () => {
    bench.queries.add({ id: "q1", chat: group.channel, user: "43", message: "9" });
    bench.queries.add({ id: "q2", chat: "-1006", user: officer.id, message: "9" });
    bench.write("8");
    await bench.post(hello, toOfficer({ replyTo: "8" }));
    expect(bench.telegram.calls.map(({ method }) => method)).toEqual(["sendMessage"]);
  });

  it("is a reply to the person's message", async () => {
    bench.write("8");
    await bench.post(hello, toOfficer({ replyTo: "8" }));
    expect(bench.only("sendMessage")).toMatchObject({ text: "Halo semua", reply_parameters: { message_id: 8 } });
  });

  it("mentions the person where there is no message of theirs", async () => {
    await bench.post(hello, toOfficer());
    const mention = { type: "text_mention", offset: 0, length: 2, user: { id: 42, is_bot: false, first_name: "👤" } };
    expect(bench.only("sendMessage")).toMatchObject({ text: "👤 Halo semua" });
    expect(bench.only("sendMessage").entities).toContainEqual(mention);
  });

  it("mentions the person where the reply is to the card they pressed a button of", async () => {
    press();
    await bench.post(message(text("Kode?")), toOfficer({ replyTo: card.id }), { expectsReplyFrom: officer });
    expect(bench.only("sendMessage")).toMatchObject({
      text: "👤 Kode?",
      reply_markup: { force_reply: true, selective: true },
      reply_parameters: { message_id: 9 },
    });
  });

  it("mentions the person where the reply is to the bot's own card, as after a reaction or a late button", async () => {
    await bench.post(message(text("Apa yang perlu diperbaiki?")), toOfficer({ replyTo: card.id }), {
      expectsReplyFrom: officer,
    });
    expect(bench.only("sendMessage")).toMatchObject({ text: "👤 Apa yang perlu diperbaiki?" });
  });

  it("is simply said in the chat with that person", async () => {
    const direct = { ...group, channel: officer.id };
    bench.queries.add({ id: "q1", chat: officer.id, user: officer.id, message: "9" });
    await bench.post(hello, toOfficer({ conversation: direct, otherwise: "drop" }), { expectsReplyFrom: officer });
    expect(bench.only("sendMessage")).toMatchObject({ chat_id: 42, text: "Halo semua" });
    expect(bench.only("sendMessage").reply_markup).not.toHaveProperty("selective");
    expect(bench.only("answerCallbackQuery")).toEqual({ callback_query_id: "q1" });
  });

  it("that nobody else may see is not said in a group", async () => {
    const op = { kind: "post", to: toOfficer({ otherwise: "drop" }), message: hello } as const;
    expect((await bench.failure(op)).failure).toEqual({ kind: "permanent", reason: "unsupported" });
    expect(bench.telegram.calls).toEqual([]);
    press();
    expect(await bench.run(op)).toEqual({});
  });
});

describe("an edit", () => {
  const op = { kind: "edit", target: card, message: message(text("baru"), buttons) } as const;

  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("redraws text and buttons, and answers who pressed one in a moment", async () => {
    press("q1");
    press("q2", "10");
    expect(await bench.run(op)).toEqual({ message: card });
    expect(bench.only("editMessageText")).toEqual({
      chat_id: -1005,
      message_id: 9,
      text: "baru",
      entities: [],
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: [[{ text: "Tekan", callback_data: "tok" }]] },
    });
    expect(bench.late).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(bench.late).toEqual(["q1"]);
  });

  it("leaves the answer to what is said to who pressed right behind it", async () => {
    press("q1");
    await bench.run(op);
    expect(await bench.post(message(text("Tercatat.")), toOfficer())).toEqual({});
    vi.advanceTimersByTime(10_000);
    expect(bench.late).toEqual([]);
    expect(bench.only("answerCallbackQuery")).toMatchObject({ callback_query_id: "q1", text: "Tercatat." });
  });

  it("that changes nothing is done", async () => {
    press();
    bench.telegram.next("editMessageText", refusal(400, "Bad Request: message is not modified: specified new message"));
    expect(await bench.run(op)).toEqual({ message: card });
    vi.advanceTimersByTime(1_000);
    expect(bench.late).toEqual(["q1"]);
  });

  it("takes the buttons away that are there no more", async () => {
    await bench.run({ ...op, message: message(text("selesai")) });
    expect(bench.only("editMessageText").reply_markup).toEqual({ inline_keyboard: [] });
  });

  it("leaves pressed buttons waiting when it fails", async () => {
    press();
    bench.telegram.next("editMessageText", refusal(400, "Bad Request: message to edit not found"));
    expect((await bench.failure(op)).failure).toEqual({ kind: "permanent", reason: "gone" });
    expect(bench.queries.takeOf(group.channel, officer.id)?.id).toBe("q1");
  });
});

describe("a removal", () => {
  const op = { kind: "remove", target: card } as const;

  it("of what is gone already is done", async () => {
    bench.telegram.next("deleteMessage", true, refusal(400, "Bad Request: message to delete not found"));
    expect([await bench.run(op), await bench.run(op)]).toEqual([{}, {}]);
    expect(bench.telegram.of("deleteMessage")).toEqual(Array(2).fill({ chat_id: -1005, message_id: 9 }));
  });

  it("of what is older than Telegram removes is impossible", async () => {
    bench.telegram.next("deleteMessage", refusal(400, "Bad Request: message can't be deleted"));
    expect((await bench.failure(op)).failure).toEqual({ kind: "permanent", reason: "unsupported" });
  });
});

describe("a reaction", () => {
  const op = { kind: "react", target: card, reaction: "seen" } as const;

  it("is one Telegram allows, for every meaning the adapter names", async () => {
    for (const reaction of telegramCapabilities.reactions.send) await bench.run({ ...op, reaction });
    expect(bench.telegram.of("setMessageReaction").map(({ reaction }) => reaction)).toEqual(
      ["👍", "👎", "👀", "✍", "⚡"].map((emoji) => [{ type: "emoji", emoji }]),
    );
  });

  it("of another meaning is impossible", async () => {
    expect((await bench.failure({ ...op, reaction: "done" })).failure).toEqual({
      kind: "permanent",
      reason: "unsupported",
    });
  });

  it("that is there already, or taken back from nothing, is done", async () => {
    const same = refusal(400, "Bad Request: MESSAGE_NOT_MODIFIED");
    const nowhere = refusal(400, "Bad Request: message to react not found");
    bench.telegram.next("setMessageReaction", same, same, nowhere, nowhere);
    expect(await bench.run(op)).toEqual({});
    expect(await bench.run({ ...op, kind: "unreact" })).toEqual({});
    expect(await bench.run({ ...op, kind: "unreact" })).toEqual({});
    expect((await bench.failure(op)).failure).toEqual({ kind: "permanent", reason: "gone" });
    expect(bench.telegram.of("setMessageReaction")[1]).toMatchObject({ reaction: [] });
  });
});
