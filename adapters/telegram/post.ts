import { splitText } from "../../src/chatkit/split-text.js";
import type { AdapterContext } from "../../src/ports/chat/adapter.js";
import type { DeliveryOp, DeliveryReceipt, OutboundMessage } from "../../src/ports/chat/outbound.js";
import type { UserRef } from "../../src/ports/chat/refs.js";
import { telegramCapabilities } from "./capabilities.js";
import type { Entity } from "./entities.js";
import { deliveryError, isRefused, overLimit } from "./failures.js";
import { captionOf, fileOf, openStored, sendFile } from "./file-message.js";
import type { Queries, Query } from "./queries.js";
import { format, keyboardOf } from "./render.js";
import type { SaidLately } from "./said-lately.js";

type Payload = Readonly<Record<string, unknown>>;
type PostOp = Extract<DeliveryOp, { kind: "post" }>;

/** A call of the Bot API within one delivery. */
export type Call = <T>(method: string, payload: Payload) => Promise<T>;

interface Posted {
  readonly message_id: number;
}

interface Parts {
  readonly queries: Queries;
  readonly said: SaidLately;
  readonly release: (pressed: readonly Query[]) => void;
  readonly files: () => AdapterContext["files"] | undefined;
}

/** Longest answer to a pressed button: https://core.telegram.org/bots/api#answercallbackquery. */
const MAX_ALERT_CHARS = 200;
/** Longest hint in an empty input: https://core.telegram.org/bots/api#forcereply. */
const MAX_HINT_CHARS = 64;

const without = (payload: Payload, ...keys: readonly string[]): Payload =>
  Object.fromEntries(Object.entries(payload).filter(([key]) => !keys.includes(key)));

const unmentioned = (entities: unknown): unknown =>
  Array.isArray(entities) ? (entities as readonly Entity[]).filter(({ type }) => type !== "text_mention") : entities;

/**
 * The message without what Telegram refused it for: a topic that was deleted or closed (what was said in it is no message to
 * reply to elsewhere), the message it replies to, a mentioned person who is none any more. Undefined for every other refusal.
 * Descriptions: failures.ts; ENTITY_MENTION_USER_INVALID: https://core.telegram.org/method/messages.sendMessage.
 */
const lessened = (error: unknown, payload: Payload): Payload | undefined => {
  if ("message_thread_id" in payload && isRefused(error, /message thread not found|TOPIC_\w+/i))
    return without(payload, "message_thread_id", "reply_parameters");
  if ("reply_parameters" in payload && isRefused(error, /replied (message )?not found/i))
    return without(payload, "reply_parameters");
  if (isRefused(error, /ENTITY_MENTION_USER_INVALID|user not found/i)) {
    const { entities, caption_entities } = payload;
    return { ...payload, entities: unmentioned(entities), caption_entities: unmentioned(caption_entities) };
  }
  return undefined;
};

/** What can be said in the answer to a pressed button, if this can: few words, with nothing to press, to tap or to copy. */
const alertOf = ({ blocks, summary }: OutboundMessage): string | undefined => {
  const isWords = blocks.every((block) => {
    if (block.kind === "heading") return true;
    if (block.kind !== "text" && block.kind !== "quote" && block.kind !== "note") return false;
    return block.spans.every(({ kind }) => kind !== "code" && kind !== "link" && kind !== "mention");
  });
  const { text } = format(blocks, summary);
  return isWords && text.length <= MAX_ALERT_CHARS ? text : undefined;
};

/** Opens the person's input as a reply to the message. In a group only theirs, by the mention or the reply in it. */
const forceReply = ({ summary }: OutboundMessage, isDirect: boolean) => ({
  force_reply: true,
  ...(isDirect ? {} : { selective: true }),
  input_field_placeholder: splitText(summary.replace(/\s+/g, " "), MAX_HINT_CHARS)[0],
});

/** Where the message goes and how it arrives, as all methods that send one take it. */
const frameOf = ({ to, message, expectsReplyFrom }: PostOp, isDirect: boolean): Payload => {
  const { channel, thread } = to.conversation;
  const inline_keyboard = keyboardOf(message.blocks);
  const reply_markup =
    inline_keyboard.length > 0 ? { inline_keyboard } : expectsReplyFrom && forceReply(message, isDirect);
  return {
    chat_id: Number(channel),
    ...(thread === undefined ? {} : { message_thread_id: Number(thread) }),
    ...(to.replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: Number(to.replyTo), allow_sending_without_reply: true } }),
    ...(message.silent ? { disable_notification: true } : {}),
    ...(reply_markup ? { reply_markup } : {}),
  };
};

/** Posts a message. What is whispered is said where only that person sees it, if there is such a place. */
export const createPost = ({ queries, said, release, files }: Parts) => {
  /** Answers a pressed button with the words. False where it was pressed too long ago for that. */
  const answered = async ({ id }: Query, text: string, call: Call): Promise<boolean> => {
    try {
      await call("answerCallbackQuery", { callback_query_id: id, text, show_alert: true });
      return true;
    } catch (error) {
      if (isRefused(error, /query is too old|QUERY_ID_INVALID/i)) return false;
      throw error;
    }
  };

  /** Whether it was said in the answer to a button the person pressed; a button that waits is answered in any case. */
  const whispered = async (op: PostOp, query: Query | undefined, call: Call): Promise<boolean> => {
    const words = op.to.kind === "whisper" && op.expectsReplyFrom === undefined ? alertOf(op.message) : undefined;
    if (query === undefined) return false;
    if (words !== undefined) return answered(query, words, call);
    release([query]);
    return false;
  };

  const send = async (op: PostOp, isDirect: boolean, front: UserRef | undefined, call: Call) => {
    const { message } = op;
    const frame = frameOf(op, isDirect);
    const file = fileOf(message);
    if (file === undefined) {
      const { text, entities } = format(message.blocks, message.summary, front);
      if (text.length > telegramCapabilities.text.maxChars) throw overLimit("text");
      const payload = { ...frame, text, entities, link_preview_options: { is_disabled: true } };
      return sent(payload, (given) => call<Posted>("sendMessage", given));
    }
    const { text: caption, entities: caption_entities } = captionOf(message, file, front);
    const stored = await openStored(files(), file);
    return sent({ ...frame, caption, caption_entities }, (given) => sendFile<Posted>(file, stored, given, call));
  };

  const sent = async (payload: Payload, submit: (payload: Payload) => Promise<Posted>) => {
    try {
      return await submit(payload);
    } catch (error) {
      const less = lessened(error, payload);
      if (less === undefined) throw error;
      return await submit(less);
    }
  };

  return async (op: PostOp, call: Call): Promise<DeliveryReceipt> => {
    const { to, expectsReplyFrom } = op;
    const { platform, workspace, channel } = to.conversation;
    const person = to.kind === "whisper" ? to.user : expectsReplyFrom;
    // A private chat has the number of the person: https://core.telegram.org/bots/api#chat.
    const isDirect = person?.id === channel;
    const query = to.kind === "whisper" ? queries.takeOf(channel, to.user.id) : undefined;
    if (isDirect && query) release([query]);
    if (!isDirect && (await whispered(op, query, call))) return {};
    if (to.kind === "whisper" && !isDirect && to.otherwise === "drop")
      throw deliveryError({ kind: "permanent", reason: "unsupported" }, "no-private-word");
    // A reply to the bot's own message tells the person nothing.
    const isReplyToThem = to.replyTo !== undefined && said.has(channel, to.replyTo);
    const { message_id } = await send(op, isDirect, isDirect || isReplyToThem ? undefined : person, call);
    return { message: { platform, workspace, channel, id: String(message_id) } };
  };
};
