import { refuse } from "../refusal.js";
import { withdrawOpen } from "./forwarding.js";
import type { Case, ClosedReason } from "./model.js";
import type { Outcome } from "./outcome.js";

/** The answer was posted. Every reply of the case is posted with it, so the case closes itself. */
export const publish = (
  inquiry: Case,
  input: { readonly publicationId: string; readonly url?: string; readonly by: string; readonly at: Date },
): Outcome => {
  const { code, gate } = inquiry;
  if (inquiry.status === "closed") return refuse("closedCase", { code });
  if (inquiry.answers.every((answer) => answer.round !== inquiry.round)) return refuse("noAnswer", { code });
  if (inquiry.status !== "ready" || !gate?.passed) return refuse("notReady", { code, status: inquiry.status });
  const url = input.url === undefined ? {} : { url: input.url };
  const withdrawn = withdrawOpen(inquiry, input.by, input.at);
  const publication = {
    id: input.publicationId,
    answerId: gate.textId,
    round: inquiry.round,
    ...url,
    postedBy: input.by,
    at: input.at,
  };
  return {
    next: {
      ...withdrawn.next,
      status: "closed",
      publications: [...inquiry.publications, publication],
      closed: { reason: "answered", at: input.at },
      updatedAt: input.at,
    },
    facts: [
      { kind: "published", answerId: gate.textId, ...url },
      ...withdrawn.facts,
      { kind: "closed", reason: "answered" },
    ],
  };
};

/** Ends a case without a posted answer, for a reason. */
export const close = (
  inquiry: Case,
  input: {
    readonly reason: ClosedReason;
    readonly detail?: string;
    readonly duplicateOf?: string;
    readonly by: string;
    readonly at: Date;
  },
): Outcome => {
  if (inquiry.status === "closed") return refuse("alreadyClosed", { code: inquiry.code });
  const { by, at, ...reason } = input;
  const withdrawn = withdrawOpen(inquiry, by, at);
  return {
    next: { ...withdrawn.next, status: "closed", closed: { ...reason, at }, updatedAt: at },
    facts: [...withdrawn.facts, { kind: "closed", ...reason }],
  };
};

/** Takes a closed case up again: a new round, in which nothing answered or approved before counts. */
export const reopen = (
  inquiry: Case,
  input: { readonly reason: string; readonly by: string; readonly at: Date },
): Outcome => {
  if (inquiry.status !== "closed") return refuse("notClosed", { code: inquiry.code });
  const { closed: _closed, gate: _gate, ...rest } = inquiry;
  const round = inquiry.round + 1;
  return {
    next: { ...rest, status: "received", round, reopenedAt: input.at, updatedAt: input.at },
    facts: [{ kind: "reopened", round, reason: input.reason }],
  };
};
