import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import telegramTestApi from "telegram-test-api";
import { vi } from "vitest";

/** What the package gives is the class itself, whatever its types say. */
const TelegramServer = telegramTestApi as unknown as typeof telegramTestApi.default;

/** Any token will do there; the program wants one that looks like one. */
export const testToken = "123456789:AAtelegram-test-api-has-no-accounts";

/** A message of the bot as telegram-test-api keeps it. */
interface BotMessage {
  readonly messageId: number;
  readonly message: {
    readonly chat_id: string | number;
    readonly text?: string;
    readonly reply_markup?: {
      readonly inline_keyboard?: readonly (readonly { readonly text: string; readonly callback_data?: string }[])[];
      readonly force_reply?: boolean;
    };
  };
}

/** Somebody in a chat; in a private one the chat has their number. */
interface Seat {
  readonly user: number;
  readonly name: string;
  readonly chat: number;
}

/**
 * A Bot API server nobody here wrote: telegram-test-api (https://github.com/jehy/telegram-test-api). It knows no reactions, holds
 * no poll and answers 500 to methods it lacks: a front before it adds the reactions, waits a moment where there is nothing new,
 * and says yes to the methods named below. Everything else goes through as it came.
 */
const ADDED: Readonly<Record<string, unknown>> = {
  setMessageReaction: true,
  getMyCommands: [],
  setMyCommands: true,
  getWebhookInfo: { url: "", has_custom_certificate: false, pending_update_count: 0 },
};
const MOMENT_MS = 25;

const freePort = async (): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const answer = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { "content-type": "application/json" }).end(body);
};

/** Starts the server and its front, both on loopback. */
export const startTelegramTestApi = async () => {
  const port = await freePort();
  const api = new TelegramServer({ port, host: "127.0.0.1", storeTimeout: 600 });
  await api.start();
  const added: unknown[] = [];
  let reactions = 0;

  const forward = async (request: IncomingMessage): Promise<readonly [number, string]> => {
    const body = await bodyOf(request);
    const headers = { "content-type": request.headers["content-type"] ?? "application/json" };
    const given = await fetch(`http://127.0.0.1:${port}${request.url}`, { method: "POST", headers, body });
    return [given.status, await given.text()];
  };
  const updates = async (request: IncomingMessage): Promise<readonly [number, string]> => {
    const [status, text] = await forward(request);
    const { ok, result } = JSON.parse(text) as { ok: boolean; result: unknown[] };
    const all = [...result, ...added.splice(0)];
    if (all.length === 0) await new Promise((resolve) => setTimeout(resolve, MOMENT_MS));
    return [status, JSON.stringify({ ok, result: all })];
  };
  const front: Server = createServer((request, response) => {
    const method = request.url?.split("/").at(-1) ?? "";
    const known = Object.hasOwn(ADDED, method);
    const given = known
      ? Promise.resolve([200, JSON.stringify({ ok: true, result: ADDED[method] })] as const)
      : method === "getUpdates"
        ? updates(request)
        : forward(request);
    given.then(
      ([status, body]) => answer(response, status, body),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));

  const clientOf = ({ user, name, chat }: Seat) =>
    api.getClient(testToken, {
      ...{ userId: user, firstName: name, chatId: chat, chatTitle: `Grup ${chat}` },
      type: chat === user ? "private" : "supergroup",
    });
  const messages = (chat: number): readonly BotMessage[] =>
    (api.storage.botMessages as unknown as readonly BotMessage[]).filter(
      ({ message }) => Number(message.chat_id) === chat,
    );
  const found = (chat: number, words: RegExp): BotMessage => {
    const last = messages(chat).findLast(({ message }) => words.test(message.text ?? ""));
    if (last === undefined)
      throw new Error(
        `not said in ${chat}: ${words}\n${messages(chat)
          .map(({ message }) => message.text)
          .join("\n---\n")}`,
      );
    return last;
  };
  /** The newest message of the bot with these words, once it is there. */
  const said = (chat: number, words: RegExp): Promise<BotMessage> => vi.waitFor(() => found(chat, words), 20_000);

  return {
    root: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
    messages,
    said,
    async type(seat: Seat, text: string): Promise<void> {
      const client = clientOf(seat);
      await client.sendCommand(client.makeCommand(text));
    },
    async reply(seat: Seat, to: BotMessage, text: string): Promise<void> {
      const client = clientOf(seat);
      const { chat, from } = client.makeMessage("");
      const bot = { ...from, id: 666, is_bot: true, first_name: "Tanggap", username: "TestNameBot" };
      const date = Math.floor(Date.now() / 1_000);
      const reply_to_message = { message_id: to.messageId, from: bot, chat, date, text: to.message.text };
      await client.sendMessage({ ...client.makeMessage(text), reply_to_message } as never);
    },
    /** Presses the button with this label under the newest message with these words. */
    async press(seat: Seat, words: RegExp, label: string): Promise<void> {
      const { messageId, message } = await said(seat.chat, words);
      const key = message.reply_markup?.inline_keyboard?.flat().find(({ text }) => text === label);
      if (key?.callback_data === undefined) throw new Error(`no button ${label}`);
      const client = clientOf(seat);
      const placed = { message: { message_id: messageId, date: Math.floor(Date.now() / 1_000) } };
      await client.sendCallback(client.makeCallbackQuery(key.callback_data, placed as never));
    },
    react({ user, name, chat }: Seat, to: BotMessage, emoji: string): void {
      reactions += 1;
      added.push({
        update_id: 1_000_000 + reactions,
        message_reaction: {
          chat: { id: chat, type: "supergroup", title: `Grup ${chat}` },
          message_id: to.messageId,
          user: { id: user, is_bot: false, first_name: name },
          date: Math.floor(Date.now() / 1_000),
          old_reaction: [],
          new_reaction: [{ type: "emoji", emoji }],
        },
      });
    },
    async stop(): Promise<void> {
      front.closeAllConnections();
      await new Promise((resolve) => front.close(resolve));
      await api.stop();
    },
  };
};
