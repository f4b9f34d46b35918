import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

/** Histories of two governments, by their ids, and what seals them. */
export interface SealingWorld {
  readonly one: string;
  readonly other: string;
  write(count: number, governmentId: string): Promise<unknown>;
  seal(governmentId?: string): Promise<number>;
  verify(): Promise<{ readonly sealed: number; readonly unsealed: number; readonly broken: number }>;
  /** In the order the rows were written. */
  numbersOf(governmentId: string): Promise<readonly number[]>;
  clear(): Promise<unknown>;
  close(): Promise<void>;
}

/** What every sealer promises, wherever the history is. */
export const describeSealing = (name: string, createWorld: () => Promise<SealingWorld>): void => {
  describe(`sealing on ${name}`, () => {
    let world: SealingWorld;
    beforeAll(async () => {
      world = await createWorld();
    });
    afterAll(() => world.close());
    beforeEach(() => world.clear());

    it("numbers the rows of each government without gaps, in the order of their ids", async () => {
      await world.write(3, world.one);
      await world.write(2, world.other);
      expect(await world.seal()).toBe(5);
      await world.write(2, world.one);
      expect(await world.seal(world.one)).toBe(2);
      expect(await world.numbersOf(world.one)).toEqual([1, 2, 3, 4, 5]);
      expect(await world.numbersOf(world.other)).toEqual([1, 2]);
      expect(await world.seal()).toBe(0);
      expect(await world.verify()).toMatchObject({ sealed: 7, unsealed: 0, broken: 0 });
    });

    it("seals more than a batch, and each row once when several seal at once", async () => {
      await world.write(1_300, world.one);
      await Promise.all([world.seal(), world.seal(), world.seal()]);
      await world.seal();
      expect([...(await world.numbersOf(world.one))]).toEqual(
        Array.from({ length: 1_300 }, (_each, number) => number + 1),
      );
      expect(await world.verify()).toMatchObject({ sealed: 1_300, broken: 0 });
    });

    it("reports rows that are not sealed", async () => {
      await world.write(2, world.one);
      expect(await world.verify()).toMatchObject({ sealed: 0, unsealed: 2, broken: 0 });
    });
  });
};
