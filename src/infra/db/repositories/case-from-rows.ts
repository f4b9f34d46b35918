import type { Decision } from "../../../domain/approval/model.js";
import type { Answer, Case, Forward, Publication } from "../../../domain/inquiry/model.js";
import {
  type AnswerRow,
  type CaseRows,
  type DecisionRow,
  type ForwardRow,
  type InquiryRow,
  instant,
  type PublicationRow,
  withoutNulls,
} from "../rows.js";

/** The case these rows store. */
export const caseFromRows = ({ inquiry, forwards, answers, decisions, publications }: CaseRows): Case => ({
  ...withoutNulls({
    kind: inquiry.kind,
    account: inquiry.account,
    asker: inquiry.asker,
    link: inquiry.link,
    post: inquiry.post,
    sentiment: inquiry.sentiment,
    theme: inquiry.theme,
    gate: inquiry.gate,
    closed: closedOf(inquiry),
    reopenedAt: instant(inquiry.reopened_at),
  }),
  id: inquiry.id,
  agencyId: inquiry.agency_id,
  code: inquiry.code,
  number: inquiry.number,
  text: inquiry.text,
  attachments: inquiry.attachments,
  status: inquiry.status,
  round: inquiry.round,
  version: inquiry.version,
  createdBy: inquiry.created_by,
  createdAt: new Date(inquiry.created_at),
  updatedAt: new Date(inquiry.updated_at),
  forwards: forwards.map(forwardOf),
  answers: answers.map(answerOf),
  decisions: decisions.map(decisionOf),
  publications: publications.map(publicationOf),
});

const closedOf = ({ closed_reason, closed_at, closed_detail, duplicate_of }: InquiryRow): Case["closed"] | null => {
  if (closed_reason === null || closed_at === null) return null;
  const optional = withoutNulls({ detail: closed_detail, duplicateOf: duplicate_of });
  return { reason: closed_reason, at: new Date(closed_at), ...optional };
};

const forwardOf = (row: ForwardRow): Forward => ({
  ...withoutNulls({
    note: row.note,
    deliveredAt: instant(row.delivered_at),
    acknowledgedAt: instant(row.acknowledged_at),
    acknowledgedBy: row.acknowledged_by,
    clock: clockOf(row),
    deadlineAt: instant(row.deadline_at),
    answer: agencyAnswerOf(row),
    returned: returnedOf(row),
    ended: endedOf(row),
  }),
  id: row.id,
  agencyId: row.agency_id,
  fromAgencyId: row.from_agency_id,
  ordinal: row.ordinal,
  round: row.round,
  status: row.status,
  forwardedBy: row.forwarded_by,
  forwardedAt: new Date(row.forwarded_at),
  firstForwardedAt: new Date(row.first_forwarded_at),
});

const clockOf = ({ clock_hours, clock_level, clock_citation }: ForwardRow): Forward["clock"] | null =>
  clock_hours === null || clock_level === null || clock_citation === null
    ? null
    : { hours: clock_hours, level: clock_level, citation: clock_citation };

const agencyAnswerOf = ({
  answer_text,
  answer_attachments,
  answered_by,
  answered_at,
}: ForwardRow): Forward["answer"] | null =>
  answer_text === null || answered_by === null || answered_at === null
    ? null
    : { text: answer_text, attachments: answer_attachments, by: answered_by, at: new Date(answered_at) };

const returnedOf = ({ return_reason, return_suggests }: ForwardRow): Forward["returned"] | null =>
  return_reason === null ? null : { reason: return_reason, ...withoutNulls({ suggestsAgencyId: return_suggests }) };

const endedOf = ({ ended_by, ended_at }: ForwardRow): Forward["ended"] | null =>
  ended_by === null || ended_at === null ? null : { by: ended_by, at: new Date(ended_at) };

const answerOf = (row: AnswerRow): Answer => ({
  id: row.id,
  round: row.round,
  version: row.version,
  origin: row.origin,
  text: row.text,
  attachments: row.attachments,
  hash: row.hash,
  authorId: row.author_id,
  at: new Date(row.at),
});

/** The decision this row stores. */
export const decisionOf = (row: DecisionRow): Decision => ({
  ...withoutNulls({ reason: row.reason }),
  id: row.id,
  textId: row.text_id,
  hash: row.hash,
  kind: row.kind,
  personId: row.person_id,
  appointmentId: row.appointment_id,
  position: row.position,
  at: new Date(row.at),
});

const publicationOf = (row: PublicationRow): Publication => ({
  ...withoutNulls({ url: row.url }),
  id: row.id,
  answerId: row.answer_id,
  round: row.round,
  postedBy: row.posted_by,
  at: new Date(row.at),
});
