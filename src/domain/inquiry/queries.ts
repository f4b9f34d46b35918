import type { Answer, Case, Forward } from "./model.js";

/** The forward of this round that is open at the agency, if one is. */
export const openForwardOf = (inquiry: Case, agencyId: string): Forward | undefined =>
  inquiry.forwards.find((forward) => forward.agencyId === agencyId && forward.status === "open");

/** Open forwards, whichever round they are from. */
export const openForwards = (inquiry: Case): readonly Forward[] =>
  inquiry.forwards.filter((forward) => forward.status === "open");

/** Forwards of the current round that were answered. */
export const answeredForwards = (inquiry: Case): readonly Forward[] =>
  inquiry.forwards.filter((forward) => forward.status === "answered" && forward.round === inquiry.round);

/**
 * The forward whose return the case waits upon: it came back in this round, and nothing was done about it since nor is
 * open elsewhere. The last of several.
 */
export const returnedForward = (inquiry: Case): Forward | undefined => {
  if (inquiry.status !== "received" || openForwards(inquiry).length > 0) return undefined;
  return inquiry.forwards.findLast((forward) => forward.round === inquiry.round && forward.status === "returned");
};

/** The newest answer of the current round, if there is one. */
export const currentAnswer = (inquiry: Case): Answer | undefined =>
  inquiry.answers.findLast((answer) => answer.round === inquiry.round);

/** Every agency that has a card of the case: its holder, and each one it was ever forwarded to. */
export const agenciesOf = (inquiry: Case): readonly string[] => [
  ...new Set([inquiry.agencyId, ...inquiry.forwards.map((forward) => forward.agencyId)]),
];

/**
 * How often the case came back in this round since the communications office last forwarded it.
 * After two returns that office decides (docs/cases.md, "Forwards").
 */
export const returnsToDecide = (inquiry: Case, communicationsAgencyId: string | undefined): number => {
  const decidedAt = Math.max(
    0,
    ...inquiry.forwards
      .filter((forward) => forward.fromAgencyId === communicationsAgencyId)
      .map((forward) => forward.ordinal),
  );
  return inquiry.forwards.filter(
    (forward) => forward.round === inquiry.round && forward.status === "returned" && forward.ordinal > decidedAt,
  ).length;
};
