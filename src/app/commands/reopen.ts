import { reopen } from "../../domain/inquiry/ending.js";
import { correct } from "../../domain/proposal/publishing.js";
import { refuse } from "../../domain/refusal.js";
import { rightOf } from "../access.js";
import { defineCommand } from "../command.js";
import { known, note } from "../inputs.js";
import { actingAgency } from "../resolve.js";
import { onSubject } from "../subject.js";

const access = { inquiry: "case.reopen", proposal: "content.end" } as const;

/** Takes a closed case up again; of posted content: begins its correction. */
export const reopenCommand = defineCommand({
  name: "reopen",
  aliases: ["bukalagi"],
  usage: "/reopen CODE REASON",
  inputs: { code: known("case"), reason: note() },
  positional: ["code", "reason"],
  form: ["reason"],
  access,
  files: "noted",
  onClosed: true,
  run: (context, args) =>
    onSubject(context, "reopen", args.code, access, {
      inquiry(inquiry) {
        const { directory, person, now } = context;
        const any = rightOf(directory, person.id, "case.reopen", now).any;
        if (!any && actingAgency(context, inquiry, "case.reopen") !== inquiry.agencyId)
          return refuse("otherAgency", { code: inquiry.code, agency: inquiry.agencyId });
        return reopen(inquiry, { reason: args.reason, by: person.id, at: now });
      },
      proposal: (proposal) => correct(proposal, { reason: args.reason, by: context.person.id, at: context.now }),
    }),
});
