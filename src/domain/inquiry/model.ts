import type { Decision, Gate } from "../approval/model.js";
import type { Attachment, Written } from "../attachment.js";
import type { AnswerOrigin, Basis } from "../registry/model.js";

/** Where a case stands. "closed" is the end; only a reopening leaves it. */
export type InquiryStatus =
  | "received"
  | "drafting"
  | "forwarded"
  | "answered"
  | "approval"
  | "reporting"
  | "reported"
  | "revising"
  | "ready"
  | "published"
  | "closed";

export type InquiryKind = "question" | "comment" | "criticism" | "suggestion" | "opinion" | "input" | "complaint";

export type Sentiment = "positive" | "neutral" | "negative";

/** Why a case ended. "answered": every reply is posted. "other" keeps the officer's own words. */
export type ClosedReason =
  | "answered"
  | "duplicate"
  | "noted"
  | "spam"
  | "abusive"
  | "outside"
  | "withdrawn"
  | "deleted"
  | "other";

/** The clock of one forward: how many clock hours, and what says so. */
export interface ForwardClock extends Basis {
  readonly hours: number;
}

export type ForwardStatus = "open" | "answered" | "returned" | "passed" | "withdrawn";

/** A hand-over to one agency. All times are case time. */
export interface Forward {
  readonly id: string;
  readonly agencyId: string;
  readonly fromAgencyId: string;
  /** Counts the case's forwards from 1. */
  readonly ordinal: number;
  readonly round: number;
  readonly status: ForwardStatus;
  readonly note?: string;
  readonly forwardedBy: string;
  readonly forwardedAt: Date;
  /** When the question was first handed over, also when it was passed on since. */
  readonly firstForwardedAt: Date;
  readonly deliveredAt?: Date;
  readonly acknowledgedAt?: Date;
  readonly acknowledgedBy?: string;
  /** Absent for external agencies: no text gives them a clock. */
  readonly clock?: ForwardClock;
  /** Set when the forward was delivered. */
  readonly deadlineAt?: Date;
  readonly answer?: Written & { readonly by: string; readonly at: Date };
  readonly returned?: { readonly reason: string; readonly suggestsAgencyId?: string };
  /** When and by whom it was returned, passed on or withdrawn. */
  readonly ended?: { readonly by: string; readonly at: Date };
}

/** One version of the text to be posted. Never changed after it was written. */
export interface Answer {
  readonly id: string;
  readonly round: number;
  /** Counts the case's answers from 1, over all rounds. */
  readonly version: number;
  readonly origin: AnswerOrigin;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** SHA-256 of text and files (see `hashedContent`), hexadecimal: what an approval belongs to. */
  readonly hash: string;
  readonly authorId: string;
  readonly at: Date;
}

/** The answer was posted: a public address, or (absent) a private message to the citizen. */
export interface Publication {
  readonly id: string;
  readonly answerId: string;
  readonly round: number;
  readonly url?: string;
  readonly postedBy: string;
  readonly at: Date;
}

/** A citizen's input and everything that happened to it: the unit of consistency, with one version. */
export interface Case {
  readonly id: string;
  /** The agency that holds the case. */
  readonly agencyId: string;
  /** Empty until the store numbered it. */
  readonly code: string;
  readonly number: number;
  readonly kind?: InquiryKind;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly account?: string;
  readonly asker?: string;
  readonly link?: string;
  readonly post?: string;
  readonly sentiment?: Sentiment;
  readonly theme?: string;
  readonly status: InquiryStatus;
  /** 1, and one more for every reopening. */
  readonly round: number;
  /** Grows by one with every committed change; 0 is "not stored yet". */
  readonly version: number;
  readonly gate?: Gate;
  readonly closed?: {
    readonly reason: ClosedReason;
    readonly detail?: string;
    readonly duplicateOf?: string;
    readonly at: Date;
  };
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly reopenedAt?: Date;
  readonly forwards: readonly Forward[];
  readonly answers: readonly Answer[];
  readonly decisions: readonly Decision[];
  readonly publications: readonly Publication[];
}
