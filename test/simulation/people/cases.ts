import type { Case } from "../../../src/domain/inquiry/model.js";
import type { Directory } from "../../../src/domain/registry/model.js";
import type { ChatEvent } from "../../../src/ports/chat/inbound.js";
import type { SeenMessage } from "../platform.js";
import type { World } from "../world.js";
import { type Hands, REASONS } from "./hands.js";

/** What people do about citizens' questions. */
export const createCasePeople = ({ random, ids }: World, hands: Hands) => {
  const { seat, officer, official, say, type, react, targets, press, pressAny, replyAny, shown } = hands;

  const approvalCardOf = (inquiry: Case): SeenMessage | undefined =>
    shown(({ content }) => content.kind === "approval-card" && content.answerId === inquiry.gate?.textId);
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
  return { next, received };
};
