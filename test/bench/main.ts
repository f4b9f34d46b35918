import { parseArgs } from "node:util";
import { writeSection } from "./document.js";
import type { Section } from "./section.js";
import { acknowledgementSection } from "./sections/acknowledgement.js";
import { drainSection } from "./sections/drain.js";
import { memorySection } from "./sections/memory.js";
import { pipelineSection } from "./sections/pipeline.js";
import { soakSection } from "./sections/soak.js";
import { startSection } from "./sections/start.js";
import { sweepSection } from "./sections/sweep.js";

const sections: readonly Section[] = [
  pipelineSection,
  acknowledgementSection,
  sweepSection,
  drainSection,
  startSection,
  memorySection,
  soakSection,
];

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    minutes: { type: "string", default: "30" },
    rounds: { type: "string", default: "5" },
    /** Prints only: docs/bench.md stays. */
    dry: { type: "boolean", default: false },
  },
});

const chosen = sections.filter(({ name, onlyByName }) => (values.only ? name === values.only : !onlyByName));
if (chosen.length === 0) {
  process.stderr.write(
    `There is no section "${values.only}": they are ${sections.map(({ name }) => name).join(", ")}.\n`,
  );
  process.exit(1);
}
const command = `npm run bench -- ${process.argv.slice(2).join(" ")}`.replace(/ -- $/, "");
for (const section of chosen) {
  const began = performance.now();
  process.stdout.write(`\n# ${section.name}\n`);
  const text = await section.run({ minutes: Number(values.minutes), rounds: Number(values.rounds) });
  process.stdout.write(`${text}\n(${Math.round((performance.now() - began) / 1_000)} s)\n`);
  if (!values.dry) writeSection(section.name, command, text);
}
