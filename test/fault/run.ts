import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./driver/places.js";
import { type Result, runTasks, tasksOf } from "./driver/run-case.js";
import { documentOf } from "./report/document.js";
import { readOptions } from "./report/options.js";
import { printed } from "./report/print.js";
import { readSurroundings } from "./report/surroundings.js";
import { allCases } from "./rows/list.js";

/** `npm run test:faults`: runs the fault matrix, prints each figure and writes docs/reliability.md. */
const options = readOptions(process.argv.slice(2));
const around = readSurroundings();
const all = tasksOf(allCases, ["nonce", "none"]);
const { only, modes } = options;
const wanted = all.filter(
  ({ fault, mode }) =>
    modes.includes(mode) && (only.length === 0 || only.includes(fault.row) || only.includes(fault.name)),
);
const ending = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    process.stdout.write("ending what was begun; once more to leave it\n");
    ending.abort();
  });
const file = join(root, "docs/reliability.md");
const former = existsSync(file) ? readFileSync(file, "utf8") : "";
const done: Result[] = [];
/** After each result, so that a run that is cut short leaves what it found; the rest says "not run". */
const report = (result: Result): void => {
  done.push(result);
  process.stdout.write(`${printed(result, options)}\n`);
  if (options.write) writeFileSync(file, documentOf(all, { wanted, results: done }, around, former));
};
const results = await runTasks(wanted, { ...options, ending: ending.signal }, report);
const failed = results.filter(({ tally }) => tally.failures.length > 0).length;
process.stdout.write(`${results.length - failed} of ${results.length} held\n`);
process.exitCode = failed === 0 ? 0 : 1;
