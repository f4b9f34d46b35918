import type { Proposal, ProposalVersion } from "../../domain/proposal/model.js";
import { postableVersion } from "../../domain/proposal/queries.js";
import type { Directory } from "../../domain/registry/model.js";
import type { OutboxDraft } from "../../ports/store.js";
import { channelOf, conversationOf } from "../context.js";
import { accountsWaiting } from "./accounts.js";
import { proposalCardKey } from "./cards.js";
import { postParts } from "./post-pages.js";

/** The key of what a version says on one account; `part` of a text that needs several messages. */
const postCardKey = (versionId: string, accountId: string, part = 0): string =>
  `post:${versionId}:${accountId}${part === 0 ? "" : `:${part}`}`;

interface Text {
  readonly version: ProposalVersion;
  readonly accountId: string;
}

/** What waits to be posted. */
const textsOf = (directory: Directory, proposal: Proposal | undefined, at: Date): readonly Text[] => {
  const version = proposal && postableVersion(proposal);
  return version ? accountsWaiting(directory, proposal, at).map((accountId) => ({ version, accountId })) : [];
};

const without = (texts: readonly Text[], others: readonly Text[]): readonly Text[] =>
  texts.filter((text) =>
    others.every(({ version, accountId }) => version.id !== text.version.id || accountId !== text.accountId),
  );

/** What was recorded as posted by this step, also where it did not wait any more. */
const recorded = (before: Proposal | undefined, next: Proposal): readonly Text[] =>
  next.publications.slice(before?.publications.length ?? 0).flatMap(({ versionId, accountId }) => {
    const version = next.versions.find(({ id }) => id === versionId);
    return version ? [{ version, accountId }] : [];
  });

/** The messages that show these texts, at the proposal's coming version. */
const cardsOf = (directory: Directory, next: Proposal, texts: readonly Text[]): readonly OutboxDraft[] => {
  const channel = channelOf(directory, next.agencyId, "work");
  if (!channel) return [];
  return texts.flatMap(({ version, accountId }) =>
    postParts(directory, version, accountId).map((part): OutboxDraft => {
      const key = postCardKey(version.id, accountId, part);
      return {
        step: `card:${key}`,
        to: conversationOf(channel),
        replyTo: { card: proposalCardKey(next.id) },
        content: { kind: "post-text", proposalId: next.id, versionId: version.id, accountId, part },
        card: { key, version: next.version + 1 },
        whenUnknown: "repeat",
      };
    }),
  );
};

/**
 * The exact text for each account, in a message of its own. It appears once it may be posted, and is drawn again when it was
 * posted or may not be posted any more: what can be copied from a chat is always what counts.
 */
export const postTextCards = (
  directory: Directory,
  before: Proposal | undefined,
  next: Proposal,
  at: Date,
): readonly OutboxDraft[] => {
  const [former, now] = [textsOf(directory, before, at), textsOf(directory, next, at)];
  const changed = [...without(former, now), ...without(now, former)];
  return cardsOf(directory, next, [...changed, ...without(recorded(before, next), changed)]);
};

/** The text for an account that was given up: it is drawn again where it was to be posted, and says so. */
export const endedTextCards = (directory: Directory, proposal: Proposal, accountId: string): readonly OutboxDraft[] => {
  const version = postableVersion(proposal);
  return version ? cardsOf(directory, proposal, [{ version, accountId }]) : [];
};
