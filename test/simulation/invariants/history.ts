import { genesisOf, sealOf } from "../../../src/infra/history/chain.js";
import { chainRowOf } from "../../../src/infra/memory/memory-sealer.js";
import type { MemoryTables } from "../../../src/infra/memory/memory-tables.js";
import type { Watch } from "../watch.js";

export interface HistoryWatch {
  /** Looks at what was sealed since it last looked. */
  sealed(): void;
  quiet(): void;
}

/** Follows every government's chain, link by link. */
export const createHistoryWatch = (tables: MemoryTables, watch: Watch): HistoryWatch => {
  const ends = new Map<string, { readonly sealNo: number; readonly hash: string }>();
  let looked = 0;

  const follow = (index: number): boolean => {
    const row = tables.history[index];
    if (row?.sealNo === undefined) return false;
    const end = ends.get(row.governmentId) ?? { sealNo: 0, hash: genesisOf(row.governmentId) };
    const name = `${row.governmentId} ${row.sealNo}`;
    watch.demand(row.sealNo === end.sealNo + 1, `the history has number ${name} after ${end.sealNo}`);
    watch.demand(row.hash === sealOf(end.hash, chainRowOf(row, row.sealNo)), `the seal ${name} does not hold`);
    ends.set(row.governmentId, { sealNo: row.sealNo, hash: row.hash ?? "" });
    return true;
  };
  const sealed = (): void => {
    while (follow(looked)) looked += 1;
  };
  return {
    sealed,
    quiet() {
      looked = 0;
      ends.clear();
      sealed();
      watch.demand(
        looked === tables.history.length,
        `${tables.history.length - looked} rows of history are not sealed`,
      );
    },
  };
};
