import type { Actor, ChatEvent } from "../../src/ports/chat/inbound.js";
import type { ReactionKind } from "../../src/ports/chat/reactions.js";
import type { ConversationRef, MessageRef } from "../../src/ports/chat/refs.js";
import type { SimulatorChannel, SimulatorMessage, SimulatorPerson } from "../../src/ports/simulator-host.js";
import { filesAmong, refOfBlock } from "./file-blocks.js";
import type { Scene } from "./places.js";

/** Author of the bot's own messages. */
export const BOT = "bot";
const BOT_NAME = "Tanggap";
const MENTION = /(?<![\p{L}\p{N}_@])@tanggap(?:_?bot)?(?![\p{L}\p{N}_])/iu;

type Place = Pick<SimulatorChannel, "id" | "government">;
type InReplyTo = NonNullable<ChatEvent["inReplyTo"]>;

/** What every event of this platform carries. */
export type EventBase = Pick<ChatEvent, "eventId" | "occurredAt" | "conversation"> & { readonly actor: Actor };

/** The channel as a conversation: its government is the workspace. */
export const conversationOf = (channel: Place): ConversationRef => ({
  platform: "simulator",
  workspace: channel.government,
  channel: channel.id,
});

/** A message of a channel. */
export const refOf = (channel: Place, id: string): MessageRef => ({ ...conversationOf(channel), id });

/** A person; their workspace is their own government, so that in another's channel nobody knows them. */
export const actorOf = (person: Pick<SimulatorPerson, "id" | "name" | "government">): Actor => ({
  user: { platform: "simulator", workspace: person.government, id: person.id },
  displayName: person.name,
  isBot: false,
});

/** What all events of one request share. `now` is machine time. */
export const baseOf = (scene: Scene, eventId: string, now: Date): EventBase => ({
  eventId,
  occurredAt: now.toISOString(),
  conversation: conversationOf(scene.channel),
  actor: actorOf(scene.person),
});

/** Whether the text calls the bot by its name: `@tanggap`, in any case, not inside an address. */
export const mentionsBot = (text: string): boolean => MENTION.test(text);

/** What a message answers, as events carry it. `author` is undefined when its person is no longer known. */
export const inReplyToOf = (
  channel: Place,
  message: SimulatorMessage,
  author: Parameters<typeof actorOf>[0] | undefined,
): InReplyTo => {
  const bot: Actor = {
    user: { platform: "simulator", workspace: channel.government, id: BOT },
    displayName: BOT_NAME,
    isBot: true,
  };
  const who = message.from === BOT ? bot : author && actorOf(author);
  const files = message.from === BOT ? [] : filesAmong(message.blocks).map(refOfBlock);
  return {
    message: refOf(channel, message.id),
    text: message.text,
    ...(who === undefined ? {} : { author: who }),
    ...(files.length > 0 ? { files } : {}),
  };
};

const KIND_OF: Readonly<Record<string, ReactionKind>> = {
  "👍": "approve",
  "✅": "approve",
  "+1": "approve",
  thumbsup: "approve",
  white_check_mark: "approve",
  "👎": "reject",
  "❌": "reject",
  "-1": "reject",
  thumbsdown: "reject",
  x: "reject",
  "👀": "seen",
  eyes: "seen",
};

/** Skin tones (U+1F3FB to U+1F3FF, or Slack's spelling of them) and the emoji variation selector. */
const TONES = /[\u{1F3FB}-\u{1F3FF}\uFE0F]|::?skin-tone-\d/gu;

/** What a reaction means, whatever its skin tone and spelling (`👍🏽`, `+1`, `:+1::skin-tone-3:`); null for all others. */
export const reactionKind = (emoji: string): ReactionKind | null => {
  const name = emoji.replace(TONES, "").replace(/^:+|:+$/g, "");
  return Object.hasOwn(KIND_OF, name) ? (KIND_OF[name] ?? null) : null;
};
