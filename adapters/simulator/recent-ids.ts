/** A set of ids that forgets the oldest. */
export interface RecentIds {
  has(id: string): boolean;
  add(id: string): void;
}

/** Remembers the last `limit` ids that were added. */
export const createRecentIds = (limit: number): RecentIds => {
  const ids = new Set<string>();
  return {
    has: (id) => ids.has(id),
    add: (id) => {
      ids.add(id);
      const [oldest] = ids;
      if (ids.size > limit && oldest !== undefined) ids.delete(oldest);
    },
  };
};
