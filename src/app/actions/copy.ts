import { currentAnswer } from "../../domain/inquiry/queries.js";
import { refuse } from "../../domain/refusal.js";
import { defineCommand } from "../command.js";
import { refused, whisper } from "../effects.js";
import { known } from "../inputs.js";
import { caseFor } from "../resolve.js";

/** "Salin naskah": the exact text to post, alone in a message. */
export const copyAction = defineCommand({
  name: "copy",
  inputs: { code: known("case") },
  access: "case.read",
  async run(context, args) {
    const inquiry = await caseFor(context, args.code, "case.read");
    if ("refusal" in inquiry) return refused(context, "copy", inquiry);
    const answer = currentAnswer(inquiry);
    if (!answer) return refused(context, "copy", refuse("noAnswer", { code: inquiry.code }), { inquiryId: inquiry.id });
    return {
      drafts: [whisper(context, "copy", { kind: "copy", inquiryId: inquiry.id, answerId: answer.id })],
    };
  },
});
