import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createDoubtSlots, type DoubtSlots, noDoubtSlots } from "../../src/infra/outbox/doubt-slots.js";

/** Jobs that go on until they are ended, by name, and which of them have begun. */
const jobsOn = (slots: DoubtSlots) => {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    add: (name: string, repeated: boolean) =>
      void slots.run(repeated, async () => {
        begun.push(name);
        await new Promise<void>((end) => ends.set(name, end));
      }),
    end: (name: string) => ends.get(name)?.(),
  };
};

/** Whatever can begin has begun then. */
const rest = () => vi.advanceTimersByTimeAsync(100);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it("of four messages on their way two at most were tried before, however many of those wait", async () => {
  const { begun, add, end } = jobsOn(createDoubtSlots());
  for (const name of ["again 1", "again 2", "again 3", "again 4"]) add(name, true);
  await rest();
  expect(begun).toEqual(["again 1", "again 2"]);
  for (const name of ["new 1", "new 2", "new 3"]) add(name, false);
  await rest();
  expect(begun.slice(2)).toEqual(["new 1", "new 2"]);
  end("again 1");
  await rest();
  expect(begun).toHaveLength(5);
  end("again 2");
  end("new 1");
  end("new 2");
  await rest();
  expect([...begun].sort()).toEqual(["again 1", "again 2", "again 3", "again 4", "new 1", "new 2", "new 3"]);
});

it("messages sent for the first time may take all four places, and no more", async () => {
  const { begun, add } = jobsOn(createDoubtSlots());
  for (const name of ["a", "b", "c", "d", "e"]) add(name, false);
  await rest();
  expect(begun).toEqual(["a", "b", "c", "d"]);
});

it("there is no limit where the platform recognises a repeat", async () => {
  const { begun, add } = jobsOn(noDoubtSlots);
  for (const name of ["a", "b", "c", "d", "e", "f"]) add(name, true);
  await rest();
  expect(begun).toHaveLength(6);
});
