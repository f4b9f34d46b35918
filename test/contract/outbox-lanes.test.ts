import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLanes } from "../../src/infra/outbox/lanes.js";
import { createPauses } from "../../src/infra/outbox/pauses.js";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

interface Written {
  readonly lane: string;
  readonly at: number;
}

/** Most messages within any stretch of `perMs`, which is half open. */
const densest = (times: readonly number[], perMs: number): number =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + perMs).length));

/** Lets the lanes work for so long, in steps of a millisecond or so. */
const pass = async (ms: number) => {
  for (let passed = 0; passed < ms; passed += 5) await vi.advanceTimersByTimeAsync(5);
};

const pace = {
  perConversation: { messages: 3, perMs: 1_000 },
  overall: { messages: 10, perMs: 1_000 },
};

const writer = (lanes: ReturnType<typeof createLanes>) => {
  const written: Written[] = [];
  const write = (lane: string) =>
    void lanes.run(lane, async (spend) => {
      spend();
      written.push({ lane, at: performance.now() });
    });
  return { written, write };
};

describe("lanes", () => {
  it("let a short burst through at once and then keep to the pace, in every window", async () => {
    const { written, write } = writer(createLanes(pace));
    for (let number = 0; number < 12; number += 1) write("a");
    await pass(100);
    expect(written).toHaveLength(3);
    await pass(4_000);
    expect(written).toHaveLength(12);
    expect(
      densest(
        written.map(({ at }) => at),
        1_000,
      ),
    ).toBe(3);
  });

  it("go on when the wall clock is set back, also in a lane that is in use", async () => {
    const { written, write } = writer(createLanes(pace));
    write("a");
    await pass(100);
    vi.setSystemTime(Date.now() - 3_600_000);
    for (const lane of ["a", "b"]) write(lane);
    await pass(100);
    expect(written).toHaveLength(3);
  });

  it("keep all conversations together to the overall pace, near its limit", async () => {
    const { written, write } = writer(createLanes(pace));
    for (let number = 0; number < 60; number += 1) write(`lane ${number}`);
    await pass(6_000);
    const times = written.map(({ at }) => at);
    expect(densest(times, 1_000)).toBe(10);
    expect(times.filter((at) => at - (times[0] ?? 0) < 5_500).length).toBeGreaterThanOrEqual(58);
  });

  it("do not make one conversation wait for another's slow message", async () => {
    const lanes = createLanes(pace);
    const { written, write } = writer(lanes);
    void lanes.run("slow", () => new Promise<never>(() => {}));
    write("slow");
    write("quick");
    await pass(100);
    expect(written.map(({ lane }) => lane)).toEqual(["quick"]);
  });

  it("cost nothing where nothing was written", async () => {
    const lanes = createLanes(pace);
    const { written, write } = writer(lanes);
    for (let number = 0; number < 20; number += 1) await Promise.all([lanes.run("a", async () => {}), pass(20)]);
    for (let number = 0; number < 3; number += 1) write("a");
    await pass(100);
    expect(written).toHaveLength(3);
  });

  it("give a permit back after a failed job as after any other", async () => {
    const lanes = createLanes(pace);
    const failing = Array.from({ length: 3 }, () =>
      lanes.run("a", async (spend) => {
        spend();
        throw new Error("failed");
      }),
    );
    const outcomes = Promise.allSettled(failing);
    await pass(100);
    expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    const { written, write } = writer(lanes);
    write("a");
    await pass(500);
    expect(written).toHaveLength(0);
    await pass(600);
    expect(written).toHaveLength(1);
  });

  it("begin with what others sent, until its window has passed", async () => {
    const lanes = createLanes(pace);
    for (const agoMs of [0, 300, 600, 5_000]) lanes.debit("a", agoMs);
    const { written, write } = writer(lanes);
    for (let number = 0; number < 3; number += 1) write("a");
    write("b");
    await pass(300);
    expect(written.map(({ lane }) => lane)).toEqual(["b"]);
    await pass(150);
    expect(written.map(({ lane }) => lane)).toEqual(["b", "a"]);
    await pass(600);
    expect(written).toHaveLength(4);
  });
});

describe("pauses", () => {
  it("hold for one lane or for all, and the longer one stands", () => {
    const pauses = createPauses();
    pauses.pause("a", 1_000);
    pauses.pause("a", 100);
    expect([pauses.isPaused("a"), pauses.isPaused("b")]).toEqual([true, false]);
    vi.advanceTimersByTime(999);
    expect(pauses.isPaused("a")).toBe(true);
    pauses.pause(undefined, 50);
    expect(pauses.isPaused("b")).toBe(true);
    vi.advanceTimersByTime(50);
    expect([pauses.isPaused("a"), pauses.isPaused("b")]).toEqual([false, false]);
  });
});
