import { reject } from "../../domain/inquiry/deciding.js";
import { returnProposal } from "../../domain/proposal/deciding.js";
import { defineCommand } from "../command.js";
import { decideProposal } from "../content/deciding.js";
import { decideAs } from "../decide-as.js";
import { known, note } from "../inputs.js";
import { onSubject } from "../subject.js";

/** The official asks for changes, with a reason. */
export const rejectCommand = defineCommand({
  name: "reject",
  aliases: ["perbaiki", "tolak"],
  usage: "/reject CODE REASON",
  inputs: { code: known("case"), reason: note() },
  positional: ["code", "reason"],
  form: ["reason"],
  access: "answer.decide",
  files: "noted",
  run: (context, args, extra) =>
    onSubject(context, "reject", args.code, "case.read", {
      inquiry: (inquiry) =>
        decideAs(context, inquiry, extra.answer, (input) => reject(inquiry, { ...input, reason: args.reason })),
      proposal: (proposal) =>
        decideProposal(context, proposal, extra.answer, (input) =>
          returnProposal(proposal, { ...input, reason: args.reason }),
        ),
    }),
});
