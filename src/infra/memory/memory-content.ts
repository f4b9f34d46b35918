import type { Proposal } from "../../domain/proposal/model.js";
import { accountsLeft, currentVersion, writtenOf } from "../../domain/proposal/queries.js";
import type { Account } from "../../domain/registry/model.js";
import { dayIn } from "../../domain/time/local-day.js";
import type { ContentLine, ContentSpan } from "../../ports/content-lists.js";
import type { Reader } from "../../ports/store.js";
import { pageOf } from "./memory-lists.js";
import type { MemoryTables } from "./memory-tables.js";

const DRAFTS: readonly Proposal["status"][] = ["collected", "returned", "editing"];
const RANK = { waiting: 0, draft: 1, ready: 2, wanted: 3, posted: 3 } as const;

const base = (proposal: Proposal) => {
  const { id: proposalId, code, status } = proposal;
  return { proposalId, code, status, theme: writtenOf(proposal)?.theme ?? "" };
};

/** Accounts that were given up, or are another agency's now. */
const lostTo = (accounts: readonly Account[], agencyId: string, now: Date): ReadonlySet<string> =>
  new Set(
    accounts
      .filter((each) => each.agencyId !== agencyId || (each.until !== undefined && each.until <= now))
      .map(({ id }) => id),
  );

const openLine = (proposal: Proposal, lost: ReadonlySet<string>): readonly ContentLine[] => {
  const { status, createdAt } = proposal;
  const at = currentVersion(proposal)?.at ?? createdAt;
  if (status === "submitted") return [{ ...base(proposal), section: "waiting", at, accountIds: [] }];
  const left = accountsLeft(proposal).filter((id) => !lost.has(id));
  if (status === "ready") return [{ ...base(proposal), section: "ready", at, accountIds: left }];
  return DRAFTS.includes(status) ? [{ ...base(proposal), section: "draft", at: createdAt, accountIds: [] }] : [];
};

const DONE: readonly Proposal["status"][] = ["published", "corrected", "withdrawn"];

/** Whether this is the day what is corrected now was wanted itself. */
const isPosted = ({ correction, versions }: Proposal, day: string): boolean =>
  correction !== undefined && versions.find(({ id }) => id === correction.of)?.content.wantedOn === day;

const wantedLine = (proposal: Proposal, { from, to }: ContentSpan): readonly ContentLine[] => {
  const day = writtenOf(proposal)?.wantedOn;
  if (day === undefined || day < from || day >= to) return [];
  if (DONE.includes(proposal.status) || isPosted(proposal, day)) return [];
  return [{ ...base(proposal), section: "wanted", day, at: proposal.createdAt, accountIds: [] }];
};

/** The last posting on each account. */
const standing = ({ publications }: Proposal): Proposal["publications"] =>
  publications.filter(({ accountId }, at) => publications.findLastIndex((each) => each.accountId === accountId) === at);

const postedLines = (proposal: Proposal, { from, to }: ContentSpan, zone: string): readonly ContentLine[] =>
  standing(proposal)
    .map(({ accountId, versionId, url, at }): ContentLine & { readonly day: string } => {
      const corrects = proposal.versions.some((each) => each.id === versionId && each.corrects);
      const line = { ...base(proposal), section: "posted", day: dayIn(zone, at), at, accountIds: [accountId] } as const;
      return { ...line, url, ...(corrects ? { corrects } : {}) };
    })
    .filter(({ day }) => day >= from && day < to);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is wanted on a day comes before what was posted on it. */
const inOrder = (a: ContentLine, b: ContentLine): number =>
  RANK[a.section] - RANK[b.section] ||
  compare(a.day ?? "", b.day ?? "") ||
  compare(b.section, a.section) ||
  a.at.getTime() - b.at.getTime() ||
  compare(a.code, b.code) ||
  compare(a.accountIds[0] ?? "", b.accountIds[0] ?? "");

/** The Reader's lists of content. */
export const contentIn = (
  tables: MemoryTables,
  now: (governmentId: string) => Date,
): Pick<Reader, "contentLines" | "contentCounts"> => {
  const proposalsOf = (governmentId: string, agencyId: string): readonly Proposal[] =>
    [...tables.proposals.values()]
      .filter((each) => each.governmentId === governmentId && each.proposal.agencyId === agencyId)
      .map(({ proposal }) => proposal);
  return {
    async contentLines(governmentId, agencyId, span, page, pageSize) {
      const directory = tables.directories.get(governmentId);
      const zone = directory?.government.zone ?? "UTC";
      const lost = lostTo(directory?.accounts ?? [], agencyId, now(governmentId));
      const lines = proposalsOf(governmentId, agencyId).flatMap((proposal) => [
        ...(span.open ? openLine(proposal, lost) : []),
        ...wantedLine(proposal, span),
        ...postedLines(proposal, span, zone),
      ]);
      return pageOf([...lines].sort(inOrder), page, pageSize);
    },
    async contentCounts(governmentId, agencyId) {
      const statuses = proposalsOf(governmentId, agencyId).map(({ status }) => status);
      const counted = (status: Proposal["status"]) => statuses.filter((each) => each === status).length;
      return { waiting: counted("submitted"), returned: counted("returned"), ready: counted("ready") };
    },
  };
};
