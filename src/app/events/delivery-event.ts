import { deliverReport } from "../../domain/inquiry/deciding.js";
import { deliverForward } from "../../domain/inquiry/forwarding.js";
import type { Case } from "../../domain/inquiry/model.js";
import type { Outcome } from "../../domain/inquiry/outcome.js";
import { openForwards } from "../../domain/inquiry/queries.js";
import { waitingVersion } from "../../domain/proposal/queries.js";
import { refuse } from "../../domain/refusal.js";
import type { Directory } from "../../domain/registry/model.js";
import { deadlineOf } from "../../domain/time/deadline.js";
import type { InboxPayload } from "../../ports/protocol.js";
import type { Changes, Duty, Reader } from "../../ports/store.js";
import { alarmsOf } from "../alarms.js";
import { consequencesOf } from "../consequences.js";
import { contentConsequences, selectionAlarms } from "../content/consequences.js";
import { pingsElsewhere } from "../content/review-pings.js";

const deliver = (directory: Directory, inquiry: Case, duty: Duty, at: Date): Outcome => {
  switch (duty.kind) {
    case "forward": {
      const clock = inquiry.forwards.find((each) => each.id === duty.forwardId)?.clock;
      const deadline = clock ? { deadlineAt: deadlineOf(at, clock.hours) } : {};
      return deliverForward(inquiry, { forwardId: duty.forwardId, at, ...deadline });
    }
    case "report":
      return deliverReport(inquiry, {
        answerId: duty.answerId,
        at,
        needsAcknowledgement: directory.government.settings.reportNeedsAcknowledgement,
      });
    case "approval":
    case "selection":
      return refuse("stale");
  }
};

/** An event that changes nothing. */
export const nothing = (governmentId: string, cause: Changes["cause"]): Changes => ({
  governmentId,
  cause,
  history: [],
  outbox: [],
  pings: [],
  cancelPingsOf: [],
});

/** Something a clock or gate waits for was delivered at that case time. A duty already done does nothing. */
export const deliveredChanges = async (
  reader: Reader,
  cause: Changes["cause"],
  payload: Extract<InboxPayload, { type: "delivered" }>,
): Promise<Changes> => {
  const { directory } = await reader.sceneOfGovernment(payload.governmentId);
  const before = await loadOf(reader, payload);
  if (!before) return nothing(payload.governmentId, cause);
  const at = new Date(payload.at);
  let next = before;
  const facts = payload.duties.flatMap((duty) => {
    const outcome = deliver(directory, next, duty, at);
    if ("refusal" in outcome) return [];
    next = outcome.next;
    return outcome.facts;
  });
  if (facts.length === 0) return nothing(payload.governmentId, cause);
  const follows = consequencesOf(directory, before, { next, facts }, at, undefined);
  return { governmentId: payload.governmentId, cause, ...follows };
};

/** Whether a clock or a gate still waits for this: the forward is open and never arrived, the text is still the gate's. */
const isAwaited = ({ forwards, status, gate }: Case, duty: Duty): boolean => {
  switch (duty.kind) {
    case "forward":
      return forwards.some((each) => each.id === duty.forwardId && each.status === "open" && !each.deliveredAt);
    case "report":
      return status === "reporting" && gate?.textId === duty.answerId;
    case "approval":
      return status === "approval" && gate?.textId === duty.answerId;
    case "selection":
      return false;
  }
};

/**
 * Something a clock or gate waits for could not be delivered: the clock has not started, and people are told. What nobody
 * waits for any more is only kept in the history.
 */
export const undeliverableChanges = async (
  reader: Reader,
  cause: Changes["cause"],
  payload: Extract<InboxPayload, { type: "undeliverable" }>,
): Promise<Changes> => {
  const { directory, now } = await reader.sceneOfGovernment(payload.governmentId);
  const [first] = payload.duties;
  if (first?.kind === "selection")
    return {
      ...nothing(payload.governmentId, cause),
      ...(await selectionUndeliverable(reader, directory, now, first, payload.reason)),
    };
  const inquiry = await loadOf(reader, payload);
  if (!inquiry) return nothing(payload.governmentId, cause);
  const awaited = payload.duties.filter((duty) => isAwaited(inquiry, duty));
  return {
    ...nothing(payload.governmentId, cause),
    history: payload.duties.map((duty) => ({
      subjectId: inquiry.id,
      at: now,
      kind: "undeliverable",
      content: { duty: duty.kind, reason: payload.reason },
    })),
    outbox: alarmsOf(directory, inquiry, awaited, "undeliverable"),
  };
};

/** A deadline passed: every card of the case is drawn again, and says so. Nothing else changes. */
export const dueChanges = async (
  reader: Reader,
  cause: Changes["cause"],
  payload: Extract<InboxPayload, { type: "due" }>,
): Promise<Changes> => {
  const { directory, now } = await reader.sceneOfGovernment(payload.governmentId);
  const inquiry = await reader.caseById(payload.governmentId, payload.inquiryId);
  if (!inquiry || openForwards(inquiry).length === 0) return nothing(payload.governmentId, cause);
  const follows = consequencesOf(directory, inquiry, { next: inquiry, facts: [] }, now, undefined);
  return { governmentId: payload.governmentId, cause, ...follows };
};

/**
 * A version that waits was reminded of: its cards address who may decide it now, and where that is the communications office
 * its chat has a card too, and the ping.
 */
export const remindedChanges = async (
  reader: Reader,
  cause: Changes["cause"],
  payload: Extract<InboxPayload, { type: "reminded" }>,
): Promise<Changes> => {
  const { governmentId, proposalId, versionId, stage } = payload;
  const { directory, now } = await reader.sceneOfGovernment(governmentId);
  const proposal = await reader.proposalById(governmentId, proposalId);
  if (!proposal || waitingVersion(proposal)?.id !== versionId) return nothing(governmentId, cause);
  const follows = contentConsequences(directory, proposal, { next: proposal, facts: [] }, now, undefined);
  const outbox = [...follows.outbox, ...pingsElsewhere(directory, proposal, stage, now)];
  return { governmentId, cause, ...follows, outbox };
};

/** Something that the case's cards show changed elsewhere: they are drawn again. Nothing else changes. */
export const redrawChanges = async (
  reader: Reader,
  cause: Changes["cause"],
  payload: Extract<InboxPayload, { type: "redraw" }>,
): Promise<Changes> => {
  const { directory, now } = await reader.sceneOfGovernment(payload.governmentId);
  const inquiry = await reader.caseById(payload.governmentId, payload.inquiryId);
  if (!inquiry) return nothing(payload.governmentId, cause);
  const follows = consequencesOf(directory, inquiry, { next: inquiry, facts: [] }, now, undefined);
  return { governmentId: payload.governmentId, cause, ...follows };
};

/** The officials were not reached: people are told while the version still waits for them. */
const selectionUndeliverable = async (
  reader: Reader,
  directory: Directory,
  at: Date,
  duty: Extract<Duty, { kind: "selection" }>,
  reason: string,
): Promise<Partial<Changes>> => {
  const proposal = await reader.proposalById(directory.government.id, duty.proposalId);
  if (!proposal) return {};
  const waits = proposal.status === "submitted" && proposal.gate?.textId === duty.versionId;
  return {
    history: [{ subjectId: proposal.id, at, kind: "undeliverable", content: { duty: duty.kind, reason } }],
    outbox: waits ? selectionAlarms(directory, proposal, "gateUndeliverable") : [],
  };
};

/** All duties of one message are about one case. */
const loadOf = async (
  reader: Reader,
  payload: { readonly governmentId: string; readonly duties: readonly Duty[] },
): Promise<Case | undefined> => {
  const [first] = payload.duties;
  return first && "inquiryId" in first ? reader.caseById(payload.governmentId, first.inquiryId) : undefined;
};
