import { chatObject } from "../message-object.js";
import type { User } from "../objects.js";
import { badRequest } from "../refusal.js";
import type { Params } from "../request.js";
import type { BotStatus, World } from "../world.js";
import { placeOf } from "./checks.js";

/** Lists of commands, by scope and language. */
export type CommandLists = Map<string, unknown>;

export const getMe = (world: World): unknown => ({
  ...world.bot,
  ...{ can_join_groups: true, can_read_all_group_messages: !world.isPrivate, supports_inline_queries: false },
  ...{ can_connect_to_business: false, has_main_web_app: false },
});

export const getChat = (world: World, params: Params): unknown => ({
  ...chatObject(world, placeOf(world, params)),
  ...{ accent_color_id: 0, max_reaction_count: 11 },
});

const RIGHTS = [
  ...["can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members"],
  ...["can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories"],
  ...["can_delete_stories"],
];

/** A member as Telegram tells it (https://core.telegram.org/bots/api#chatmember). */
export const memberObject = (user: User, status: BotStatus): unknown => {
  if (status === "kicked") return { status, user, until_date: 0 };
  if (status !== "administrator") return { status, user };
  const rights = Object.fromEntries(RIGHTS.map((right) => [right, true]));
  return { status, user, can_be_edited: false, is_anonymous: false, ...rights };
};

export const getChatMember = (world: World, params: Params): unknown => {
  const place = placeOf(world, params);
  if (params.user_id === world.bot.id) return memberObject(world.bot, place.bot);
  const person = world.people.get(Number(params.user_id));
  if (person === undefined) throw badRequest("user not found");
  return memberObject(person, place.people.get(person.id) ?? "left");
};

const keyOf = ({ scope, language_code: language }: Params): string => {
  if (language !== undefined && !/^([a-z]{2})?$/.test(String(language)))
    throw badRequest("invalid language code specified");
  return JSON.stringify([scope ?? { type: "default" }, language ?? ""]);
};

/** https://core.telegram.org/bots/api#setmycommands: at most 100; https://core.telegram.org/bots/api#botcommand: their form. */
export const setMyCommands = (lists: CommandLists, params: Params): unknown => {
  const commands = params.commands as readonly { readonly command: string; readonly description: string }[];
  if (commands.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
    if (description.trim() === "" || description.length > 256) throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
  }
  lists.set(keyOf(params), commands);
  return true;
};

export const getMyCommands = (lists: CommandLists, params: Params): unknown => lists.get(keyOf(params)) ?? [];

export const deleteMyCommands = (lists: CommandLists, params: Params): unknown => {
  lists.delete(keyOf(params));
  return true;
};
