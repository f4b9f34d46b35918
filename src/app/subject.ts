import type { Case } from "../domain/inquiry/model.js";
import type { Outcome } from "../domain/inquiry/outcome.js";
import type { Proposal } from "../domain/proposal/model.js";
import type { ProposalOutcome } from "../domain/proposal/outcome.js";
import { isRefusal, type Refusal, refuse } from "../domain/refusal.js";
import { type Access, type AccessAction, actionFor, rightOf } from "./access.js";
import type { Context } from "./context.js";
import { type Effects, refused, whisper } from "./effects.js";
import { caseEffects, withName } from "./on-case.js";
import { refusedAbout } from "./refused-about.js";
import { findSubject, readableCase, refusalOfRight, type Subject } from "./resolve.js";

const readable = (context: Context, proposal: Proposal, action: AccessAction): Proposal | Refusal => {
  const right = rightOf(context.directory, context.person.id, action, context.now);
  if (right.any || right.agencyIds.includes(proposal.agencyId)) return proposal;
  return refuse("otherAgency", { code: proposal.code, agency: proposal.agencyId });
};

/** The proposal, if this person may do this to it; else why not. A case's code is told to be one. */
const proposalFor = async (context: Context, typed: string, action: AccessAction): Promise<Proposal | Refusal> => {
  const found = await findSubject(context, typed);
  if ("refusal" in found) return found;
  if (found.kind === "case") return refuse("onlyContent", { code: found.inquiry.code });
  return readable(context, found.proposal, action);
};

/** What the code means, if this person may do this to it; else why not. */
export const subjectFor = async (context: Context, typed: string, access: Access): Promise<Subject | Refusal> => {
  const found = await findSubject(context, typed);
  if ("refusal" in found) return found;
  const action = actionFor(access, found.kind === "case" ? "inquiry" : "proposal");
  const barred = refusalOfRight(context, action);
  if (barred) return barred;
  const allowed =
    found.kind === "case" ? readableCase(context, found.inquiry, action) : readable(context, found.proposal, action);
  return "refusal" in allowed ? allowed : found;
};

/** Turns what the machine of a proposal answers into effects. Where its card is elsewhere, that is said. */
const proposalEffects = (context: Context, what: string, before: Proposal, outcome: ProposalOutcome): Effects => {
  if (isRefusal(outcome)) return refused(context, what, withName(context, outcome), { proposalId: before.id });
  const { purpose, agencyId } = context.channel;
  const elsewhere = purpose === "work" && agencyId === before.agencyId ? {} : { elsewhere: "yes" };
  const values = { what: `content.${what}`, ...elsewhere };
  const done = { kind: "notice", code: "done", values, proposalId: before.id } as const;
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
  if (isRefusal(proposal)) return refusedAbout(context, what, proposal, code);
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
  access: Access,
  decide: OnSubject,
): Promise<Effects> => {
  const subject = await subjectFor(context, code, access);
  if (isRefusal(subject)) return refusedAbout(context, what, subject, code);
  if (subject.kind === "case")
    return caseEffects(context, what, subject.inquiry, await decide.inquiry(subject.inquiry));
  return proposalEffects(context, what, subject.proposal, await decide.proposal(subject.proposal));
};
