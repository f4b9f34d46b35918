import type { Proposal, ProposalVersion } from "./model.js";

/** The newest version, if one was submitted. */
export const currentVersion = (proposal: Proposal): ProposalVersion | undefined => proposal.versions.at(-1);

/** The version that waits for the officials, if there is one. */
export const waitingVersion = ({ status, gate, versions }: Proposal): ProposalVersion | undefined =>
  status === "submitted" && gate && !gate.passed ? versions.find(({ id }) => id === gate.textId) : undefined;

/** The version whose text may be posted now, if there is one. */
export const postableVersion = ({ status, gate, versions }: Proposal): ProposalVersion | undefined =>
  status === "ready" && gate?.passed ? versions.find(({ id }) => id === gate.textId) : undefined;

/** The accounts the newest version is for that it was not posted on. */
export const accountsLeft = (proposal: Proposal): readonly string[] => {
  const version = currentVersion(proposal);
  const posted = proposal.publications.filter(({ versionId }) => versionId === version?.id);
  return (version?.content.accountIds ?? []).filter((id) => posted.every(({ accountId }) => accountId !== id));
};
