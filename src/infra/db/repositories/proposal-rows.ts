import { createHash } from "node:crypto";
import { isSamePost, postKey } from "../../../domain/proposal/address.js";
import type {
  ContentPublication,
  Correction,
  Proposal,
  ProposalContent,
  ProposalDraft,
  ProposalStatus,
  ProposalVersion,
  Reason,
} from "../../../domain/proposal/model.js";
import { writtenOf } from "../../../domain/proposal/queries.js";
import { type DecisionRow, withoutNulls } from "../rows.js";
import { decisionOf } from "./case-from-rows.js";
import { decisionRow } from "./case-to-rows.js";

/** An instant as JSON carries it. */
type Stored<T extends { readonly at: Date }> = Omit<T, "at"> & { readonly at: string };

type StoredCorrection = Omit<Stored<Correction>, "before"> & { readonly before?: StoredCorrection };

/** A row of `proposal`, see InquiryRow. */
interface ProposalRow {
  readonly id: string;
  readonly government_id: string;
  readonly agency_id: string;
  readonly year: number;
  readonly number: number;
  readonly code: string;
  readonly status: ProposalStatus;
  readonly version: number;
  readonly draft: (Omit<Stored<ProposalDraft>, "writers"> & Partial<Pick<ProposalDraft, "writers">>) | null;
  readonly gate: Proposal["gate"] | null;
  readonly correction: StoredCorrection | null;
  readonly withdrawn: Stored<Reason> | null;
  readonly case_ids: readonly string[];
  readonly wanted_on: string | null;
  readonly created_by: string;
  readonly created_at: string;
  readonly updated_at: string;
}

interface VersionRow {
  readonly id: string;
  readonly government_id: string;
  readonly proposal_id: string;
  readonly version: number;
  readonly content: ProposalContent;
  readonly hash: string;
  readonly author_id: string;
  readonly writers: readonly string[] | null;
  readonly at: string;
  readonly corrects: boolean;
  readonly inherits: string | null;
}

interface PostingRow {
  readonly id: string;
  readonly government_id: string;
  readonly proposal_id: string;
  readonly version_id: string;
  readonly account_id: string;
  readonly ordinal: number;
  readonly url: string;
  readonly posted_by: string;
  readonly at: string;
  readonly address: string | null;
}

/** A proposal with all that belongs to it, each list in its order. */
export interface ProposalRows {
  readonly proposal: ProposalRow;
  readonly versions: readonly VersionRow[];
  readonly decisions: readonly DecisionRow[];
  readonly publications: readonly PostingRow[];
}

const toStored = <T extends { readonly at: Date }>(value: T | undefined): Stored<T> | null =>
  value === undefined ? null : { ...value, at: value.at.toISOString() };

const fromStored = <T extends { readonly at: string }>(value: T | null): (Omit<T, "at"> & { at: Date }) | null =>
  value === null ? null : { ...value, at: new Date(value.at) };

const correctionRow = ({ before, at, ...rest }: Correction): StoredCorrection => ({
  ...rest,
  at: at.toISOString(),
  ...(before ? { before: correctionRow(before) } : {}),
});

const correctionOf = ({ before, at, ...rest }: StoredCorrection): Correction => ({
  ...rest,
  at: new Date(at),
  ...(before ? { before: correctionOf(before) } : {}),
});

/** The day a proposal is wanted: of what somebody is writing, else of the version that stands. */
const wantedOn = (proposal: Proposal): string | null => writtenOf(proposal)?.wantedOn ?? null;

const proposalRow = (governmentId: string, next: Proposal, year: number): ProposalRow => ({
  id: next.id,
  government_id: governmentId,
  agency_id: next.agencyId,
  year,
  number: next.number,
  code: next.code,
  status: next.status,
  version: next.version + 1,
  draft: toStored(next.draft),
  gate: next.gate ?? null,
  correction: next.correction ? correctionRow(next.correction) : null,
  withdrawn: toStored(next.withdrawn),
  case_ids: next.caseIds,
  wanted_on: wantedOn(next),
  created_by: next.createdBy,
  created_at: next.createdAt.toISOString(),
  updated_at: next.updatedAt.toISOString(),
});

/** What is stored of an address so that no other proposal has it: short however long it is. */
export const addressOf = (url: string): string => createHash("sha256").update(postKey(url)).digest("hex");

/** The rows that store a proposal, see `caseToRows`. */
export const proposalToRows = (governmentId: string, next: Proposal, year: number): ProposalRows => {
  const owner = { government_id: governmentId, proposal_id: next.id };
  return {
    proposal: proposalRow(governmentId, next, year),
    versions: next.versions.map(({ id, version, content, hash, authorId, writers, at, corrects, inherits }) => ({
      ...owner,
      ...{ id, version, content, hash, writers, corrects },
      author_id: authorId,
      at: at.toISOString(),
      inherits: inherits ?? null,
    })),
    decisions: next.decisions.map((decision, index) =>
      decisionRow({ government_id: governmentId, subject_id: next.id }, decision, index + 1),
    ),
    publications: next.publications.map(({ id, versionId, accountId, url, postedBy, at }, index) => ({
      ...owner,
      ...{ id, url },
      version_id: versionId,
      account_id: accountId,
      ordinal: index + 1,
      posted_by: postedBy,
      at: at.toISOString(),
      address: next.publications.findIndex((each) => isSamePost(each.url, url)) === index ? addressOf(url) : null,
    })),
  };
};

const versionOf = ({ author_id, at, inherits, ...row }: VersionRow): ProposalVersion => ({
  ...withoutNulls({ inherits }),
  id: row.id,
  version: row.version,
  content: row.content,
  hash: row.hash,
  authorId: author_id,
  writers: row.writers ?? [author_id],
  corrects: row.corrects,
  at: new Date(at),
});

const postingOf = (row: PostingRow): ContentPublication => ({
  id: row.id,
  accountId: row.account_id,
  versionId: row.version_id,
  url: row.url,
  postedBy: row.posted_by,
  at: new Date(row.at),
});

/** Drafts from before `writers` were written by whoever wrote last. */
const draftOf = (stored: ProposalRow["draft"]): ProposalDraft | null => {
  const draft = fromStored(stored);
  return draft && { ...draft, writers: draft.writers ?? [draft.by] };
};

/** The proposal these rows store. */
export const proposalFromRows = ({ proposal, versions, decisions, publications }: ProposalRows): Proposal => ({
  ...withoutNulls({
    draft: draftOf(proposal.draft),
    gate: proposal.gate ?? null,
    correction: proposal.correction && correctionOf(proposal.correction),
    withdrawn: fromStored(proposal.withdrawn),
  }),
  id: proposal.id,
  agencyId: proposal.agency_id,
  code: proposal.code,
  number: proposal.number,
  status: proposal.status,
  version: proposal.version,
  caseIds: proposal.case_ids,
  createdBy: proposal.created_by,
  createdAt: new Date(proposal.created_at),
  updatedAt: new Date(proposal.updated_at),
  versions: versions.map(versionOf),
  decisions: decisions.map(decisionOf),
  publications: publications.map(postingOf),
});
