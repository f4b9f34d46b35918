import type { ChatEvent } from "../../ports/chat/inbound.js";
import type { Changes, Scene } from "../../ports/store.js";
import { channelAt } from "../context.js";

/**
 * The platform gave a bound chat another address: its binding follows, and what was said at the old one belongs to the new one.
 * What waits to be sent follows when it is refused there. Undefined where the chat is not bound, or followed already.
 */
export const relocatedChanges = (
  { directory, now }: Scene,
  cause: Changes["cause"],
  { conversation: to, from }: ChatEvent & { type: "relocated" },
): Changes | undefined => {
  const bound = channelAt(directory, from);
  if (!bound || channelAt(directory, to)) return undefined;
  const { id: channelId, agencyId, purpose, name, platform } = bound;
  return {
    governmentId: directory.government.id,
    cause,
    registry: {
      version: directory.version,
      channels: [{ ...bound, workspace: to.workspace, nativeId: to.channel }],
    },
    relocated: { from, to },
    history: [
      {
        subjectId: channelId,
        at: now,
        kind: "chatMoved",
        content: { channelId, agencyId, purpose, channel: name, platform },
      },
    ],
    outbox: [],
    pings: [],
    cancelPingsOf: [],
  };
};
