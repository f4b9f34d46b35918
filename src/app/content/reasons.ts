import type { ProposalContent } from "../../domain/proposal/model.js";
import { type Checked, checkContent } from "./checks.js";

/** Typed for an optional part of a proposal, it empties what stood there. */
export const EMPTY = "-";

const bare = ({ reasonsFor: _, ...content }: ProposalContent): ProposalContent => ({ ...content, reasons: {} });

/** The content with this reason for everything found that allows one; without any where nothing is found. */
const reasoned = (checked: Checked, why: string): ProposalContent => {
  const content = bare(checked.content);
  const found = checkContent({ ...checked, content }).filter(
    ({ check, findings }) => check.severity === "block-with-reason" && findings.length > 0,
  );
  if (found.length === 0) return content;
  return {
    ...content,
    reasons: Object.fromEntries(found.map(({ check }) => [check.code, why])),
    reasonsFor: Object.fromEntries(found.map(({ check, keys }) => [check.code, keys])),
  };
};

/** Reasons that still answer what is found now. Where something else appeared none does, and it is asked for again. */
const lasting = (checked: Checked): ProposalContent => {
  const { reasons } = checked.content;
  const wanting = checkContent(checked).filter(({ check }) => check.severity === "block-with-reason");
  const holds = wanting.some(({ reason }) => reason !== undefined) && wanting.every(({ blocks }) => !blocks);
  return Object.keys(reasons).length === 0 || holds ? checked.content : bare(checked.content);
};

/**
 * The content with why findings that may be overridden do not stop it: one reason for all such checks of the profile, kept
 * with the findings it was given for. A form sends the words it opened with once more: that is no new reason.
 */
export const withReason = (checked: Checked, why: string | undefined): ProposalContent => {
  if (why === EMPTY) return bare(checked.content);
  const same = why !== undefined && Object.values(checked.content.reasons).includes(why);
  return why === undefined || same ? lasting(checked) : reasoned(checked, why);
};
