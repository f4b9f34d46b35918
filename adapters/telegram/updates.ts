import type { Actor, ChatEvent } from "../../src/ports/chat/inbound.js";
import type { ReactionKind } from "../../src/ports/chat/reactions.js";
import type { Part } from "./albums.js";
import type { Query } from "./queries.js";
import { actorOf, conversationOf, isoOf, type Me, messageRef } from "./refs.js";
import { editIn, saidIn } from "./said.js";
import type { Chat, Update } from "./update-schema.js";

/** What an update comes to. Most come to nothing. */
export interface Heard {
  readonly events: readonly ChatEvent[];
  /** A pressed button whose clock turns until it is answered. */
  readonly query?: Query;
  /** A pressed button that means nothing, to be answered at once. */
  readonly idleQuery?: string;
  /** The bot is new in this group. */
  readonly joined?: { readonly chat: number; readonly isAdmin: boolean };
}

const NOTHING: Heard = { events: [] };

/** 👍 and 👎 are among the reactions of every chat, ✅ and ❌ are not: https://core.telegram.org/bots/api#reactiontypeemoji. */
const MEANINGS: ReadonlyMap<string, ReactionKind> = new Map([
  ["👍", "approve"],
  ["👎", "reject"],
]);

const directIn = (chat: Chat) => (chat.type === "private" ? ({ direct: true } as const) : {});

const pressed = (query: NonNullable<Update["callback_query"]>, me: Me, now: Date): Heard => {
  const { id, from, message, data } = query;
  if (message === undefined || data === undefined) return { ...NOTHING, idleQuery: id };
  const { chat, message_id } = message;
  const event: ChatEvent = {
    type: "action",
    eventId: `${me.id}:query:${id}`,
    occurredAt: now.toISOString(),
    conversation: conversationOf(message),
    ...directIn(chat),
    actor: actorOf(from),
    message: messageRef(chat, message_id),
    token: data,
  };
  return {
    events: [event],
    query: { id, chat: String(chat.id), user: String(from.id), message: String(message_id) },
  };
};

type Reacted = NonNullable<Update["message_reaction"]>;

/** One event for each meaning that was added or taken away; reactions without a meaning are no business of the program's. */
const reacted = (updateId: number, reaction: Reacted, me: Me): Heard => {
  const { chat, message_id, user, date, old_reaction, new_reaction } = reaction;
  const emojis = (list: Reacted["old_reaction"]) => new Set(list.flatMap(({ emoji }) => emoji ?? []));
  const [before, after] = [emojis(old_reaction), emojis(new_reaction)];
  const actor: { readonly actor?: Actor } = user === undefined ? {} : { actor: actorOf(user) };
  const changes = [...new Set([...before, ...after])].filter((emoji) => before.has(emoji) !== after.has(emoji));
  const events = changes.flatMap((native): readonly ChatEvent[] => {
    const meaning = MEANINGS.get(native);
    if (meaning === undefined) return [];
    const change = after.has(native) ? "added" : "removed";
    return [
      {
        type: "reaction",
        eventId: `${me.id}:${updateId}:${date}:${meaning}`,
        occurredAt: isoOf(date),
        conversation: conversationOf({ chat }),
        ...directIn(chat),
        ...actor,
        message: messageRef(chat, message_id),
        ...{ change, reaction: meaning, native },
      },
    ];
  });
  return { events };
};

type Membership = NonNullable<Update["my_chat_member"]>;

/** https://core.telegram.org/bots/api#chatmember: whoever is restricted may be a member or not. */
const isMember = ({ status, is_member }: Membership["new_chat_member"]): boolean =>
  status === "restricted" ? is_member === true : ["creator", "administrator", "member"].includes(status);

const membershipChanged = (updateId: number, membership: Membership, me: Me): Heard => {
  const { chat, from, date, old_chat_member: before, new_chat_member: after } = membership;
  if (chat.type === "channel" || isMember(before) === isMember(after)) return NOTHING;
  if (isMember(after))
    return chat.type === "private"
      ? NOTHING
      : { ...NOTHING, joined: { chat: chat.id, isAdmin: after.status === "administrator" } };
  const event: ChatEvent = {
    type: "removed",
    eventId: `${me.id}:${updateId}:${date}`,
    occurredAt: isoOf(date),
    conversation: conversationOf({ chat }),
    ...directIn(chat),
    actor: actorOf(from),
  };
  return { events: [event] };
};

/**
 * What an update says to the program. An update is kept by its number and its date, since the numbers may begin anew
 * (https://core.telegram.org/bots/api#update, update_id); a pressed button has no date, but an id of its own. `now` is
 * machine time.
 */
export const heardIn = ({ read: { update }, album }: Part, me: Me, now: Date): Heard => {
  if (update === undefined) return NOTHING;
  const { update_id, message, edited_message, callback_query, message_reaction, my_chat_member } = update;
  if (callback_query !== undefined) return pressed(callback_query, me, now);
  if (message_reaction !== undefined) return reacted(update_id, message_reaction, me);
  if (my_chat_member !== undefined) return membershipChanged(update_id, my_chat_member, me);
  const event =
    (message && saidIn(update_id, message, album, me)) ?? (edited_message && editIn(update_id, edited_message, me));
  return event === undefined ? NOTHING : { events: [event] };
};
