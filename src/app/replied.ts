import type { Case } from "../domain/inquiry/model.js";
import type { Proposal } from "../domain/proposal/model.js";
import type { ContentOf, MessageContent } from "../ports/message-content.js";
import type { Context } from "./context.js";
import { findSubject, type Subject } from "./resolve.js";

type Replied = Pick<Context, "repliedContent" | "reader" | "directory">;

const asCase = (inquiry: Case | undefined): Subject | undefined => inquiry && { kind: "case", inquiry };
const asProposal = (proposal: Proposal | undefined): Subject | undefined => proposal && { kind: "proposal", proposal };

/** What a ping is about is a case or a proposal; one about several is about none. */
const pingedSubject = async (
  { reader, directory }: Replied,
  { items }: ContentOf<"pings">,
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

/** The exact text a message shows or tells of, as far as it is one to be decided about. */
const decidedText = (content: MessageContent): string | undefined => {
  switch (content.kind) {
    case "approval-card":
    case "copy":
      return content.answerId;
    case "proposal-approval":
    case "post-text":
      return content.versionId;
    case "notice":
      return content.textId;
    default:
      return undefined;
  }
};

/** The exact text a message shows to be copied and posted. */
const copiedText = (content: MessageContent): string | undefined => {
  if (content.kind === "copy") return content.answerId;
  return content.kind === "post-text" ? content.versionId : undefined;
};

/** The version of this proposal that pings are about; those of a case are about a forward, and no text. */
const pingedText = ({ items }: ContentOf<"pings">, subject: Subject): string | undefined =>
  subject.kind === "proposal"
    ? items.findLast(({ inquiryId }) => inquiryId === subject.proposal.id)?.forwardId
    : undefined;

/**
 * The text a command in reply to a message is about, whether its code was typed or not: the one that message shows or tells
 * of, and not a newer one that was not seen there.
 */
export const exactText = async (context: Context, typed: string | undefined, use: Use): Promise<string | undefined> => {
  const { repliedContent: content } = context;
  if (!content || typed === undefined) return undefined;
  const subject = await findSubject(context, typed);
  if ("refusal" in subject) return undefined;
  if (content.kind === "pings") return use === "decided" ? pingedText(content, subject) : undefined;
  const shown = use === "decided" ? decidedText(content) : copiedText(content);
  return shown !== undefined && codeOf(subject) === (await repliedCode(context)) ? shown : undefined;
};
