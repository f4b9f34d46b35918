import type { Basis, GateKind } from "../registry/model.js";

/** One exact text before officials: a version of an answer or of a proposal. Never changed after it was written. */
export interface ApprovalText {
  readonly id: string;
  /** Counts the texts of its case or proposal from 1. */
  readonly version: number;
  /** SHA-256 of the text and its attachments, hexadecimal: what an approval belongs to. */
  readonly hash: string;
  readonly authorId: string;
  /** Others whose words it holds. */
  readonly writers?: readonly string[];
}

/** The gate a text has to pass. */
export interface Gate extends Basis {
  readonly kind: GateKind;
  readonly textId: string;
  readonly passed: boolean;
}

/** What an official can say to a text. "acknowledge" and "hold" are said to a text that was only reported. */
export type DecisionKind = "approve" | "reject" | "acknowledge" | "hold" | "undo";

/** What an official decided about one exact text. */
export interface Decision {
  readonly id: string;
  readonly textId: string;
  readonly hash: string;
  readonly kind: DecisionKind;
  readonly reason?: string;
  readonly personId: string;
  readonly appointmentId: string;
  readonly position: string;
  readonly at: Date;
}

/** A decision as history tells it. */
export interface Decided {
  readonly kind: "decided";
  readonly decisionId: string;
  readonly decision: DecisionKind;
  readonly textId: string;
  readonly version: number;
  readonly hash: string;
  readonly position: string;
  readonly reason?: string;
}

/**
 * How a text stands with the officials. "waiting": for their approval. "reported": told to them, they may still say
 * something. "decided": approved or returned. "over": its case or proposal ended.
 */
export type Standing = "waiting" | "reported" | "decided" | "over";

/** A text at its gate, with all that was decided about any text of its case or proposal, oldest first. */
export interface Matter {
  readonly code: string;
  readonly standing: Standing;
  readonly gate?: Gate;
  readonly texts: readonly ApprovalText[];
  readonly decisions: readonly Decision[];
}
