import { trimmed, withFoundEntities } from "./entities.js";
import { chatObject, messageObject } from "./message-object.js";
import { keepFile } from "./methods/files.js";
import type { Pressed } from "./methods/queries.js";
import type { Entity, User } from "./objects.js";
import type { Updates } from "./updates.js";
import type { FileKind, Kept, Place, World } from "./world.js";

/** What somebody did. Without `update` the bot is not told of it. */
export interface Act {
  /** The message that was written, or that it was done to. */
  readonly message: number;
  readonly update?: number;
  /** Of a pressed button. */
  readonly query?: Pressed;
}

/** How something is said. */
export interface Manner {
  readonly replyTo?: number | undefined;
  readonly thread?: number | undefined;
  /** As an administrator whose name is hidden. */
  readonly anonymous?: boolean;
  /** Passed on from another chat (https://core.telegram.org/bots/api#messageorigin). */
  readonly forwarded?: boolean;
  /** Marked beside what Telegram finds: people without a name of their own. */
  readonly entities?: readonly Entity[];
}

/** A file as somebody sends it. */
export interface SentFile {
  readonly kind: FileKind;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly caption?: string;
  /** Files with the same one are an album. */
  readonly album?: string;
}

/** Somebody's hand in one chat. */
export interface Hand {
  say(text: string, manner?: Manner): Act;
  edit(message: number, text: string): Act;
  send(file: SentFile, manner?: Manner): Act;
  /** Presses the button with this label. */
  press(message: number, label: string): Act;
  /** Reacts with these and no others; with none to take it back. */
  react(message: number, emoji: readonly string[], manner?: Pick<Manner, "anonymous">): Act;
}

/** Whether a bot is told of a message (https://core.telegram.org/bots/features#privacy-mode). */
const isTold = (world: World, kept: Kept): boolean => {
  const { place, text, entities, replyTo } = kept;
  if (place.kind === "private") return !place.isBlocked;
  if (place.bot === "left" || place.bot === "kicked") return false;
  if (place.bot === "administrator" || !world.isPrivate || kept.service) return true;
  const name = `@${world.bot.username ?? ""}`.toLowerCase();
  const isMeant = ({ type, offset, length }: Entity): boolean => {
    const words = text.slice(offset, offset + length).toLowerCase();
    return type === "bot_command" ? !words.includes("@") || words.endsWith(name) : type === "mention" && words === name;
  };
  return replyTo?.from.id === world.bot.id || entities.some(isMeant);
};

/** Tells the bot of a message, where it is told. */
export const tellMessage = (world: World, updates: Updates, kept: Kept, kind = "message"): Act => {
  const update = isTold(world, kept) ? updates.push(kind, messageObject(world, kept)) : undefined;
  return { message: kept.id, ...(update === undefined ? {} : { update }) };
};

const found = (place: Place, id: number): Kept => {
  const kept = place.messages.get(id);
  if (kept === undefined) throw new Error(`no message ${id} in chat ${place.id}`);
  return kept;
};

/** A reply in a supergroup carries its thread, also where there are no topics (https://core.telegram.org/bots/api#message). */
const threadOf = (place: Place, replyTo: Kept | undefined, thread: number | undefined): Partial<Kept> => {
  if (thread !== undefined) return { thread, isTopic: true };
  if (place.kind !== "supergroup" || replyTo === undefined) return {};
  return { thread: replyTo.thread ?? replyTo.id, ...(replyTo.isTopic ? { isTopic: true } : {}) };
};

const emojiObjects = (emoji: readonly string[]): unknown => emoji.map((each) => ({ type: "emoji", emoji: each }));

/** The hand of a person in a chat. */
export const createHand = (
  world: World,
  updates: Updates,
  queries: Map<string, Pressed>,
  person: User,
  place: Place,
): Hand => {
  const write = (
    words: string,
    { replyTo, thread, anonymous, forwarded, entities = [] }: Manner,
    file?: Kept["file"],
  ): Act => {
    const answered = replyTo === undefined ? undefined : found(place, replyTo);
    const text = trimmed(words);
    const kept = world.keep({
      ...{ place, from: person, text, entities: withFoundEntities({ text, entities }) },
      ...(answered === undefined ? {} : { replyTo: answered }),
      ...threadOf(place, answered, thread),
      ...(anonymous ? { anonymous } : {}),
      ...(file === undefined ? {} : { file }),
      ...(forwarded ? { origin: { type: "hidden_user", sender_user_name: "Sari", date: world.now() } } : {}),
    });
    return tellMessage(world, updates, kept);
  };
  return {
    say: (text, manner = {}) => write(text, manner),
    send({ caption = "", album, ...file }, manner = {}) {
      const keptFile = keepFile(world, file.kind, file);
      return write(caption, manner, { ...keptFile, ...(album === undefined ? {} : { group: album }) });
    },
    edit(message, words) {
      const kept = found(place, message);
      const text = trimmed(words);
      Object.assign(kept, { text, entities: withFoundEntities({ text, entities: [] }), editDate: world.now() });
      return tellMessage(world, updates, kept, "edited_message");
    },
    press(message, label) {
      const kept = found(place, message);
      const button = kept.keyboard?.inline_keyboard.flat().find(({ text }) => text === label);
      if (button?.callback_data === undefined) throw new Error(`message ${message} has no button ${label}`);
      const query: Pressed = { id: `query-${world.next()}` };
      queries.set(query.id, query);
      const chat = chatObject(world, place);
      const update = updates.push("callback_query", {
        ...{ id: query.id, from: person, chat_instance: `instance${place.id}`, data: button.callback_data },
        message: kept.isGone ? { chat, message_id: kept.id, date: 0 } : messageObject(world, kept),
      });
      return { message, query, ...(update === undefined ? {} : { update }) };
    },
    react(message, emoji, { anonymous } = {}) {
      const kept = found(place, message);
      const by = anonymous ? place.id : person.id;
      const before = kept.reactions.get(by) ?? [];
      if (emoji.length === 0) kept.reactions.delete(by);
      else kept.reactions.set(by, emoji);
      // https://core.telegram.org/bots/api#update, message_reaction: an administrator is told, and whoever asks for it.
      if (place.kind !== "private" && place.bot !== "administrator") return { message };
      const chat = chatObject(world, place);
      const update = updates.push("message_reaction", {
        ...{ chat, message_id: message, date: world.now() },
        ...(anonymous ? { actor_chat: chat } : { user: person }),
        ...{ old_reaction: emojiObjects(before), new_reaction: emojiObjects(emoji) },
      });
      return { message, ...(update === undefined ? {} : { update }) };
    },
  };
};
