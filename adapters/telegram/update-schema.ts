import { z } from "zod";

/** The last second a timestamp can name in four digits of a year. */
const LAST_SECOND = 253_402_300_799;

const id = z.int();
const unixTime = z.int().min(0).max(LAST_SECOND);

const user = z.object({
  id,
  is_bot: z.boolean().default(false),
  first_name: z.string(),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
});

const chat = z.object({ id, type: z.enum(["private", "group", "supergroup", "channel"]) });

const file = z.object({
  file_id: z.string().min(1),
  file_size: z.number().nonnegative().optional(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
});

const entity = z.object({ type: z.string(), offset: z.int(), length: z.int(), user: user.optional() });

/** A message without the one it answers, which `reply_to_message` never goes beyond. */
const bareMessage = z.object({
  message_id: id,
  message_thread_id: id.optional(),
  is_topic_message: z.boolean().optional(),
  from: user.optional(),
  sender_chat: chat.optional(),
  via_bot: user.optional(),
  date: unixTime,
  edit_date: unixTime.optional(),
  chat,
  forward_origin: z.object({}).optional(),
  media_group_id: z.string().optional(),
  text: z.string().optional(),
  entities: z.array(entity).optional(),
  caption: z.string().optional(),
  caption_entities: z.array(entity).optional(),
  photo: z.array(file.extend({ width: z.number().optional(), height: z.number().optional() })).optional(),
  animation: file.optional(),
  document: file.optional(),
  video: file.optional(),
  video_note: file.optional(),
  audio: file.optional(),
  voice: file.optional(),
  migrate_to_chat_id: id.optional(),
  migrate_from_chat_id: id.optional(),
});

const message = bareMessage.extend({ reply_to_message: bareMessage.optional() });

/** Whether it is accessible or not: of an old message nothing else comes (https://core.telegram.org/bots/api#inaccessiblemessage). */
const pressedMessage = bareMessage.pick({
  message_id: true,
  message_thread_id: true,
  is_topic_message: true,
  chat: true,
});

const reactionTypes = z.array(z.object({ type: z.string(), emoji: z.string().optional() }));

const chatMember = z.object({ status: z.string(), is_member: z.boolean().optional() });

const update = z.object({
  update_id: id,
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .object({ id: z.string().min(1), from: user, message: pressedMessage.optional(), data: z.string().optional() })
    .optional(),
  message_reaction: z
    .object({
      chat,
      message_id: id,
      user: user.optional(),
      date: unixTime,
      old_reaction: reactionTypes,
      new_reaction: reactionTypes,
    })
    .optional(),
  my_chat_member: z
    .object({ chat, from: user, date: unixTime, old_chat_member: chatMember, new_chat_member: chatMember })
    .optional(),
});

/** What is read of an update (https://core.telegram.org/bots/api#update); everything else in it is left behind. */
export type Update = z.infer<typeof update>;
export type BareMessage = z.infer<typeof bareMessage>;
export type Message = z.infer<typeof message>;
export type User = z.infer<typeof user>;
export type Chat = z.infer<typeof chat>;
export type TelegramFile = z.infer<typeof file>;

/** The kinds of updates that are asked for: https://core.telegram.org/bots/api#getupdates, allowed_updates. */
export const allowedUpdates = [
  "message",
  "edited_message",
  "callback_query",
  "message_reaction",
  "my_chat_member",
] as const;

/** An update as it came. `update` is absent where it is of no shape the Bot API documents. */
export interface ReadUpdate {
  readonly id?: number;
  /** Its kind, for the log: never more than a name. */
  readonly kind: string;
  readonly update?: Update;
}

const kindOf = (raw: object): string => {
  const name = Object.keys(raw).find((key) => key !== "update_id") ?? "";
  return /^[a-z_]{1,40}$/.test(name) ? name : "unknown";
};

/** Reads what Telegram says is an update, whatever it is. */
export const readUpdate = (raw: unknown): ReadUpdate => {
  if (typeof raw !== "object" || raw === null) return { kind: "unknown" };
  const known = z.object({ update_id: id }).safeParse(raw).data;
  if (known === undefined) return { kind: kindOf(raw) };
  const whole = update.safeParse(raw).data;
  return { id: known.update_id, kind: kindOf(raw), ...(whole === undefined ? {} : { update: whole }) };
};
