import { undo } from "../../domain/inquiry/deciding.js";
import { undoSelection } from "../../domain/proposal/deciding.js";
import { defineCommand } from "../command.js";
import { decideProposal } from "../content/deciding.js";
import { decideAs } from "../decide-as.js";
import { known } from "../inputs.js";
import { onSubject } from "../subject.js";

/** "Urungkan": takes one's own decision back while that is possible. */
export const undoAction = defineCommand({
  name: "undo",
  inputs: { code: known("case") },
  access: "answer.decide",
  run: (context, args, extra) =>
    onSubject(context, "undo", args.code, "case.read", {
      inquiry: (inquiry) =>
        decideAs(context, inquiry, undefined, (input) =>
          undo(inquiry, {
            ...input,
            undoes: extra.decision ?? "",
            reportNeedsAcknowledgement: context.directory.government.settings.reportNeedsAcknowledgement,
          }),
        ),
      proposal: (proposal) =>
        decideProposal(context, proposal, undefined, (input) =>
          undoSelection(proposal, { ...input, undoes: extra.decision ?? "" }),
        ),
    }),
});
