import { beforeEach, describe, expect, it } from "vitest";
import type { DeliveryOp } from "../../src/ports/chat/outbound.js";
import { contractSurface } from "../contract/chat-adapter-bench.js";
import { createMemorySimulatorHost, type MemorySimulatorHost } from "../support/memory-simulator-host.js";
import { createRecordingInbox, type RecordingInbox } from "../support/recording-inbox.js";
import { createSimulatorBench, type SimulatorBench } from "../support/simulator-bench.js";

const CHANNEL = "c-kominfo";
const never = new AbortController().signal;

let host: MemorySimulatorHost;
let inbox: RecordingInbox;
let bench: SimulatorBench;

beforeEach(async () => {
  host = createMemorySimulatorHost();
  inbox = createRecordingInbox();
  bench = createSimulatorBench(host, inbox, contractSurface);
  await bench.adapter.start(bench.context);
});

interface Answer {
  readonly status: number;
  readonly body: {
    readonly eventId?: string;
    readonly duplicate?: boolean;
    readonly error?: { readonly code: string };
  };
}

const send = async (event: Readonly<Record<string, unknown>>): Promise<Answer> => {
  const response = await bench.call("POST", "/events", { as: "budi", channel: CHANNEL, ...event });
  return { status: response.status, body: (await response.json()) as Answer["body"] };
};

const fromBot = async (
  options: { readonly whisper?: string; readonly expects?: string; readonly channel?: string } = {},
) => {
  const conversation = { platform: "simulator", workspace: "gov-kobar", channel: options.channel ?? CHANNEL } as const;
  const person = (id: string) => ({ platform: "simulator", workspace: "gov-kobar", id }) as const;
  const op: DeliveryOp = {
    kind: "post",
    to:
      options.whisper === undefined
        ? { kind: "conversation", conversation }
        : { kind: "whisper", conversation, user: person(options.whisper), otherwise: "drop" },
    message: {
      summary: "kartu",
      blocks: [
        { kind: "heading", text: "kartu" },
        {
          kind: "buttons",
          items: [
            { kind: "act", label: "Setujui", token: "t-ok" },
            { kind: "open-form", label: "Jawab", form: "answer", token: "t-form" },
            { kind: "link", label: "Buka", url: "https://contoh.invalid" },
          ],
        },
      ],
    },
    ...(options.expects === undefined ? {} : { expectsReplyFrom: person(options.expects) }),
  };
  const key = `key ${JSON.stringify(options)}`;
  const receipt = await bench.adapter.deliver({ op, idempotencyKey: key, attempt: 1, locale: "id" }, never);
  return receipt.message?.id ?? "";
};

const shown = async (channel = CHANNEL) => (await host.messages.list(channel, undefined)) ?? [];

describe("what people type", () => {
  it("shows a command and tells it with its raw input", async () => {
    const text = "/Inquiry@tanggap_bot  Kapan SIM keliling?\nbaris dua kind=question";
    expect(await send({ type: "command", text, eventId: "e1" })).toEqual({
      status: 202,
      body: { eventId: "e1", duplicate: false },
    });
    expect(await shown()).toMatchObject([{ from: "budi", text, replyTo: null }]);
    expect(inbox.events).toMatchObject([
      {
        type: "command",
        command: "inquiry",
        input: { kind: "text", text: "Kapan SIM keliling?\nbaris dua kind=question" },
        message: { platform: "simulator", workspace: "gov-kobar", channel: CHANNEL, id: "1" },
        occurredAt: "2026-01-05T03:00:00.000Z",
      },
    ]);
  });

  it("takes a message that begins with a command for one, and invents an id", async () => {
    const { status, body } = await send({ type: "message", text: "/queue" });
    expect({ status, duplicate: body.duplicate }).toEqual({ status: 202, duplicate: false });
    expect(inbox.events).toMatchObject([{ type: "command", command: "queue", eventId: body.eventId }]);
  });

  it("refuses a command that is none", async () => {
    for (const text of ["inquiry x", "/", "/1abc", "//x"])
      expect(await send({ type: "command", text })).toMatchObject({
        status: 400,
        body: { error: { code: "bad-command" } },
      });
    expect(await shown()).toEqual([]);
  });

  it("shows talk among people but tells nobody", async () => {
    const first = await send({ type: "message", text: "sudah makan?", eventId: "e1" });
    const reply = await send({ type: "message", text: "/1 belum", replyTo: "1", as: "sari" });
    expect([first, reply]).toMatchObject([{ status: 202 }, { status: 202 }]);
    expect(await shown()).toMatchObject([{ text: "sudah makan?" }, { text: "/1 belum", replyTo: "1", from: "sari" }]);
    expect(inbox.events).toEqual([]);
  });

  it("tells a mention", async () => {
    await send({ type: "message", text: "@tanggap apa kabar" });
    expect(inbox.events).toMatchObject([{ type: "message", text: "@tanggap apa kabar", addressed: true }]);
  });

  it("tells a command that replies to a person's message with that message", async () => {
    await send({ type: "message", text: "Kata warga: lampu mati", as: "sari" });
    await send({ type: "command", text: "/inquiry", replyTo: "1" });
    expect(inbox.events).toMatchObject([
      {
        type: "command",
        inReplyTo: {
          message: { channel: CHANNEL, id: "1" },
          text: "Kata warga: lampu mati",
          author: { user: { id: "sari" }, displayName: "Sari", isBot: false },
        },
      },
    ]);
  });

  it("takes the next words of the person a question waits for as the answer", async () => {
    const question = await fromBot({ expects: "budi" });
    await send({ type: "message", text: "bukan saya", as: "sari" });
    await send({ type: "message", text: "Dishub" });
    await send({ type: "message", text: "sekadar obrolan" });
    expect(inbox.events).toMatchObject([{ type: "message", text: "Dishub", inReplyTo: { message: { id: question } } }]);
    expect((await shown()).map(({ replyTo }) => replyTo)).toEqual([null, null, question, null]);
  });

  it("still knows the question when the inbox took the answer only the second time", async () => {
    const question = await fromBot({ expects: "budi" });
    inbox.mode("reject");
    expect(await send({ type: "message", text: "Dishub", eventId: "e1" })).toMatchObject({
      status: 503,
      body: { error: { code: "unavailable" } },
    });
    inbox.mode("take");
    expect((await send({ type: "message", text: "Dishub", eventId: "e1" })).status).toBe(202);
    expect(inbox.events).toMatchObject([{ text: "Dishub", inReplyTo: { message: { id: question } } }]);
    expect(await shown()).toHaveLength(2);
  });

  it("does not know a stranger of another government", async () => {
    await send({ type: "command", text: "/queue", as: "tono" });
    expect(inbox.events[0]).toMatchObject({
      conversation: { workspace: "gov-kobar" },
      actor: { user: { workspace: "gov-jabar", id: "tono" } },
    });
  });
});

describe("chats and people nobody has registered", () => {
  it("are told like any, by the platform's ids and names", async () => {
    await send({ type: "message", text: "lebih dulu" });
    const [chat, user] = await Promise.all([
      host.addChannel("gov-kobar", "Grup baru"),
      host.addPerson("gov-kobar", "Wati"),
    ]);
    if (typeof chat === "string" || typeof user === "string") throw new Error("not added");
    const typed = { as: user.id, channel: chat.id, type: "command", text: "/join KOBAR-00000-00001" };
    expect((await send(typed)).status).toBe(202);
    expect(inbox.events).toMatchObject([
      {
        conversation: { platform: "simulator", workspace: "gov-kobar", channel: chat.id },
        actor: { user: { workspace: "gov-kobar", id: user.id }, displayName: "Wati", isBot: false },
        command: "join",
      },
    ]);
    await fromBot({ channel: chat.id, whisper: user.id });
    expect((await shown(chat.id)).at(-1)).toMatchObject({ from: "bot", visibleTo: user.id });
    expect((await send({ ...typed, type: "reaction", message: "3", emoji: "👀" })).status).toBe(202);
  });
});

describe("edits", () => {
  it("changes one's own message and tells it where the message was said to the bot", async () => {
    await send({ type: "message", text: "@tanggap salah" });
    await send({ type: "message", text: "obrolan" });
    expect((await send({ type: "edited", message: "1", text: "betul" })).status).toBe(202);
    expect((await send({ type: "edited", message: "2", text: "obrolan lain" })).status).toBe(202);
    expect(inbox.events.slice(1)).toMatchObject([{ type: "edited", text: "betul", message: { id: "1" } }]);
    expect(await shown()).toMatchObject([{ text: "betul" }, { text: "obrolan lain" }]);
    expect((await shown())[0]?.editedAt).toBeInstanceOf(Date);
  });

  it("tells an edit of a reply to the bot, and one that calls the bot only now", async () => {
    const card = await fromBot();
    await send({ type: "message", text: "Siap", replyTo: card });
    await send({ type: "message", text: "obrolan" });
    await send({ type: "edited", message: "2", text: "Siap, kami cek" });
    await send({ type: "edited", message: "3", text: "obrolan @tanggap" });
    expect(inbox.events.map(({ type }) => type)).toEqual(["message", "edited", "edited"]);
  });

  it("refuses to edit another's message", async () => {
    const card = await fromBot();
    expect(await send({ type: "edited", message: card, text: "x" })).toMatchObject({
      status: 403,
      body: { error: { code: "not-yours" } },
    });
  });

  it("does not bring back an older text when an older edit comes again", async () => {
    await send({ type: "message", text: "@tanggap satu" });
    await send({ type: "edited", message: "1", text: "dua", eventId: "e2" });
    await send({ type: "edited", message: "1", text: "tiga", eventId: "e3" });
    expect((await send({ type: "edited", message: "1", text: "dua", eventId: "e2" })).body.duplicate).toBe(true);
    expect(await shown()).toMatchObject([{ text: "tiga" }]);
  });
});

describe("buttons, forms and reactions", () => {
  it("tells a button's token, also of one that opens a form", async () => {
    const message = await fromBot();
    await send({ type: "action", message, button: "t-ok" });
    await send({ type: "action", message, button: "t-form" });
    expect(inbox.events).toMatchObject([
      { type: "action", token: "t-ok", message: { id: message } },
      { type: "action", token: "t-form" },
    ]);
  });

  it("answers a repeat though the button is gone by now", async () => {
    const message = await fromBot();
    await send({ type: "action", message, button: "t-ok", eventId: "e1" });
    await host.messages.edit(CHANNEL, message, { text: "selesai", blocks: [], buttons: [] });
    expect(await send({ type: "action", message, button: "t-ok", eventId: "e1" })).toEqual({
      status: 202,
      body: { eventId: "e1", duplicate: true },
    });
    expect(await send({ type: "action", message, button: "t-ok", eventId: "e2" })).toMatchObject({
      status: 404,
      body: { error: { code: "unknown-button" } },
    });
  });

  it("tells a form with the button it was opened with, though the card has another by now", async () => {
    const message = await fromBot();
    await host.messages.edit(CHANNEL, message, { text: "berubah", blocks: [], buttons: [] });
    await send({ type: "form", form: "answer", values: { text: "Ya" }, message, button: "t-form" });
    expect(inbox.events).toMatchObject([{ type: "form", form: "answer", context: "t-form" }]);
  });

  it("refuses to press a link", async () => {
    const message = await fromBot();
    expect(await send({ type: "action", message, button: "link-3" })).toMatchObject({
      status: 400,
      body: { error: { code: "link-button" } },
    });
  });

  it("tells a form with the button it came from, or with none", async () => {
    const message = await fromBot();
    await send({ type: "form", form: "answer", values: { text: "Ya" }, message, button: "t-form" });
    await send({ type: "form", form: "answer", values: {} });
    expect(inbox.events).toMatchObject([
      { type: "form", form: "answer", values: { text: "Ya" }, context: "t-form" },
      { type: "form", context: "", values: {} },
    ]);
    expect(await shown()).toHaveLength(1);
  });

  it("shows a reaction, tells its meaning, and takes it back", async () => {
    const message = await fromBot();
    await send({ type: "reaction", message, emoji: "👍🏽" });
    expect((await shown())[0]?.reactions).toEqual([{ emoji: "👍🏽", by: "budi" }]);
    await send({ type: "reaction", message, emoji: "👍🏽", removed: true });
    expect((await shown())[0]?.reactions).toEqual([]);
    expect(inbox.events).toMatchObject([
      { type: "reaction", reaction: "approve", native: "👍🏽", change: "added" },
      { type: "reaction", reaction: "approve", change: "removed" },
    ]);
  });

  it("shows no reaction the inbox did not take, and one that it took twice once", async () => {
    const message = await fromBot();
    const reaction = { type: "reaction", message, emoji: "❤️", eventId: "e1" };
    inbox.mode("reject");
    expect((await send(reaction)).status).toBe(503);
    expect((await shown())[0]?.reactions).toEqual([]);
    inbox.mode("take");
    expect((await send(reaction)).body).toEqual({ eventId: "e1", duplicate: false });
    expect((await send(reaction)).body).toEqual({ eventId: "e1", duplicate: true });
    expect((await shown())[0]?.reactions).toEqual([{ emoji: "❤️", by: "budi" }]);
    expect(inbox.events).toMatchObject([{ reaction: null }]);
  });

  it("completes what another process left half done", async () => {
    const message = await fromBot();
    const reaction = { type: "reaction", message, emoji: "👍", eventId: "e1" };
    const other = createSimulatorBench(host, inbox, contractSurface);
    await other.adapter.start(other.context);
    await inbox.accept({
      ...{ eventId: "e1", occurredAt: "2026-01-05T03:00:00.000Z", type: "reaction", change: "added", native: "👍" },
      ...{
        reaction: "approve",
        message: { platform: "simulator", workspace: "gov-kobar", channel: CHANNEL, id: message },
      },
      conversation: { platform: "simulator", workspace: "gov-kobar", channel: CHANNEL },
    });
    expect((await send(reaction)).body.duplicate).toBe(true);
    expect((await shown())[0]?.reactions).toEqual([{ emoji: "👍", by: "budi" }]);
  });
});

describe("refusals", () => {
  it.each([
    ["unknown-person", 404, { type: "message", text: "x", as: "siapa" }],
    ["unknown-channel", 404, { type: "message", text: "x", channel: "mana" }],
    ["unknown-message", 404, { type: "message", text: "x", replyTo: "99" }],
    ["unknown-message", 404, { type: "edited", text: "x", message: "99" }],
    ["unknown-message", 404, { type: "action", message: "99", button: "b" }],
    ["unknown-message", 404, { type: "reaction", message: "bukan-angka", emoji: "👍" }],
    ["unknown-message", 404, { type: "form", form: "answer", values: {}, message: "99" }],
    ["unknown-form", 404, { type: "form", form: "lain", values: {} }],
    ["bad-request", 400, { type: "form", form: "answer", values: {}, button: "t" }],
    ["bad-request", 400, { type: "form", form: "answer", values: { text: 1 } }],
    ["bad-request", 400, { type: "form", form: "answer" }],
    ["bad-request", 400, { type: "lain" }],
    ["bad-request", 400, {}],
    ["bad-request", 400, { type: "message" }],
    ["bad-request", 400, { type: "message", text: 5 }],
    ["bad-request", 400, { type: "message", text: "  \n" }],
    ["bad-request", 400, { type: "message", text: "x", as: 7 }],
    ["bad-request", 400, { type: "message", text: "x", as: undefined }],
    ["bad-request", 400, { type: "message", text: "x", eventId: "" }],
    ["bad-request", 400, { type: "message", text: "x", eventId: "a\u0000" }],
    ["bad-request", 400, { type: "reaction", message: "1", emoji: "" }],
    ["bad-request", 400, { type: "reaction", message: "1", emoji: "👍", removed: "ya" }],
    ["bad-request", 400, { type: "action", message: "1" }],
  ])("answers %s (%i) to %j", async (code, status, event) => {
    expect(await send(event)).toEqual({ status, body: { error: { code, message: expect.any(String) } } });
    expect(inbox.events).toEqual([]);
    expect(await shown()).toEqual([]);
  });

  it("hides a whisper from everybody else", async () => {
    const message = await fromBot({ whisper: "sari" });
    for (const event of [
      { type: "action", message, button: "t-ok" },
      { type: "reaction", message, emoji: "👍" },
      { type: "message", text: "x", replyTo: message },
      { type: "form", form: "answer", values: {}, message, button: "t-form" },
    ]) {
      expect(await send(event)).toMatchObject({ status: 404, body: { error: { code: "unknown-message" } } });
      expect((await send({ ...event, as: "sari" })).status).toBe(202);
    }
  });

  it("does not take a message of another channel for one of this", async () => {
    const message = await fromBot({ channel: "c-pejabat" });
    expect((await send({ type: "action", message, button: "t-ok" })).status).toBe(404);
  });

  it("answers bodies that are no JSON objects", async () => {
    for (const [body, code] of [
      ["{", "bad-json"],
      ["", "bad-json"],
      ["null", "bad-request"],
      ["[]", "bad-request"],
      ['"x"', "bad-request"],
    ] as const) {
      const response = await bench.call("POST", "/events", body);
      expect([response.status, await response.json()]).toMatchObject([400, { error: { code } }]);
    }
  });

  it("answers 413 to a body over a megabyte", async () => {
    const response = await bench.call("POST", "/events", { text: "x".repeat(1024 * 1024) });
    expect([response.status, await response.json()]).toMatchObject([413, { error: { code: "too-large" } }]);
  });

  it("answers 503 while the database is down, and does the whole event after", async () => {
    const event = { type: "command", text: "/queue", eventId: "e1" };
    host.database("down");
    expect(await send(event)).toMatchObject({ status: 503, body: { error: { code: "unavailable" } } });
    host.database("up");
    expect(await shown()).toEqual([]);
    expect((await send(event)).body).toEqual({ eventId: "e1", duplicate: false });
    expect(await shown()).toHaveLength(1);
  });
});

describe("the same event again", () => {
  it("is one event, whatever it is and whichever process gets it", async () => {
    const card = await fromBot();
    const other = createSimulatorBench(host, inbox, contractSurface);
    await other.adapter.start(other.context);
    const events = [
      { type: "command", text: "/queue" },
      { type: "message", text: "obrolan" },
      { type: "message", text: "@tanggap halo" },
      { type: "action", message: card, button: "t-ok" },
      { type: "reaction", message: card, emoji: "👍" },
      { type: "form", form: "answer", values: {} },
    ].map((event, index) => ({ as: "budi", channel: CHANNEL, ...event, eventId: `e${index}` }));
    const duplicates: unknown[] = [];
    for (const event of events)
      for (const { call } of [bench, bench, other]) {
        const response = await call("POST", "/events", event);
        duplicates.push(((await response.json()) as Answer["body"]).duplicate);
      }
    expect(duplicates).toEqual(events.flatMap(() => [false, true, true]));
    expect(inbox.events).toHaveLength(5);
    expect(await shown()).toHaveLength(4);
    expect((await shown())[0]?.reactions).toHaveLength(1);
  });

  it("is one event when it comes twice at once", async () => {
    const event = { type: "command", text: "/queue", eventId: "e1" };
    const answers = await Promise.all([send(event), send(event), send(event)]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(inbox.events).toHaveLength(1);
    expect(await shown()).toHaveLength(1);
  });
});
