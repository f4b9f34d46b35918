import type { DecisionInput } from "../../domain/approval/decide.js";
import type { Proposal } from "../../domain/proposal/model.js";
import type { ProposalOutcome } from "../../domain/proposal/outcome.js";
import type { Context } from "../context.js";
import { decisionInput } from "../decide-as.js";

/** Who wrote the version at the gate; empty while there is none. */
export const versionAuthor = ({ versions, gate }: Proposal): string =>
  versions.find(({ id }) => id === gate?.textId)?.authorId ?? "";

/** An official decides about a proposal, by the appointment that lets them, or is refused; see `decideAs`. */
export const decideProposal = (
  context: Context,
  proposal: Proposal,
  versionId: string | undefined,
  decide: (input: DecisionInput) => ProposalOutcome,
): ProposalOutcome => {
  const input = decisionInput(context, proposal.agencyId, versionAuthor(proposal), versionId);
  return "refusal" in input ? input : decide(input);
};
