import type { ChannelPurpose, Directory } from "../../../src/domain/registry/model.js";
import { laneOf } from "../../../src/infra/outbox/row.js";
import type { ChatEvent } from "../../../src/ports/chat/inbound.js";
import type { Button } from "../../../src/ports/chat/outbound.js";
import type { ConversationRef, MessageRef } from "../../../src/ports/chat/refs.js";
import type { SeenMessage } from "../platform.js";
import type { World } from "../world.js";

/** Somebody in a chat. */
export interface Seat {
  readonly userId: string;
  readonly place: ConversationRef;
}

type Replied = { readonly message: MessageRef; readonly text?: string };

export const REASONS = ["duplicate", "noted", "spam", "abusive", "outside", "withdrawn", "deleted", "sudah selesai"];
const RECENT = 12;

/** What people can do with their hands: type, write, react, press. */
export type Hands = ReturnType<typeof createHands>;

export const createHands = (world: World) => {
  const { random, store, platform, clock, ids } = world;
  const { tables } = store;

  const seat = (governmentId: string, agencyId: string, role: string, purpose: ChannelPurpose): Seat => ({
    userId: role === "admin" || role === "auditor" ? `${governmentId}-${role}` : `${agencyId}-${role}`,
    place: platform.placeOf({ platform: "simulator", workspace: governmentId, channel: `${agencyId}-${purpose}` }),
  });
  const officer = ({ government }: Directory, agencyId: string) => seat(government.id, agencyId, "officer", "work");
  const official = ({ government }: Directory, agencyId: string) =>
    seat(government.id, agencyId, "official", "approval");
  const say = ({ government }: Directory): string =>
    `${government.id}#${ids()} kapan ${random.pick(["KTP", "lampu", "air"])}?`;
  const ref = ({ place }: Seat): MessageRef => {
    const { platform: name, workspace, channel } = place;
    return { platform: name, workspace, channel, id: platform.newMessageId() };
  };
  const inbound = ({ userId, place }: Seat, replied?: Replied) => ({
    eventId: `event-${ids()}`,
    occurredAt: clock.machineNow().toISOString(),
    conversation: place,
    ...(random.chance(0.01)
      ? {}
      : {
          actor: {
            user: { platform: place.platform, workspace: place.workspace, id: userId },
            displayName: userId,
            isBot: false,
          },
        }),
    ...(replied ? { inReplyTo: replied } : {}),
  });
  const type = (who: Seat, command: string, text: string, replied?: Replied): ChatEvent => ({
    ...inbound(who, replied),
    type: "command",
    command,
    input: { kind: "text", text },
    message: ref(who),
  });
  const write = (who: Seat, text: string, replied: Replied): ChatEvent => ({
    ...inbound(who, replied),
    type: "message",
    message: ref(who),
    text,
    addressed: true,
  });
  const react = (who: Seat, message: MessageRef): ChatEvent => ({
    ...inbound(who),
    type: "reaction",
    message,
    change: random.chance(0.9) ? "added" : "removed",
    reaction:
      random.weighted([
        [6, "approve"],
        [2, "reject"],
        [1, "seen"],
      ] as const) ?? null,
    native: "👍",
  });

  const valuesFor = (directory: Directory, form: string): Readonly<Record<string, string>> => {
    switch (form) {
      case "forward":
        return { agencies: targets(directory), ...(random.chance(0.3) ? { note: say(directory) } : {}) };
      case "answer":
        return { text: say(directory) };
      case "posted":
        return { url: random.chance(0.8) ? `https://contoh.go.id/${ids()}` : "dm" };
      case "propose":
        return {
          theme: say(directory),
          text: say(directory),
          ...(random.chance(0.8) ? { source: say(directory) } : {}),
          ...(random.chance(0.3) ? { hashtags: "#Layanan" } : {}),
        };
      case "close":
        return { reason: random.pick(REASONS) ?? "noted" };
      default:
        return { reason: say(directory) };
    }
  };
  const targets = ({ agencies }: Directory): string => {
    const count = random.chance(0.25) ? 2 : 1;
    return Array.from({ length: count }, () => random.pick(agencies)?.code ?? "").join(" ");
  };
  const press = (directory: Directory, who: Seat, message: SeenMessage, button: Button): ChatEvent | undefined => {
    if (button.kind === "link") return undefined;
    if (button.kind === "act") return { ...inbound(who), type: "action", message: message.ref, token: button.token };
    const { form, token } = button;
    return { ...inbound(who), type: "form", form, context: token, values: valuesFor(directory, form) };
  };
  /** Somebody presses some button of a message that is there. */
  const pressAny = (directory: Directory, who: Seat): ChatEvent | undefined => {
    const message = random.pick(seen(who).filter(({ buttons }) => buttons.length > 0));
    const button = message && random.pick(message.buttons);
    return message && button && press(directory, who, message, button);
  };
  const seen = ({ place }: Seat): readonly SeenMessage[] =>
    platform
      .messagesIn(laneOf(place))
      .filter(({ deleted }) => !deleted)
      .slice(-RECENT);
  /** Somebody answers a question, replies to a card, or edits what they wrote. */
  const replyAny = (directory: Directory, who: Seat): ChatEvent | undefined => {
    const message = random.pick(seen(who));
    if (!message) return undefined;
    if (random.chance(0.15)) {
      const reply = random.pick([...tables.replies.values()]);
      if (reply && reply.message.channel === who.place.channel)
        return { ...inbound(who), type: "edited", message: reply.message, text: say(directory) };
    }
    const kind = message.content.kind;
    const text = kind === "question" && random.chance(0.4) ? targets(directory) : say(directory);
    return write(who, text, { message: message.ref });
  };
  /** The newest message that is there and shows this. */
  const shown = (fits: (message: SeenMessage) => boolean): SeenMessage | undefined =>
    platform.messages().findLast((message) => !message.deleted && fits(message));
  return { seat, officer, official, say, inbound, type, write, react, targets, press, pressAny, replyAny, seen, shown };
};
