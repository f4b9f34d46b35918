import { afterEach, beforeEach, expect, test } from "vitest";
import { createTelegramAdapter } from "../../adapters/telegram/index.js";
import type { ChatAdapter } from "../../src/ports/chat/adapter.js";
import type { DeliveryOp, OutboundMessage } from "../../src/ports/chat/outbound.js";
import type { ConversationRef } from "../../src/ports/chat/refs.js";
import { contractSurface, delivery, never, plain, postTo, withButton } from "../contract/chat-adapter-bench.js";
import { createMemoryFiles } from "../support/memory-files.js";
import { createRecordingInbox, type RecordingInbox } from "../support/recording-inbox.js";
import { silentLogger } from "../support/silent-logger.js";
import { quickSettings } from "../support/telegram-bench.js";
import { startTelegramTestApi, type TelegramTestApi } from "../support/telegram-test-api.js";

const GROUP = -400_100_200;
const conversation: ConversationRef = { platform: "telegram", workspace: "-", channel: String(GROUP) };

let api: TelegramTestApi;
let inbox: RecordingInbox;
let adapter: ChatAdapter;
const owner = new AbortController();

beforeEach(async () => {
  api = await startTelegramTestApi();
  inbox = createRecordingInbox();
  adapter = createTelegramAdapter({ token: api.token, apiRoot: api.apiRoot }, quickSettings);
  await adapter.start({
    ...{ surface: contractSurface, inbox, files: createMemoryFiles(), http: { mount: () => {} }, logger: silentLogger },
    suggest: async () => [],
    prefill: async () => ({}),
    whileOwner: (job) => void job(owner.signal),
    clock: { now: () => new Date() },
  });
});
afterEach(async () => {
  await adapter.stop(never);
  await api.close();
});

const officer = () =>
  api.server.getClient(api.token, { userId: 41, chatId: GROUP, firstName: "Budi", chatTitle: "PUPR", type: "group" });

let key = 0;
const deliver = (op: DeliveryOp) => {
  key += 1;
  return adapter.deliver(delivery(op, `key-${key}`), never);
};
const posted = async (message: OutboundMessage) => {
  const { message: ref } = await deliver(postTo(conversation, message));
  if (ref === undefined) throw new Error("no reference");
  return ref;
};

/** Does something, and waits until the inbox has it. */
const heard = async (act: () => unknown) => {
  const before = inbox.events.length;
  await act();
  await expect.poll(() => inbox.events.length).toBe(before + 1);
  return inbox.events.at(-1);
};

test("a typed command arrives, and its answer is read there", async () => {
  const client = officer();
  const event = await heard(() => client.sendCommand(client.makeCommand("/status KOBAR-26-0001")));
  expect(event).toMatchObject({
    ...{ type: "command", command: "status", input: { kind: "text", text: "KOBAR-26-0001" }, conversation },
    actor: { displayName: "Budi", user: { id: "41" } },
  });
  await posted(plain("Kasus KOBAR-26-0001 terbuka."));
  const { result } = await client.getUpdates();
  expect(result).toMatchObject([{ message: { chat_id: GROUP, text: "Kasus KOBAR-26-0001 terbuka." } }]);
});

test("a card is pressed, redrawn and taken away, a reaction comes by the door", async () => {
  const client = officer();
  const card = await posted(withButton("Setujui", "tok_1"));
  const [shown] = (await client.getUpdates()).result;
  expect(shown).toMatchObject({ message: { reply_markup: { inline_keyboard: [[{ callback_data: "tok_1" }]] } } });
  const press = client.makeCallbackQuery("tok_1", { message: { message_id: Number(card.id) } });
  expect(await heard(() => client.sendCallback(press))).toMatchObject({
    type: "action",
    token: "tok_1",
    message: card,
  });
  await deliver({ kind: "edit", target: card, message: plain("disetujui") });
  const history = api.server.storage.botMessages.map(({ message }) => message);
  expect(history).toMatchObject([{ text: "disetujui", reply_markup: { inline_keyboard: [] } }]);
  const reaction = {
    ...{ chat: { id: GROUP, type: "group", title: "PUPR" }, message_id: Number(card.id), date: 1_790_000_000 },
    ...{ user: { id: 41, is_bot: false, first_name: "Budi" }, old_reaction: [] },
    new_reaction: [{ type: "emoji", emoji: "👍" }],
  };
  expect(await heard(() => api.inject("message_reaction", reaction))).toMatchObject({
    ...{ type: "reaction", reaction: "approve", change: "added", message: card },
  });
  await deliver({ kind: "react", target: card, reaction: "seen" });
  expect(api.answered.at(-1)).toMatchObject({ method: "setMessageReaction", params: { chat_id: GROUP } });
  await deliver({ kind: "remove", target: card });
  expect(api.server.storage.botMessages).toEqual([]);
});
