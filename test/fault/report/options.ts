import { parseArgs } from "node:util";
import type { Mode } from "../platform/protocol.js";
import type { Counts } from "../rows/fault-case.js";

/** What `npm run test:faults` was asked for. */
export interface Options {
  readonly counts: Counts;
  /** Rows of the matrix, or single cases by name; empty: all. */
  readonly only: readonly string[];
  readonly modes: readonly Mode[];
  readonly seed: number;
  readonly workers: number;
  /** Whether docs/reliability.md is written. */
  readonly write: boolean;
}

const list = (value: string | undefined): readonly string[] => value?.split(",").filter((part) => part !== "") ?? [];

const count = (name: string, value: string): number => {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} must be a whole number above 0.`);
  return number;
};

/** Reads the command line. Throws a plain message for what it does not understand. */
export function readOptions(args: readonly string[]): Options {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { ...text, default: "100" },
      random: { ...text, default: "1000" },
      faults: { ...text, default: "5" },
      away: { ...text, default: "600" },
      deadlines: { ...text, default: "10000" },
      still: { ...text, default: "60" },
      texts: { ...text, default: "10000" },
      attempts: { ...text, default: "1000" },
      only: text,
      mode: text,
      seed: { ...text, default: "1" },
      workers: { ...text, default: "2" },
      "no-write": { type: "boolean", default: false },
    },
  });
  const modes = list(values.mode).filter((mode): mode is Mode => mode === "nonce" || mode === "none");
  return {
    counts: {
      runs: count("runs", values.runs),
      random: count("random", values.random),
      faults: count("faults", values.faults),
      awaySeconds: count("away", values.away),
      deadlines: count("deadlines", values.deadlines),
      stillSeconds: count("still", values.still),
      texts: count("texts", values.texts),
      attempts: count("attempts", values.attempts),
    },
    only: list(values.only),
    modes: modes.length === 0 ? ["nonce", "none"] : modes,
    seed: count("seed", values.seed),
    workers: count("workers", values.workers),
    write: !values["no-write"],
  };
}
