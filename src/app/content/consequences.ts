import type { Proposal } from "../../domain/proposal/model.js";
import type { ProposalDone, ProposalFact } from "../../domain/proposal/outcome.js";
import { writtenOf } from "../../domain/proposal/queries.js";
import type { Directory } from "../../domain/registry/model.js";
import { yearIn } from "../../domain/time/zone.js";
import type { Changes, HistoryEntry, OutboxDraft } from "../../ports/store.js";
import { channelOf, communicationsAgencyId, conversationOf } from "../context.js";
import { cannotAsk, proposalCardKey, proposalCards } from "./cards.js";
import { contentNews } from "./news.js";
import { reviewPings } from "./review-pings.js";
import { postTextCards } from "./text-cards.js";

/** Everything that follows from what happened to a proposal. */
export type ContentConsequences = Pick<
  Changes,
  "proposal" | "redrawCases" | "history" | "outbox" | "pings" | "cancelPingsOf"
>;

const historyOf = (proposal: Proposal, fact: ProposalFact, at: Date, actor: string | undefined): HistoryEntry => {
  const { kind, ...content } = fact;
  const { theme } = writtenOf(proposal) ?? { theme: "" };
  return {
    subjectId: proposal.id,
    at,
    ...(actor === undefined ? {} : { actor }),
    kind,
    content: kind === "collected" ? { ...content, theme, agencyId: proposal.agencyId } : content,
  };
};

const addressesOf = ({ publications }: Proposal): string => publications.map(({ url }) => url).join(" ");

/** Cards of the cases it answers show how it stands and where it was posted. */
const shownByCases = (before: Proposal | undefined, next: Proposal): boolean =>
  before?.status !== next.status ||
  addressesOf(before) !== addressesOf(next) ||
  before.caseIds.length !== next.caseIds.length;

/** The officials cannot be asked: whoever proposed it and the communications office are told. */
export const selectionAlarms = (
  directory: Directory,
  proposal: Proposal,
  code: "noApprovalChannel" | "gateUndeliverable",
): readonly OutboxDraft[] => {
  const office = communicationsAgencyId(directory);
  const places = [...new Set([proposal.agencyId, ...(office === undefined ? [] : [office])])];
  return places.flatMap((agencyId, index): readonly OutboxDraft[] => {
    const channel = channelOf(directory, agencyId, "work");
    if (!channel) return [];
    const own = agencyId === proposal.agencyId;
    return [
      {
        step: `alarm:${index}`,
        to: conversationOf(channel),
        ...(own ? { replyTo: { card: proposalCardKey(proposal.id) } } : {}),
        content: {
          kind: "notice",
          code,
          values: { agency: proposal.agencyId },
          proposalId: proposal.id,
          ...(own ? { mention: [proposal.createdBy] } : {}),
        },
        whenUnknown: "repeat",
      },
    ];
  });
};

/** Works out all that follows; `actor` is absent when the program itself acted. */
export const contentConsequences = (
  directory: Directory,
  before: Proposal | undefined,
  { next, facts }: ProposalDone,
  at: Date,
  actor: string | undefined,
): ContentConsequences => ({
  proposal: { next, year: yearIn(directory.government.zone, next.createdAt) },
  redrawCases: shownByCases(before, next) ? next.caseIds : [],
  history: facts.map((fact) => historyOf(next, fact, at, actor)),
  outbox: [
    ...proposalCards({ directory, before, proposal: next, at }),
    ...contentNews({ directory, before, proposal: next, facts, now: at }),
    ...postTextCards(directory, before, next, at),
    ...(cannotAsk(directory, next, at) && facts.some(({ kind }) => kind === "contentSubmitted")
      ? selectionAlarms(directory, next, "noApprovalChannel")
      : []),
  ],
  ...reviewPings(directory, before, next, at),
});
