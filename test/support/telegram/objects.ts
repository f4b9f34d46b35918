/** Objects of the Bot API as the stand-in tells them (https://core.telegram.org/bots/api#available-types), as far as it does. */

export interface User {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
}

export interface ChatObject {
  readonly id: number;
  readonly type: "private" | "group" | "supergroup";
  readonly title?: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly username?: string;
  readonly is_forum?: true;
}

export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly user?: User;
  readonly language?: string;
}

export interface KeyboardButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}

export interface Keyboard {
  readonly inline_keyboard: readonly (readonly KeyboardButton[])[];
}

/** A file of a message, under the name of its kind. */
export type FileFields = Readonly<Record<string, unknown>>;

export interface MessageObject {
  readonly message_id: number;
  readonly date: number;
  readonly chat: ChatObject;
  readonly from?: User;
  readonly sender_chat?: ChatObject;
  readonly text?: string;
  readonly entities?: readonly Entity[];
  readonly caption?: string;
  readonly caption_entities?: readonly Entity[];
  readonly reply_to_message?: MessageObject;
  readonly message_thread_id?: number;
  readonly is_topic_message?: true;
  readonly reply_markup?: Keyboard;
  readonly edit_date?: number;
  readonly media_group_id?: string;
  readonly [more: string]: unknown;
}

/** One update: its id, and one field of the name of its kind. */
export type Update = { readonly update_id: number } & Readonly<Record<string, unknown>>;

/** Stands for every administrator who writes anonymously (https://core.telegram.org/bots/api#message, sender_chat). */
export const anonymousAdministrator: User = {
  id: 1087968824,
  is_bot: true,
  first_name: "Group",
  username: "GroupAnonymousBot",
};
