import type { Result, Task } from "../driver/run-case.js";
import type { Surroundings } from "./surroundings.js";

const HEAD = `# Reliability: what breaks it, and what came of it

Written by \`npm run test:faults\`; not by hand. A process of its own plays the chat platform over a socket and keeps a
journal of every message it accepts; the program under test is the real one apart from its adapter; after quiet an oracle
compares the journal with the database and the history (\`test/fault/\`). "nonce" is a platform that recognises a repeat by its
key for two minutes, "none" one that does not. What is promised is in \`docs/semantics.md\`.

Doubled: posts the platform has twice. Marked: rows the program marked \`ambiguous\`, doubled or not. 0 failures in N runs
bounds the rate of failure at 3/N (95 %): that is the last column, no more is shown. "not run" means just that.
`;

const ROWS: Readonly<Record<string, string>> = {
  A: "The process is killed (SIGKILL)",
  "A′": "The process is asked to end (SIGTERM) under load",
  B: "The platform fails",
  C: "The database fails",
  D: "Several processes",
  E: "Clocks",
  F: "What comes in",
  G: "Hostile texts and people",
};

const titleOf = (row: string): string => `## ${row}. ${ROWS[row] ?? ""}\n`;

const bound = (runs: number): string => (runs < 3 ? "—" : `≤ ${((3 / runs) * 100).toFixed(1)} %`);

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** Longer lists of failures are in the output of the run. */
const FAILURES_SHOWN = 3;

const verdictOf = ({ tally }: Result): string => {
  if (tally.failures.length === 0) return ["held", ...tally.notes].join("; ");
  const more = tally.failures.length > FAILURES_SHOWN ? `; and ${tally.failures.length - FAILURES_SHOWN} more` : "";
  return `**FAILED**: ${tally.failures.slice(0, FAILURES_SHOWN).join("; ")}${more}`;
};

const lineOf = ({ fault, mode }: Task, result: Result | undefined): string => {
  const what = [fault.fault, fault.modes.length > 1 ? mode : "—", fault.demand];
  if (result === undefined || (result.tally.runs === 0 && result.tally.failures.length === 0))
    return `| ${[...what, "0", "", "", "", ["not run", ...(result?.tally.notes ?? [])].join(": "), ""].map(cell).join(" | ")} |`;
  const { runs, lost, doubled, ambiguous, failures } = result.tally;
  const figures = [runs, lost, doubled, ambiguous].map(String);
  return `| ${[...what, ...figures, verdictOf(result), failures.length === 0 ? bound(runs) : "—"].map(cell).join(" | ")} |`;
};

const tableOf = (row: string, tasks: readonly Task[], results: readonly Result[], around: Surroundings): string => {
  const lines = tasks.map((task) =>
    lineOf(
      task,
      results.find(({ fault, mode }) => fault === task.fault && mode === task.mode),
    ),
  );
  const facts = `Run on commit ${around.commit}, ${around.date}; ${around.machine}.\n`;
  const head = "| fault | platform | demand | runs | lost | doubled | marked | verdict | rate of failure |";
  return [titleOf(row), facts, head, "|---|---|---|--:|--:|--:|--:|---|---|", ...lines, ""].join("\n");
};

/** A row's section in a document written before, from its title to the next. */
const formerTable = (row: string, former: string): string | undefined => {
  const from = former.indexOf(titleOf(row));
  if (from < 0) return undefined;
  const next = former.indexOf("\n## ", from);
  return former
    .slice(from, next < 0 ? undefined : next + 1)
    .trimEnd()
    .concat("\n");
};

/**
 * The whole document: every task there is, those that were not run too. A row of which nothing is run this time stays as
 * it was in `former`, with the commit it was run on.
 */
export function documentOf(
  tasks: readonly Task[],
  { wanted, results }: { readonly wanted: readonly Task[]; readonly results: readonly Result[] },
  around: Surroundings,
  former: string,
): string {
  const rows = Object.keys(ROWS);
  const tables = rows.map((row) => {
    const isWanted = wanted.some(({ fault }) => fault.row === row);
    const kept = isWanted ? undefined : formerTable(row, former);
    const ofRow = tasks.filter(({ fault }) => fault.row === row);
    return kept ?? tableOf(row, ofRow, results, around);
  });
  return [HEAD, ...tables].join("\n");
}
