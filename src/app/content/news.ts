import type { Decided } from "../../domain/approval/model.js";
import { writersOf } from "../../domain/approval/queries.js";
import type { Proposal } from "../../domain/proposal/model.js";
import type { ProposalFact } from "../../domain/proposal/outcome.js";
import { waitingVersion } from "../../domain/proposal/queries.js";
import type { Directory } from "../../domain/registry/model.js";
import type { MessageContent } from "../../ports/message-content.js";
import type { OutboxDraft } from "../../ports/store.js";
import { profileOf } from "../../regulations/profiles.js";
import { channelOf, conversationOf } from "../context.js";
import { decidersOf } from "../deciders.js";
import { proposalCardKey, selectionCardKey } from "./cards.js";
import { isUrgent } from "./urgent.js";

type Notice = Extract<MessageContent, { kind: "notice" }>;
type Said = Pick<Notice, "code" | "values"> & Partial<Pick<Notice, "mention" | "undo">>;

/** A short reply to a card: cards are edited in place, and edits do not notify. */
interface News {
  readonly step: string;
  readonly purpose: "work" | "approval";
  readonly card: string;
  readonly content: MessageContent;
}

const notice = (proposal: Proposal, said: Said): MessageContent => ({
  kind: "notice",
  proposalId: proposal.id,
  ...said,
});

const toHome = (proposal: Proposal, said: Said): News => ({
  step: said.code,
  purpose: "work",
  card: proposalCardKey(proposal.id),
  content: notice(proposal, said),
});

const nameOf = (directory: Directory, personId: string): string =>
  directory.people.find(({ id }) => id === personId)?.name ?? "";

/** Who waits for a decision: whoever wrote the version. */
const authorOf = ({ versions }: Proposal, versionId: string): readonly string[] =>
  versions.flatMap(({ id, authorId }) => (id === versionId ? [authorId] : []));

const ofDecision = (directory: Directory, proposal: Proposal, fact: Decided): readonly News[] => {
  const decision = proposal.decisions.find(({ id }) => id === fact.decisionId);
  if (!decision) return [];
  const values = {
    decision: fact.decision,
    version: fact.version,
    name: nameOf(directory, decision.personId),
    position: fact.position,
    time: decision.at.toISOString(),
    ...(fact.reason === undefined ? {} : { reason: fact.reason }),
    ...(fact.decision === "undo" && proposal.status === "submitted" ? { waits: "yes" } : {}),
  };
  const undoing = fact.decision === "undo";
  const confirmation: News = {
    step: "decided",
    purpose: "approval",
    card: selectionCardKey(fact.textId),
    content: notice(proposal, {
      code: undoing ? "undone" : "decided",
      values,
      ...(undoing ? {} : { undo: { decisionId: fact.decisionId } }),
    }),
  };
  const mention = authorOf(proposal, fact.textId);
  if (undoing) return [confirmation, toHome(proposal, { code: "undone", values, mention })];
  if (fact.decision === "reject") return [confirmation, toHome(proposal, { code: "contentReturned", values, mention })];
  if (!proposal.gate?.passed) return [confirmation];
  const code = proposal.status === "editing" ? "contentSelectedEditing" : "contentSelected";
  return [confirmation, toHome(proposal, { code, values, mention })];
};

/** Disasters wait for nobody's look at the card: every official who may decide is called at once (jabar-2019 Pasal 7 huruf c). */
const urgentCall = (directory: Directory, proposal: Proposal, at: Date): readonly News[] => {
  const version = waitingVersion(proposal);
  const profile = profileOf(directory.government.profile);
  if (!version || !isUrgent(profile, version.content)) return [];
  const { appointments } = decidersOf(directory, proposal.agencyId, writersOf(version), at);
  const mention = appointments.map(({ personId }) => personId);
  const said = { code: "contentUrgent", values: { version: version.version }, mention } as const;
  const card = selectionCardKey(version.id);
  return [{ step: said.code, purpose: "approval", card, content: notice(proposal, said) }];
};

const ofFact = (
  directory: Directory,
  proposal: Proposal,
  fact: ProposalFact,
  facts: readonly ProposalFact[],
  now: Date,
): readonly News[] => {
  switch (fact.kind) {
    case "decided":
      return ofDecision(directory, proposal, fact);
    case "contentReady": {
      const told = facts.some(({ kind }) => kind === "decided");
      return told ? [] : [toHome(proposal, { code: "contentReady", values: {} })];
    }
    case "contentSubmitted":
      return urgentCall(directory, proposal, now);
    case "contentPublished":
      return [
        toHome(proposal, {
          code: "contentPublished",
          values: { account: fact.accountId, url: fact.url, left: fact.left },
        }),
      ];
    case "contentWithdrawn":
      return [toHome(proposal, { code: "contentWithdrawn", values: { reason: fact.reason, posted: fact.posted } })];
    case "correctionStarted":
      return [toHome(proposal, { code: "correctionStarted", values: { reason: fact.reason } })];
    case "collected":
    case "draftChanged":
    case "editingStarted":
    case "editingStopped":
    case "contentFinished":
      return [];
    default:
      return fact satisfies never;
  }
};

/** The short replies that follow from what happened to a proposal. Nothing is said where no channel is bound. */
export const contentNews = (
  directory: Directory,
  proposal: Proposal,
  facts: readonly ProposalFact[],
  now: Date,
): readonly OutboxDraft[] =>
  facts
    .flatMap((fact) => ofFact(directory, proposal, fact, facts, now))
    .flatMap(({ step, purpose, card, content }, index): readonly OutboxDraft[] => {
      const channel = channelOf(directory, proposal.agencyId, purpose);
      return channel
        ? [
            {
              step: `news:${index}:${step}`,
              to: conversationOf(channel),
              replyTo: { card },
              content,
              whenUnknown: "repeat",
            },
          ]
        : [];
    });
