import { describe, expect, it } from "vitest";
import { joinCalls } from "../../src/infra/db/join-calls.js";
import { isRetryableDatabaseError } from "../../src/infra/db/retryable.js";

/** Work whose every statement waits until it is let go. */
const gated = (answer: (item: number) => number) => {
  const statements: (readonly number[])[] = [];
  const gates: (() => void)[] = [];
  const work = async (items: readonly number[]) => {
    statements.push(items);
    await new Promise<void>((open) => gates.push(open));
    return items.map(answer);
  };
  return { statements, work, open: () => gates.shift()?.() };
};

describe("joined calls", () => {
  it("carry a lone call at once, and the calls made meanwhile together", async () => {
    const { statements, work, open } = gated((item) => item * 10);
    const call = joinCalls(work, { atOnce: 1, most: 10 });
    const answers = [1, 2, 3].map((item) => call(item));
    expect(statements).toEqual([[1]]);
    open();
    expect(await answers[0]).toBe(10);
    await expect.poll(() => statements).toEqual([[1], [2, 3]]);
    open();
    expect(await Promise.all(answers)).toEqual([10, 20, 30]);
  });

  it("have no more statements under way, and no more calls in one, than they may", async () => {
    const { statements, work, open } = gated((item) => item);
    const call = joinCalls(work, { atOnce: 2, most: 3 });
    const answers = Promise.all([1, 2, 3, 4, 5, 6].map((item) => call(item)));
    expect(statements).toEqual([[1], [2]]);
    open();
    await expect.poll(() => statements).toEqual([[1], [2], [3, 4, 5]]);
    for (let gate = 0; gate < 2; gate += 1) open();
    await expect.poll(() => statements.length).toBe(4);
    open();
    expect(await answers).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("fail alone: what one call cannot do keeps no other from its answer", async () => {
    const work = async (items: readonly number[]) => {
      await Promise.resolve();
      if (items.includes(3)) throw new Error("cannot be stored");
      return items;
    };
    const call = joinCalls(work, { atOnce: 1, most: 10 });
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map((item) => call(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  });

  it("are tried alone when together they ran into a deadlock", async () => {
    const work = async (items: readonly number[]) => {
      await Promise.resolve();
      if (items.length > 1) throw Object.assign(new Error("deadlock detected"), { code: "40P01" });
      return items;
    };
    const call = joinCalls(work, { atOnce: 1, most: 10 });
    expect(await Promise.all([1, 2, 3].map((item) => call(item)))).toEqual([1, 2, 3]);
  });

  it("fail together while the database is away, without a statement for each", async () => {
    let statements = 0;
    const work = async (): Promise<readonly number[]> => {
      statements += 1;
      throw Object.assign(new Error("away"), { code: "ECONNREFUSED" });
    };
    const call = joinCalls(work, { atOnce: 1, most: 10 });
    const outcomes = await Promise.allSettled([1, 2, 3].map((item) => call(item)));
    expect(outcomes.every(({ status }) => status === "rejected")).toBe(true);
    expect(statements).toBe(2);
  });

  it("refuse, as something to be tried again, what finds too many waiting, and take calls again afterwards", async () => {
    const { statements, work, open } = gated((item) => item);
    const call = joinCalls(work, { atOnce: 1, most: 2, mostWaiting: 3 });
    const answers = [1, 2, 3, 4].map((item) => call(item));
    const refused = await call(5).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: "DatabaseBusy" });
    expect(isRetryableDatabaseError(refused)).toBe(true);
    open();
    await expect.poll(() => statements).toEqual([[1], [2, 3]]);
    answers.push(call(6), call(7));
    await expect(call(8)).rejects.toThrow("3 calls wait already");
    for (const taken of [3, 4]) {
      open();
      await expect.poll(() => statements.length).toBe(taken);
    }
    open();
    expect(await Promise.all(answers)).toEqual([1, 2, 3, 4, 6, 7]);
  });
});
