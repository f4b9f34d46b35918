import { badRequest } from "../refusal.js";
import type { Params } from "../request.js";

/** What a person who pressed a button was told; nothing while the clock still turns. */
export interface Pressed {
  readonly id: string;
  answer?: { readonly text: string; readonly isAlert: boolean };
}

/** An answer has at most 200 characters (https://core.telegram.org/bots/api#answercallbackquery) and is taken once. */
export const answerCallbackQuery = (queries: ReadonlyMap<string, Pressed>, params: Params): unknown => {
  const pressed = queries.get(String(params.callback_query_id));
  if (pressed === undefined || pressed.answer !== undefined)
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  const text = String(params.text ?? "");
  if (text.length > 200) throw badRequest("MESSAGE_TOO_LONG");
  pressed.answer = { text, isAlert: params.show_alert === true };
  return true;
};
