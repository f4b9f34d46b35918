import type { Result } from "../driver/run-case.js";
import type { Options } from "./options.js";

/** Long lists say the same many times over. */
const FAILURES_PRINTED = 10;

/** The command that does the same again. */
const againLine = ({ fault, mode }: Result, { counts, seed }: Options): string =>
  `npm run test:faults -- --only ${fault.name} --mode ${mode} --seed ${seed} --runs ${counts.runs} ` +
  `--random ${counts.random} --faults ${counts.faults} --away ${counts.awaySeconds} --deadlines ${counts.deadlines} ` +
  `--still ${counts.stillSeconds} --texts ${counts.texts} --attempts ${counts.attempts} --no-write`;

/** One result for the terminal. */
export function printed(result: Result, options: Options): string {
  const { fault, mode, tally, seconds } = result;
  if (tally.runs === 0 && tally.failures.length === 0)
    return `not run ${fault.row} ${fault.name}: ${tally.notes.join("; ")}`;
  const verdict = tally.failures.length === 0 ? "held" : "FAILED";
  const figures = `runs ${tally.runs}, lost ${tally.lost}, doubled ${tally.doubled}, marked ${tally.ambiguous}`;
  const head = `${verdict} ${fault.row} ${fault.name} (${mode}): ${figures}; ${seconds.toFixed(0)} s`;
  const notes = tally.notes.map((note) => `  ${note}`);
  if (tally.failures.length === 0) return [head, ...notes].join("\n");
  const failures = tally.failures.slice(0, FAILURES_PRINTED).map((failure) => `  ${failure}`);
  return [head, ...notes, ...failures, `  again: ${againLine(result, options)}`].join("\n");
}
