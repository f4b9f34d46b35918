import type { Decision } from "../../src/domain/approval/model.js";
import type { Case, Forward } from "../../src/domain/inquiry/model.js";
import { answeredForwards, currentAnswer, openForwards, returnsToDecide } from "../../src/domain/inquiry/queries.js";
import { isRefusal } from "../../src/domain/refusal.js";
import type { Taken, Terms } from "./inquiry-steps.js";
import { OFFICE } from "./inquiry-steps.js";

const demand = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

/** What no step ever changes. */
const identity = (inquiry: Case): string =>
  [inquiry.id, inquiry.agencyId, inquiry.code, inquiry.number, inquiry.text, inquiry.version, inquiry.createdBy].join();

/** What of an ended forward never changes. When it was delivered is a fact about a message and may become known later. */
const endedParts = ({ deliveredAt: _, deadlineAt: __, ...parts }: Forward): string => JSON.stringify(parts);

const appended = <T>(before: readonly T[], after: readonly T[], what: string): void =>
  demand(
    after.length >= before.length && before.every((part, index) => part === after[index]),
    `${what} were changed, not appended to`,
  );

/** What was decided about a text and not taken back: an undo takes back the last of that person which still stands. */
export const notTakenBack = (decisions: readonly Decision[], textId: string): readonly Decision[] => {
  const about = decisions.filter((decision) => decision.textId === textId);
  const takenBack = new Set<Decision>();
  for (const [index, { kind, personId }] of about.entries()) {
    if (kind !== "undo") continue;
    const own = about.slice(0, index).filter((each) => each.personId === personId && each.kind !== "undo");
    const last = own.findLast((each) => !takenBack.has(each));
    if (last) takenBack.add(last);
  }
  return about.filter((decision) => decision.kind !== "undo" && !takenBack.has(decision));
};

/** An official held a text of this round and did not take that back: the decision is theirs from then on. */
const isHeld = ({ answers, decisions, round }: Case): boolean =>
  answers
    .filter((answer) => answer.round === round)
    .some(({ id }) => notTakenBack(decisions, id).some(({ kind }) => kind === "hold"));

/** Holds of every case, however it came about. */
export const checkCase = (inquiry: Case, { needsAcknowledgement, needed }: Terms, heard: ReadonlySet<string>): void => {
  const { status, gate, forwards, answers, decisions, closed, round } = inquiry;
  const open = openForwards(inquiry);
  demand(new Set(open.map((each) => each.agencyId)).size === open.length, "two open forwards for one agency");
  demand(
    forwards.every((each, index) => each.ordinal === index + 1),
    "forwards do not count 1..n",
  );
  demand(
    answers.every((each, index) => each.version === index + 1),
    "versions do not count 1..n",
  );
  demand(
    open.every((each) => each.round === round),
    "a forward of a former round is open",
  );
  demand((status === "closed") === (closed !== undefined), "closed without saying why, or the reverse");
  demand(status !== "closed" || open.length === 0, "closed with an open forward");
  demand(status !== "forwarded" || open.length > 0, "forwarded to nobody");
  demand(!["received", "drafting", "answered"].includes(status) || open.length === 0, `${status} with an open forward`);
  demand(status !== "answered" || answeredForwards(inquiry).length > 0, "answered by nobody");
  demand(!gate || gate.textId === currentAnswer(inquiry)?.id, "the gate is not about the round's newest answer");
  const handedOver = inquiry.forwards.some((each) => each.round === round);
  demand(gate !== undefined || !currentAnswer(inquiry) || handedOver, "a text without a gate that no forward voided");
  demand(status !== "ready" || gate?.passed === true, "ready without its gate");
  demand(!gate?.passed || status === "ready" || status === "closed", `gate passed, but ${status}`);
  demand(status !== "approval" || gate?.kind === "approve", "awaits an approval nobody asked for");
  demand((status !== "reporting" && status !== "reported") || gate?.kind === "report", "reports without a report gate");
  if (!gate?.passed) return;
  demand(gate.kind === "approve" || !isHeld(inquiry), "passed though the official holds it");
  const answer = answers.find((each) => each.id === gate.textId);
  const standing = notTakenBack(decisions, gate.textId);
  if (gate.kind === "approve") {
    const approvals = standing.filter(({ kind }) => kind === "approve");
    demand(standing.at(-1)?.kind === "approve", "passed without a standing approval");
    demand(new Set(approvals.map(({ personId }) => personId)).size >= needed, "passed with too few approvals");
    demand(
      approvals.every(({ hash }) => hash === answer?.hash),
      "an approval is about another text",
    );
    demand(
      approvals.every(({ personId }) => personId !== answer?.authorId),
      "approved by its author",
    );
  }
  if (gate.kind === "report") {
    demand(heard.has(gate.textId), "passed though nobody was told");
    demand(!needsAcknowledgement || standing.at(-1)?.kind === "acknowledge", "passed without its acknowledgement");
  }
  demand(
    decisions.every((each) => each.at.getTime() <= inquiry.updatedAt.getTime()),
    "decided in the future",
  );
};

const checkForwards = (before: Case, after: Case): void => {
  for (const [index, was] of before.forwards.entries()) {
    const is = after.forwards[index];
    if (!is || is.id !== was.id) throw new Error("forwards were changed, not appended to");
    if (was.status !== "open") demand(endedParts(was) === endedParts(is), `a forward that was ${was.status} changed`);
    if (was.deliveredAt) demand(is.deliveredAt === was.deliveredAt, "delivered twice");
    if (was.deadlineAt) demand(is.deadlineAt === was.deadlineAt, "the deadline moved");
  }
};

/** The one thing besides a reopening that happens to a closed case: it becomes known that a forward had arrived. */
const onlyBookkeeping = (before: Case, after: Case): boolean =>
  JSON.stringify({ ...before, forwards: before.forwards.map(endedParts) }) ===
  JSON.stringify({ ...after, forwards: after.forwards.map(endedParts) });

const checkPublications = ({ before, after, choice }: Taken): void => {
  appended(before.publications, after.publications, "publications");
  const [posted] = after.publications.slice(before.publications.length);
  if (!posted) return;
  demand(choice.transition === "publish" && before.status === "ready", `published from ${before.status}`);
  demand(posted.answerId === before.gate?.textId, "published another text than the gate's");
  demand(posted.round === before.round, "published in another round");
};

const reports: readonly Case["status"][] = ["reporting", "reported", "ready"];

/** Where each decision may be taken: before the official, or while a report may still be stopped. */
const checkPlace = ({ status, gate }: Case, kind: Decision["kind"]): void => {
  const reporting = gate?.kind === "report" && reports.includes(status);
  if (kind === "approve") demand(status === "approval", `approved while ${status}`);
  if (kind === "reject") demand(status === "approval" || reporting, `rejected while ${status}`);
  if (kind === "hold" || kind === "acknowledge") demand(reporting, `${kind} without a report`);
};

const checkDecisions = ({ before, after }: Taken): void => {
  appended(before.decisions, after.decisions, "decisions");
  const [decided] = after.decisions.slice(before.decisions.length);
  if (!decided) return;
  checkPlace(before, decided.kind);
  const answer = currentAnswer(before);
  demand(decided.textId === answer?.id && decided.hash === answer.hash, "decided about another text");
  demand(decided.personId !== answer?.authorId, "decided about one's own text");
};

/** Holds of every step that was taken. `heard` are the answers an official is known to have been told of. */
export const checkStep = (taken: Taken): void => {
  const { before, after, outcome, choice } = taken;
  if (isRefusal(outcome)) {
    demand(before === after && !("next" in outcome), "a refusal changed something");
    return;
  }
  demand(outcome.facts.length > 0, "something happened without a fact");
  demand(identity(before) === identity(after), "the case is another one");
  demand(after.updatedAt.getTime() >= before.updatedAt.getTime(), "updated before it was");
  demand(after.round === before.round + (choice.transition === "reopen" ? 1 : 0), "the round changed");
  if (before.status === "closed" && choice.transition !== "reopen")
    demand(choice.transition === "deliverForward" && onlyBookkeeping(before, after), "a closed case changed");
  appended(before.answers, after.answers, "answers");
  checkForwards(before, after);
  checkPublications(taken);
  checkDecisions(taken);
  if (choice.transition === "forward" && returnsToDecide(before, OFFICE) >= 2)
    demand(after.forwards.at(-1)?.fromAgencyId === OFFICE, "forwarded though Diskominfo decides");
  const [submitted] = after.answers.slice(before.answers.length);
  if (submitted?.origin === "forwarded")
    demand(
      openForwards(after).length === 0 && answeredForwards(after).length > 0,
      "the gate of forwarded answers opened without an agency's answer",
    );
};

/** The answers whose official certainly knows of them after this step: their report arrived, or they decided about it. */
export const hear = (heard: Set<string>, { outcome }: Taken): void => {
  if (isRefusal(outcome)) return;
  for (const fact of outcome.facts)
    if (fact.kind === "reported") heard.add(fact.answerId);
    else if (fact.kind === "decided") heard.add(fact.textId);
};
