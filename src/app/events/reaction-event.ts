import type { Decision } from "../../domain/approval/model.js";
import { standingDecisions } from "../../domain/approval/queries.js";
import { reject } from "../../domain/inquiry/deciding.js";
import type { Case } from "../../domain/inquiry/model.js";
import { returnProposal } from "../../domain/proposal/deciding.js";
import { isRefusal, type Refusal } from "../../domain/refusal.js";
import type { ChatEvent } from "../../ports/chat/inbound.js";
import type { MessageContent } from "../../ports/message-content.js";
import { ask } from "../ask.js";
import { sayYesTo } from "../commands/approve.js";
import { rejectCommand } from "../commands/reject.js";
import { decideProposal } from "../content/deciding.js";
import { contentFormOf } from "../content/forms.js";
import type { Context } from "../context.js";
import { answerOf, type Decidable, decideAs, deciderOf, versionOf } from "../decide-as.js";
import { type About, type Effects, refused, refusedSilently } from "../effects.js";
import { withName } from "../on-case.js";

/** A text before the officials, whichever it belongs to. */
interface Asked {
  readonly code: string;
  readonly decidable: Decidable;
  readonly textId: string;
  readonly decisions: readonly Decision[];
  readonly about: About;
  /** Whether a rejection would count, and why not. */
  readonly rejectable: () => object;
}

const askedAbout = async (context: Context, card: MessageContent): Promise<Asked | undefined> => {
  const { reader, directory } = context;
  if (card.kind === "approval-card") {
    const inquiry = await reader.caseById(directory.government.id, card.inquiryId);
    return inquiry && askedOfCase(context, inquiry, card.answerId);
  }
  if (card.kind !== "proposal-approval") return undefined;
  const proposal = await reader.proposalById(directory.government.id, card.proposalId);
  return (
    proposal && {
      ...{ code: proposal.code, decisions: proposal.decisions, textId: card.versionId },
      decidable: versionOf(proposal),
      about: { proposalId: proposal.id },
      rejectable: () =>
        decideProposal(context, proposal, card.versionId, (input) =>
          returnProposal(proposal, { ...input, reason: "" }),
        ),
    }
  );
};

const askedOfCase = (context: Context, inquiry: Case, textId: string): Asked => ({
  ...{ code: inquiry.code, decisions: inquiry.decisions, textId },
  decidable: answerOf(inquiry),
  about: { inquiryId: inquiry.id },
  rejectable: () => decideAs(context, inquiry, textId, (input) => reject(inquiry, { ...input, reason: "" })),
});

/** The same person reacting the same way again has already been heard. */
const heard = ({ person }: Context, { decisions, textId }: Asked, kinds: readonly string[]): boolean => {
  const own = standingDecisions(decisions, textId).findLast(({ personId }) => personId === person.id);
  return own !== undefined && kinds.includes(own.kind);
};

/** The reason is asked for only where it would count: nobody types one for nothing. */
const rejecting = (context: Context, asked: Asked): Effects => {
  const tried = asked.rejectable();
  if (isRefusal(tried)) return refused(context, "reactionReject", withName(context, tried), asked.about);
  const form = asked.about.proposalId === undefined ? rejectCommand.name : contentFormOf(rejectCommand.name);
  return ask(context, rejectCommand, { code: asked.code, answer: asked.textId }, "reason", undefined, form);
};

/** Who wrote on the text is told so, or where the one they wrote is; anybody else of a reaction that does not count nothing. */
const isAnswered = ({ refusal }: Refusal): boolean => refusal === "ownText" || refusal === "oldText";

/**
 * A reaction counts only on a card before the officials, from one who may decide it. Anyone else's does nothing and says
 * nothing; it is kept in the history. Taking a reaction away does nothing.
 */
export const onReaction = async (context: Context, event: ChatEvent & { type: "reaction" }): Promise<Effects> => {
  const { reaction } = event;
  if (event.change === "removed" || (reaction !== "approve" && reaction !== "reject")) return {};
  const asked = context.repliedContent && (await askedAbout(context, context.repliedContent));
  if (!asked) return {};
  const what = reaction === "approve" ? "reaction" : "reactionReject";
  const appointment = deciderOf(context, asked.decidable, asked.textId);
  if ("refusal" in appointment)
    return isAnswered(appointment)
      ? refused(context, what, appointment, asked.about)
      : refusedSilently(context, what, appointment, asked.about);
  if (reaction === "reject") return heard(context, asked, ["reject"]) ? {} : rejecting(context, asked);
  const said = await sayYesTo(context, "reaction", asked.code, asked.textId);
  const again = heard(context, asked, ["approve", "acknowledge"]);
  // A repeated yes may be enough now, where fewer are needed than before.
  return again && !said.done && !said.content ? {} : said;
};
