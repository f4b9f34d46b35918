import type { Decided } from "../approval/model.js";
import type { Refusal } from "../refusal.js";
import type { GateKind } from "../registry/model.js";
import type { Proposal } from "./model.js";

/** Something that happened to a proposal. Facts become its history, and tell the program whom to inform. */
export type ProposalFact =
  | { readonly kind: "collected" }
  | { readonly kind: "draftChanged" }
  | {
      readonly kind: "contentSubmitted";
      readonly versionId: string;
      readonly version: number;
      readonly gate: GateKind;
      readonly hash: string;
      readonly body: string;
      /** The approved version this one is an edit of that needs no approval of its own. */
      readonly inherits?: string;
    }
  | Decided
  | { readonly kind: "contentReady"; readonly versionId: string; readonly version: number }
  | { readonly kind: "editingStarted" }
  | { readonly kind: "editingStopped" }
  | {
      readonly kind: "contentPublished";
      readonly versionId: string;
      readonly accountId: string;
      readonly url: string;
      /** Accounts it still has to be posted on. */
      readonly left: number;
    }
  | {
      readonly kind: "addressReplaced";
      readonly versionId: string;
      readonly accountId: string;
      readonly url: string;
      readonly former: string;
      readonly reason: string;
    }
  | { readonly kind: "contentFinished"; readonly unposted: readonly string[] }
  | { readonly kind: "correctionStarted"; readonly reason: string }
  | { readonly kind: "contentWithdrawn"; readonly reason: string; readonly posted: number };

/** The proposal as it is after what was asked, with what happened. */
export interface ProposalDone {
  readonly next: Proposal;
  readonly facts: readonly ProposalFact[];
}

/** What every transition of the machine answers. */
export type ProposalOutcome = ProposalDone | Refusal;
