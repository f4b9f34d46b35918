import type { AdapterContext } from "../../src/ports/chat/adapter.js";
import type { Api } from "./api.js";
import { detailOf } from "./retry.js";
import type { Heard } from "./updates.js";

/** Chats that moved here lately; the oldest is forgotten first. */
const MOST_KNOWN = 1_000;

interface GreetParts extends Pick<AdapterContext, "surface" | "logger"> {
  readonly api: Api;
  readonly options: Parameters<Api["call"]>[2];
  readonly afterMs: number;
}

/** Says in a group what the bot is and what it keeps. */
export interface Greet {
  /** It was added there, as that update tells: it greets once for it, in a while. A courtesy: nobody waits for it. */
  joined(joined: NonNullable<Heard["joined"]>, update: number | undefined): void;
  /**
   * That chat is not new, it only has a new address: a supergroup tells that the bot joined it, though it was in the group
   * before (https://github.com/tdlib/telegram-bot-api/issues/266), maybe before it tells that it moved.
   */
  knows(chat: string): void;
}

/** In Indonesian, whose offices the bot is for: a group has no language of its own. */
export const createGreet = ({ api, options, surface, logger, afterMs }: GreetParts): Greet => {
  const known = new Set<string>();
  const remember = (name: string): void => {
    known.add(name);
    const [oldest] = known;
    if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  };
  const greet = ({ chat, isAdmin }: NonNullable<Heard["joined"]>): void => {
    if (known.has(String(chat))) return;
    const { greeting, needsAdmin } = surface;
    const text = isAdmin ? greeting.id : `${greeting.id}\n\n${needsAdmin.id}`;
    api
      .call("sendMessage", { chat_id: chat, text }, options)
      .catch((error: unknown) => logger.debug({ error: detailOf(error) }, "a group could not be greeted"));
  };
  return {
    knows: remember,
    joined(joined, update) {
      // An update that is asked for again, because one before it was not taken, tells nothing new.
      const told = `update ${update}`;
      if (known.has(told)) return;
      remember(told);
      setTimeout(() => greet(joined), afterMs).unref();
    },
  };
};
