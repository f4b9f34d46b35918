import { standingDecision } from "../../domain/approval/queries.js";
import { reject } from "../../domain/inquiry/deciding.js";
import type { Case } from "../../domain/inquiry/model.js";
import { isRefusal } from "../../domain/refusal.js";
import type { ChatEvent } from "../../ports/chat/inbound.js";
import type { MessageContent } from "../../ports/message-content.js";
import { ask } from "../ask.js";
import { sayYes } from "../commands/approve.js";
import { rejectCommand } from "../commands/reject.js";
import type { Context } from "../context.js";
import { authorOf, decideAs } from "../decide-as.js";
import { deciderFor } from "../deciders.js";
import { type Effects, refused, refusedSilently } from "../effects.js";
import { onCase, withName } from "../on-case.js";

type ApprovalCard = Extract<MessageContent, { kind: "approval-card" }>;

/** The same person reacting the same way again has already been heard. */
const heard = (context: Context, inquiry: Case, answerId: string, kinds: readonly string[]): boolean => {
  const standing = standingDecision(inquiry.decisions, answerId);
  return standing?.personId === context.person.id && kinds.includes(standing.kind);
};

const approving = (context: Context, inquiry: Case, card: ApprovalCard): Promise<Effects> =>
  onCase(context, "reaction", inquiry.code, "case.read", (each) =>
    decideAs(context, each, card.answerId, (input) => sayYes(each, input)),
  );

/** The reason is asked for only where it would count: nobody types one for nothing. */
const rejecting = (context: Context, inquiry: Case, card: ApprovalCard): Effects => {
  const tried = decideAs(context, inquiry, card.answerId, (input) => reject(inquiry, { ...input, reason: "" }));
  if (isRefusal(tried)) return refused(context, "reaction", withName(context, tried), { inquiryId: inquiry.id });
  return ask(context, rejectCommand, { code: inquiry.code, answer: card.answerId }, "reason");
};

/**
 * A reaction counts only on a card before the official, from an official who may decide it. Anyone else's does nothing and
 * says nothing; it is kept in the history. Taking a reaction away does nothing.
 */
export const onReaction = async (context: Context, event: ChatEvent & { type: "reaction" }): Promise<Effects> => {
  const card = context.repliedContent;
  if (event.change === "removed" || card?.kind !== "approval-card") return {};
  if (event.reaction !== "approve" && event.reaction !== "reject") return {};
  const inquiry = await context.reader.caseById(context.directory.government.id, card.inquiryId);
  if (!inquiry) return {};
  const appointment = deciderFor(context, inquiry.agencyId, authorOf(inquiry));
  if ("refusal" in appointment)
    return appointment.refusal === "ownText"
      ? refused(context, "reaction", appointment, { inquiryId: inquiry.id })
      : refusedSilently(context, "reaction", appointment.refusal, { inquiryId: inquiry.id });
  if (event.reaction === "reject")
    return heard(context, inquiry, card.answerId, ["reject"]) ? {} : rejecting(context, inquiry, card);
  if (heard(context, inquiry, card.answerId, ["approve", "acknowledge"])) return {};
  return approving(context, inquiry, card);
};
