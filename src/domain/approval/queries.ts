import type { ApprovalText, Decision, Gate } from "./model.js";

/** What stands decided about a text, oldest first: each decision that its maker did not take back. */
export const standingDecisions = (decisions: readonly Decision[], textId: string): readonly Decision[] => {
  const standing: Decision[] = [];
  for (const decision of decisions.filter((each) => each.textId === textId)) {
    if (decision.kind !== "undo") standing.push(decision);
    else {
      const undone = standing.findLastIndex(({ personId }) => personId === decision.personId);
      if (undone >= 0) standing.splice(undone, 1);
    }
  }
  return standing;
};

/** The last of what stands decided about a text. */
export const standingDecision = (decisions: readonly Decision[], textId: string): Decision | undefined =>
  standingDecisions(decisions, textId).at(-1);

/** The approvals that stand. Somebody may have said yes again, when fewer were needed than before. */
export const standingApprovals = (decisions: readonly Decision[], textId: string): readonly Decision[] =>
  standingDecisions(decisions, textId).filter(({ kind }) => kind === "approve");

/** Everybody who wrote on a text, each once: none of them may decide about it. */
export const writersOf = ({ authorId, writers = [] }: ApprovalText): readonly string[] => [
  ...new Set([authorId, ...writers]),
];

/** Who wrote the text at the gate; nobody while there is none. */
export const writersAt = (gate: Gate | undefined, texts: readonly ApprovalText[]): readonly string[] =>
  texts.filter(({ id }) => id === gate?.textId).flatMap(writersOf);
