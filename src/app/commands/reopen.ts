import { reopen } from "../../domain/inquiry/ending.js";
import { refuse } from "../../domain/refusal.js";
import { rightOf } from "../access.js";
import { defineCommand } from "../command.js";
import { known, note } from "../inputs.js";
import { onCase } from "../on-case.js";
import { actingAgency } from "../resolve.js";

/** Takes a closed case up again. */
export const reopenCommand = defineCommand({
  name: "reopen",
  aliases: ["bukalagi"],
  usage: "/reopen CODE REASON",
  inputs: { code: known("case"), reason: note() },
  positional: ["code", "reason"],
  form: ["reason"],
  access: "case.reopen",
  onClosed: true,
  run: (context, args) =>
    onCase(context, "reopen", args.code, "case.reopen", (inquiry) => {
      const { directory, person, now } = context;
      const any = rightOf(directory, person.id, "case.reopen", now).any;
      if (!any && actingAgency(context, inquiry, "case.reopen") !== inquiry.agencyId)
        return refuse("otherAgency", { code: inquiry.code, agency: inquiry.agencyId });
      return reopen(inquiry, { reason: args.reason, by: person.id, at: now });
    }),
});
