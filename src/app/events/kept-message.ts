import { cleanText } from "../../chatkit/plain-text.js";
import { parseCommandLine } from "../../chatkit/tokenize.js";
import type { Proposal } from "../../domain/proposal/model.js";
import type { ProposalFact } from "../../domain/proposal/outcome.js";
import type { ChatEvent } from "../../ports/chat/inbound.js";
import type { NoticeValues } from "../../ports/message-content.js";
import type { Reply } from "../../ports/store.js";
import type { Context } from "../context.js";
import { type Effects, whisper } from "../effects.js";

/** What a message says to the program: a command's text without its name, anything else whole. */
export const saidIn = (text: string): string => cleanText(parseCommandLine(text)?.rest ?? text).trim();

const typedWords = (event: ChatEvent): string | undefined => {
  if (event.type === "message") return saidIn(event.text);
  return event.type === "command" && event.input.kind === "text" ? cleanText(event.input.text).trim() : undefined;
};

const writing: readonly ProposalFact["kind"][] = ["collected", "draftChanged", "editingStarted"];

/** What came of it: the case or proposal, and whether it holds the message's words. */
const madeBy = ({ done, before, content }: Effects): Pick<Reply, "inquiryId" | "state"> | undefined => {
  if (done) return { inquiryId: done.next.id, state: before ? "changed" : "opened" };
  if (!content) return undefined;
  const { next, facts } = content.done;
  return { inquiryId: next.id, state: facts.some(({ kind }) => writing.includes(kind)) ? "opened" : "changed" };
};

/** Remembers the message by which somebody opened or changed a case or content: an edit of it later changes nothing, and says so. */
export const keepingMessage = (context: Context, event: ChatEvent, effects: Effects): Effects => {
  const made = madeBy(effects);
  const text = typedWords(event);
  if (!made || !context.message || effects.reply || text === undefined) return effects;
  return {
    ...effects,
    reply: {
      id: context.ids.newId(),
      ...made,
      message: context.message,
      personId: context.person.id,
      text,
      attachments: [],
      at: context.now,
    },
  };
};

/** How words that stand in content are changed instead, as it stands now. */
const howToChange = ({ status }: Proposal): "write" | "edit" | "correct" | "anew" => {
  if (status === "withdrawn") return "anew";
  if (status === "published" || status === "corrected") return "correct";
  return status === "ready" ? "edit" : "write";
};

/** An edit of words that were used already changes nothing: whoever wrote them is told so, alone. */
export const editTooLate = async (context: Context, { inquiryId, state }: Reply): Promise<Effects> => {
  const proposal = await context.reader.proposalById(context.directory.government.id, inquiryId);
  const about = proposal ? { proposalId: proposal.id } : { inquiryId };
  const told = (code: "editTooLate" | "contentEditTooLate", values: NoticeValues): Effects => ({
    drafts: [whisper(context, "edit", { kind: "notice", code, values, ...about })],
  });
  if (state !== "opened") return told("editTooLate", {});
  return proposal
    ? told("contentEditTooLate", { next: howToChange(proposal) })
    : told("editTooLate", { opened: "yes" });
};
