import type { Attachment } from "../attachment.js";
import { refuse } from "../refusal.js";
import type { Case, InquiryKind, Sentiment } from "./model.js";
import type { Done, Outcome } from "./outcome.js";

/** What an officer logs. Texts are cleaned and within their limits. */
export interface NewInquiry {
  readonly id: string;
  readonly agencyId: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly by: string;
  readonly at: Date;
  readonly kind?: InquiryKind;
  readonly account?: string;
  readonly asker?: string;
  readonly link?: string;
  readonly post?: string;
  readonly sentiment?: Sentiment;
  readonly theme?: string;
}

/** A new case. The store gives it its number and code. */
export const receive = (input: NewInquiry): Done => {
  const { by, at, ...rest } = input;
  const next: Case = {
    ...rest,
    code: "",
    number: 0,
    status: "received",
    round: 1,
    version: 0,
    createdBy: by,
    createdAt: at,
    updatedAt: at,
    forwards: [],
    answers: [],
    decisions: [],
    publications: [],
  };
  return { next, facts: [{ kind: "received" }] };
};

/** The holder starts writing the answer itself: the branch both charts lack (interpretation; docs/cases.md, "Gates"). */
export const startDraft = (inquiry: Case, input: { readonly at: Date }): Outcome => {
  if (inquiry.status === "closed") return refuse("closedCase", { code: inquiry.code });
  if (inquiry.status !== "received") return refuse("stale", { code: inquiry.code });
  return { next: { ...inquiry, status: "drafting", updatedAt: input.at }, facts: [{ kind: "draftStarted" }] };
};
