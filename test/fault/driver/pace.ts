import type { Capabilities, Pace } from "../../../src/ports/chat/capabilities.js";
import type { Entry } from "../platform/protocol.js";

/**
 * The limits are kept where messages are written; they are accepted later, by the way through two event loops on one busy
 * machine. What lies that much closer together was written within the limits. Far below what a window too many would do.
 */
export const ON_THE_WAY_MS = 250;

/** The shortest time in which the platform took one message more than a window allows; infinite when it never took so many. */
const shortest = (times: readonly number[], { messages }: Pace): number =>
  times
    .slice(messages)
    .reduce((least, at, index) => Math.min(least, at - (times[index] ?? 0)), Number.POSITIVE_INFINITY);

/** By chat and overall, against the limits of the platform. */
export function shortestWindows(journal: readonly Entry[], { pace }: Pick<Capabilities, "pace">) {
  const chats = new Map<string, number[]>();
  for (const { chat, at } of journal) chats.set(chat, [...(chats.get(chat) ?? []), at]);
  return {
    perConversation: Math.min(
      ...[...chats.values()].map((times) => shortest(times, pace.perConversation)),
      Number.POSITIVE_INFINITY,
    ),
    overall: shortest(
      journal.map(({ at }) => at),
      pace.overall,
    ),
  };
}
