import { shown, slopeOf, tableOf, verdict } from "../figures.js";
import { inChild } from "../in-child.js";
import type { BenchOptions, Section } from "../section.js";
import type { Sample } from "../soak-child.js";

interface Found {
  readonly samples: readonly Sample[];
  readonly accepted: number;
}

const PER_SECOND = 10;
/** Of the time: caches and pools fill. */
const WARM_UP = 0.2;
const MINUTES_AN_HOUR = 60;

const run = async ({ minutes }: BenchOptions): Promise<string> => {
  const words = [String(minutes), String(PER_SECOND)];
  const { samples, accepted } = await inChild<Found>("soak-child.js", words);
  const steady = samples.filter(({ minute }) => minute > minutes * WARM_UP);
  const row = (label: string, of: (sample: Sample) => number) => {
    const slope = slopeOf(steady.map((sample) => ({ x: sample.minute / MINUTES_AN_HOUR, y: of(sample) })));
    const [first, last] = [steady[0], steady.at(-1)].map((sample) => (sample ? shown(of(sample), 1) : "-"));
    return [label, `${first} MB`, `${last} MB`, `${shown(slope, 1)} MB/h`, `< 1 MB/h: ${verdict(slope < 1)}`];
  };
  const table = tableOf(
    ["after garbage collection", "first", "last", "slope", "aim"],
    [row("heap in use", ({ heapMb }) => heapMb), row("resident", ({ rssMb }) => rssMb)],
  );
  const sentence = `${shown(minutes)} minutes at ${PER_SECOND} events a second (${shown(accepted)} events)`;
  return `${sentence}; the first fifth of ${shown(samples.length)} samples is left out of the regression.\n\n${table}`;
};

/** Whether the program's memory grows under steady load. */
export const soakSection: Section = { name: "soak", onlyByName: true, run };
