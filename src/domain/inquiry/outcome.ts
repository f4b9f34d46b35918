import type { Decided } from "../approval/model.js";
import type { Attachment } from "../attachment.js";
import type { Refusal } from "../refusal.js";
import type { AnswerOrigin, GateKind } from "../registry/model.js";
import type { Case, ClosedReason } from "./model.js";

/** Something that happened to a case. Facts become its history, and tell the program whom to inform. */
export type Fact =
  | { readonly kind: "received" }
  | { readonly kind: "draftStarted" }
  | {
      readonly kind: "forwarded";
      readonly forwardId: string;
      readonly agencyId: string;
      readonly fromAgencyId: string;
      readonly note?: string;
    }
  | { readonly kind: "forwardDelivered"; readonly forwardId: string; readonly agencyId: string }
  | { readonly kind: "forwardTaken"; readonly forwardId: string; readonly agencyId: string }
  | {
      readonly kind: "forwardReturned";
      readonly forwardId: string;
      readonly agencyId: string;
      readonly reason: string;
      readonly suggestsAgencyId?: string;
    }
  | { readonly kind: "forwardPassedOn"; readonly forwardId: string; readonly agencyId: string }
  | { readonly kind: "forwardWithdrawn"; readonly forwardId: string; readonly agencyId: string }
  | {
      readonly kind: "agencyAnswered";
      readonly forwardId: string;
      readonly agencyId: string;
      readonly text: string;
      /** Absent where there are none, here and below. */
      readonly attachments?: readonly Attachment[];
      /** The holder already has an answer of its own under way. */
      readonly aside: boolean;
    }
  | { readonly kind: "communicationsDecides" }
  | {
      readonly kind: "answerSubmitted";
      readonly answerId: string;
      readonly version: number;
      readonly origin: AnswerOrigin;
      readonly gate: GateKind;
      readonly hash: string;
      readonly text: string;
      readonly attachments?: readonly Attachment[];
    }
  | { readonly kind: "reported"; readonly answerId: string; readonly version: number }
  | Decided
  | { readonly kind: "ready"; readonly answerId: string; readonly version: number }
  | { readonly kind: "published"; readonly answerId: string; readonly url?: string }
  | { readonly kind: "closed"; readonly reason: ClosedReason; readonly detail?: string; readonly duplicateOf?: string }
  | { readonly kind: "reopened"; readonly round: number; readonly reason: string };

/** The case as it is after what was asked, with what happened. */
export interface Done {
  readonly next: Case;
  readonly facts: readonly Fact[];
}

/** What every transition of the machine answers. */
export type Outcome = Done | Refusal;
