import type { ProposalContent } from "./model.js";

/**
 * What the hash of a version is taken over: all that the officials are shown, as JSON with a fixed order. It begins with
 * U+0000, which no stored text can hold, so that no answer has the same hash. Of a file its bytes and alternative text
 * count, not its name.
 */
export const hashedProposal = (content: ProposalContent): string => {
  const { attachments, reasons, reasonsFor, ...rest } = content;
  const files = attachments.map(({ key, altText }) => [key, altText ?? null]);
  const answered = reasonsFor && Object.entries(reasonsFor).sort();
  const parts = Object.entries({
    ...rest,
    files,
    reasons: Object.entries(reasons).sort(),
    reasonsFor: answered,
  }).sort();
  return `\u0000proposal${JSON.stringify(parts.filter(([, value]) => value !== undefined))}`;
};
