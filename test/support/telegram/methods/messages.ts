import { botApiReactions } from "../bot-api-types.js";
import { type Marked, takenText } from "../entities.js";
import { messageObject } from "../message-object.js";
import type { Entity } from "../objects.js";
import { badRequest } from "../refusal.js";
import type { Params } from "../request.js";
import type { Kept, Place, World } from "../world.js";
import { keyboardOf, messageOf, placeOf, writablePlaceOf } from "./checks.js";

/** Longest text and caption (https://core.telegram.org/bots/api#sendmessage, #sendphoto). */
const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;

/** A bot deletes messages for 48 hours (https://core.telegram.org/bots/api#deletemessage). */
const DELETE_WITHIN_S = 48 * 3600;

const refuseMarkup = ({ parse_mode: mode }: Params): void => {
  if (mode !== undefined) throw badRequest("the stand-in reads no markup: give entities");
};

/** The words of a call and what is marked in them. */
export const textOf = (params: Params, what: "text" | "caption"): Marked => {
  refuseMarkup(params);
  const given = {
    text: String(params[what] ?? ""),
    entities: (params[what === "text" ? "entities" : "caption_entities"] ?? []) as readonly Entity[],
  };
  return what === "text" ? takenText(given, MAX_TEXT, "message") : takenText(given, MAX_CAPTION, "message caption");
};

const answered = (place: Place, { reply_parameters: given }: Params): Kept | undefined => {
  if (typeof given !== "object" || given === null || !("message_id" in given)) return undefined;
  const isOptional = "allow_sending_without_reply" in given && given.allow_sending_without_reply === true;
  const there = place.messages.get(Number(given.message_id));
  if (isOptional && (there === undefined || there.isGone)) return undefined;
  return messageOf(place, given.message_id, "be replied");
};

/** A topic of a forum, or none (https://core.telegram.org/bots/api#sendmessage, message_thread_id). */
const topicOf = (
  place: Place,
  { message_thread_id: thread }: Params,
  replyTo: Kept | undefined,
): number | undefined => {
  if (thread === undefined) return replyTo?.isTopic ? replyTo.thread : undefined;
  if (typeof thread !== "number" || !place.topics.has(thread)) throw badRequest("message thread not found");
  return thread;
};

const forced = ({ reply_markup: markup }: Params): Partial<Kept> =>
  typeof markup === "object" && markup !== null && "force_reply" in markup
    ? { forcesReply: { selective: "selective" in markup && markup.selective === true } }
    : {};

/** Keeps what the bot sends: everything but its words and file is read from the call. */
export const keepSent = (world: World, params: Params, content: Marked & Pick<Partial<Kept>, "file">): Kept => {
  const place = writablePlaceOf(world, params);
  const replyTo = answered(place, params);
  const thread = topicOf(place, params, replyTo);
  return world.keep({
    ...content,
    ...{ place, from: world.bot, keyboard: keyboardOf(params) },
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(thread === undefined ? {} : { thread, isTopic: true }),
    ...forced(params),
  });
};

export const sendMessage = (world: World, params: Params): unknown => {
  writablePlaceOf(world, params);
  return messageObject(world, keepSent(world, params, textOf(params, "text")));
};

const ownOf = (world: World, place: Place, params: Params): Kept => {
  const kept = messageOf(place, params.message_id, "edit");
  if (kept.from.id !== world.bot.id) throw badRequest("message can't be edited");
  return kept;
};

const NOT_MODIFIED =
  "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

const change = (world: World, kept: Kept, next: Pick<Kept, "text" | "entities" | "keyboard">): unknown => {
  const look = ({ text, entities, keyboard }: Pick<Kept, "text" | "entities" | "keyboard">): string =>
    JSON.stringify([text, entities, keyboard ?? null]);
  if (look(kept) === look(next)) throw badRequest(NOT_MODIFIED);
  Object.assign(kept, { ...next, editDate: world.now() });
  return messageObject(world, kept);
};

export const editMessageText = (world: World, params: Params): unknown => {
  const kept = ownOf(world, writablePlaceOf(world, params), params);
  if (kept.file !== undefined) throw badRequest("there is no text in the message to edit");
  return change(world, kept, { ...textOf(params, "text"), keyboard: keyboardOf(params) });
};

export const editMessageCaption = (world: World, params: Params): unknown => {
  const kept = ownOf(world, writablePlaceOf(world, params), params);
  if (kept.file === undefined) throw badRequest("there is no caption in the message to edit");
  return change(world, kept, { ...textOf(params, "caption"), keyboard: keyboardOf(params) });
};

export const editMessageReplyMarkup = (world: World, params: Params): unknown => {
  const kept = ownOf(world, writablePlaceOf(world, params), params);
  const { text, entities } = kept;
  return change(world, kept, { text, entities, keyboard: keyboardOf(params) });
};

export const deleteMessage = (world: World, params: Params): unknown => {
  const place = placeOf(world, params);
  const kept = messageOf(place, params.message_id, "delete");
  const isOwn = kept.from.id === world.bot.id;
  const isLate = world.now() - kept.date > DELETE_WITHIN_S;
  if (isLate || !(isOwn || place.bot === "administrator")) throw badRequest("message can't be deleted for everyone");
  kept.isGone = true;
  return true;
};

/** One reaction of a bot on a message, of those there are (https://core.telegram.org/bots/api#setmessagereaction). */
export const setMessageReaction = (world: World, params: Params): unknown => {
  const place = placeOf(world, params);
  const kept = messageOf(place, params.message_id, "react");
  const given = (params.reaction ?? []) as readonly { readonly emoji?: string }[];
  const emoji = given.map((each) => each.emoji ?? "");
  if (emoji.length > 1) throw badRequest("REACTIONS_TOO_MANY");
  const allowed = place.allowedReactions ?? botApiReactions;
  if (emoji.some((each) => !allowed.includes(each))) throw badRequest("REACTION_INVALID");
  if (emoji.length === 0) kept.reactions.delete(world.bot.id);
  else kept.reactions.set(world.bot.id, emoji);
  return true;
};
