import { cleanText, limitText } from "../../src/chatkit/plain-text.js";
import type { Actor } from "../../src/ports/chat/inbound.js";
import type { ConversationRef, Locale, MessageRef } from "../../src/ports/chat/refs.js";
import type { Chat, User } from "./update-schema.js";

/** The bot itself, as `getMe` tells. `username` is written without the `@`. */
export interface Me {
  readonly id: number;
  readonly username: string;
}

/** Telegram has no workspaces: ids of chats and people are its own. */
const WORKSPACE = { platform: "telegram", workspace: "-" } as const;

/** Two names of 64 characters: https://core.telegram.org/bots/api#user gives none, the apps take no more. */
const MAX_NAME_CHARS = 129;

/** A message as it lies in a chat, as far as its place is concerned. */
interface Placed {
  readonly chat: Chat;
  readonly message_thread_id?: number | undefined;
  readonly is_topic_message?: boolean | undefined;
}

/** Its conversation. Only a forum has threads of its own: elsewhere `message_thread_id` counts the replies to a message. */
export const conversationOf = ({ chat, message_thread_id, is_topic_message }: Placed): ConversationRef => ({
  ...WORKSPACE,
  channel: String(chat.id),
  ...(is_topic_message && message_thread_id !== undefined ? { thread: String(message_thread_id) } : {}),
});

/** A message of that chat. */
export const messageRef = (chat: Chat, messageId: number): MessageRef => ({
  ...WORKSPACE,
  channel: String(chat.id),
  id: String(messageId),
});

/** Of an IETF tag (https://core.telegram.org/bots/api#user, language_code) the languages the catalogue has. */
const localeOf = (tag: string | undefined): Locale | undefined => {
  const language = tag?.split("-")[0]?.toLowerCase();
  return language === "id" || language === "en" ? language : undefined;
};

/** Somebody, by the name they show; by their user name or number where that shows nothing. */
export const actorOf = ({ id, is_bot, first_name, last_name, username, language_code }: User): Actor => {
  const shown = cleanText(`${first_name} ${last_name ?? ""}`)
    .replace(/\s+/g, " ")
    .trim();
  const locale = localeOf(language_code);
  return {
    user: { ...WORKSPACE, id: String(id) },
    displayName: limitText(shown || username || String(id), MAX_NAME_CHARS).text,
    ...(locale === undefined ? {} : { locale }),
    isBot: is_bot,
    // A private chat has the number of the person: https://core.telegram.org/bots/api#chat.
    ...(is_bot ? {} : { alone: { ...WORKSPACE, channel: String(id) } }),
  };
};

/** An instant of Telegram, in seconds, as events carry it. */
export const isoOf = (unixSeconds: number): string => new Date(unixSeconds * 1_000).toISOString();
