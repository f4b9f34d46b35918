import { cleanText } from "../../chatkit/plain-text.js";
import type { Proposal } from "../../domain/proposal/model.js";
import { isRefusal } from "../../domain/refusal.js";
import type { MessageContent } from "../../ports/message-content.js";
import type { Context } from "../context.js";
import { type Effects, refused, whisper } from "../effects.js";
import { hasVoice, notedEntry, refusalOfFiles } from "../files.js";
import { withFilesIgnored } from "../ignored-files.js";
import { tooLong } from "../inputs.js";
import { subjectFor } from "../subject.js";

/** Whether it asks for a decision about a proposal: its card before the officials, or what reminds of it. */
const asksToDecide = (replied: MessageContent | undefined): boolean =>
  replied?.kind === "proposal-approval" || replied?.kind === "pings";

/** Who writes content of this agency or decides about it may leave a note with it. */
const mayNote = async (context: Context, code: string): Promise<boolean> => {
  const rights = [subjectFor(context, code, "content.propose"), subjectFor(context, code, "answer.decide")];
  return (await Promise.all(rights)).some((subject) => !isRefusal(subject));
};

/** Words in reply to what is about a proposal become nothing: their author is told what to do instead. */
const told = (context: Context, proposalId: string, kept: Readonly<Record<string, string>> = {}): Effects => {
  const values = { ...(asksToDecide(context.repliedContent) ? { asked: "yes" } : {}), ...kept };
  return { drafts: [whisper(context, "reply", { kind: "notice", code: "repliedToContent", values, proposalId })] };
};

/**
 * Words in reply to what is about a proposal become nothing. A voice note and other files are kept as a note of it, with the
 * words beside them; either is said.
 */
export const replyToContent = async (
  context: Context,
  { id: proposalId, code }: Proposal,
  words: string,
): Promise<Effects> => {
  const about = { proposalId };
  const text = cleanText(words).trim();
  const { attachments, person } = context;
  const refusal = refusalOfFiles(context) ?? (attachments.length > 0 ? tooLong(text) : undefined);
  if (refusal) return refused(context, "reply", refusal, about);
  if (attachments.length === 0) return told(context, proposalId);
  if (!(await mayNote(context, code))) return withFilesIgnored(context, told(context, proposalId), "", about);
  return {
    ...told(context, proposalId, { kept: hasVoice(context) ? "voice" : "files" }),
    history: [notedEntry(context, proposalId, { text, attachments, by: person.id })],
  };
};
