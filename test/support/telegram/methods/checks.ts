import { isAddress } from "../entities.js";
import type { Keyboard, KeyboardButton } from "../objects.js";
import { badRequest, forbidden, Refusal } from "../refusal.js";
import type { Params } from "../request.js";
import type { Kept, Place, World } from "../world.js";

const numberOf = (value: unknown): number => (typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : 0);

/** The chat a call names, as far as the bot may look at it; else the refusal. */
export const placeOf = (world: World, { chat_id: given }: Params): Place => {
  const id = typeof given === "number" ? given : numberOf(given);
  const place = world.places.get(id);
  if (place === undefined) throw badRequest("chat not found");
  if (place.movedTo !== undefined)
    throw new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {
      migrate_to_chat_id: place.movedTo,
    });
  const chat = place.kind === "supergroup" ? "supergroup chat" : "group chat";
  if (place.bot === "kicked") throw forbidden(`bot was kicked from the ${chat}`);
  if (place.bot === "left") throw forbidden(`bot is not a member of the ${chat}`);
  return place;
};

/** The chat a call writes to; else the refusal. A person nobody heard of yet cannot be written to. */
export const writablePlaceOf = (world: World, params: Params): Place => {
  const { chat_id: id } = params;
  if (typeof id === "number" && world.people.has(id) && !world.places.has(id))
    throw forbidden("bot can't initiate conversation with a user");
  const place = placeOf(world, params);
  if (place.isBlocked) throw forbidden("bot was blocked by the user");
  if (!place.isWritable) throw badRequest("not enough rights to send text messages to the chat");
  return place;
};

/** A message that is there; else that it is not, in Telegram's words for what was to be done. */
export const messageOf = (place: Place, id: unknown, purpose: "edit" | "delete" | "react" | "be replied"): Kept => {
  const kept = typeof id === "number" ? place.messages.get(id) : undefined;
  if (kept === undefined || kept.isGone) throw badRequest(`message to ${purpose} not found`);
  return kept;
};

const checkButton = ({ text, callback_data: data, url }: KeyboardButton): void => {
  if (text.trim() === "") throw badRequest("inline keyboard button text must be non-empty");
  if ((data === undefined) === (url === undefined))
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  // 1-64 bytes: https://core.telegram.org/bots/api#inlinekeyboardbutton
  if (data !== undefined && (data === "" || Buffer.byteLength(data) > 64)) throw badRequest("BUTTON_DATA_INVALID");
  if (url !== undefined && !isAddress(url)) throw badRequest("BUTTON_URL_INVALID");
};

/** Most buttons of a message, as Telegram's clients and server have it; more are refused. */
const MAX_BUTTONS = 100;

/** The keyboard a call gives a message, none where it gives none; its parts were held against the description before. */
export const keyboardOf = ({ reply_markup: markup }: Params): Keyboard | undefined => {
  if (typeof markup !== "object" || markup === null || !("inline_keyboard" in markup)) return undefined;
  const keyboard = markup as Keyboard;
  const buttons = keyboard.inline_keyboard.flat();
  if (buttons.length > MAX_BUTTONS) throw badRequest("REPLY_MARKUP_TOO_LONG");
  for (const button of buttons) checkButton(button);
  return buttons.length === 0 ? undefined : keyboard;
};
