import { expect, it, vi } from "vitest";
import { createCrashPoint, neverCrash } from "../../src/infra/crash-points.js";

it("ends the process at the nth hit of its point, and at no other", () => {
  const kill = vi.fn();
  const crash = createCrashPoint({ point: "K4", nth: 2 }, kill);
  crash("K5");
  crash("K4");
  expect(kill).not.toHaveBeenCalled();
  crash("K4");
  expect(kill).toHaveBeenCalledTimes(1);
  crash("K4");
  expect(kill).toHaveBeenCalledTimes(1);
});

it("lets a write leave the process before it ends it where the point is on the way", () => {
  vi.useFakeTimers();
  const kill = vi.fn();
  createCrashPoint({ point: "K6", nth: 1 }, kill)("K6");
  expect(kill).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(kill).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
});

it("does nothing without a specification and refuses one it does not know", () => {
  expect(createCrashPoint(undefined)).toBe(neverCrash);
  expect(() => createCrashPoint({ point: "K99", nth: 1 })).toThrow("K0 to K9");
});
