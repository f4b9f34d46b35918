import type { Proposal, ProposalContent } from "../../domain/proposal/model.js";
import type { OutboxDraft } from "../../ports/store.js";
import type { Context } from "../context.js";
import { whisper } from "../effects.js";

/** What content cannot go before the officials without, by its input. */
export type Missing = "theme" | "text";

/** What this content lacks, in the order it is asked for. */
export const missingIn = ({ theme, body }: ProposalContent): readonly Missing[] => [
  ...(theme === "" ? (["theme"] as const) : []),
  ...(body === "" ? (["text"] as const) : []),
];

/**
 * Asks whoever wrote a draft for the first thing it lacks. The draft is kept: the question lapses only when somebody has
 * said it, and no other question takes its place.
 */
export const askingOn = (context: Context, { id: proposalId, draft }: Proposal): readonly OutboxDraft[] => {
  const [input] = draft ? missingIn(draft.content) : [];
  if (input === undefined) return [];
  const question = whisper(context, "question", { kind: "question", command: "propose", input, proposalId });
  return [{ ...question, expectsReplyFrom: context.user }];
};
