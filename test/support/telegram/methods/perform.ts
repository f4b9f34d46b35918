import { botApiMethods } from "../bot-api-methods.js";
import { badRequest, Refusal } from "../refusal.js";
import type { Params } from "../request.js";
import type { Asked, Updates } from "../updates.js";
import { checkSecret, type Webhook } from "../webhook.js";
import type { World } from "../world.js";
import {
  type CommandLists,
  deleteMyCommands,
  getChat,
  getChatMember,
  getMe,
  getMyCommands,
  setMyCommands,
} from "./account.js";
import { getFile, sendFile } from "./files.js";
import {
  deleteMessage,
  editMessageCaption,
  editMessageReplyMarkup,
  editMessageText,
  sendMessage,
  setMessageReaction,
} from "./messages.js";
import { answerCallbackQuery, type Pressed } from "./queries.js";

/** What the methods work on. */
export interface Ground {
  readonly world: World;
  readonly updates: Updates;
  readonly webhook: Webhook;
  readonly commands: CommandLists;
  readonly queries: ReadonlyMap<string, Pressed>;
}

/** Does what a method says. `gone` fires when nobody waits for the answer any more. */
type Method = (ground: Ground, params: Params, gone: AbortSignal) => unknown;

const ofWorld =
  (method: (world: World, params: Params) => unknown): Method =>
  ({ world }, params) =>
    method(world, params);

const ofCommands =
  (method: (lists: CommandLists, params: Params) => unknown): Method =>
  ({ commands }, params) =>
    method(commands, params);

const getUpdates: Method = ({ updates, webhook }, params, gone) => {
  if (webhook.aimed())
    throw new Refusal(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  return updates.poll(params as Asked, gone);
};

const setWebhook: Method = ({ updates, webhook }, params) => {
  const url = String(params.url);
  checkSecret(params.secret_token);
  // The address may be plain HTTP, as a Bot API server of one's own allows (https://core.telegram.org/bots/api#using-a-local-bot-api-server).
  if (url !== "" && !URL.canParse(url)) throw badRequest("bad webhook: invalid URL");
  if (params.drop_pending_updates === true) updates.forget();
  updates.allow(params.allowed_updates as readonly string[] | undefined);
  const secret = params.secret_token === undefined ? undefined : String(params.secret_token);
  webhook.aim(url === "" ? undefined : { url, secret });
  return true;
};

const deleteWebhook: Method = ({ updates, webhook }, params) => {
  if (params.drop_pending_updates === true) updates.forget();
  webhook.aim(undefined);
  return true;
};

const getWebhookInfo: Method = ({ updates, webhook }) => {
  const error = webhook.lastError();
  return {
    ...{ url: webhook.aimed()?.url ?? "", has_custom_certificate: false },
    ...{ pending_update_count: updates.waiting().length, allowed_updates: updates.allowed() },
    ...(error === undefined ? {} : { last_error_date: error.date, last_error_message: error.message }),
  };
};

const METHODS: Readonly<Record<string, Method>> = {
  ...{ getUpdates, setWebhook, deleteWebhook, getWebhookInfo },
  getMe: ofWorld(getMe),
  getChat: ofWorld(getChat),
  getChatMember: ofWorld(getChatMember),
  getFile: ofWorld(getFile),
  setMyCommands: ofCommands(setMyCommands),
  getMyCommands: ofCommands(getMyCommands),
  deleteMyCommands: ofCommands(deleteMyCommands),
  sendMessage: ofWorld(sendMessage),
  sendPhoto: ofWorld(sendFile("photo")),
  sendDocument: ofWorld(sendFile("document")),
  sendVideo: ofWorld(sendFile("video")),
  sendAudio: ofWorld(sendFile("audio")),
  sendVoice: ofWorld(sendFile("voice")),
  editMessageText: ofWorld(editMessageText),
  editMessageCaption: ofWorld(editMessageCaption),
  editMessageReplyMarkup: ofWorld(editMessageReplyMarkup),
  deleteMessage: ofWorld(deleteMessage),
  setMessageReaction: ofWorld(setMessageReaction),
  answerCallbackQuery: ({ queries }, params) => answerCallbackQuery(queries, params),
};

/** The method as the description spells it: Telegram does not mind how (https://core.telegram.org/bots/api#making-requests). */
export const methodNamed = (name: string): string | undefined =>
  Object.keys(botApiMethods).find((each) => each.toLowerCase() === name.toLowerCase());

/** Does what a method of the description says, or rejects with Telegram's refusal. */
export const perform = async (ground: Ground, name: string, params: Params, gone: AbortSignal): Promise<unknown> =>
  METHODS[name]?.(ground, params, gone);
