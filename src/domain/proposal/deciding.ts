import type { DecisionInput, Verdict } from "../approval/decide.js";
import * as approval from "../approval/decide.js";
import type { Matter } from "../approval/model.js";
import { isRefusal, type Refusal, refuse } from "../refusal.js";
import type { Proposal, ProposalStatus } from "./model.js";
import type { ProposalFact, ProposalOutcome } from "./outcome.js";
import { currentVersion, returnableEdit } from "./queries.js";

/** An edit that kept its approval was only told to the officials: they may still say no to it. */
const matterOf = (proposal: Proposal): Matter => {
  const { code, status, gate, versions: texts, decisions } = proposal;
  const told = returnableEdit(proposal) ? "reported" : "decided";
  return { code, standing: status === "submitted" ? "waiting" : told, texts, decisions, ...(gate ? { gate } : {}) };
};

const after = (proposal: Proposal, verdict: Verdict | Refusal): ProposalOutcome => {
  if (isRefusal(verdict)) return verdict;
  const { decision, fact, gate, opened } = verdict;
  // Somebody was writing on meanwhile: that is the editing which follows the selection.
  const selected = proposal.draft ? "editing" : "ready";
  const facts: ProposalFact[] = [fact];
  if (opened && selected === "ready")
    facts.push({ kind: "contentReady", versionId: fact.textId, version: fact.version });
  const status = decision.kind === "reject" ? "returned" : gate.passed ? selected : "submitted";
  return {
    next: {
      ...proposal,
      status,
      gate,
      decisions: [...proposal.decisions, decision],
      updatedAt: decision.at,
    },
    facts,
  };
};

/** What was withdrawn is not decided about, and not taken up again as a case is. */
const decided = (proposal: Proposal, decide: (matter: Matter) => Verdict | Refusal): ProposalOutcome =>
  proposal.status === "withdrawn"
    ? refuse("withdrawn", { code: proposal.code })
    : after(proposal, decide(matterOf(proposal)));

/** The official selects this exact version, see `approval.approve` (jabar-2019 Lamp. D angka 2). */
export const select = (proposal: Proposal, input: DecisionInput): ProposalOutcome =>
  decided(proposal, (matter) => approval.approve(matter, input));

/**
 * The official returns it, with a reason (jabar-2019 Lamp. D angka 3). An edit that kept its approval is returned too, until
 * it is posted.
 */
export const returnProposal = (
  proposal: Proposal,
  input: DecisionInput & { readonly reason: string },
): ProposalOutcome => decided(proposal, (matter) => approval.reject(matter, input));

/** "Urungkan": takes one's own decision back within two minutes while nothing was built on it. */
export const undoSelection = (
  proposal: Proposal,
  input: DecisionInput & { readonly undoes: string },
): ProposalOutcome => {
  const left: Readonly<Record<string, readonly ProposalStatus[]>> = {
    approve: proposal.gate?.passed ? ["ready", "editing"] : ["submitted"],
    reject: ["returned"],
  };
  const current = currentVersion(proposal);
  const posted = proposal.publications.some(({ versionId }) => versionId === current?.id);
  const movedOn = (kind: string) => posted || !left[kind]?.includes(proposal.status);
  const undone = approval.undo(matterOf(proposal), { ...input, movedOn, reportNeedsAcknowledgement: false });
  // Whose return of a kept edit is taken back: the approval it kept stands again.
  const stands = !isRefusal(undone) && current?.inherits !== undefined;
  return after(proposal, stands ? { ...undone, gate: { ...undone.gate, passed: true } } : undone);
};
