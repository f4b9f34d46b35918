import { chatObject } from "./message-object.js";
import { memberObject } from "./methods/account.js";
import type { User } from "./objects.js";
import { type Act, tellMessage } from "./people.js";
import type { Updates } from "./updates.js";
import type { BotStatus, Place, World } from "./world.js";

/** What happens to chats, rather than in them. Each names who does it. */
export interface Groups {
  /** The bot is added, removed, made an administrator or made a member again; a person stops it ("kicked") or starts it again. */
  setBot(by: User, place: Place, status: BotStatus): Act;
  /**
   * The group becomes a supergroup; its new self. Its old self hears nothing any more. Which of the ways to tell come, and in
   * which order, is nowhere promised: from the old chat, from the new one, and that the bot joined the new one
   * (https://github.com/tdlib/telegram-bot-api/issues/266).
   */
  migrate(by: User, place: Place, told?: readonly ("from-old" | "from-new" | "joined")[]): Place;
  /** Opens a topic in a forum; tells the id of its thread. */
  openTopic(by: User, place: Place, name: string): number;
}

/** Chats of this world, told of through these updates. */
export const createGroups = (world: World, updates: Updates): Groups => {
  const tellService = (by: User, place: Place, service: Readonly<Record<string, unknown>>): Act =>
    tellMessage(world, updates, world.keep({ place, from: by, text: "", entities: [], service }));

  const tellStatus = (by: User, place: Place, was: BotStatus, status: BotStatus): number | undefined =>
    updates.push("my_chat_member", {
      ...{ chat: chatObject(world, place), from: by, date: world.now() },
      ...{ old_chat_member: memberObject(world.bot, was), new_chat_member: memberObject(world.bot, status) },
    });

  return {
    setBot(by, place, status) {
      const was = place.isBlocked ? "kicked" : place.bot;
      if (place.kind === "private") place.isBlocked = status === "kicked";
      else place.bot = status;
      const update = tellStatus(by, place, was, status);
      const isJoining = place.kind !== "private" && was !== "member" && was !== "administrator";
      const joined = isJoining
        ? tellService(by, place, { new_chat_members: [world.bot], new_chat_member: world.bot })
        : { message: 0 };
      const last = joined.update ?? update;
      return { message: joined.message, ...(last === undefined ? {} : { update: last }) };
    },
    migrate(by, place, told = ["from-old", "from-new", "joined"]) {
      const moved = world.addPlace({ kind: "supergroup", title: place.title });
      for (const [id, role] of place.people) moved.people.set(id, role);
      const ways = {
        "from-old": () => tellService(by, place, { migrate_to_chat_id: moved.id }),
        "from-new": () => tellService(by, moved, { migrate_from_chat_id: place.id }),
        joined: () => tellStatus(by, moved, "left", place.bot),
      };
      moved.bot = place.bot;
      for (const way of told) ways[way]();
      place.movedTo = moved.id;
      return moved;
    },
    openTopic(by, place, name) {
      if (!place.isForum) throw new Error(`chat ${place.id} is no forum`);
      const kept = world.keep({
        ...{ place, from: by, text: "", entities: [] },
        service: { forum_topic_created: { name, icon_color: 7322096 } },
      });
      place.topics.add(kept.id);
      // The message that opens a topic belongs to it.
      const own = { ...kept, thread: kept.id, isTopic: true };
      place.messages.set(kept.id, own);
      tellMessage(world, updates, own);
      return kept.id;
    },
  };
};
