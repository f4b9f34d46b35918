import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { shown, spreadOf, tableOf, verdict } from "../figures.js";
import type { BenchOptions, Section } from "../section.js";

const LINE = /cold (\d+) ms, warm (\d+) ms, resident (\d+)\/(\d+) MB/g;
const AIM_MS = 20_000;
const AIM_MB = 150;

const run = async ({ rounds }: BenchOptions): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    "scripts/bench-start.mjs",
    String(Math.min(3, rounds)),
  ]);
  const runs = [...stdout.matchAll(LINE)].map(([, ...numbers]) => numbers.map(Number));
  const row = (label: string, place: number, unit: string, aim: number) => {
    const { min, median, max } = spreadOf(runs.map((numbers) => numbers[place] ?? Number.NaN));
    return [
      label,
      ...[min, median, max].map((value) => `${shown(value)} ${unit}`),
      `${shown(aim)} ${unit}: ${verdict(median < aim)}`,
    ];
  };
  return tableOf(
    [`${runs.length} runs`, "min", "median", "max", "aim"],
    [
      row("ready after a cold start", 0, "ms", AIM_MS),
      row("ready after a warm start", 1, "ms", AIM_MS),
      row("resident after a cold start", 2, "MB", AIM_MB),
      row("resident after a warm start", 3, "MB", AIM_MB),
    ],
  );
};

/** `scripts/bench-start.mjs`, as a table. */
export const startSection: Section = { name: "start", run };
