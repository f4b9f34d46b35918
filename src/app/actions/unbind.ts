import { refuse } from "../../domain/refusal.js";
import type { Channel } from "../../domain/registry/model.js";
import { defineCommand } from "../command.js";
import { type Context, conversationOf, laneOf } from "../context.js";
import { type Effects, refused, say } from "../effects.js";
import { confirming, isSure } from "../registry/confirming.js";

/** The chat itself is told too: what is said there reaches nobody any more. */
const released = (context: Context, channel: Channel): Effects => {
  const { id: channelId, agencyId, purpose, name, platform } = channel;
  const to = conversationOf(channel);
  const told = { kind: "notice", code: "chatUnbound", values: { agency: agencyId, purpose, channel: name } } as const;
  const isHere = laneOf(to) === laneOf(context.conversation);
  return {
    registry: { removed: [channelId] },
    history: [
      {
        subjectId: channelId,
        at: context.now,
        actor: context.person.id,
        kind: "chatUnbound",
        content: { channelId, agencyId, purpose, channel: name, platform },
      },
    ],
    drafts: [
      say(context, "unbound", told),
      ...(isHere ? [] : [{ step: "unbound:chat", to, content: told, whenUnknown: "repeat" as const }]),
    ],
  };
};

/** "Lepas": a chat is the agency's no more. What it would be told from now on is told nowhere until another is bound. */
export const unbindAction = defineCommand({
  name: "unbind",
  inputs: {},
  access: "registry.keep",
  async run(context, _args, extra) {
    const channel = context.directory.channels.find(({ id }) => id === extra.channel);
    if (!channel) return refused(context, "unbind", refuse("stale"));
    return isSure(extra) ? released(context, channel) : confirming(context, "unbind", { channel: channel.id });
  },
});
