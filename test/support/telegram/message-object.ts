import { anonymousAdministrator, type ChatObject, type MessageObject, type User } from "./objects.js";
import type { Kept, Place, World } from "./world.js";

/** A chat as updates and answers name it. */
export const chatObject = (world: World, place: Place): ChatObject => {
  if (place.kind !== "private")
    return { id: place.id, type: place.kind, title: place.title, ...(place.isForum ? { is_forum: true } : {}) };
  const person = world.people.get(place.id);
  const { first_name, last_name, username } = person ?? {};
  return {
    ...{ id: place.id, type: "private" },
    ...(first_name === undefined ? {} : { first_name }),
    ...(last_name === undefined ? {} : { last_name }),
    ...(username === undefined ? {} : { username }),
  };
};

const senderOf = (world: World, { from, anonymous, place }: Kept): { from: User; sender_chat?: ChatObject } =>
  anonymous ? { from: anonymousAdministrator, sender_chat: chatObject(world, place) } : { from };

const textFields = ({ text, entities, file }: Kept): Partial<MessageObject> => {
  const marks = entities.length === 0 ? undefined : entities;
  if (file === undefined) return text === "" ? {} : { text, ...(marks ? { entities: marks } : {}) };
  const caption = text === "" ? {} : { caption: text, ...(marks ? { caption_entities: marks } : {}) };
  return {
    [file.kind]: file.fields,
    ...(file.group === undefined ? {} : { media_group_id: file.group }),
    ...caption,
  };
};

/**
 * What a message answers: also, in a topic, the message that opened the topic where it answers no other
 * (https://core.telegram.org/bots/api#message, reply_to_message).
 */
const answeredBy = ({ replyTo, isTopic, thread, place }: Kept): Kept | undefined =>
  replyTo ?? (isTopic && thread !== undefined ? place.messages.get(thread) : undefined);

/** A message as updates and answers tell it; what it answers is told without what that answered. */
export const messageObject = (world: World, kept: Kept, isNested = false): MessageObject => {
  const answered = isNested ? undefined : answeredBy(kept);
  return {
    ...{ message_id: kept.id, date: kept.date, chat: chatObject(world, kept.place) },
    ...senderOf(world, kept),
    ...(kept.thread === undefined ? {} : { message_thread_id: kept.thread }),
    ...(kept.isTopic ? { is_topic_message: true } : {}),
    ...(answered === undefined ? {} : { reply_to_message: messageObject(world, answered, true) }),
    ...(kept.editDate === undefined ? {} : { edit_date: kept.editDate }),
    ...textFields(kept),
    ...kept.service,
    ...(kept.origin === undefined ? {} : { forward_origin: kept.origin }),
    ...(kept.keyboard === undefined ? {} : { reply_markup: kept.keyboard }),
  };
};
