import { parseCommandLine } from "../../src/chatkit/tokenize.js";
import type { Actor, ChatEvent, FileRef } from "../../src/ports/chat/inbound.js";
import { filesOf } from "./media.js";
import { actorOf, conversationOf, isoOf, type Me, messageRef } from "./refs.js";
import type { BareMessage, Message } from "./update-schema.js";

const textOf = ({ text, caption }: BareMessage): string => text ?? caption ?? "";

/**
 * Who wrote it. Undefined for whoever writes in the name of a chat, an anonymous administrator or a channel: `from` is a
 * made-up user then (https://core.telegram.org/bots/api#message, sender_chat).
 */
const authorOf = ({ from, sender_chat }: BareMessage): Actor | undefined =>
  from === undefined || sender_chat !== undefined ? undefined : actorOf(from);

/** Whether a program wrote it: another bot, or a person through one. */
const isByBot = (message: BareMessage): boolean =>
  message.via_bot !== undefined || (message.sender_chat === undefined && message.from?.is_bot === true);

/**
 * The message it answers. In a topic everything seems to answer the message that opened the topic
 * (https://core.telegram.org/bots/api#message, reply_to_message): that is no answer.
 */
const answeredBy = ({ reply_to_message, is_topic_message, message_thread_id }: Message): BareMessage | undefined =>
  is_topic_message && reply_to_message?.message_id === message_thread_id ? undefined : reply_to_message;

const isOwn = (message: BareMessage | undefined, me: Me): boolean => message?.from?.id === me.id;

const isMentioned = (message: Message, me: Me): boolean => {
  const handle = `@${me.username.toLowerCase()}`;
  return (message.entities ?? message.caption_entities ?? []).some(
    ({ type, offset, length, user }) =>
      (type === "mention" &&
        textOf(message)
          .slice(offset, offset + length)
          .toLowerCase() === handle) ||
      (type === "text_mention" && user?.id === me.id),
  );
};

/** Only what Telegram shows as a command at the very start is one: https://core.telegram.org/bots/api#messageentity, bot_command. */
const commandIn = (message: Message) => {
  const entities = message.entities ?? message.caption_entities ?? [];
  const isFirst = entities.some(({ type, offset }) => type === "bot_command" && offset === 0);
  return isFirst ? parseCommandLine(textOf(message)) : undefined;
};

const inReplyTo = (answered: BareMessage | undefined, me: Me): Pick<ChatEvent, "inReplyTo"> => {
  if (answered === undefined) return {};
  const text = textOf(answered);
  const author = authorOf(answered);
  const files = isOwn(answered, me) ? [] : filesOf(answered);
  const message = messageRef(answered.chat, answered.message_id);
  return {
    inReplyTo: {
      message,
      ...(text === "" ? {} : { text }),
      ...(author === undefined ? {} : { author }),
      ...(files.length === 0 ? {} : { files }),
    },
  };
};

/**
 * How a message concerns the bot; undefined for everything else, which is kept nowhere. A message that somebody passes on
 * was not said by them: it is no command and mentions nobody.
 */
const concernOf = (message: Message, me: Me) => {
  if (isByBot(message) || message.chat.type === "channel") return undefined;
  const isPrivate = message.chat.type === "private";
  const own = message.forward_origin === undefined;
  const line = own ? commandIn(message) : undefined;
  if (line !== undefined) {
    const isOurs = line.botName === undefined || line.botName.toLowerCase() === me.username.toLowerCase();
    return isOurs ? { line } : undefined;
  }
  const isAddressed = isPrivate || isOwn(answeredBy(message), me) || (own && isMentioned(message, me));
  return isAddressed ? {} : undefined;
};

const baseOf = (updateId: number, message: Message, seconds: number, me: Me) => {
  const actor = authorOf(message);
  return {
    eventId: `${me.id}:${updateId}:${seconds}`,
    occurredAt: isoOf(seconds),
    conversation: conversationOf(message),
    ...(message.chat.type === "private" ? ({ direct: true } as const) : {}),
    ...(actor === undefined ? {} : { actor }),
    message: messageRef(message.chat, message.message_id),
  };
};

/** A group that became a supergroup tells so on both sides: https://core.telegram.org/bots/api#message, migrate_to_chat_id. */
const relocationOf = (updateId: number, message: Message, me: Me): ChatEvent | undefined => {
  const { chat, date, migrate_to_chat_id: to, migrate_from_chat_id: from } = message;
  if (to === undefined && from === undefined) return undefined;
  const at = (chatId: number) => conversationOf({ chat: { ...chat, id: chatId } });
  return {
    type: "relocated",
    eventId: `${me.id}:${updateId}:${date}`,
    occurredAt: isoOf(date),
    conversation: at(to ?? chat.id),
    from: at(from ?? chat.id),
  };
};

/** What a new message says to the program. `album`: all messages of its album, which are told of together. */
export const saidIn = (
  updateId: number,
  message: Message,
  album: readonly Message[],
  me: Me,
): ChatEvent | undefined => {
  const relocated = relocationOf(updateId, message, me);
  if (relocated !== undefined) return relocated;
  const concern = concernOf(message, me);
  if (concern === undefined) return undefined;
  const files: readonly FileRef[] = album.flatMap(filesOf);
  const text = textOf(message);
  if (text === "" && files.length === 0) return undefined;
  const shared = {
    ...baseOf(updateId, message, message.date, me),
    ...inReplyTo(answeredBy(message), me),
    ...(files.length === 0 ? {} : { files }),
  };
  if (concern.line === undefined) return { ...shared, type: "message", text, addressed: true };
  return { ...shared, type: "command", command: concern.line.name, input: { kind: "text", text: concern.line.rest } };
};

/** What an edit says, where the message concerns the bot as it is now. */
export const editIn = (updateId: number, message: Message, me: Me): ChatEvent | undefined =>
  concernOf(message, me) && {
    ...baseOf(updateId, message, message.edit_date ?? message.date, me),
    type: "edited",
    text: textOf(message),
  };
