import type { Case } from "../../src/domain/inquiry/model.js";
import type { ChannelPurpose, Directory } from "../../src/domain/registry/model.js";
import { laneOf } from "../../src/infra/outbox/row.js";
import type { ChatEvent } from "../../src/ports/chat/inbound.js";
import type { Button } from "../../src/ports/chat/outbound.js";
import type { ConversationRef, MessageRef } from "../../src/ports/chat/refs.js";
import type { SeenMessage } from "./platform.js";
import type { World } from "./world.js";

/** Somebody in a chat. */
interface Seat {
  readonly userId: string;
  readonly place: ConversationRef;
}

/** What somebody may do next in a government; undefined when it is not possible just now. */
export interface People {
  act(governmentId: string): ChatEvent | undefined;
}

type Replied = { readonly message: MessageRef; readonly text?: string };

const REASONS = ["duplicate", "noted", "spam", "abusive", "outside", "withdrawn", "deleted", "sudah selesai"];
const JUNK = [
  "/aproves",
  "/queue 9",
  "/find zzz",
  "/help answer",
  "/rules disinformasi",
  "/history",
  "/cancel",
  "/queue",
];

/** People of all roles, mostly sensible, sometimes not, and strangers. */
export const createPeople = (world: World): People => {
  const { random, store, platform, clock, ids } = world;
  const { tables } = store;

  const directoryOf = (governmentId: string): Directory => {
    const found = tables.directories.get(governmentId);
    if (!found) throw new Error(`no government ${governmentId}`);
    return found;
  };
  const seat = (governmentId: string, agencyId: string, role: string, purpose: ChannelPurpose): Seat => ({
    userId: role === "admin" || role === "auditor" ? `${governmentId}-${role}` : `${agencyId}-${role}`,
    place: platform.placeOf({ platform: "simulator", workspace: governmentId, channel: `${agencyId}-${purpose}` }),
  });
  const officer = ({ government }: Directory, agencyId: string) => seat(government.id, agencyId, "officer", "work");
  const official = ({ government }: Directory, agencyId: string) =>
    seat(government.id, agencyId, "official", "approval");
  const anybody = (directory: Directory): Seat => {
    const agency = random.pick(directory.agencies)?.id ?? "";
    const from = random.chance(0.1) ? random.pick([...tables.directories.keys()]) : undefined;
    const role = random.pick(["officer", "official", "head", "admin", "auditor", "stranger"]) ?? "officer";
    const found = seat(directory.government.id, agency, role, random.chance(0.5) ? "work" : "approval");
    return from === undefined ? found : { ...found, userId: `${from}-dukcapil-${role}` };
  };
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
  const approvalCardOf = (inquiry: Case): SeenMessage | undefined =>
    platform
      .messages()
      .findLast(
        ({ content, deleted }) =>
          !deleted && content.kind === "approval-card" && content.answerId === inquiry.gate?.textId,
      );
  /** The official decides: by reaction, command or button. */
  const decide = (directory: Directory, inquiry: Case): ChatEvent | undefined => {
    const who = official(directory, inquiry.agencyId);
    const card = approvalCardOf(inquiry);
    const way = random.below(4);
    if (way === 0 && card) return react(who, card.ref);
    if (way <= 1 && card) {
      const button = random.pick(card.buttons);
      return button && press(directory, who, card, button);
    }
    if (random.chance(0.25)) return type(who, "reject", `${inquiry.code} ${say(directory)}`);
    return type(who, "approve", inquiry.code);
  };
  const related = (directory: Directory, inquiry: Case): ChatEvent | undefined => {
    const forward = random.pick(inquiry.forwards.filter(({ status }) => status === "open"));
    if (!forward) return undefined;
    const who = officer(directory, forward.agencyId);
    return random.weighted<() => ChatEvent | undefined>([
      [5, () => type(who, "answer", `${inquiry.code} ${say(directory)}`)],
      [2, () => type(who, "return", `${inquiry.code} ${say(directory)}`)],
      [1, () => type(who, "forward", `${inquiry.code} ${targets(directory)}`)],
      [2, () => pressAny(directory, who)],
      [1, () => replyAny(directory, who)],
    ])?.();
  };
  const holder = (directory: Directory, inquiry: Case): ChatEvent | undefined => {
    const who = officer(directory, inquiry.agencyId);
    const { code, status } = inquiry;
    const open = status === "received" || status === "drafting" || status === "revising";
    const commands = seat(directory.government.id, `${directory.government.id}-diskominfo`, "official", "work");
    return random.weighted<() => ChatEvent | undefined>([
      [open ? 8 : 1, () => type(who, "forward", `${code} ${targets(directory)}`)],
      [open || status === "answered" ? 5 : 1, () => type(who, "answer", `${code} ${say(directory)}`)],
      [status === "ready" ? 9 : 0.5, () => type(who, "posted", `${code} https://contoh.go.id/${ids()}`)],
      [status === "closed" ? 0 : 0.4, () => type(who, "close", `${code} ${random.pick(REASONS)}`)],
      [status === "closed" ? 2 : 0, () => type(who, "reopen", `${code} ${say(directory)}`)],
      [3, () => pressAny(directory, who)],
      [0.7, () => type(commands, "forward", `${code} ${targets(directory)}`)],
      [0.5, () => type(who, "status", code)],
    ])?.();
  };
  const next = (directory: Directory, inquiry: Case): ChatEvent | undefined => {
    const { status } = inquiry;
    if (status === "approval" || status === "reporting" || status === "reported")
      return random.chance(0.75) ? decide(directory, inquiry) : holder(directory, inquiry);
    if (status === "ready" && random.chance(0.3)) return decide(directory, inquiry);
    if (inquiry.forwards.some((each) => each.status === "open") && random.chance(0.75))
      return related(directory, inquiry);
    return holder(directory, inquiry);
  };
  const received = (directory: Directory): ChatEvent => {
    const agencyId = random.pick(directory.agencies.slice(0, 3))?.id ?? "";
    return type(officer(directory, agencyId), "inquiry", say(directory));
  };
  /** What nobody should do, or does by mistake. */
  const mischief = (directory: Directory): ChatEvent | undefined => {
    const who = anybody(directory);
    const code = random.pick([...tables.cases.values()])?.inquiry.code ?? "X-26-0001";
    const message = random.pick(seen(who));
    const command = random.pick([
      "approve",
      "reject",
      "posted",
      "answer",
      "forward",
      "return",
      "close",
      "reopen",
      "status",
    ]);
    return random.weighted<() => ChatEvent | undefined>([
      [4, () => type(who, command ?? "status", `${code} ${say(directory)}`)],
      [3, () => pressAny(directory, who)],
      [3, () => message && react(who, message.ref)],
      [2, () => replyAny(directory, who)],
      [1, () => type(who, (random.pick(JUNK) ?? "/help").slice(1), "")],
      [1, () => ({ ...inbound(who), type: "action", token: `forged-${ids()}` })],
    ])?.();
  };
  return {
    act(governmentId) {
      const directory = directoryOf(governmentId);
      const cases = [...tables.cases.values()].filter((each) => each.governmentId === governmentId);
      const living = cases.filter(({ inquiry }) => inquiry.status !== "closed" || random.chance(0.15));
      const known = random.pick(living.slice(-LIVING));
      if (!known || random.chance(living.length < 4 ? 0.4 : 0.1)) return received(directory);
      return random.chance(0.2) ? mischief(directory) : next(directory, known.inquiry);
    },
  };
};

const RECENT = 12;
const LIVING = 8;
