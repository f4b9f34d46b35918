import type { AdapterContext } from "../../src/ports/chat/adapter.js";
import type { Api } from "./api.js";
import type { Heard } from "./updates.js";

/** Chats that moved here lately; the oldest is forgotten first. */
const MOST_KNOWN = 1_000;

interface GreetParts extends Pick<AdapterContext, "surface" | "logger"> {
  readonly api: Api;
  readonly options: Parameters<Api["call"]>[2];
}

/** Says in a group what the bot is and what it keeps. */
export interface Greet {
  /** It was added there. A courtesy: nobody waits for it. */
  joined(joined: NonNullable<Heard["joined"]>): void;
  /**
   * That chat is not new, it only has a new address: a supergroup tells that the bot joined it, though it was in the group
   * before (https://github.com/tdlib/telegram-bot-api/issues/266).
   */
  knows(chat: string): void;
}

/** In Indonesian, whose offices the bot is for: a group has no language of its own. */
export const createGreet = ({ api, options, surface, logger }: GreetParts): Greet => {
  const known = new Set<string>();
  return {
    knows(chat) {
      known.add(chat);
      const [oldest] = known;
      if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    },
    joined({ chat, isAdmin }) {
      if (known.has(String(chat))) return;
      const { greeting, needsAdmin } = surface;
      const text = isAdmin ? greeting.id : `${greeting.id}\n\n${needsAdmin.id}`;
      api
        .call("sendMessage", { chat_id: chat, text }, options)
        .catch((error: Error) => logger.debug({ error: error.message }, "a group could not be greeted"));
    },
  };
};
