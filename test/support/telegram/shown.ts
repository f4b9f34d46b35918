import type { Entity } from "./objects.js";
import type { Kept, Place, World } from "./world.js";

/** A message as people in the chat see it. */
export interface Shown {
  readonly id: number;
  readonly from: number;
  readonly isOfBot: boolean;
  /** Its text, or the caption of its file. */
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly buttons: readonly { readonly label: string; readonly data?: string; readonly url?: string }[];
  readonly botReactions: readonly string[];
  readonly replyTo: number | undefined;
  readonly thread: number | undefined;
  readonly file: { readonly kind: string; readonly name: string | undefined; readonly bytes: Uint8Array } | undefined;
  readonly isEdited: boolean;
  /** Who of the chat is told that the message names them. */
  readonly mentioned: readonly number[];
  /** Whether it asks for an answer (https://core.telegram.org/bots/api#forcereply). */
  readonly forcesReply: boolean;
}

const mentionedIn = (world: World, { text, entities, place }: Kept): readonly number[] => {
  const byName = (name: string): number | undefined =>
    [...world.people.values()].find(({ username }) => username?.toLowerCase() === name)?.id;
  const named = entities.flatMap(({ type, offset, length, user, url }) => {
    if (type === "text_mention") return [user?.id];
    if (type === "text_link") return [Number(/^tg:\/\/user\?id=(\d+)$/.exec(url ?? "")?.[1])];
    return type === "mention" ? [byName(text.slice(offset + 1, offset + length).toLowerCase())] : [];
  });
  return named.filter((id): id is number => id !== undefined && (place.people.has(id) || place.id === id));
};

const fileOf = (world: World, { file }: Kept): Shown["file"] => {
  if (file === undefined) return undefined;
  const whole = Array.isArray(file.fields) ? file.fields.at(-1) : file.fields;
  const { file_id: id, file_name: name } = whole as { readonly file_id: string; readonly file_name?: string };
  return { kind: file.kind, name, bytes: world.files.get(id)?.bytes ?? new Uint8Array() };
};

const shown = (world: World, kept: Kept): Shown => ({
  ...{ id: kept.id, from: kept.from.id, isOfBot: kept.from.id === world.bot.id },
  ...{ text: kept.text, entities: kept.entities, isEdited: kept.editDate !== undefined },
  buttons: (kept.keyboard?.inline_keyboard.flat() ?? []).map(({ text, callback_data: data, url }) => ({
    ...{ label: text, ...(data === undefined ? {} : { data }), ...(url === undefined ? {} : { url }) },
  })),
  botReactions: kept.reactions.get(world.bot.id) ?? [],
  ...{ replyTo: kept.replyTo?.id, thread: kept.thread, file: fileOf(world, kept) },
  ...{ mentioned: mentionedIn(world, kept), forcesReply: kept.forcesReply !== undefined },
});

/** What people see in a chat, oldest first; service messages are left out. */
export const shownIn = (world: World, place: Place): readonly Shown[] =>
  [...place.messages.values()].filter(({ isGone, service }) => !isGone && !service).map((kept) => shown(world, kept));
