import type { Decision } from "../../../domain/approval/model.js";
import type { Answer, Case, Forward, Publication } from "../../../domain/inquiry/model.js";
import {
  type AnswerRow,
  type CaseRows,
  column,
  type DecisionRow,
  type ForwardRow,
  type InquiryRow,
  type PublicationRow,
} from "../rows.js";

interface Owner {
  readonly government_id: string;
  readonly inquiry_id: string;
}

/**
 * The rows that store a case: `next` as it shall be, one version after the one it was loaded with. Number, code and year
 * of a new case are the store's to give.
 */
export const caseToRows = (governmentId: string, next: Case, year: number): CaseRows => {
  const owner = { government_id: governmentId, inquiry_id: next.id };
  return {
    inquiry: inquiryRow(governmentId, next, year),
    forwards: next.forwards.map((forward) => forwardRow(owner, forward)),
    answers: next.answers.map((answer) => answerRow(owner, answer)),
    decisions: next.decisions.map((decision, index) =>
      decisionRow({ government_id: governmentId, subject_id: next.id }, decision, index + 1),
    ),
    publications: next.publications.map((publication, index) => publicationRow(owner, publication, index + 1)),
  };
};

const inquiryRow = (governmentId: string, next: Case, year: number): InquiryRow => ({
  id: next.id,
  government_id: governmentId,
  agency_id: next.agencyId,
  year,
  number: next.number,
  code: next.code,
  kind: next.kind ?? null,
  text: next.text,
  account: next.account ?? null,
  asker: next.asker ?? null,
  link: next.link ?? null,
  post: next.post ?? null,
  sentiment: next.sentiment ?? null,
  theme: next.theme ?? null,
  status: next.status,
  round: next.round,
  version: next.version + 1,
  gate: next.gate ?? null,
  closed_reason: next.closed?.reason ?? null,
  closed_detail: next.closed?.detail ?? null,
  duplicate_of: next.closed?.duplicateOf ?? null,
  created_by: next.createdBy,
  created_at: next.createdAt.toISOString(),
  updated_at: next.updatedAt.toISOString(),
  closed_at: column(next.closed?.at),
  reopened_at: column(next.reopenedAt),
  attachments: next.attachments,
});

const forwardRow = (owner: Owner, forward: Forward): ForwardRow => ({
  ...owner,
  id: forward.id,
  agency_id: forward.agencyId,
  ordinal: forward.ordinal,
  round: forward.round,
  status: forward.status,
  note: forward.note ?? null,
  forwarded_by: forward.forwardedBy,
  from_agency_id: forward.fromAgencyId,
  forwarded_at: forward.forwardedAt.toISOString(),
  first_forwarded_at: forward.firstForwardedAt.toISOString(),
  delivered_at: column(forward.deliveredAt),
  acknowledged_at: column(forward.acknowledgedAt),
  acknowledged_by: forward.acknowledgedBy ?? null,
  clock_hours: forward.clock?.hours ?? null,
  clock_level: forward.clock?.level ?? null,
  clock_citation: forward.clock?.citation ?? null,
  deadline_at: column(forward.deadlineAt),
  answer_text: forward.answer?.text ?? null,
  answered_by: forward.answer?.by ?? null,
  answered_at: column(forward.answer?.at),
  return_reason: forward.returned?.reason ?? null,
  return_suggests: forward.returned?.suggestsAgencyId ?? null,
  ended_by: forward.ended?.by ?? null,
  ended_at: column(forward.ended?.at),
  answer_attachments: forward.answer?.attachments ?? [],
});

const answerRow = (owner: Owner, answer: Answer): AnswerRow => ({
  ...owner,
  id: answer.id,
  round: answer.round,
  version: answer.version,
  origin: answer.origin,
  text: answer.text,
  hash: answer.hash,
  author_id: answer.authorId,
  at: answer.at.toISOString(),
  attachments: answer.attachments,
});

/** The row that stores a decision about a text of a case or of a proposal. */
export const decisionRow = (
  owner: Pick<DecisionRow, "government_id" | "subject_id">,
  decision: Decision,
  ordinal: number,
): DecisionRow => ({
  ...owner,
  id: decision.id,
  text_id: decision.textId,
  ordinal,
  hash: decision.hash,
  kind: decision.kind,
  reason: decision.reason ?? null,
  person_id: decision.personId,
  appointment_id: decision.appointmentId,
  position: decision.position,
  at: decision.at.toISOString(),
});

const publicationRow = (owner: Owner, publication: Publication, ordinal: number): PublicationRow => ({
  ...owner,
  id: publication.id,
  answer_id: publication.answerId,
  ordinal,
  round: publication.round,
  url: publication.url ?? null,
  posted_by: publication.postedBy,
  at: publication.at.toISOString(),
});
