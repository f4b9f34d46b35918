import { defineCommand } from "../command.js";
import { refused, whisper } from "../effects.js";
import { known } from "../inputs.js";
import { pageOf } from "../page-of.js";
import { caseFor } from "../resolve.js";

/** Who did what to a case, and when; for the person alone. */
export const historyCommand = defineCommand({
  name: "history",
  aliases: ["riwayat"],
  usage: "/history CODE",
  inputs: { code: known("case") },
  positional: ["code"],
  access: "case.read",
  async run(context, args, extra) {
    const inquiry = await caseFor(context, args.code, "case.read");
    if ("refusal" in inquiry) return refused(context, "history", inquiry);
    return {
      drafts: [whisper(context, "history", { kind: "history", inquiryId: inquiry.id, page: pageOf(extra) })],
    };
  },
});
