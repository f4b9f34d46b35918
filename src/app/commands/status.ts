import { defineCommand } from "../command.js";
import { refused, say } from "../effects.js";
import { known } from "../inputs.js";
import { caseFor } from "../resolve.js";

/** Shows a case as it stands, as a new message. */
export const statusCommand = defineCommand({
  name: "status",
  usage: "/status CODE",
  inputs: { code: known("case") },
  positional: ["code"],
  access: "case.read",
  async run(context, args) {
    const inquiry = await caseFor(context, args.code, "case.read");
    if ("refusal" in inquiry) return refused(context, "status", inquiry);
    return { drafts: [say(context, "status", { kind: "status", inquiryId: inquiry.id })] };
  },
});
