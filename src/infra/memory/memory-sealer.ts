import { contentHash } from "../db/canonical-json.js";
import { type ChainRow, genesisOf, sealOf } from "../history/chain.js";
import type { MemoryHistoryRow, MemoryTables } from "./memory-tables.js";

/** The part of the row its seal covers. */
export const chainRowOf = (row: MemoryHistoryRow, sealNo: number): ChainRow => ({
  sealNo: String(sealNo),
  id: String(row.id),
  subjectId: row.subjectId ?? null,
  atMs: row.at.getTime(),
  actor: row.actor ?? null,
  kind: row.kind,
  contentHash: contentHash(row.content),
});

/** Numbers and links every history row without a number, each government's in the order of ids. Answers how many. */
export const sealMemoryHistory = (tables: MemoryTables, governmentId?: string): number => {
  const rows = tables.history.filter(
    (row) => row.sealNo === undefined && (governmentId === undefined || row.governmentId === governmentId),
  );
  const last = new Map<string, { readonly sealNo: number; readonly hash: string }>();
  for (const { governmentId: id, sealNo, hash } of tables.history)
    if (sealNo !== undefined && hash !== undefined && sealNo > (last.get(id)?.sealNo ?? 0))
      last.set(id, { sealNo, hash });
  for (const row of rows) {
    const before = last.get(row.governmentId) ?? { sealNo: 0, hash: genesisOf(row.governmentId) };
    const sealNo = before.sealNo + 1;
    const hash = sealOf(before.hash, chainRowOf(row, sealNo));
    last.set(row.governmentId, { sealNo, hash });
    tables.history[row.id - 1] = { ...row, sealNo, hash };
  }
  return rows.length;
};

/** As history/verify: how many rows are sealed and are not, and how many of the sealed do not continue their chain. */
export const verifyMemoryHistory = (
  tables: MemoryTables,
): { readonly sealed: number; readonly unsealed: number; readonly broken: number } => {
  const sealed = tables.history.filter((row) => row.sealNo !== undefined);
  const inOrder = [...sealed].sort((a, b) => (a.sealNo ?? 0) - (b.sealNo ?? 0));
  const ends = new Map<string, { readonly sealNo: number; readonly hash: string }>();
  let broken = 0;
  for (const row of inOrder) {
    const { governmentId, sealNo = 0, hash = "" } = row;
    const before = ends.get(governmentId) ?? { sealNo: 0, hash: genesisOf(governmentId) };
    if (sealNo !== before.sealNo + 1 || hash !== sealOf(before.hash, chainRowOf(row, sealNo))) broken += 1;
    ends.set(governmentId, { sealNo, hash });
  }
  return { sealed: sealed.length, unsealed: tables.history.length - sealed.length, broken };
};
