import type { Decision } from "../../domain/approval/model.js";
import { reject } from "../../domain/inquiry/deciding.js";
import type { Case } from "../../domain/inquiry/model.js";
import { returnProposal } from "../../domain/proposal/deciding.js";
import { isRefusal } from "../../domain/refusal.js";
import type { MessageContent } from "../../ports/message-content.js";
import { ask } from "../ask.js";
import { rejectCommand } from "../commands/reject.js";
import { decideProposal } from "../content/deciding.js";
import { contentFormOf } from "../content/forms.js";
import type { Context } from "../context.js";
import { answerOf, type Decidable, decideAs, versionOf } from "../decide-as.js";
import { type About, type Effects, refused } from "../effects.js";
import { withName } from "../on-case.js";

/** A text before the officials, whichever it belongs to. */
export interface Asked {
  readonly code: string;
  readonly decidable: Decidable;
  readonly textId: string;
  readonly decisions: readonly Decision[];
  readonly about: About;
  /** Whether a rejection would count, and why not. */
  readonly rejectable: () => object;
}

/** The text a message puts before the officials; undefined for any other message. */
export const askedAbout = async (context: Context, card: MessageContent): Promise<Asked | undefined> => {
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

/** The reason is asked for only where it would count: nobody types one for nothing. `what` names how it was tried. */
export const rejecting = (context: Context, asked: Asked, what: string): Effects => {
  const tried = asked.rejectable();
  if (isRefusal(tried)) return refused(context, what, withName(context, tried), asked.about);
  const form = asked.about.proposalId === undefined ? rejectCommand.name : contentFormOf(rejectCommand.name);
  return ask(context, rejectCommand, { code: asked.code, answer: asked.textId }, "reason", undefined, form);
};
