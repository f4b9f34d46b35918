import { isVisibleTo, logOf, seenIn } from "./state.js";

/** How many messages of others the person has not had on the screen in this channel. */
export const unreadIn = (channel: string, person: string): number => {
  const seen = seenIn(channel).value;
  let count = 0;
  for (const message of logOf(channel).value.toReversed()) {
    if (Number(message.id) <= seen) break;
    if (message.from !== person && isVisibleTo(message, person)) count += 1;
  }
  return count;
};
