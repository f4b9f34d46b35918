import type { MemoryClock } from "../../src/infra/memory/memory-clock.js";

/** Time as the run decides it: machine time, and case time ahead of it by what the examples' clock was moved. */
export interface SimulatedClock extends MemoryClock {
  nowMs(): number;
  caseMs(): number;
  advance(ms: number): void;
  /** Moves case time alone. */
  moveCaseTime(ms: number): void;
}

/** A clock that begins at 07.00 in Jakarta on a Monday, case time being some hours ahead. */
export const createClock = (): SimulatedClock => {
  let machineMs = Date.UTC(2026, 2, 2, 0);
  let offsetMs = 2 * 3_600_000;
  return {
    nowMs: () => machineMs,
    caseMs: () => machineMs + offsetMs,
    machineNow: () => new Date(machineMs),
    caseNow: () => new Date(machineMs + offsetMs),
    advance: (ms) => {
      machineMs += Math.ceil(ms);
    },
    moveCaseTime: (ms) => {
      offsetMs += Math.round(ms);
    },
  };
};
