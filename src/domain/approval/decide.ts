import { type Refusal, refuse } from "../refusal.js";
import type { Decided, Decision, DecisionKind, Gate, Matter } from "./model.js";
import { standingApprovals, standingDecision, standingDecisions, writersOf } from "./queries.js";

/** How long a decision can be taken back, in milliseconds (docs/content.md, "Who decides"). */
export const undoWindowMs = 120_000;

/** Who decides, about which exact text. `textId` absent: about the current one. */
export interface DecisionInput {
  readonly decisionId: string;
  readonly textId?: string;
  readonly by: string;
  readonly appointmentId: string;
  readonly position: string;
  readonly at: Date;
  readonly reason?: string;
  /** How many officials have to approve the text, at least 1. */
  readonly needed: number;
}

/** What comes of a decision: the gate as it is then, and whether this decision opened it. */
export interface Verdict {
  readonly decision: Decision;
  readonly fact: Decided;
  readonly gate: Gate;
  readonly opened: boolean;
}

interface Open {
  readonly gate: Gate;
  readonly textId: string;
}

/** Another text is at the gate than the one somebody saw: which one; undefined where it is that one, or none was seen. */
export const movedOn = (
  { code, gate, texts }: Pick<Matter, "code" | "gate" | "texts">,
  textId: string | undefined,
): Refusal | undefined => {
  const current = texts.find(({ id }) => id === gate?.textId);
  if (textId === undefined || !current || textId === current.id) return undefined;
  return refuse("oldText", { code, version: current.version });
};

/** Common to all decisions: there is an open gate, about this very text, which the decider did not write on. */
const openGate = (matter: Matter, input: DecisionInput): Open | Refusal => {
  const { code, gate } = matter;
  if (matter.standing === "over") return refuse("closedCase", { code });
  const current = gate && matter.texts.find((text) => text.id === gate.textId);
  const moved = movedOn(matter, input.textId);
  if (moved) return moved;
  if (!gate || !current || gate.kind === "none") return refuse("notAwaiting", { code });
  if (writersOf(current).includes(input.by)) return refuse("ownText");
  return { gate, textId: current.id };
};

const decidedAlready = (matter: Matter): Refusal => {
  const standing = matter.gate && standingDecision(matter.decisions, matter.gate.textId);
  if (!standing) return refuse("notAwaiting", { code: matter.code });
  return refuse("alreadyDecided", {
    code: matter.code,
    decision: standing.kind,
    name: standing.personId,
    position: standing.position,
    time: standing.at.toISOString(),
  });
};

const verdict = (
  matter: Matter,
  kind: DecisionKind,
  input: DecisionInput,
  gate: Gate,
  opened = false,
): Verdict | Refusal => {
  const text = matter.texts.find((each) => each.id === gate.textId);
  if (!text) return refuse("notAwaiting", { code: matter.code });
  const { decisionId: id, by: personId, appointmentId, position, at } = input;
  const reason = input.reason === undefined ? {} : { reason: input.reason };
  const { id: textId, hash, version } = text;
  return {
    decision: { id, textId, hash, kind, ...reason, personId, appointmentId, position, at },
    fact: { kind: "decided", decisionId: id, decision: kind, textId, version, hash, position, ...reason },
    gate,
    opened,
  };
};

/**
 * The official approves this exact text. It passes when as many officials as are `needed` approved it. Nobody counts twice;
 * but fewer may be needed than before (somebody's appointment ended), and then a repeated yes is enough.
 * `alreadyDecided` names the person by id; the caller puts the name there.
 */
export const approve = (matter: Matter, input: DecisionInput): Verdict | Refusal => {
  const open = openGate(matter, input);
  if ("refusal" in open) return open;
  const before = new Set(standingApprovals(matter.decisions, open.textId).map(({ personId }) => personId));
  const enough = new Set([...before, input.by]).size >= input.needed;
  if (matter.standing !== "waiting" || (before.has(input.by) && !enough)) return decidedAlready(matter);
  return verdict(matter, "approve", input, { ...open.gate, passed: enough }, enough);
};

/** The official wants changes, with a reason. One is enough to return a text. Also stops one that only was reported. */
export const reject = (matter: Matter, input: DecisionInput & { readonly reason: string }): Verdict | Refusal => {
  const open = openGate(matter, input);
  if ("refusal" in open) return open;
  if (matter.standing === "decided") return decidedAlready(matter);
  return verdict(matter, "reject", input, { ...open.gate, passed: false });
};

/** "Mengetahui": the official has read a reported text. Opens the gate where the government waits for it. */
export const acknowledge = (matter: Matter, input: DecisionInput): Verdict | Refusal => {
  const open = openGate(matter, input);
  if ("refusal" in open) return open;
  if (matter.standing !== "reported" || standingDecision(matter.decisions, open.textId)) return decidedAlready(matter);
  return verdict(matter, "acknowledge", input, { ...open.gate, passed: true }, !open.gate.passed);
};

/** "Tahan dulu": a reported text now waits for the officials' decision. */
export const hold = (matter: Matter, input: DecisionInput): Verdict | Refusal => {
  const open = openGate(matter, input);
  if ("refusal" in open) return open;
  if (matter.standing !== "reported") return decidedAlready(matter);
  return verdict(matter, "hold", input, { ...open.gate, kind: "approve", passed: false });
};

/** A gate without what was taken back: whether it was for approval, or had only been reported. */
const gateBefore = (gate: Gate, undone: Decision, reportNeedsAcknowledgement: boolean): Gate => {
  const reported = undone.kind === "hold" || undone.kind === "acknowledge" || gate.kind === "report";
  if (!reported) return { ...gate, passed: false };
  return { ...gate, kind: "report", passed: !reportNeedsAcknowledgement };
};

/** It stands for good: what it was, and which version waits for the officials now, if one does. */
const tooLate = ({ code, standing, gate, texts }: Matter, undone: Decision | undefined): Refusal => {
  const waiting = standing === "waiting" ? texts.find(({ id }) => id === gate?.textId) : undefined;
  return refuse("undoTooLate", {
    code,
    ...(undone?.kind === "reject" ? { returned: "yes" } : {}),
    ...(waiting ? { version: waiting.version } : {}),
  });
};

/**
 * "Urungkan": takes one's own decision back within two minutes while the text is current. `movedOn`: something was built
 * on the decision since, so that it stands. `undoOther` names who could take it back by id.
 */
export const undo = (
  matter: Matter,
  input: DecisionInput & {
    readonly undoes: string;
    readonly movedOn: (kind: Exclude<DecisionKind, "undo">) => boolean;
    readonly reportNeedsAcknowledgement: boolean;
  },
): Verdict | Refusal => {
  const { code, gate, decisions } = matter;
  const undone = decisions.find((decision) => decision.id === input.undoes);
  if (!gate || !undone || undone.kind === "undo") return tooLate(matter, undone);
  const stands = standingDecisions(decisions, gate.textId);
  const last = undone.kind === "approve" || stands.at(-1)?.id === undone.id;
  if (!last || !stands.includes(undone) || input.movedOn(undone.kind)) return tooLate(matter, undone);
  if (input.at.getTime() - undone.at.getTime() > undoWindowMs) return tooLate(matter, undone);
  if (undone.personId !== input.by) return refuse("undoOther", { code, name: undone.personId });
  return verdict(matter, "undo", input, gateBefore(gate, undone, input.reportNeedsAcknowledgement));
};
