import { refuse } from "../refusal.js";
import type { Case, Forward, ForwardClock } from "./model.js";
import type { Fact, Outcome } from "./outcome.js";
import { answeredForwards, openForwardOf, openForwards, returnsToDecide } from "./queries.js";

/** Where a case is to be handed over to. `clock` is absent for external agencies. */
export interface ForwardTarget {
  readonly forwardId: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly clock?: ForwardClock;
}

export interface ForwardInput {
  readonly targets: readonly ForwardTarget[];
  readonly note?: string;
  readonly by: string;
  /** The agency the person acts for: the holder, a related agency passing on, or the communications office. */
  readonly fromAgencyId: string;
  /** The person decides as the communications office. */
  readonly asCommunications: boolean;
  readonly communicationsAgencyId?: string;
  readonly at: Date;
}

const whyNot = (inquiry: Case, input: ForwardInput): Outcome | undefined => {
  const { code } = inquiry;
  if (inquiry.status === "closed") return refuse("closedCase", { code });
  const returned = returnsToDecide(inquiry, input.communicationsAgencyId);
  if (returned >= 2 && !input.asCommunications) return refuse("communicationsDecides", { code });
  for (const [index, target] of input.targets.entries()) {
    if (target.agencyId === inquiry.agencyId) return refuse("ownAgency", { agency: target.agencyName });
    const named = input.targets.slice(0, index).some((each) => each.agencyId === target.agencyId);
    if (named || openForwardOf(inquiry, target.agencyId))
      return refuse("alreadyForwarded", { code, agency: target.agencyName });
  }
  return undefined;
};

/**
 * Hands a case over to one or several agencies, each with a clock of its own. By a related agency it is passed on: its own
 * forward ends, the new one has a new clock and keeps the time since the first (docs/cases.md, "Forwards"). By anybody
 * else it voids the holder's own text, also one that was approved.
 */
export const forward = (inquiry: Case, input: ForwardInput): Outcome => {
  const refused = whyNot(inquiry, input);
  if (refused) return refused;
  const passing = input.fromAgencyId === inquiry.agencyId ? undefined : openForwardOf(inquiry, input.fromAgencyId);
  const kept = inquiry.forwards.map((each) =>
    each.id === passing?.id
      ? ({ ...each, status: "passed", ended: { by: input.by, at: input.at } } satisfies Forward)
      : each,
  );
  const added = input.targets.map(
    (target, index): Forward => ({
      id: target.forwardId,
      agencyId: target.agencyId,
      fromAgencyId: input.fromAgencyId,
      ordinal: inquiry.forwards.length + index + 1,
      round: inquiry.round,
      status: "open",
      ...(input.note === undefined ? {} : { note: input.note }),
      forwardedBy: input.by,
      forwardedAt: input.at,
      firstForwardedAt: passing?.firstForwardedAt ?? input.at,
      ...(target.clock ? { clock: target.clock } : {}),
    }),
  );
  const facts: Fact[] = added.map((each) => ({
    kind: "forwarded",
    forwardId: each.id,
    agencyId: each.agencyId,
    fromAgencyId: each.fromAgencyId,
    ...(each.note === undefined ? {} : { note: each.note }),
  }));
  if (passing) facts.unshift({ kind: "forwardPassedOn", forwardId: passing.id, agencyId: passing.agencyId });
  const handed = { ...inquiry, forwards: [...kept, ...added], updatedAt: input.at };
  if (passing) return { next: handed, facts };
  // A text of the holder's own that waited or was ready is no longer what is to be posted.
  const { gate: _voided, ...rest } = handed;
  return { next: { ...rest, status: "forwarded" }, facts };
};

const replace = (inquiry: Case, forwardId: string, change: (each: Forward) => Forward): readonly Forward[] =>
  inquiry.forwards.map((each) => (each.id === forwardId ? change(each) : each));

/**
 * The question reached the agency's channel: from here its clock runs (interpretation; docs/cases.md, "Forwards").
 * Idempotent.
 */
export const deliverForward = (
  inquiry: Case,
  input: { readonly forwardId: string; readonly at: Date; readonly deadlineAt?: Date },
): Outcome => {
  const found = inquiry.forwards.find((each) => each.id === input.forwardId);
  if (!found || found.deliveredAt) return refuse("stale", { code: inquiry.code });
  const forwards = replace(inquiry, found.id, (each) => ({
    ...each,
    deliveredAt: input.at,
    ...(input.deadlineAt ? { deadlineAt: input.deadlineAt } : {}),
  }));
  return {
    next: { ...inquiry, forwards },
    facts: [{ kind: "forwardDelivered", forwardId: found.id, agencyId: found.agencyId }],
  };
};

interface AgencyInput {
  readonly agencyId: string;
  readonly by: string;
  readonly at: Date;
}

/** The related agency says it is working on it. */
export const takeForward = (inquiry: Case, input: AgencyInput): Outcome => {
  const open = openForwardOf(inquiry, input.agencyId);
  if (!open) return refuse("noOpenForward", { code: inquiry.code });
  if (open.acknowledgedAt) return refuse("stale", { code: inquiry.code });
  const forwards = replace(inquiry, open.id, (each) => ({
    ...each,
    acknowledgedAt: input.at,
    acknowledgedBy: input.by,
  }));
  return {
    next: { ...inquiry, forwards, updatedAt: input.at },
    facts: [{ kind: "forwardTaken", forwardId: open.id, agencyId: open.agencyId }],
  };
};

/** "Bukan kewenangan kami": the case goes back to its holder, perhaps with a better agency named. */
export const returnForward = (
  inquiry: Case,
  input: AgencyInput & {
    readonly reason: string;
    readonly suggestsAgencyId?: string;
    readonly communicationsAgencyId?: string;
  },
): Outcome => {
  if (inquiry.status === "closed") return refuse("closedCase", { code: inquiry.code });
  const open = openForwardOf(inquiry, input.agencyId);
  if (!open) return refuse("noOpenForward", { code: inquiry.code });
  const suggests = input.suggestsAgencyId === undefined ? {} : { suggestsAgencyId: input.suggestsAgencyId };
  const forwards = replace(inquiry, open.id, (each) => ({
    ...each,
    status: "returned",
    returned: { reason: input.reason, ...suggests },
    ended: { by: input.by, at: input.at },
  }));
  const after = { ...inquiry, forwards, updatedAt: input.at };
  const facts: Fact[] = [
    { kind: "forwardReturned", forwardId: open.id, agencyId: open.agencyId, reason: input.reason, ...suggests },
  ];
  const waiting = inquiry.status === "forwarded" && openForwards(after).length === 0;
  const status = waiting ? (answeredForwards(after).length > 0 ? "answered" : "received") : inquiry.status;
  if (status === "received" && returnsToDecide(after, input.communicationsAgencyId) >= 2)
    facts.push({ kind: "communicationsDecides" });
  return { next: { ...after, status }, facts };
};

/** Ends all open forwards because the case needs no answer of theirs any more. */
export const withdrawOpen = (inquiry: Case, by: string, at: Date): { readonly next: Case; readonly facts: Fact[] } => ({
  next: {
    ...inquiry,
    forwards: inquiry.forwards.map((each) =>
      each.status === "open" ? { ...each, status: "withdrawn", ended: { by, at } } : each,
    ),
  },
  facts: openForwards(inquiry).map((each) => ({
    kind: "forwardWithdrawn",
    forwardId: each.id,
    agencyId: each.agencyId,
  })),
});
