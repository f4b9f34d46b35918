import type { Decided } from "../../domain/approval/model.js";
import { writersOf } from "../../domain/approval/queries.js";
import type { Proposal } from "../../domain/proposal/model.js";
import type { ProposalFact } from "../../domain/proposal/outcome.js";
import { waitingVersion } from "../../domain/proposal/queries.js";
import { isSpellingEdit } from "../../domain/proposal/spelling.js";
import type { Directory } from "../../domain/registry/model.js";
import type { MessageContent } from "../../ports/message-content.js";
import type { OutboxDraft } from "../../ports/store.js";
import { profileOf } from "../../regulations/profiles.js";
import { approvalPlaces } from "../approval-places.js";
import { channelOf, conversationOf } from "../context.js";
import { decidersOf } from "../deciders.js";
import { proposalCardKey, selectionCardKey } from "./cards.js";
import { isUrgent } from "./urgent.js";

type Notice = Extract<MessageContent, { kind: "notice" }>;
type Said = Pick<Notice, "code" | "values"> & Partial<Pick<Notice, "mention" | "undo">>;

/** A short reply to a card: cards are edited in place, and edits do not notify. */
interface News {
  readonly step: string;
  readonly agencyId: string;
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
  agencyId: proposal.agencyId,
  purpose: "work",
  card: proposalCardKey(proposal.id),
  content: notice(proposal, said),
});

/** Said in every approval chat that has the version's card, or that of the approved one it is an edit of, in reply to it. */
const toDeciders = (directory: Directory, proposal: Proposal, versionId: string, said: Said): readonly News[] => {
  const version = proposal.versions.find(({ id }) => id === versionId);
  const places = version ? approvalPlaces(directory, proposal.agencyId, version) : [];
  return places.map(({ agencyId, suffix }) => ({
    step: said.code,
    agencyId,
    purpose: "approval",
    card: `${selectionCardKey(version?.inherits ?? versionId)}${suffix}`,
    content: notice(proposal, said),
  }));
};

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
  const confirmations = toDeciders(directory, proposal, fact.textId, {
    code: undoing ? "undone" : "decided",
    values,
    ...(undoing ? {} : { undo: { decisionId: fact.decisionId } }),
  });
  const mention = authorOf(proposal, fact.textId);
  if (undoing) return [...confirmations, toHome(proposal, { code: "undone", values, mention })];
  if (fact.decision === "reject")
    return [...confirmations, toHome(proposal, { code: "contentReturned", values, mention })];
  if (!proposal.gate?.passed) return confirmations;
  const code = proposal.status === "editing" ? "contentSelectedEditing" : "contentSelected";
  return [...confirmations, toHome(proposal, { code, values, mention })];
};

/** An edit that keeps the approval is told to those who gave it, below the card of what they approved. */
const ofKeptApproval = (directory: Directory, proposal: Proposal, versionId: string): readonly News[] => {
  const { versions } = proposal;
  const version = versions.find(({ id }) => id === versionId);
  const before = versions.find((each) => each.version + 1 === version?.version);
  if (version?.inherits === undefined || !before) return [];
  const spelling = isSpellingEdit(before.content, version.content) ? { spelling: "yes" } : {};
  const by = writersOf(version).map((each) => nameOf(directory, each));
  const values = { version: version.version, names: by.filter((each) => each !== "").join(", "), ...spelling };
  return toDeciders(directory, proposal, versionId, { code: "contentEdited", values });
};

/** Disasters wait for nobody's look at the card: every official who may decide is called at once (jabar-2019 Pasal 7 huruf c). */
const urgentCall = (directory: Directory, proposal: Proposal, at: Date): readonly News[] => {
  const version = waitingVersion(proposal);
  const profile = profileOf(directory.government.profile);
  if (!version || !isUrgent(profile, version.content)) return [];
  const { appointments } = decidersOf(directory, proposal.agencyId, writersOf(version), at);
  const mention = appointments.map(({ personId }) => personId);
  const values = { version: version.version };
  return toDeciders(directory, proposal, version.id, { code: "contentUrgent", values, mention });
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
      return [...urgentCall(directory, proposal, now), ...ofKeptApproval(directory, proposal, fact.versionId)];
    case "contentPublished":
      return [
        toHome(proposal, {
          code: "contentPublished",
          values: {
            ...{ account: fact.accountId, url: fact.url, left: fact.left },
            ...(fact.left > 0 && proposal.status !== "ready" ? { enough: "yes" } : {}),
          },
        }),
      ];
    case "addressReplaced": {
      const { accountId: account, url, former, reason } = fact;
      return [toHome(proposal, { code: "addressReplaced", values: { account, url, former, reason } })];
    }
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
    .flatMap(({ step, agencyId, purpose, card, content }, index): readonly OutboxDraft[] => {
      const channel = channelOf(directory, agencyId, purpose);
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
