import type { ChatEvent } from "../../src/ports/chat/inbound.js";

/** So many messages are remembered; the oldest is forgotten first. */
const MOST = 5_000;

/**
 * What people wrote to the bot lately, as far as this process heard: who is answered in reply to their own message need not be
 * named besides. What it does not know counts as somebody else's.
 */
export interface SaidLately {
  heard(event: ChatEvent): void;
  has(chat: string, message: string): boolean;
}

/** Nothing was said yet. */
export const createSaidLately = (): SaidLately => {
  const known = new Set<string>();
  return {
    heard(event) {
      if ((event.type !== "command" && event.type !== "message") || !event.message) return;
      known.add(`${event.message.channel}:${event.message.id}`);
      const [oldest] = known;
      if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    },
    has: (chat, message) => known.has(`${chat}:${message}`),
  };
};
