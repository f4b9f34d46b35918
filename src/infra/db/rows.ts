import type { Decision, Gate } from "../../domain/approval/model.js";
import type { Attachment } from "../../domain/attachment.js";
import type { Case, ForwardStatus, InquiryStatus } from "../../domain/inquiry/model.js";
import type { AnswerOrigin, Basis } from "../../domain/registry/model.js";

/**
 * Rows as they travel between the program and PostgreSQL, inside one JSON value: the keys are the columns' names, absent
 * values are null, times are ISO 8601 texts with their offset.
 */
export interface InquiryRow {
  readonly id: string;
  readonly government_id: string;
  readonly agency_id: string;
  readonly year: number;
  readonly number: number;
  readonly code: string;
  readonly kind: NonNullable<Case["kind"]> | null;
  readonly text: string;
  readonly account: string | null;
  readonly asker: string | null;
  readonly link: string | null;
  readonly post: string | null;
  readonly sentiment: NonNullable<Case["sentiment"]> | null;
  readonly theme: string | null;
  readonly status: InquiryStatus;
  readonly round: number;
  readonly version: number;
  readonly gate: Gate | null;
  readonly closed_reason: NonNullable<Case["closed"]>["reason"] | null;
  readonly closed_detail: string | null;
  readonly duplicate_of: string | null;
  readonly created_by: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly closed_at: string | null;
  readonly reopened_at: string | null;
  readonly attachments: readonly Attachment[];
}

/** A row of `forward`, see InquiryRow. */
export interface ForwardRow {
  readonly id: string;
  readonly government_id: string;
  readonly inquiry_id: string;
  readonly agency_id: string;
  readonly ordinal: number;
  readonly round: number;
  readonly status: ForwardStatus;
  readonly note: string | null;
  readonly forwarded_by: string;
  readonly from_agency_id: string;
  readonly forwarded_at: string;
  readonly first_forwarded_at: string;
  readonly delivered_at: string | null;
  readonly acknowledged_at: string | null;
  readonly acknowledged_by: string | null;
  readonly clock_hours: number | null;
  readonly clock_level: Basis["level"] | null;
  readonly clock_citation: string | null;
  readonly deadline_at: string | null;
  readonly answer_text: string | null;
  readonly answered_by: string | null;
  readonly answered_at: string | null;
  readonly return_reason: string | null;
  readonly return_suggests: string | null;
  readonly ended_by: string | null;
  readonly ended_at: string | null;
  readonly answer_attachments: readonly Attachment[];
}

/** A row of `answer`, see InquiryRow. */
export interface AnswerRow {
  readonly id: string;
  readonly government_id: string;
  readonly inquiry_id: string;
  readonly round: number;
  readonly version: number;
  readonly origin: AnswerOrigin;
  readonly text: string;
  readonly hash: string;
  readonly author_id: string;
  readonly at: string;
  readonly attachments: readonly Attachment[];
}

/** A row of `decision`, see InquiryRow. */
export interface DecisionRow {
  readonly id: string;
  readonly government_id: string;
  readonly subject_id: string;
  readonly text_id: string;
  readonly ordinal: number;
  readonly hash: string;
  readonly kind: Decision["kind"];
  readonly reason: string | null;
  readonly person_id: string;
  readonly appointment_id: string;
  readonly position: string;
  readonly at: string;
}

/** A row of `publication`, see InquiryRow. */
export interface PublicationRow {
  readonly id: string;
  readonly government_id: string;
  readonly inquiry_id: string;
  readonly answer_id: string;
  readonly ordinal: number;
  readonly round: number;
  readonly url: string | null;
  readonly posted_by: string;
  readonly at: string;
}

/** A case with all that belongs to it, each list in its order. */
export interface CaseRows {
  readonly inquiry: InquiryRow;
  readonly forwards: readonly ForwardRow[];
  readonly answers: readonly AnswerRow[];
  readonly decisions: readonly DecisionRow[];
  readonly publications: readonly PublicationRow[];
}

type NullKeys<T> = { [K in keyof T]-?: null extends T[K] ? K : never }[keyof T];

/** The object without the properties that are null, which become optional ones. */
export const withoutNulls = <T extends object>(
  row: T,
): Omit<T, NullKeys<T>> & { [K in NullKeys<T>]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as never;

/** The instant of a column that may be empty. */
export const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** The column of an instant that may be missing. */
export const column = (at: Date | undefined): string | null => at?.toISOString() ?? null;
