import type { Case } from "../domain/inquiry/model.js";
import type { Proposal } from "../domain/proposal/model.js";
import type { MessageContent } from "../ports/message-content.js";
import type { Context } from "./context.js";
import { findSubject, type Subject } from "./resolve.js";

type Replied = Pick<Context, "repliedContent" | "reader" | "directory">;

const asCase = (inquiry: Case | undefined): Subject | undefined => inquiry && { kind: "case", inquiry };
const asProposal = (proposal: Proposal | undefined): Subject | undefined => proposal && { kind: "proposal", proposal };

/** What a ping is about is a case or a proposal; one about several is about none. */
const pingedSubject = async (
  { reader, directory }: Replied,
  { items }: Extract<MessageContent, { kind: "pings" }>,
): Promise<Subject | undefined> => {
  const [only, ...others] = items;
  if (!only || others.length > 0) return undefined;
  const { id } = directory.government;
  return asCase(await reader.caseById(id, only.inquiryId)) ?? asProposal(await reader.proposalById(id, only.inquiryId));
};

/** The case or proposal the message somebody replied to is about, if it is about one. */
export const repliedSubject = async (context: Replied): Promise<Subject | undefined> => {
  const { repliedContent: content, reader, directory } = context;
  if (!content) return undefined;
  if (content.kind === "pings") return pingedSubject(context, content);
  const { id } = directory.government;
  if ("proposalId" in content && content.proposalId !== undefined)
    return asProposal(await reader.proposalById(id, content.proposalId));
  if (!("inquiryId" in content) || content.inquiryId === undefined) return undefined;
  return asCase(await reader.caseById(id, content.inquiryId));
};

const codeOf = (subject: Subject | undefined): string | undefined => {
  if (!subject) return undefined;
  return subject.kind === "case" ? subject.inquiry.code : subject.proposal.code;
};

/** Its code. */
export const repliedCode = async (context: Replied): Promise<string | undefined> =>
  codeOf(await repliedSubject(context));

/** What somebody does with an exact text. */
export type Use = "decided" | "posted";

/** The exact text a card shows to be decided about, or to be copied and posted. */
const shownText = (content: MessageContent | undefined, use: Use): string | undefined => {
  if (use === "posted" && content?.kind === "copy") return content.answerId;
  if (use === "posted") return content?.kind === "post-text" ? content.versionId : undefined;
  if (content?.kind === "approval-card") return content.answerId;
  return content?.kind === "proposal-approval" ? content.versionId : undefined;
};

/** The text a command in reply to such a card is about, whether its code was typed or not: the one that card shows. */
export const exactText = async (context: Context, typed: string | undefined, use: Use): Promise<string | undefined> => {
  const shown = shownText(context.repliedContent, use);
  if (shown === undefined || typed === undefined) return undefined;
  const subject = await findSubject(context, typed);
  if ("refusal" in subject) return undefined;
  return codeOf(subject) === (await repliedCode(context)) ? shown : undefined;
};
