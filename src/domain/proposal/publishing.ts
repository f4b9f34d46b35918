import { type Refusal, refuse } from "../refusal.js";
import { isSamePost } from "./address.js";
import type { Correction, Proposal } from "./model.js";
import type { ProposalFact, ProposalOutcome } from "./outcome.js";
import { accountsLeft, currentVersion, postableVersion, recordedVersion } from "./queries.js";

interface Acting {
  readonly by: string;
  readonly at: Date;
}

const notReady = ({ code, status }: Proposal): Refusal =>
  status === "withdrawn" ? refuse("withdrawn", { code }) : refuse("notReady", { code, status });

/** Why nothing of it can be recorded as posted now; undefined when it can. */
export const notPostable = (proposal: Proposal): Refusal | undefined =>
  recordedVersion(proposal) ? undefined : notReady(proposal);

const posted = (proposal: Proposal): Proposal["status"] =>
  currentVersion(proposal)?.corrects ? "corrected" : "published";

/**
 * The account this very address was recorded for. Where a posted text was edited in place for its correction, it keeps
 * the address it had on that account.
 */
const recordedOn = ({ publications }: Proposal, versionId: string, accountId: string, url: string) =>
  publications.find(
    (each) => isSamePost(each.url, url) && (each.versionId === versionId || each.accountId !== accountId),
  )?.accountId;

/** It was posted on one account. Posted on all of its accounts, it is published; also later where less was enough. */
export const publishOn = (
  proposal: Proposal,
  input: Acting & {
    readonly publicationId: string;
    readonly accountId: string;
    readonly url: string;
    /** The accounts it still waits for, where some of those left do not count any more. */
    readonly waiting?: readonly string[];
  },
): ProposalOutcome => {
  const version = recordedVersion(proposal);
  if (!version) return notReady(proposal);
  const { publicationId: id, accountId, url, waiting = accountsLeft(proposal), by: postedBy, at } = input;
  const { code } = proposal;
  const recorded = recordedOn(proposal, version.id, accountId, url);
  if (recorded !== undefined) return refuse("alreadyPosted", { code, account: recorded });
  if (!version.content.accountIds.includes(accountId)) return refuse("notTarget", { code, account: accountId });
  if (!accountsLeft(proposal).includes(accountId)) return refuse("alreadyPosted", { code, account: accountId });
  const left = waiting.filter((each) => each !== accountId);
  const publication = { id, accountId, versionId: version.id, url, postedBy, at };
  return {
    next: {
      ...proposal,
      publications: [...proposal.publications, publication],
      status: proposal.status === "ready" && left.length === 0 ? posted(proposal) : proposal.status,
      updatedAt: at,
    },
    facts: [{ kind: "contentPublished", versionId: version.id, accountId, url, left: left.length }],
  };
};

/**
 * A wrong address was recorded for an account: the right one takes its place, whatever became of the proposal since; the
 * history has both. It was posted when it was.
 */
export const replaceAddress = (
  proposal: Proposal,
  input: Acting & { readonly accountId: string; readonly url: string; readonly reason: string },
): ProposalOutcome => {
  const { accountId, url, reason, at } = input;
  const { code, publications } = proposal;
  const wrong = publications.findLast((each) => each.accountId === accountId);
  if (!wrong) return refuse("notPosted", { code, account: accountId });
  const { id, versionId, url: former } = wrong;
  const recorded = recordedOn(proposal, versionId, accountId, url);
  if (recorded !== undefined) return refuse("alreadyPosted", { code, account: recorded });
  return {
    next: {
      ...proposal,
      publications: publications.map((each) => (each.id === id ? { ...each, url } : each)),
      updatedAt: at,
    },
    facts: [{ kind: "addressReplaced", versionId, accountId, url, former, reason }],
  };
};

/** "Cukup": it was posted somewhere, and will not be on the accounts that are left. */
export const finish = (proposal: Proposal, { at }: Pick<Acting, "at">): ProposalOutcome => {
  const version = postableVersion(proposal);
  if (!version) return notReady(proposal);
  const unposted = accountsLeft(proposal);
  if (unposted.length === version.content.accountIds.length) return refuse("notPosted", { code: proposal.code });
  return {
    next: { ...proposal, status: posted(proposal), updatedAt: at },
    facts: [{ kind: "contentFinished", unposted }],
  };
};

/** Posted on some accounts only, it is edited like any text that is ready. */
const notCorrectable = (proposal: Proposal): Refusal => {
  const { code, status, publications } = proposal;
  if (status === "withdrawn" || (publications.length > 0 && status !== "ready")) return notReady(proposal);
  return refuse(publications.length > 0 ? "editFirst" : "notPosted", { code });
};

/** The correction that is posted, as the next one remembers it: none older stands again any more. */
const lastPosted = ({ correction }: Proposal): Pick<Correction, "before"> => {
  if (!correction) return {};
  const { before: _, ...last } = correction;
  return { before: last };
};

/**
 * A posted text turned out wrong, for a reason: its correction is written, and goes before the officials like any text.
 * Who only gave the reason wrote nothing of it.
 */
export const correct = (proposal: Proposal, input: Acting & { readonly reason: string }): ProposalOutcome => {
  const version = currentVersion(proposal);
  const { status } = proposal;
  if (!version || (status !== "published" && status !== "corrected")) return notCorrectable(proposal);
  const { reason, by, at } = input;
  return {
    next: {
      ...proposal,
      status: "editing",
      correction: { reason, by, at, of: version.id, ...lastPosted(proposal) },
      draft: { content: version.content, by, at, writers: [], from: status },
      updatedAt: at,
    },
    facts: [{ kind: "correctionStarted", reason }],
  };
};

/** It is given up, or taken down where it was posted, for a reason. The end. */
export const withdraw = (proposal: Proposal, input: Acting & { readonly reason: string }): ProposalOutcome => {
  if (proposal.status === "withdrawn") return refuse("withdrawn", { code: proposal.code });
  const { draft: _, ...rest } = proposal;
  const { reason, by, at } = input;
  const fact: ProposalFact = { kind: "contentWithdrawn", reason, posted: proposal.publications.length };
  return {
    next: { ...rest, status: "withdrawn", withdrawn: { reason, by, at }, updatedAt: at },
    facts: [fact],
  };
};
