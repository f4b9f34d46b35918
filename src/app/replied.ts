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

/** The exact text a card before the officials shows. */
const shownText = (content: MessageContent | undefined): string | undefined => {
  if (content?.kind === "approval-card") return content.answerId;
  return content?.kind === "proposal-approval" ? content.versionId : undefined;
};

/** What somebody decides about in reply to such a card, whether they typed its code or not: the text it shows. */
export const decidedText = async (context: Context, typed: string | undefined): Promise<string | undefined> => {
  const shown = shownText(context.repliedContent);
  if (shown === undefined || typed === undefined) return undefined;
  const subject = await findSubject(context, typed);
  if ("refusal" in subject) return undefined;
  return codeOf(subject) === (await repliedCode(context)) ? shown : undefined;
};
