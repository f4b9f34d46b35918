import type { AdapterContext } from "../../src/ports/chat/adapter.js";
import type { ChatEvent } from "../../src/ports/chat/inbound.js";
import type { Api } from "./api.js";
import { detailOf } from "./retry.js";

/** What was said longer ago is not marked any more: a backlog would only use up what a chat may be sent. */
const FRESH_MS = 60_000;
const MOST_IN_FLIGHT = 4;
/** One of the reactions every chat allows: https://core.telegram.org/bots/api#reactiontypeemoji. */
const SEEN = "👀";

interface SeenParts extends Pick<AdapterContext, "clock" | "logger"> {
  readonly api: Api;
  readonly options: Parameters<Api["call"]>[2];
}

/**
 * Marks what somebody said to the bot in a group as seen, now that the inbox has it. A courtesy: nobody waits for it, and
 * nothing comes of its failure.
 */
export const createShowSeen = ({ api, options, clock, logger }: SeenParts): ((event: ChatEvent) => void) => {
  let inFlight = 0;
  return (event) => {
    if (event.type !== "command" && event.type !== "message") return;
    const { message, direct, occurredAt } = event;
    if (message === undefined || direct || (event.type === "message" && event.text.trim() === "")) return;
    if (clock.now().getTime() - Date.parse(occurredAt) > FRESH_MS || inFlight >= MOST_IN_FLIGHT) return;
    inFlight += 1;
    const reaction = [{ type: "emoji", emoji: SEEN }];
    const target = { chat_id: Number(message.channel), message_id: Number(message.id) };
    api
      .call("setMessageReaction", { ...target, reaction }, options)
      .catch((error: unknown) => logger.debug({ error: detailOf(error) }, "a message could not be marked as seen"))
      .finally(() => {
        inFlight -= 1;
      });
  };
};
