import type { Case } from "../domain/inquiry/model.js";
import type { Outcome } from "../domain/inquiry/outcome.js";
import type { Proposal } from "../domain/proposal/model.js";
import type { ProposalOutcome } from "../domain/proposal/outcome.js";
import { isRefusal, type Refusal, refuse } from "../domain/refusal.js";
import { type AccessAction, rightOf } from "./access.js";
import type { Context } from "./context.js";
import { type Effects, refused, whisper } from "./effects.js";
import { onCase, withName } from "./on-case.js";
import { caseFor, findCase, findProposal } from "./resolve.js";

/** What a code means: a citizen's input, or content. They share their numbers. */
export type Subject =
  | { readonly kind: "case"; readonly inquiry: Case }
  | { readonly kind: "proposal"; readonly proposal: Proposal };

const readable = (context: Context, proposal: Proposal, action: AccessAction): Proposal | Refusal => {
  const right = rightOf(context.directory, context.person.id, action, context.now);
  if (right.any || right.agencyIds.includes(proposal.agencyId)) return proposal;
  return refuse("otherAgency", { code: proposal.code, agency: proposal.agencyId });
};

/** The proposal, if this person may do this to it; else why not. A case's code is told to be one. */
export const proposalFor = async (
  context: Context,
  typed: string,
  action: AccessAction,
): Promise<Proposal | Refusal> => {
  const proposal = await findProposal(context, typed);
  if (proposal) return readable(context, proposal, action);
  const inquiry = await findCase(context, typed);
  return "refusal" in inquiry ? inquiry : refuse("onlyContent", { code: inquiry.code });
};

/** What the code means, if this person may do this to it; else why not. */
export const subjectFor = async (context: Context, typed: string, action: AccessAction): Promise<Subject | Refusal> => {
  const proposal = await findProposal(context, typed);
  if (proposal) {
    const found = readable(context, proposal, action);
    return "refusal" in found ? found : { kind: "proposal", proposal: found };
  }
  const inquiry = await caseFor(context, typed, action);
  return "refusal" in inquiry ? inquiry : { kind: "case", inquiry };
};

/** Turns what the machine of a proposal answers into effects. */
export const proposalEffects = (
  context: Context,
  what: string,
  before: Proposal,
  outcome: ProposalOutcome,
): Effects => {
  if (isRefusal(outcome)) return refused(context, what, withName(context, outcome), { proposalId: before.id });
  const done = { kind: "notice", code: "done", values: { what: `content.${what}` }, proposalId: before.id } as const;
  return { content: { before, done: outcome }, drafts: [whisper(context, "done", done)] };
};

/** Loads the proposal somebody named, checks the right to it, and does what its machine answers. */
export const onProposal = async (
  context: Context,
  what: string,
  code: string,
  action: AccessAction,
  decide: (proposal: Proposal) => ProposalOutcome | Promise<ProposalOutcome>,
): Promise<Effects> => {
  const proposal = await proposalFor(context, code, action);
  if ("refusal" in proposal) return refused(context, what, proposal);
  return proposalEffects(context, what, proposal, await decide(proposal));
};

/** What a command does to either. */
export interface OnSubject {
  readonly inquiry: (inquiry: Case) => Outcome | Promise<Outcome>;
  readonly proposal: (proposal: Proposal) => ProposalOutcome | Promise<ProposalOutcome>;
}

/** For commands that cases and proposals have in common. */
export const onSubject = async (
  context: Context,
  what: string,
  code: string,
  action: AccessAction,
  decide: OnSubject,
): Promise<Effects> => {
  if (await findProposal(context, code)) return onProposal(context, what, code, action, decide.proposal);
  return onCase(context, what, code, action, decide.inquiry);
};
