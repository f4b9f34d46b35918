import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProposalStatus } from "../../src/domain/proposal/model.js";
import { isRefusal } from "../../src/domain/refusal.js";
import { checkProposal, checkStep } from "../support/proposal-invariants.js";
import { stepChoice, terms, transitions, walk } from "../support/proposal-steps.js";

const choices = fc.array(stepChoice, { minLength: 1, maxLength: 40, size: "max" });

describe("the machine of a proposal", () => {
  it("keeps its promises after every step of any sequence: nothing unapproved is ever posted", () => {
    fc.assert(
      fc.property(choices, terms, (steps, under) => {
        walk(steps, under, (taken) => {
          checkStep(taken, under);
          checkProposal(taken.after, under);
        });
      }),
      { numRuns: 100_000 },
    );
  });

  it("does the same again when it is asked the same again", () => {
    fc.assert(
      fc.property(choices, terms, (steps, under) =>
        isDeepStrictEqual(
          walk(steps, under, () => {}),
          walk(steps, under, () => {}),
        ),
      ),
      { numRuns: 2_000 },
    );
  });

  it("is walked through wholly by the random runs, so that their promises are not empty", () => {
    const statuses = new Set<string>();
    const refusals = new Set<string>();
    const done = new Set<string>();
    const seen = { inherited: 0, corrected: 0 };
    for (const [steps, under] of fc.sample(fc.tuple(choices, terms), { numRuns: 5_000, seed: 29_2019 }))
      walk(steps, under, ({ choice, outcome, after }) => {
        statuses.add(after.status);
        if (isRefusal(outcome)) refusals.add(outcome.refusal);
        else done.add(choice.transition);
        if (after.versions.at(-1)?.inherits && after.publications.at(-1)?.versionId === after.versions.at(-1)?.id)
          seen.inherited += 1;
        if (after.status === "corrected") seen.corrected += 1;
      });
    const all: Record<ProposalStatus, true> = {
      collected: true,
      submitted: true,
      returned: true,
      editing: true,
      ready: true,
      published: true,
      corrected: true,
      withdrawn: true,
    };
    expect([...statuses].sort()).toEqual(Object.keys(all).sort());
    expect([...done].sort()).toEqual([...transitions].sort());
    expect([...refusals].sort()).toEqual(
      [
        "alreadyDecided",
        "alreadyPosted",
        "editFirst",
        "notAwaiting",
        "notPosted",
        "notReady",
        "notTarget",
        "oldText",
        "ownText",
        "stale",
        "unchanged",
        "undoTooLate",
        "undoOther",
        "withdrawn",
      ].sort(),
    );
    expect(seen.inherited).toBeGreaterThan(10);
    expect(seen.corrected).toBeGreaterThan(10);
  });
});
