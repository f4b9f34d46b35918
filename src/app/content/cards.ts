import type { Proposal } from "../../domain/proposal/model.js";
import { waitingVersion } from "../../domain/proposal/queries.js";
import type { Directory } from "../../domain/registry/model.js";
import type { OutboxDraft } from "../../ports/store.js";
import { type ApprovalPlace, approvalPlaces } from "../approval-places.js";
import { channelOf, conversationOf } from "../context.js";
import { filesBelow } from "../files-beside.js";

/** The key of a proposal's card in its agency's work channel. */
export const proposalCardKey = (proposalId: string): string => `proposal:${proposalId}`;

/** The key of the card of one exact version before the officials; that of another office has its id behind it. */
export const selectionCardKey = (versionId: string): string => `selection:${versionId}`;

const home = (directory: Directory, proposal: Proposal): readonly OutboxDraft[] => {
  const channel = channelOf(directory, proposal.agencyId, "work");
  if (!channel) return [];
  return [
    {
      step: "card:proposal",
      to: conversationOf(channel),
      content: { kind: "proposal-card", proposalId: proposal.id },
      card: { key: proposalCardKey(proposal.id), version: proposal.version + 1 },
      whenUnknown: "repeat",
    },
  ];
};

/** Where a version is before those who may decide it; `waited`: until this moment it waited, if it does not now. */
export const selectionPlaces = (
  directory: Directory,
  proposal: Proposal,
  versionId: string,
  now: Date,
  waited = false,
): readonly ApprovalPlace[] => {
  const { agencyId, versions, decisions } = proposal;
  const text = versions.find(({ id }) => id === versionId);
  const waits = waited || waitingVersion(proposal)?.id === versionId;
  return text ? approvalPlaces(directory, agencyId, { text, decisions, waits }, now) : [];
};

/** What is drawn: the proposal as it is now, and as it was before. */
interface Drawing {
  readonly directory: Directory;
  readonly before?: Proposal | undefined;
  readonly proposal: Proposal;
  /** Case time of the drawing. */
  readonly at: Date;
}

const selection = (
  { directory, before, proposal, at }: Drawing,
  versionId: string,
  asks: boolean,
): readonly OutboxDraft[] => {
  const waited = before !== undefined && waitingVersion(before)?.id === versionId;
  return selectionPlaces(directory, proposal, versionId, at, waited).flatMap(
    ({ channel, suffix, carries }): readonly OutboxDraft[] => {
      if (!channel) return [];
      const key = `${selectionCardKey(versionId)}${suffix}`;
      const version = proposal.versions.find(({ id }) => id === versionId);
      return [
        {
          step: `card:${key}`,
          to: conversationOf(channel),
          content: { kind: "proposal-approval", proposalId: proposal.id, versionId },
          card: { key, version: proposal.version + 1 },
          duties: asks && carries ? [{ kind: "selection", proposalId: proposal.id, versionId }] : [],
          whenUnknown: "repeat",
        },
        ...(asks ? filesBelow(conversationOf(channel), key, version?.content.attachments ?? []) : []),
      ];
    },
  );
};

/** The version whose card before the officials tells of this one: its own, or that of the approved one it is an edit of. */
const shownBy = (proposal: Proposal, versionId: string): string =>
  proposal.versions.find(({ id }) => id === versionId)?.inherits ?? versionId;

/** Whether the officials were or are asked about this version: an edit that keeps an approval has no card of theirs. */
const wasAsked = (proposal: Proposal, versionId: string): boolean => {
  const version = proposal.versions.find(({ id }) => id === versionId);
  return version !== undefined && version.inherits === undefined && proposal.gate?.kind === "approve";
};

/**
 * Every card that shows the proposal, at its coming version: in the work channel, and the newest version's before the
 * officials, or that of what it is an edit of; the version before it too when there is a new one, to say where that is.
 */
export const proposalCards = (drawing: Drawing): readonly OutboxDraft[] => {
  const { directory, before, proposal } = drawing;
  const newest = proposal.versions.at(-1)?.id;
  const former = before?.versions.at(-1)?.id;
  const isNew = newest !== former;
  const shown = [isNew ? former : undefined, newest].flatMap((id) => (id === undefined ? [] : [shownBy(proposal, id)]));
  const cards = [...new Set(shown)];
  return [
    ...home(directory, proposal),
    ...cards
      .filter((id) => wasAsked(proposal, id))
      .flatMap((id) => selection(drawing, id, isNew && id === newest && proposal.status === "submitted")),
  ];
};

/** Whether nobody can be asked: no channel of those who may decide is bound. */
export const cannotAsk = (directory: Directory, proposal: Proposal, now: Date): boolean => {
  const version = waitingVersion(proposal);
  return (
    version !== undefined && selectionPlaces(directory, proposal, version.id, now).every(({ channel }) => !channel)
  );
};
