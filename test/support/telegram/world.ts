import type { Entity, FileFields, Keyboard, User } from "./objects.js";

/** What the bot is in a chat (https://core.telegram.org/bots/api#chatmember). */
export type BotStatus = "member" | "administrator" | "left" | "kicked";

/** A file Telegram keeps. */
export interface KeptFile {
  readonly id: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A message as Telegram keeps it. */
export interface Kept {
  readonly id: number;
  readonly place: Place;
  readonly from: User;
  /** The group itself, where an administrator writes anonymously. */
  readonly anonymous?: boolean;
  readonly date: number;
  readonly replyTo?: Kept;
  readonly thread?: number;
  readonly isTopic?: boolean;
  /** Under the name of its kind, as in the message. */
  readonly file?: { readonly kind: FileKind; readonly fields: unknown; readonly group?: string };
  /** Fields of a service message. */
  readonly service?: FileFields;
  /** Where it was passed on from. */
  readonly origin?: unknown;
  /** Its text, or the caption of its file. */
  text: string;
  entities: readonly Entity[];
  keyboard?: Keyboard | undefined;
  editDate?: number;
  /** By who reacted. */
  readonly reactions: Map<number, readonly string[]>;
  isGone: boolean;
  /** Who may answer, where an answer was asked for (https://core.telegram.org/bots/api#forcereply). */
  readonly forcesReply?: { readonly selective: boolean };
}

export type FileKind = "photo" | "document" | "video" | "audio" | "voice";

/** A chat. Messages of private chats and groups share one count, a supergroup has its own. */
export interface Place {
  readonly id: number;
  readonly kind: "private" | "group" | "supergroup";
  readonly title: string;
  readonly isForum: boolean;
  /** By id, and what they are; anonymous ones are administrators. */
  readonly people: Map<number, "member" | "administrator">;
  readonly messages: Map<number, Kept>;
  readonly topics: Set<number>;
  bot: BotStatus;
  /** In a private chat: the person stopped the bot. */
  isBlocked: boolean;
  /** Whether the bot may write. */
  isWritable: boolean;
  movedTo?: number;
  /** What may be reacted with, where the group limits it. */
  allowedReactions?: readonly string[];
}

/** Everything there is, and ids for what comes. */
export interface World {
  readonly bot: User;
  readonly people: Map<number, User>;
  readonly places: Map<number, Place>;
  readonly files: Map<string, KeptFile>;
  /** Whether a group of which it is no administrator gives the bot only what is meant for it. */
  isPrivate: boolean;
  now(): number;
  /** A number that was not given before. */
  next(): number;
  addPlace(given: Pick<Place, "kind" | "title"> & Partial<Pick<Place, "id" | "isForum" | "bot">>): Place;
  keep(message: Omit<Kept, "id" | "date" | "reactions" | "isGone">): Kept;
  addFile(bytes: Uint8Array, folder: string, name: string): KeptFile;
}

/** An empty world; `now` gives milliseconds. */
export const createWorld = (bot: User, nowMs: () => number): World => {
  let given = 0;
  const counts = new Map<number | "shared", number>();
  const next = (): number => {
    given += 1;
    return given;
  };

  const messageId = (place: Place): number => {
    const count = place.kind === "supergroup" ? place.id : "shared";
    const id = (counts.get(count) ?? 0) + 1;
    counts.set(count, id);
    return id;
  };
  const placeId = (kind: Place["kind"]): number =>
    kind === "supergroup" ? -1_001_000_000_000 - next() : -4_000_000_000 - next();

  const world: World = {
    bot,
    people: new Map(),
    places: new Map(),
    files: new Map(),
    isPrivate: true,
    now: () => Math.floor(nowMs() / 1000),
    next,
    addPlace({ kind, title, id = placeId(kind), isForum = false, bot: status = "left" }) {
      const place: Place = {
        ...{ id, kind, title, isForum, bot: status, isBlocked: false, isWritable: true },
        ...{ people: new Map(), messages: new Map(), topics: new Set() },
      };
      world.places.set(id, place);
      return place;
    },
    keep(message) {
      const kept = {
        ...message,
        ...{ id: messageId(message.place), date: world.now(), reactions: new Map(), isGone: false },
      };
      message.place.messages.set(kept.id, kept);
      return kept;
    },
    addFile(bytes, folder, name) {
      const number = next();
      const ending = /\.[a-z0-9]+$/i.exec(name)?.[0] ?? "";
      const file = { id: `file-${number}`, path: `${folder}/file_${number}${ending}`, bytes };
      world.files.set(file.id, file);
      return file;
    },
  };
  return world;
};
