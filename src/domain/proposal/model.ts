import type { ApprovalText, Decision, Gate } from "../approval/model.js";
import type { Attachment } from "../attachment.js";

/**
 * Where a proposal stands. "collected": being put together, before any official saw it. "submitted": before the officials.
 * "returned": they want changes. "ready": selected, to be posted; editing comes first where somebody edits. "published":
 * posted on every target account, "corrected": posted once more after a correction. "withdrawn" is the end.
 */
export type ProposalStatus =
  | "collected"
  | "submitted"
  | "returned"
  | "editing"
  | "ready"
  | "published"
  | "corrected"
  | "withdrawn";

/** What is proposed. Empty parts are absent; what a profile demands of them is its checks' business. */
export interface ProposalContent {
  readonly theme: string;
  readonly body: string;
  /** Without "#", in the order they are posted. */
  readonly hashtags: readonly string[];
  /** Official accounts it is for, by id, each once. */
  readonly accountIds: readonly string[];
  readonly attachments: readonly Attachment[];
  /** Code of the profile's content category. */
  readonly category?: string;
  /** Code of the profile's other lawful basis, where the category list is closed. */
  readonly lawfulBasis?: string;
  /** Where the facts come from. */
  readonly source?: string;
  /** The day it is wanted, ISO 8601, in the government's zone. */
  readonly wantedOn?: string;
  readonly audience?: string;
  readonly influencer?: string;
  readonly policy?: string;
  /** Why a finding of a check does not stop it, by the check's code. */
  readonly reasons: Readonly<Record<string, string>>;
  /** The findings each reason was given for, by the check's code: it answers no others. */
  readonly reasonsFor?: Readonly<Record<string, readonly string[]>>;
  /** The officer went through the list of ethics. */
  readonly ethicsRead: boolean;
}

/** One version before the officials. Never changed after it was written. */
export interface ProposalVersion extends ApprovalText {
  readonly content: ProposalContent;
  readonly at: Date;
  /** Everybody who wrote on it since a version was last selected, and who submitted it: none of them may decide about it. */
  readonly writers: readonly string[];
  /** It corrects what was posted before. */
  readonly corrects: boolean;
  /** The approved version this one is an edit of that needs no approval of its own. */
  readonly inherits?: string;
}

/** What somebody is writing, until it is submitted. */
export interface ProposalDraft {
  readonly content: ProposalContent;
  readonly by: string;
  readonly at: Date;
  /** Everybody who wrote on it, each once. */
  readonly writers: readonly string[];
  /** A correction: what the proposal was before it. */
  readonly from?: "published" | "corrected";
}

/** It was posted on one account: a public address, which alone may be mended later. */
export interface ContentPublication {
  readonly id: string;
  readonly accountId: string;
  readonly versionId: string;
  readonly url: string;
  readonly postedBy: string;
  readonly at: Date;
}

/** A reason that somebody gave at a time. */
export interface Reason {
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** Why what was posted is corrected. */
export interface Correction extends Reason {
  /** The version it corrects; absent in proposals from before this was kept. */
  readonly of?: string;
  /** The correction that was posted before this one: it stands again where this one is given up. */
  readonly before?: Correction;
}

/** Draft content and everything that happened to it: the unit of consistency, with one version. Times are case time. */
export interface Proposal {
  readonly id: string;
  readonly agencyId: string;
  /** Empty until the store numbered it, from the same numbers as cases. */
  readonly code: string;
  readonly number: number;
  readonly status: ProposalStatus;
  /** Grows by one with every committed change; 0 is "not stored yet". */
  readonly version: number;
  readonly draft?: ProposalDraft;
  readonly versions: readonly ProposalVersion[];
  readonly gate?: Gate;
  readonly decisions: readonly Decision[];
  readonly publications: readonly ContentPublication[];
  /** Why it was corrected last. */
  readonly correction?: Correction;
  readonly withdrawn?: Reason;
  /** The cases it answers, by id, each once. */
  readonly caseIds: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
