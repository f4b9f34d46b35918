import type { GivenCodes } from "../app/founding/found.js";
import type { FoundingPlan } from "../app/founding/plan.js";
import type { Removed } from "../ports/founding.js";
import type { Problem } from "./problem.js";

/** How a setup ended. */
export type Outcome =
  | { readonly kind: "bad"; readonly problems: readonly Problem[] }
  | { readonly kind: "good"; readonly plan: FoundingPlan }
  | { readonly kind: "founded"; readonly plan: FoundingPlan; readonly given: GivenCodes }
  | { readonly kind: "renewed" | "adminInvited"; readonly given: GivenCodes }
  | { readonly kind: "exists" | "unknownGovernment"; readonly code: string }
  | { readonly kind: "removed"; readonly code: string; readonly removed: Removed }
  /** Not removed: it is no trial, a program works on the database, or nobody said that it is meant. */
  | { readonly kind: "isReal" | "isRunning" | "unsure"; readonly code: string }
  | { readonly kind: "codesTaken"; readonly path: string }
  | { readonly kind: "interrupted" }
  /** The operator left the questions, and was told so. */
  | { readonly kind: "left" };

/** EX_DATAERR of sysexits.h: what was given is wrong. */
const DATA_ERROR = 65;

/** What the process ends with. */
export const exitCodeOf = (outcome: Outcome): number => {
  switch (outcome.kind) {
    case "good":
    case "founded":
    case "renewed":
    case "adminInvited":
    case "removed":
      return 0;
    case "bad":
      return DATA_ERROR;
    case "exists":
    case "unknownGovernment":
    case "isReal":
    case "isRunning":
    case "unsure":
    case "codesTaken":
    case "interrupted":
    case "left":
      return 1;
  }
};
