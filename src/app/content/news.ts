import type { Decided } from "../../domain/approval/model.js";
import { writersOf } from "../../domain/approval/queries.js";
import type { Proposal } from "../../domain/proposal/model.js";
import type { ProposalFact } from "../../domain/proposal/outcome.js";
import { currentVersion, waitingVersion } from "../../domain/proposal/queries.js";
import { isSpellingEdit } from "../../domain/proposal/spelling.js";
import type { Directory } from "../../domain/registry/model.js";
import type { MessageContent } from "../../ports/message-content.js";
import type { OutboxDraft } from "../../ports/store.js";
import { profileOf } from "../../regulations/profiles.js";
import { channelOf, conversationOf } from "../context.js";
import { decidersOf } from "../deciders.js";
import { proposalCardKey, selectionCardKey, selectionPlaces } from "./cards.js";
import { isUrgent } from "./urgent.js";

type Notice = Extract<MessageContent, { kind: "notice" }>;
type Said = Pick<Notice, "code" | "values"> & Partial<Pick<Notice, "textId" | "mention" | "undo">>;

/** A short reply to a card: cards are edited in place, and edits do not notify. */
interface News {
  readonly step: string;
  readonly agencyId: string;
  readonly purpose: "work" | "approval";
  readonly card: string;
  readonly content: MessageContent;
}

/** A step of a proposal, as it was and as it is. */
interface Happened {
  readonly directory: Directory;
  readonly before: Proposal | undefined;
  readonly proposal: Proposal;
  readonly facts: readonly ProposalFact[];
  readonly now: Date;
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
const toDeciders = (
  directory: Directory,
  proposal: Proposal,
  versionId: string,
  said: Said,
  now: Date,
): readonly News[] => {
  const version = proposal.versions.find(({ id }) => id === versionId);
  return selectionPlaces(directory, proposal, versionId, now).map(({ agencyId, suffix }) => ({
    step: said.code,
    agencyId,
    purpose: "approval",
    card: `${selectionCardKey(version?.inherits ?? versionId)}${suffix}`,
    content: notice(proposal, { ...said, textId: versionId }),
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
  const said = { values, ...(undoing ? {} : { undo: { decisionId: fact.decisionId } }) };
  const code = undoing ? "undone" : "decided";
  const confirmations = toDeciders(directory, proposal, fact.textId, { code, ...said }, decision.at);
  const home = (told: Notice["code"]): readonly News[] => {
    const mention = authorOf(proposal, fact.textId);
    return [...confirmations, toHome(proposal, { code: told, values, textId: fact.textId, mention })];
  };
  if (undoing) return home("undone");
  if (fact.decision === "reject") return home("contentReturned");
  if (!proposal.gate?.passed) return confirmations;
  return home(proposal.status === "editing" ? "contentSelectedEditing" : "contentSelected");
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
  return toDeciders(directory, proposal, versionId, { code: "contentEdited", values }, version.at);
};

/** Disasters wait for nobody's look at the card: every official who may decide is called at once (jabar-2019 Pasal 7 huruf c). */
const urgentCall = (directory: Directory, proposal: Proposal, at: Date): readonly News[] => {
  const version = waitingVersion(proposal);
  const profile = profileOf(directory.government.profile);
  if (!version || !isUrgent(profile, version.content)) return [];
  const { appointments } = decidersOf(directory, proposal.agencyId, writersOf(version), at);
  const mention = appointments.map(({ personId }) => personId);
  const values = { version: version.version };
  return toDeciders(directory, proposal, version.id, { code: "contentUrgent", values, mention }, at);
};

/** What was posted, or waited for the officials, is withdrawn: those who decide about it are told, below its card. */
const ofWithdrawal = (
  { directory, before, proposal, now }: Happened,
  { reason, posted }: Extract<ProposalFact, { kind: "contentWithdrawn" }>,
): readonly News[] => {
  const values = { reason, posted };
  const home = toHome(proposal, { code: "contentWithdrawn", values });
  const version = currentVersion(proposal);
  const waited = before !== undefined && waitingVersion(before) !== undefined;
  if (!version || proposal.gate?.kind !== "approve" || (!waited && posted === 0)) return [home];
  const told = { ...values, officials: "yes", ...(waited ? { waited: "yes" } : {}) };
  return [home, ...toDeciders(directory, proposal, version.id, { code: "contentWithdrawn", values: told }, now)];
};

const ofFact = (happened: Happened, fact: ProposalFact): readonly News[] => {
  const { directory, proposal, facts, now } = happened;
  switch (fact.kind) {
    case "decided":
      return ofDecision(directory, proposal, fact);
    case "contentReady": {
      const told = facts.some(({ kind }) => kind === "decided");
      return told ? [] : [toHome(proposal, { code: "contentReady", values: {}, textId: fact.versionId })];
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
      return ofWithdrawal(happened, fact);
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
export const contentNews = (happened: Happened): readonly OutboxDraft[] =>
  happened.facts
    .flatMap((fact) => ofFact(happened, fact))
    .flatMap(({ step, agencyId, purpose, card, content }, index): readonly OutboxDraft[] => {
      const channel = channelOf(happened.directory, agencyId, purpose);
      if (!channel) return [];
      const to = conversationOf(channel);
      return [{ step: `news:${index}:${step}`, to, replyTo: { card }, content, whenUnknown: "repeat" }];
    });
