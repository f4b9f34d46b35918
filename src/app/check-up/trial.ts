import type { Government } from "../../domain/registry/model.js";
import { type Finding, warning } from "../../ports/finding.js";

/** Nothing that lacks in a trial or an example is an error, and one that is over can go. */
const softened = (finding: Finding, code: string): Finding =>
  finding.level === "error"
    ? warning(finding.what, `${finding.fix} Or remove the trial: npm run setup -- --remove-trial ${code}.`)
    : finding;

/** The findings of a government as they are told: those of a trial or an example say so, and are warnings at most. */
export const asOfTrial = (
  { code, example }: Pick<Government, "code" | "example">,
  findings: readonly Finding[],
): readonly Finding[] =>
  example ? findings.map((each) => softened({ ...each, what: `trial ${each.what}` }, code)) : findings;
