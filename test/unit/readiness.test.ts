import { describe, expect, it, vi } from "vitest";
import { createReadiness, type ReadinessParts } from "../../src/infra/http/readiness.js";
import { sharedAnswer } from "../../src/infra/http/shared-answer.js";

const fine: ReadinessParts = { isMigrated: async () => true, workerRuns: () => true, tickRuns: () => true };
const never = () => new Promise<never>(() => {});

const answerOf = async (parts: ReadinessParts) => {
  const readiness = createReadiness();
  readiness.running(parts);
  const response = await readiness.handle();
  return { status: response.status, body: await response.json() };
};

describe("/readyz", () => {
  it("says 503 while the program starts, 200 once all of it runs, and 503 from the moment it stops", async () => {
    const readiness = createReadiness();
    const look = async () => {
      const response = await readiness.handle();
      return [response.status, await response.json(), response.headers.get("cache-control")];
    };
    expect(await look()).toEqual([503, { ready: false, not: ["starting"] }, "no-store"]);
    readiness.running(fine);
    expect(await look()).toEqual([200, { ready: true }, "no-store"]);
    readiness.stopping();
    expect(await look()).toEqual([503, { ready: false, not: ["stopping"] }, "no-store"]);
    readiness.running(fine);
    expect(await look()).toEqual([503, { ready: false, not: ["stopping"] }, "no-store"]);
  });

  it("names each part that does not run", async () => {
    const broken: ReadinessParts = { isMigrated: async () => false, workerRuns: () => false, tickRuns: () => false };
    expect(await answerOf(broken)).toEqual({
      status: 503,
      body: { ready: false, not: ["migrations", "worker", "tick"] },
    });
  });

  it("says the database is away when it refuses, and within about a second when it does not answer", async () => {
    const refusing = async () => Promise.reject(new Error("away"));
    const expected = { status: 503, body: { ready: false, not: ["database"] } };
    expect(await answerOf({ ...fine, isMigrated: refusing })).toEqual(expected);
    const began = performance.now();
    expect(await answerOf({ ...fine, isMigrated: never })).toEqual(expected);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("says stopping also to whoever asked before, while the database was asked", async () => {
    const readiness = createReadiness();
    let answer = (_: boolean) => {};
    readiness.running({
      ...fine,
      isMigrated: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    const asked = readiness.handle();
    await vi.waitFor(() => answer(true));
    readiness.stopping();
    expect(await (await asked).json()).toEqual({ ready: false, not: ["stopping"] });
  });
});

describe("a shared answer", () => {
  const counted = (work: () => Promise<number>) => {
    let asked = 0;
    return { asked: () => asked, work: () => work().finally(() => (asked += 1)) };
  };

  it("is asked for once for all who ask at the same time, and again when it has grown old", async () => {
    let nowMs = 0;
    const { asked, work } = counted(async () => nowMs);
    const ask = sharedAnswer(work, { keptMs: 1_000, patienceMs: 50, nowMs: () => nowMs });
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([0, 0, 0]);
    nowMs = 999;
    expect(await ask()).toBe(0);
    nowMs = 1_000;
    expect(await ask()).toBe(1_000);
    expect(asked()).toBe(2);
  });

  it("is undefined after an error and is then asked for again", async () => {
    let nowMs = 0;
    const answers = [() => Promise.reject(new Error("away")), async () => 7];
    const ask = sharedAnswer(async () => answers.shift()?.(), { keptMs: 10, patienceMs: 50, nowMs: () => nowMs });
    expect(await ask()).toBeUndefined();
    nowMs = 10;
    expect(await ask()).toBe(7);
  });

  it("is not asked for anew while a question is still out, however long", async () => {
    let nowMs = 0;
    let asked = 0;
    const work = () => {
      asked += 1;
      return never();
    };
    const ask = sharedAnswer(work, { keptMs: 10, patienceMs: 5, nowMs: () => nowMs });
    for (let round = 0; round < 3; round += 1) {
      expect(await ask()).toBeUndefined();
      nowMs += 60_000;
    }
    expect(asked).toBe(1);
  });
});
