import { formatCaseCode } from "../../domain/case-code.js";
import type { Case } from "../../domain/inquiry/model.js";
import type { Proposal } from "../../domain/proposal/model.js";
import type { Directory } from "../../domain/registry/model.js";
import { keyOf, type MemoryTables } from "./memory-tables.js";

/** A new case or proposal with the government's next number of the year. */
export const numbered = <T extends Case | Proposal>(
  tables: MemoryTables,
  { government }: Directory,
  next: T,
  year: number,
): T => {
  const key = keyOf(government.id, year);
  const number = (tables.counters.get(key) ?? 0) + 1;
  tables.counters.set(key, number);
  return { ...next, number, code: formatCaseCode(government.code, year, number), version: 1 };
};

/** What was written once stays as it was written; what is not there yet is added. */
export const added = <T extends { readonly id: string }>(stored: readonly T[], next: readonly T[]): readonly T[] => [
  ...stored,
  ...next.filter((part) => stored.every(({ id }) => id !== part.id)),
];
