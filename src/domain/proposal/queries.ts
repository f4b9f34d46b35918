import type { ContentPublication, Correction, Proposal, ProposalContent, ProposalVersion } from "./model.js";

/** The version that stands, if one was submitted: the newest, or the posted one whose correction was given up. */
export const currentVersion = ({ gate, versions }: Proposal): ProposalVersion | undefined =>
  versions.find(({ id }) => id === gate?.textId) ?? versions.at(-1);

/** What is written of it: its draft, else the version that stands. */
export const writtenOf = (proposal: Proposal): ProposalContent | undefined =>
  (proposal.draft ?? currentVersion(proposal))?.content;

/** The posted version whose correction the officials returned, so that it can be given up; nothing of it was posted. */
export const givenUpTo = ({ status, correction, publications, versions }: Proposal): ProposalVersion | undefined =>
  status === "returned" && correction?.of !== undefined && publications.at(-1)?.versionId === correction.of
    ? versions.find(({ id }) => id === correction.of)
    : undefined;

const correcting = ["editing", "submitted", "returned", "ready"] as const;
export type CorrectingStatus = (typeof correcting)[number];

/** How far the correction of what is posted has come, while one is under way. */
export const correctionStage = ({ status, correction }: Proposal): CorrectingStatus | undefined =>
  correction && correcting.find((each) => each === status);

/** The version that waits for the officials, if there is one. */
export const waitingVersion = ({ status, gate, versions }: Proposal): ProposalVersion | undefined =>
  status === "submitted" && gate && !gate.passed ? versions.find(({ id }) => id === gate.textId) : undefined;

/** The version whose text may be posted now, if there is one. */
export const postableVersion = ({ status, gate, versions }: Proposal): ProposalVersion | undefined =>
  status === "ready" && gate?.passed ? versions.find(({ id }) => id === gate.textId) : undefined;

/** The edit that kept its approval and is posted nowhere yet: the officials may still return it. */
export const returnableEdit = (proposal: Proposal): ProposalVersion | undefined => {
  const version = postableVersion(proposal);
  const posted = proposal.publications.some(({ versionId }) => versionId === version?.id);
  return version?.inherits !== undefined && !posted ? version : undefined;
};

/** The version a posting is recorded for: the one to be posted now, or the newest where that was enough before all had it. */
export const recordedVersion = (proposal: Proposal): ProposalVersion | undefined => {
  const { status, gate, versions } = proposal;
  if (status !== "published" && status !== "corrected") return postableVersion(proposal);
  return gate?.passed ? versions.find(({ id }) => id === gate.textId) : undefined;
};

/** The accounts the newest version is for that it was not posted on. */
export const accountsLeft = (proposal: Proposal): readonly string[] => {
  const version = currentVersion(proposal);
  const posted = proposal.publications.filter(({ versionId }) => versionId === version?.id);
  return (version?.content.accountIds ?? []).filter((id) => posted.every(({ accountId }) => accountId !== id));
};

/** Why this version corrects what is posted; known only of the version that stands. */
export const correctionBy = (proposal: Proposal, version: ProposalVersion): Correction | undefined => {
  const { correction } = proposal;
  const stands = version.corrects && currentVersion(proposal)?.id === version.id;
  return stands && correction?.of !== version.id ? correction : undefined;
};

/** What versions before this one were posted as, the last on each account. */
export const postedBefore = (proposal: Proposal, version: ProposalVersion): readonly ContentPublication[] => {
  const { publications, versions } = proposal;
  const before = versions.filter((each) => each.version < version.version).map(({ id }) => id);
  const last = publications.filter(({ versionId }) => before.includes(versionId));
  return [...new Map(last.map((each) => [each.accountId, each])).values()];
};
