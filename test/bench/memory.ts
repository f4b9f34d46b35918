/** Megabytes the process holds. */
export interface Memory {
  readonly rssMb: number;
  readonly heapMb: number;
}

const MEGABYTE = 2 ** 20;

/** What is held after everything that can be given back was; `node --expose-gc`. */
export const memoryNow = (): Memory => {
  for (let times = 0; times < 3; times += 1) globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { rssMb: rss / MEGABYTE, heapMb: heapUsed / MEGABYTE };
};
