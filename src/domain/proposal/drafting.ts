import type { Gate } from "../approval/model.js";
import { writersOf } from "../approval/queries.js";
import { type Refusal, refuse } from "../refusal.js";
import type { Basis, GateKind } from "../registry/model.js";
import type { Correction, Proposal, ProposalContent, ProposalStatus, ProposalVersion } from "./model.js";
import type { ProposalDone, ProposalFact, ProposalOutcome } from "./outcome.js";
import { currentVersion, givenUpTo } from "./queries.js";

/** What an officer begins with. Texts are cleaned and within their limits. */
export interface NewProposal {
  readonly id: string;
  readonly agencyId: string;
  readonly content: ProposalContent;
  readonly caseIds: readonly string[];
  readonly by: string;
  readonly at: Date;
}

/** A new proposal. The store gives it its number and code. */
export const collect = ({ id, agencyId, content, caseIds, by, at }: NewProposal): ProposalDone => ({
  next: {
    id,
    agencyId,
    code: "",
    number: 0,
    status: "collected",
    version: 0,
    draft: { content, by, at, writers: [by] },
    versions: [],
    decisions: [],
    publications: [],
    caseIds,
    createdBy: by,
    createdAt: at,
    updatedAt: at,
  },
  facts: [{ kind: "collected" }],
});

/** Statuses in which a draft can be written. What is ready or posted has to be taken up for editing first. */
const writable: readonly ProposalStatus[] = ["collected", "submitted", "returned", "editing"];

const whyNot = ({ code, status }: Proposal): Refusal | undefined => {
  if (status === "withdrawn") return refuse("withdrawn", { code });
  return writable.includes(status) ? undefined : refuse("editFirst", { code });
};

/** Nobody who wrote on a text decides about it, whoever hands it in. */
const withWriter = ({ draft }: Proposal, by: string): readonly string[] => [
  ...new Set([...(draft?.writers ?? []), by]),
];

interface Writing {
  readonly content: ProposalContent;
  readonly by: string;
  readonly at: Date;
}

interface Revision extends Writing {
  /** Cases it answers as well. */
  readonly caseIds?: readonly string[];
}

/** Somebody wrote on: the draft is kept, nobody decides about it. What is before the officials stays before them. */
export const revise = (proposal: Proposal, { content, caseIds = [], by, at }: Revision): ProposalOutcome =>
  whyNot(proposal) ?? {
    next: {
      ...proposal,
      draft: { ...proposal.draft, content, by, at, writers: withWriter(proposal, by) },
      caseIds: [...new Set([...proposal.caseIds, ...caseIds])],
      updatedAt: at,
    },
    facts: [{ kind: "draftChanged" }],
  };

/** A version to go before the officials. */
export interface Submission extends Writing {
  readonly versionId: string;
  /** SHA-256 of what is posted, see `hashedProposal`. */
  readonly hash: string;
  /** The profile's content gate. */
  readonly gate: Basis & { readonly kind: Extract<GateKind, "none" | "approve"> };
  /**
   * An edit after selection that the setting lets pass without another approval. A correction of what is posted never is,
   * nor any edit of it until that is posted.
   */
  readonly keepsApproval: boolean;
}

/** Whether what is written corrects what was posted: it began as that, or edits what did. */
export const isCorrection = (proposal: Proposal): boolean =>
  proposal.draft?.from !== undefined || currentVersion(proposal)?.corrects === true;

const gateOf = (proposal: Proposal, { versionId, gate, keepsApproval }: Submission): Gate & { inherits?: string } => {
  const approved = proposal.status === "editing" && proposal.gate?.passed ? proposal.gate.textId : undefined;
  const edits = proposal.versions.find(({ id }) => id === approved);
  if (gate.kind === "none" || !keepsApproval || !edits || isCorrection(proposal))
    return { ...gate, textId: versionId, passed: gate.kind === "none" };
  return { ...gate, textId: versionId, passed: true, inherits: edits.inherits ?? edits.id };
};

/** Whose words a new version goes on with: nobody's once a version was selected, for then an official answers for them. */
const writersBefore = (proposal: Proposal): readonly string[] => {
  const current = currentVersion(proposal);
  return current && !proposal.gate?.passed ? writersOf(current) : [];
};

/** Puts a version before the officials, or makes it ready where none has to approve it. Voids what was approved before. */
export const submit = (proposal: Proposal, input: Submission): ProposalOutcome => {
  const refused = whyNot(proposal);
  if (refused) return refused;
  const { versionId, hash, content, by, at } = input;
  const { draft: _, ...rest } = proposal;
  const current = currentVersion(proposal);
  if (current?.hash === hash && proposal.status !== "collected") return refuse("unchanged", { code: proposal.code });
  const { inherits: from, ...gate } = gateOf(proposal, input);
  const inherits = from === undefined ? {} : { inherits: from };
  const version = proposal.versions.length + 1;
  const corrects = isCorrection(proposal);
  const made: ProposalVersion = {
    ...{ id: versionId, version, hash, content, at, corrects },
    ...inherits,
    authorId: by,
    writers: [...new Set([...writersBefore(proposal), ...withWriter(proposal, by)])],
  };
  const facts: ProposalFact[] = [
    { kind: "contentSubmitted", versionId, version, gate: gate.kind, hash, body: content.body, ...inherits },
  ];
  if (gate.passed) facts.push({ kind: "contentReady", versionId, version });
  const status = gate.passed ? "ready" : "submitted";
  return { next: { ...rest, versions: [...proposal.versions, made], gate, status, updatedAt: at }, facts };
};

/** "Sunting": what was selected is edited before it is posted (jabar-2019 Lamp. D angka 4). It cannot be posted meanwhile. */
export const startEditing = (
  proposal: Proposal,
  { by, at }: { readonly by: string; readonly at: Date },
): ProposalOutcome => {
  const { code, status } = proposal;
  if (status === "withdrawn") return refuse("withdrawn", { code });
  const version = currentVersion(proposal);
  if (status !== "ready" || !version) return refuse("notReady", { code, status });
  return {
    next: { ...proposal, status: "editing", draft: { content: version.content, by, at, writers: [by] }, updatedAt: at },
    facts: [{ kind: "editingStarted" }],
  };
};

/** Why what stands was corrected: given up, a correction leaves the reason of the one before it. */
const standing = (correction: Correction | undefined): Pick<Proposal, "correction"> =>
  correction ? { correction } : {};

/** The officials returned a correction, and it is given up: what is posted stands as it was. */
const giveUp = (proposal: Proposal, posted: ProposalVersion, at: Date): ProposalOutcome => {
  const { draft: _, correction, gate, ...rest } = proposal;
  return {
    next: {
      ...rest,
      ...standing(correction?.before),
      ...(gate ? { gate: { ...gate, textId: posted.id, passed: true } } : {}),
      status: posted.corrects ? "corrected" : "published",
      updatedAt: at,
    },
    facts: [{ kind: "editingStopped" }],
  };
};

/** The draft is thrown away; what stood before it stands again, where a correction began with it or was returned too. */
export const stopEditing = (proposal: Proposal, { at }: { readonly at: Date }): ProposalOutcome => {
  const posted = givenUpTo(proposal);
  if (posted) return giveUp(proposal, posted, at);
  const { draft, correction, ...rest } = proposal;
  if (!draft || proposal.status === "collected") return refuse("stale", { code: proposal.code });
  const status = proposal.status === "editing" ? (draft.from ?? "ready") : proposal.status;
  const kept = draft.from === undefined ? correction : correction?.before;
  return { next: { ...rest, ...standing(kept), status, updatedAt: at }, facts: [{ kind: "editingStopped" }] };
};
