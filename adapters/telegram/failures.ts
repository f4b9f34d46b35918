import { DeliveryError, type DeliveryFailure } from "../../src/ports/chat/failures.js";
import { CallError, type CallFailure } from "./api.js";
import { detailOf, isTokenRefused } from "./retry.js";

type Refusal = Extract<CallFailure, { readonly kind: "refused" }>;

/** Telegram sets no end to a pause it did not name; a second is its own limit for one chat (see capabilities.ts, pace). */
const PAUSE_S = 1;

const forGood = (reason: Extract<DeliveryFailure, { kind: "permanent" }>["reason"]): DeliveryFailure => ({
  kind: "permanent",
  reason,
});
const forbidden = (reason: Extract<DeliveryFailure, { kind: "forbidden" }>["reason"]): DeliveryFailure => ({
  kind: "forbidden",
  reason,
});

/**
 * What Telegram's descriptions mean, the first that fits. The Bot API promises no wording ("contents are subject to change",
 * https://core.telegram.org/bots/api#making-requests), so that what is unknown goes by its status. Sources: (S) the server's own,
 * fail_query_with_error and check_message in telegram-bot-api/Client.cpp of https://github.com/tdlib/telegram-bot-api; (T) what
 * TDLib adds to it, td/telegram in https://github.com/tdlib/td; (I) as met by others, in the issue named.
 */
const MEANINGS: readonly (readonly [RegExp, DeliveryFailure, string])[] = [
  // S; https://github.com/TelegramBots/Telegram.Bot/issues/662, https://github.com/teloxide/teloxide/issues/372 (I)
  [/bot was kicked|bot is not a member|CHANNEL_PRIVATE/i, forbidden("not-a-member"), "not-a-member"],
  // S: USER_IS_BLOCKED, INPUT_USER_DEACTIVATED; a bot never writes first: https://core.telegram.org/bots/faq
  [
    /blocked by the user|user is deactivated|can't initiate conversation|can't send messages to bots/i,
    forbidden("blocked-by-user"),
    "blocked-by-user",
  ],
  // S and T; rights of the bot in the chat, or of everybody there
  [
    /not enough rights|have no rights|need administrator rights|CHAT_ADMIN_REQUIRED|CHAT_WRITE_FORBIDDEN|CHAT_SEND_\w+_FORBIDDEN/i,
    forbidden("missing-scope"),
    "no-rights",
  ],
  // S; a group that was deleted, or became another one nobody says which
  [
    /chat not found|chat was (deleted|deactivated)|chat is deactivated|upgraded to a supergroup|PEER_ID_INVALID|user not found/i,
    forGood("gone"),
    "chat-gone",
  ],
  // S: check_message
  [/message to [a-z ]+ not found|MESSAGE_ID_INVALID/i, forGood("gone"), "message-gone"],
  [/message can't be edited/i, forGood("gone"), "message-not-editable"],
  // https://github.com/tdlib/telegram-bot-api/issues/854, https://github.com/rteixeirax/qbittorrent_telegram_notification/issues/12 (I)
  [/message thread not found|TOPIC_\w+/i, forGood("gone"), "topic-gone"],
  // S: 48 hours, https://core.telegram.org/bots/api#deletemessage
  [/message can't be deleted/i, forGood("unsupported"), "message-not-deletable"],
  [/REACTION_INVALID|REACTIONS_TOO_MANY|REACTION_EMPTY/i, forGood("unsupported"), "reaction-not-allowed"],
  // T: https://core.telegram.org/api/errors
  [/too long/i, forGood("rejected-content"), "too-long"],
  [/BUTTON_|reply markup|inline keyboard/i, forGood("rejected-content"), "keyboard"],
  [/entit/i, forGood("rejected-content"), "entities"],
  [/too (big|large)|PHOTO_|IMAGE_PROCESS|VIDEO_|VOICE_|file must be/i, forGood("rejected-content"), "file"],
  [/text is empty|text must be non-empty/i, forGood("rejected-content"), "empty"],
];

/** An error of the adapter as the relay treats it. `detail` is a code of this adapter, never a text of Telegram's or anybody's. */
export const deliveryError = (failure: DeliveryFailure, detail: string, cause?: unknown): DeliveryError =>
  new DeliveryError(failure, "telegram", detail, cause === undefined ? undefined : { cause });

/** The message is over a limit of Telegram's. */
export const overLimit = (limit: "text" | "caption" | "token" | "file"): DeliveryError =>
  deliveryError(forGood("rejected-content"), `${limit}-over-limit`);

/** Whether Telegram refused a call with such a description. */
export const isRefused = (error: unknown, description: RegExp): boolean =>
  error instanceof CallError && error.failure.kind === "refused" && description.test(error.failure.description);

const byStatus = (status: number): DeliveryFailure => {
  if (status === 403) return forbidden("missing-scope");
  if (status === 404) return forGood("unsupported");
  // Another process polls or a webhook was just set: nothing was done.
  if (status === 409) return { kind: "retryable", outcome: "not-sent" };
  return forGood("rejected-content");
};

const refusalError = (refusal: Refusal): DeliveryError => {
  const { status, description, retryAfterS = PAUSE_S, migrateTo } = refusal;
  // Telegram does not say whose limit it was. Twenty a minute in a group is met long before thirty a second in all, which the
  // relay keeps by itself; each other chat that is refused as well pauses on its own.
  if (status === 429)
    return deliveryError({ kind: "rate-limited", retryAfterMs: retryAfterS * 1000, scope: "conversation" }, "http-429");
  if (migrateTo !== undefined)
    return deliveryError(
      { kind: "relocated", to: { platform: "telegram", workspace: "-", channel: migrateTo } },
      "migrated",
    );
  const known = MEANINGS.find(([pattern]) => pattern.test(description));
  return known ? deliveryError(known[1], known[2]) : deliveryError(byStatus(status), `http-${status}`);
};

/** What a call's error means for a delivery. An error that is of no call is a bug: its outcome is unknown. */
export const asDeliveryError = (error: unknown): DeliveryError => {
  if (error instanceof DeliveryError) return error;
  if (!(error instanceof CallError)) return deliveryError({ kind: "retryable", outcome: "unknown" }, "bug", error);
  const { failure } = error;
  if (isTokenRefused(error)) return deliveryError(forbidden("credentials"), detailOf(error));
  if (failure.kind === "refused") return refusalError(failure);
  const outcome = failure.kind === "unreached" ? "not-sent" : "unknown";
  return deliveryError({ kind: "retryable", outcome }, failure.code);
};
