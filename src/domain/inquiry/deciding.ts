import type { DecisionInput, Verdict } from "../approval/decide.js";
import * as approval from "../approval/decide.js";
import type { DecisionKind, Gate, Matter } from "../approval/model.js";
import { isRefusal, type Refusal, refuse } from "../refusal.js";
import type { Case, InquiryStatus } from "./model.js";
import type { Fact, Outcome } from "./outcome.js";

const reportedStatuses: readonly InquiryStatus[] = ["reporting", "reported", "ready"];

const standingOf = ({ status, gate }: Case): Matter["standing"] => {
  if (status === "closed") return "over";
  if (status === "approval") return "waiting";
  return gate?.kind === "report" && reportedStatuses.includes(status) ? "reported" : "decided";
};

const matterOf = (inquiry: Case): Matter => {
  const { code, gate, answers: texts, decisions } = inquiry;
  return { code, standing: standingOf(inquiry), texts, decisions, ...(gate ? { gate } : {}) };
};

const statusAt = (kind: DecisionKind, gate: Gate): InquiryStatus => {
  if (kind === "reject") return "revising";
  if (gate.passed) return "ready";
  return gate.kind === "approve" ? "approval" : "reported";
};

/** The case as a decision leaves it. */
const after = (inquiry: Case, verdict: Verdict | Refusal): Outcome => {
  if (isRefusal(verdict)) return verdict;
  const { decision, fact, gate, opened } = verdict;
  const facts: Fact[] = [fact];
  if (opened) facts.push({ kind: "ready", answerId: fact.textId, version: fact.version });
  return {
    next: {
      ...inquiry,
      status: statusAt(decision.kind, gate),
      gate,
      decisions: [...inquiry.decisions, decision],
      updatedAt: decision.at,
    },
    facts,
  };
};

/** The official approves this exact text, see `approval.approve`. */
export const approve = (inquiry: Case, input: DecisionInput): Outcome =>
  after(inquiry, approval.approve(matterOf(inquiry), input));

/** The official wants changes, with a reason. Also stops an answer that only had to be reported. */
export const reject = (inquiry: Case, input: DecisionInput & { readonly reason: string }): Outcome =>
  after(inquiry, approval.reject(matterOf(inquiry), input));

/** "Mengetahui": the official has read a reported answer. Opens the gate where the government waits for it. */
export const acknowledge = (inquiry: Case, input: DecisionInput): Outcome =>
  after(inquiry, approval.acknowledge(matterOf(inquiry), input));

/** "Tahan dulu": a reported answer now waits for the official's decision. */
export const hold = (inquiry: Case, input: DecisionInput): Outcome =>
  after(inquiry, approval.hold(matterOf(inquiry), input));

/** "Urungkan": takes one's own decision back within two minutes while the text is current and nothing was posted. */
export const undo = (
  inquiry: Case,
  input: DecisionInput & { readonly undoes: string; readonly reportNeedsAcknowledgement: boolean },
): Outcome => {
  const { gate, status } = inquiry;
  const movedOn = (kind: Exclude<DecisionKind, "undo">) => gate === undefined || status !== statusAt(kind, gate);
  return after(inquiry, approval.undo(matterOf(inquiry), { ...input, movedOn }));
};

/** The report of an answer reached the official's channel: its gate opens, unless the government waits for "Mengetahui". */
export const deliverReport = (
  inquiry: Case,
  input: { readonly answerId: string; readonly at: Date; readonly needsAcknowledgement: boolean },
): Outcome => {
  const { gate } = inquiry;
  if (inquiry.status !== "reporting" || gate?.textId !== input.answerId) return refuse("stale", { code: inquiry.code });
  const answerId = gate.textId;
  const version = inquiry.answers.find(({ id }) => id === answerId)?.version ?? 0;
  const reported: Fact = { kind: "reported", answerId, version };
  if (input.needsAcknowledgement)
    return { next: { ...inquiry, status: "reported", updatedAt: input.at }, facts: [reported] };
  return {
    next: { ...inquiry, status: "ready", gate: { ...gate, passed: true }, updatedAt: input.at },
    facts: [reported, { kind: "ready", answerId, version }],
  };
};
