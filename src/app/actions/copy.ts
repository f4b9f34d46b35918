import { codePages, narrowestMessage } from "../../chatkit/code-pages.js";
import { currentAnswer } from "../../domain/inquiry/queries.js";
import type { Proposal } from "../../domain/proposal/model.js";
import { postableVersion } from "../../domain/proposal/queries.js";
import { refuse } from "../../domain/refusal.js";
import { defineCommand } from "../command.js";
import { accountsWaiting } from "../content/accounts.js";
import { postParts } from "../content/post-pages.js";
import type { Context } from "../context.js";
import { type Effects, refused, whisper } from "../effects.js";
import { known } from "../inputs.js";
import { subjectFor } from "../subject.js";

/** Of content that is ready: for each account that is left its text, in a message of its own. */
const postTexts = (context: Context, proposal: Proposal): Effects => {
  const version = postableVersion(proposal);
  if (!version) {
    const { code, status } = proposal;
    return refused(context, "copy", refuse("notReady", { code, status }), { proposalId: proposal.id });
  }
  return {
    drafts: accountsWaiting(context.directory, proposal, context.now).flatMap((accountId) =>
      postParts(context.directory, version, accountId).map((part) =>
        whisper(context, `copy:${accountId}:${part}`, {
          kind: "post-text",
          proposalId: proposal.id,
          versionId: version.id,
          accountId,
          part,
          copy: true,
        }),
      ),
    ),
  };
};

/** "Salin naskah": the exact text to post, alone in a message, or in several where one is too short for it. */
export const copyAction = defineCommand({
  name: "copy",
  inputs: { code: known("case") },
  access: "case.read",
  async run(context, args) {
    const subject = await subjectFor(context, args.code, "case.read");
    if ("refusal" in subject) return refused(context, "copy", subject);
    if (subject.kind === "proposal") return postTexts(context, subject.proposal);
    const { inquiry } = subject;
    const answer = currentAnswer(inquiry);
    if (!answer) return refused(context, "copy", refuse("noAnswer", { code: inquiry.code }), { inquiryId: inquiry.id });
    return {
      drafts: codePages([answer.text], narrowestMessage).map((_, part) =>
        whisper(context, `copy:${part}`, { kind: "copy", inquiryId: inquiry.id, answerId: answer.id, part }),
      ),
    };
  },
});
