import type { Case } from "../../domain/inquiry/model.js";
import { openForwards, returnedForward } from "../../domain/inquiry/queries.js";
import type { CaseLine, HistoryLine, Page, Reader } from "../../ports/store.js";
import type { MemoryTables } from "./memory-tables.js";

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

const byId = (a: Case, b: Case): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const created = (inquiry: Case): number => inquiry.createdAt.getTime();
const deadlineMs = (inquiry: Case): number => deadlineOf(inquiry)?.getTime() ?? Number.MAX_SAFE_INTEGER;

const mostUrgentFirst = (a: Case, b: Case): number =>
  deadlineMs(a) - deadlineMs(b) || created(a) - created(b) || byId(a, b);

const newestFirst = (a: Case, b: Case): number => created(b) - created(a) || byId(b, a);

const searched = ({ code, text, asker, account, theme }: Case): string =>
  [code, text, asker, account, theme]
    .filter((part) => part !== undefined)
    .join("\n")
    .toLowerCase();

/** The Reader's lists. Pages count from 0; one beyond the last is empty and still tells the total. */
export const listsOf = (tables: MemoryTables): Pick<Reader, "queue" | "find" | "history"> => {
  const casesOf = (governmentId: string): readonly Case[] =>
    [...tables.cases.values()].filter((each) => each.governmentId === governmentId).map((each) => each.inquiry);
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
      const found = casesOf(governmentId).filter(
        (each) =>
          (agencyId === undefined ||
            each.agencyId === agencyId ||
            each.forwards.some((forward) => forward.agencyId === agencyId)) &&
          wanted.every((word) => searched(each).includes(word)),
      );
      return pageOf([...found].sort(newestFirst).map(lineOf), page, pageSize);
    },
    async history(governmentId, subjectId, page, pageSize) {
      const lines = tables.history
        .filter((row) => row.governmentId === governmentId && row.subjectId === subjectId)
        .map(
          ({ at, actor, kind, content, sealNo }): HistoryLine => ({
            at,
            kind,
            content,
            ...(actor === undefined ? {} : { actor }),
            ...(sealNo === undefined ? {} : { sealNo }),
          }),
        );
      return pageOf(lines, page, pageSize);
    },
  };
};
