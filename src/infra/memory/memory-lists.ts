import type { Case } from "../../domain/inquiry/model.js";
import { openForwards, returnedForward } from "../../domain/inquiry/queries.js";
import type { Proposal } from "../../domain/proposal/model.js";
import { currentVersion, writtenOf } from "../../domain/proposal/queries.js";
import { registryChanges } from "../../domain/registry/changes.js";
import type { FoundContent } from "../../ports/content-lists.js";
import type { CaseLine, HistoryLine, Page, Reader } from "../../ports/store.js";
import type { MemoryHistoryRow, MemoryTables } from "./memory-tables.js";

/** One page of a list in its order, see `Page`. */
export const pageOf = <T>(all: readonly T[], page: number, size: number): Page<T> => {
  const items = all.slice(page * size, (page + 1) * size);
  return { items, total: all.length, more: page * size + items.length < all.length };
};

const deadlineOf = (inquiry: Case): Date | undefined =>
  openForwards(inquiry)
    .flatMap((forward) => forward.deadlineAt ?? [])
    .sort((a, b) => a.getTime() - b.getTime())[0];

const lineOf = (inquiry: Case): CaseLine => {
  const { id, code, text, status, agencyId, updatedAt } = inquiry;
  const deadlineAt = deadlineOf(inquiry);
  const returned = returnedForward(inquiry)?.returned;
  return {
    ...{ id, code, text, status, agencyId, updatedAt },
    ...(deadlineAt ? { deadlineAt } : {}),
    ...(returned ? { returned } : {}),
  };
};

type Created = Pick<Case, "id" | "createdAt">;
const byId = (a: Created, b: Created): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const created = ({ createdAt }: Created): number => createdAt.getTime();
const deadlineMs = (inquiry: Case): number => deadlineOf(inquiry)?.getTime() ?? Number.MAX_SAFE_INTEGER;

const mostUrgentFirst = (a: Case, b: Case): number =>
  deadlineMs(a) - deadlineMs(b) || created(a) - created(b) || byId(a, b);

const newestFirst = (a: Created, b: Created): number => created(b) - created(a) || byId(b, a);

const joined = (parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined)
    .join("\n")
    .toLowerCase();

const searched = ({ code, text, asker, account, theme }: Case): string => joined([code, text, asker, account, theme]);

const searchedContent = (proposal: Proposal): string =>
  joined([
    proposal.code,
    ...[proposal.draft?.content, currentVersion(proposal)?.content].flatMap((content) =>
      content ? [content.theme, content.body, content.source, content.hashtags.map((tag) => `#${tag}`).join(" ")] : [],
    ),
  ]);

const foundContent = (proposal: Proposal): FoundContent => {
  const { id: proposalId, code, status, agencyId } = proposal;
  const theme = writtenOf(proposal)?.theme ?? "";
  return { proposalId, code, status, theme, agencyId };
};

const historyLineOf = ({ at, actor, kind, content, sealNo }: MemoryHistoryRow): HistoryLine => ({
  ...{ at, kind, content },
  ...(actor === undefined ? {} : { actor }),
  ...(sealNo === undefined ? {} : { sealNo }),
});

/** The Reader's lists. Pages count from 0; one beyond the last is empty and still tells the total. */
export const listsOf = (tables: MemoryTables): Pick<Reader, "queue" | "find" | "history" | "registryHistory"> => {
  const casesOf = (governmentId: string): readonly Case[] =>
    [...tables.cases.values()].filter((each) => each.governmentId === governmentId).map((each) => each.inquiry);
  const proposalsOf = (governmentId: string): readonly Proposal[] =>
    [...tables.proposals.values()].filter((each) => each.governmentId === governmentId).map((each) => each.proposal);
  return {
    async queue(governmentId, agencyId, page, pageSize) {
      const open = casesOf(governmentId).filter(
        (each) =>
          each.status !== "closed" &&
          (each.agencyId === agencyId || openForwards(each).some((forward) => forward.agencyId === agencyId)),
      );
      return pageOf([...open].sort(mostUrgentFirst).map(lineOf), page, pageSize);
    },
    async find(governmentId, words, agencyId, page, pageSize) {
      const wanted = words.toLowerCase().split(/\s+/u);
      const isFound = (text: string) => wanted.every((word) => text.includes(word));
      const isOf = (each: { readonly agencyId: string }) => agencyId === undefined || each.agencyId === agencyId;
      const cases = casesOf(governmentId).filter(
        (each) => (isOf(each) || each.forwards.some(isOf)) && isFound(searched(each)),
      );
      const proposals = proposalsOf(governmentId).filter((each) => isOf(each) && isFound(searchedContent(each)));
      const found = [...cases, ...proposals].sort(newestFirst);
      return pageOf(
        found.map((each) => ("forwards" in each ? lineOf(each) : foundContent(each))),
        page,
        pageSize,
      );
    },
    async history(governmentId, subjectId, page, pageSize) {
      const rows = tables.history.filter((row) => row.governmentId === governmentId && row.subjectId === subjectId);
      return pageOf(rows.map(historyLineOf), page, pageSize);
    },
    async registryHistory(governmentId, agencyId, page, pageSize) {
      const rows = tables.history.filter(
        ({ governmentId: of, kind, content }) =>
          of === governmentId && content.agencyId === agencyId && registryChanges.some((each) => each === kind),
      );
      return pageOf(rows.map(historyLineOf), page, pageSize);
    },
  };
};
