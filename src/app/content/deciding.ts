import type { DecisionInput } from "../../domain/approval/decide.js";
import type { Proposal } from "../../domain/proposal/model.js";
import type { ProposalOutcome } from "../../domain/proposal/outcome.js";
import type { Context } from "../context.js";
import { decisionInput, versionOf } from "../decide-as.js";

/** An official decides about a proposal, by the appointment that lets them, or is refused; see `decideAs`. */
export const decideProposal = (
  context: Context,
  proposal: Proposal,
  versionId: string | undefined,
  decide: (input: DecisionInput) => ProposalOutcome,
): ProposalOutcome => {
  const input = decisionInput(context, versionOf(proposal), versionId);
  return "refusal" in input ? input : decide(input);
};
