import type { AdapterContext } from "../../src/ports/chat/adapter.js";
import type { Delivery, DeliveryOp, DeliveryReceipt, OutboundMessage } from "../../src/ports/chat/outbound.js";
import type { ReactionKind } from "../../src/ports/chat/reactions.js";
import type { MessageRef } from "../../src/ports/chat/refs.js";
import type { Api } from "./api.js";
import { telegramCapabilities } from "./capabilities.js";
import type { TelegramSettings } from "./config.js";
import { asDeliveryError, deliveryError, isRefused, overLimit } from "./failures.js";
import { type Call, createPost } from "./post.js";
import { type Queries, type Query, stopClock } from "./queries.js";
import { format, keyboardOf } from "./render.js";
import type { SaidLately } from "./said-lately.js";

interface Parts {
  readonly api: Api;
  readonly queries: Queries;
  readonly said: SaidLately;
  readonly settings: TelegramSettings;
  /** The program's files, once the adapter was started. */
  readonly files: () => AdapterContext["files"] | undefined;
}

/** Of what may be reacted with (https://core.telegram.org/bots/api#reactiontypeemoji) nothing says that something is done. */
const EMOJI: Readonly<Record<Exclude<ReactionKind, "done">, string>> = {
  approve: "👍",
  reject: "👎",
  seen: "👀",
  working: "✍",
  attention: "⚡",
};

/** A file is the one value that is no JSON: https://core.telegram.org/bots/api#sending-files. */
const isUpload = (payload: Readonly<Record<string, unknown>>): boolean =>
  Object.values(payload).some((value) => typeof value === "object" && value !== null && "source" in value);

const placeOf = ({ channel, id }: MessageRef) => ({ chat_id: Number(channel), message_id: Number(id) });

/**
 * The adapter's `deliver`: a call for each operation. Where Telegram surely did nothing because of a detail (a topic that is gone,
 * a message to reply to), the message is sent once more without it. A repeated edit, removal or reaction counts as done.
 */
export const createDeliver = ({ api, queries, said, settings, files }: Parts) => {
  const { patienceMs: timeoutMs } = settings;

  const release = (pressed: readonly Query[]): void => {
    for (const { id } of pressed) stopClock(api, id, { timeoutMs });
  };
  const post = createPost({ queries, said, release, files });

  const edit = async (target: MessageRef, message: OutboundMessage, call: Call): Promise<DeliveryReceipt> => {
    const { text, entities } = format(message.blocks, message.summary);
    if (text.length > telegramCapabilities.text.maxChars) throw overLimit("text");
    const reply_markup = { inline_keyboard: keyboardOf(message.blocks) };
    const link_preview_options = { is_disabled: true };
    try {
      await call("editMessageText", { ...placeOf(target), text, entities, link_preview_options, reply_markup });
    } catch (error) {
      if (!isRefused(error, /message is not modified/i)) throw error;
    }
    queries.hasten(target.channel, target.id);
    return { message: target };
  };

  const remove = async (target: MessageRef, call: Call): Promise<DeliveryReceipt> => {
    try {
      await call("deleteMessage", placeOf(target));
    } catch (error) {
      if (!isRefused(error, /message to delete not found|MESSAGE_ID_INVALID/i)) throw error;
    }
    return {};
  };

  const react = async (
    target: MessageRef,
    kind: ReactionKind,
    present: boolean,
    call: Call,
  ): Promise<DeliveryReceipt> => {
    if (kind === "done") throw deliveryError({ kind: "permanent", reason: "unsupported" }, "reaction");
    const reaction = present ? [{ type: "emoji", emoji: EMOJI[kind] }] : [];
    try {
      await call("setMessageReaction", { ...placeOf(target), reaction });
    } catch (error) {
      const isSo = isRefused(error, /not modified|MESSAGE_NOT_MODIFIED/i);
      const hasNone = !present && isRefused(error, /message to react not found|MESSAGE_ID_INVALID/i);
      if (!isSo && !hasNone) throw error;
    }
    return {};
  };

  const perform = (op: DeliveryOp, call: Call): Promise<DeliveryReceipt> => {
    switch (op.kind) {
      case "post":
        return post(op, call);
      case "edit":
        return edit(op.target, op.message, call);
      case "remove":
        return remove(op.target, call);
      case "react":
      case "unreact":
        return react(op.target, op.reaction, op.kind === "react", call);
      default:
        return op satisfies never;
    }
  };

  return async ({ op }: Delivery, signal: AbortSignal): Promise<DeliveryReceipt> => {
    if (signal.aborted) throw deliveryError({ kind: "retryable", outcome: "not-sent" }, "aborted");
    try {
      return await perform(op, (method, payload) =>
        api.call(method, payload, { signal, timeoutMs: isUpload(payload) ? settings.uploadMs : timeoutMs }),
      );
    } catch (error) {
      throw asDeliveryError(error);
    }
  };
};
