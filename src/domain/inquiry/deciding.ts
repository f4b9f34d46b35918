import type { Case, Decision, DecisionKind, Gate } from "./model.js";
import { type Fact, type Outcome, type Refusal, refuse } from "./outcome.js";
import { standingDecision } from "./queries.js";

/** How long a decision can be taken back, in milliseconds (product.md, "Reactions and replies"). */
export const undoWindowMs = 120_000;

/** Who decides, about which exact text. `answerId` absent: about the current one. */
export interface DecisionInput {
  readonly decisionId: string;
  readonly answerId?: string;
  readonly by: string;
  readonly appointmentId: string;
  readonly position: string;
  readonly at: Date;
  readonly reason?: string;
}

const answerOf = (inquiry: Case, answerId: string) => inquiry.answers.find((answer) => answer.id === answerId);

/** Records a decision about the gate's answer and moves the case. The checks were made before. */
const record = (
  inquiry: Case,
  kind: DecisionKind,
  input: DecisionInput,
  change: Partial<Case>,
  more: readonly Fact[] = [],
): Outcome => {
  const answer = inquiry.gate && answerOf(inquiry, inquiry.gate.answerId);
  if (!answer) return refuse("noAnswer", { code: inquiry.code });
  const reason = input.reason === undefined ? {} : { reason: input.reason };
  const decision: Decision = {
    id: input.decisionId,
    answerId: answer.id,
    hash: answer.hash,
    kind,
    ...reason,
    personId: input.by,
    appointmentId: input.appointmentId,
    position: input.position,
    at: input.at,
  };
  const fact: Fact = {
    kind: "decided",
    decisionId: decision.id,
    decision: kind,
    answerId: answer.id,
    version: answer.version,
    hash: answer.hash,
    position: input.position,
    ...reason,
  };
  const decisions = [...inquiry.decisions, decision];
  return { next: { ...inquiry, ...change, decisions, updatedAt: input.at }, facts: [fact, ...more] };
};

/** Common to all decisions: there is an open gate, about this very text, which the decider did not write. */
const whyNot = (inquiry: Case, input: DecisionInput): Refusal | undefined => {
  const { code, gate } = inquiry;
  if (inquiry.status === "closed") return refuse("closedCase", { code });
  const current = gate && answerOf(inquiry, gate.answerId);
  if (input.answerId !== undefined && current && input.answerId !== current.id)
    return refuse("oldText", { code, version: current.version });
  if (!gate || !current || gate.kind === "none") return refuse("notAwaiting", { code });
  if (current.authorId === input.by) return refuse("ownText");
  return undefined;
};

const decidedAlready = (inquiry: Case): Refusal => {
  const standing = inquiry.gate && standingDecision(inquiry, inquiry.gate.answerId);
  if (!standing) return refuse("notAwaiting", { code: inquiry.code });
  return refuse("alreadyDecided", {
    code: inquiry.code,
    decision: standing.kind,
    name: standing.personId,
    position: standing.position,
    time: standing.at.toISOString(),
  });
};

/** The official approves this exact text. `alreadyDecided` names the person by id; the caller puts the name there. */
export const approve = (inquiry: Case, input: DecisionInput): Outcome => {
  const refused = whyNot(inquiry, input);
  if (refused) return refused;
  const { gate } = inquiry;
  if (inquiry.status !== "approval" || !gate) return decidedAlready(inquiry);
  const version = answerOf(inquiry, gate.answerId)?.version ?? 0;
  return record(inquiry, "approve", input, { status: "ready", gate: { ...gate, passed: true } }, [
    { kind: "ready", answerId: gate.answerId, version },
  ]);
};

/** The official wants changes, with a reason. Also stops an answer that only had to be reported. */
export const reject = (inquiry: Case, input: DecisionInput & { readonly reason: string }): Outcome => {
  const refused = whyNot(inquiry, input);
  if (refused) return refused;
  const { gate, status } = inquiry;
  const reported = gate?.kind === "report" && (status === "reporting" || status === "reported" || status === "ready");
  if (!gate || (status !== "approval" && !reported)) return decidedAlready(inquiry);
  return record(inquiry, "reject", input, { status: "revising", gate: { ...gate, passed: false } });
};

const reportOpen = (inquiry: Case): boolean =>
  inquiry.gate?.kind === "report" && ["reporting", "reported", "ready"].includes(inquiry.status);

/** "Mengetahui": the official has read a reported answer. Opens the gate where the government waits for it. */
export const acknowledge = (inquiry: Case, input: DecisionInput): Outcome => {
  const refused = whyNot(inquiry, input);
  if (refused) return refused;
  const { gate } = inquiry;
  if (!gate || !reportOpen(inquiry) || standingDecision(inquiry, gate.answerId)) return decidedAlready(inquiry);
  if (inquiry.status === "ready") return record(inquiry, "acknowledge", input, {});
  const version = answerOf(inquiry, gate.answerId)?.version ?? 0;
  return record(inquiry, "acknowledge", input, { status: "ready", gate: { ...gate, passed: true } }, [
    { kind: "ready", answerId: gate.answerId, version },
  ]);
};

/** "Tahan dulu": a reported answer now waits for the official's decision. */
export const hold = (inquiry: Case, input: DecisionInput): Outcome => {
  const refused = whyNot(inquiry, input);
  if (refused) return refused;
  const { gate } = inquiry;
  if (!gate || !reportOpen(inquiry)) return decidedAlready(inquiry);
  return record(inquiry, "hold", input, { status: "approval", gate: { ...gate, kind: "approve", passed: false } });
};

const before = (gate: Gate, undone: Decision, reportNeedsAcknowledgement: boolean): Partial<Case> => {
  const waits = { ...gate, passed: false };
  if (undone.kind !== "hold" && undone.kind !== "acknowledge" && gate.kind === "approve")
    return { status: "approval", gate: waits };
  const report = { ...gate, kind: "report" as const };
  return reportNeedsAcknowledgement
    ? { status: "reported", gate: { ...report, passed: false } }
    : { status: "ready", gate: { ...report, passed: true } };
};

/** The status a decision leaves: once the case moved on from it, the decision cannot be taken back. */
const leftBy: Record<Exclude<DecisionKind, "undo">, Case["status"]> = {
  approve: "ready",
  acknowledge: "ready",
  reject: "revising",
  hold: "approval",
};

/** "Urungkan": takes one's own decision back within two minutes while the text is current and nothing was posted. */
export const undo = (
  inquiry: Case,
  input: DecisionInput & { readonly undoes: string; readonly reportNeedsAcknowledgement: boolean },
): Outcome => {
  const { code, gate } = inquiry;
  const undone = inquiry.decisions.find((decision) => decision.id === input.undoes);
  const standing = gate && standingDecision(inquiry, gate.answerId);
  if (!gate || !undone || undone.kind === "undo" || standing?.id !== undone.id || undone.personId !== input.by)
    return refuse("undoTooLate", { code });
  if (inquiry.status !== leftBy[undone.kind]) return refuse("undoTooLate", { code });
  if (input.at.getTime() - undone.at.getTime() > undoWindowMs) return refuse("undoTooLate", { code });
  return record(inquiry, "undo", input, before(gate, undone, input.reportNeedsAcknowledgement));
};

/** The report of an answer reached the official's channel: its gate opens, unless the government waits for "Mengetahui". */
export const deliverReport = (
  inquiry: Case,
  input: { readonly answerId: string; readonly at: Date; readonly needsAcknowledgement: boolean },
): Outcome => {
  const { gate } = inquiry;
  if (inquiry.status !== "reporting" || !gate || gate.answerId !== input.answerId)
    return refuse("stale", { code: inquiry.code });
  const version = answerOf(inquiry, gate.answerId)?.version ?? 0;
  const reported: Fact = { kind: "reported", answerId: gate.answerId, version };
  if (input.needsAcknowledgement)
    return { next: { ...inquiry, status: "reported", updatedAt: input.at }, facts: [reported] };
  return {
    next: { ...inquiry, status: "ready", gate: { ...gate, passed: true }, updatedAt: input.at },
    facts: [reported, { kind: "ready", answerId: gate.answerId, version }],
  };
};
