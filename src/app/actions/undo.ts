import { undo } from "../../domain/inquiry/deciding.js";
import { defineCommand } from "../command.js";
import { decideAs } from "../decide-as.js";
import { known } from "../inputs.js";
import { onCase } from "../on-case.js";

/** "Urungkan": takes one's own decision back while that is possible. */
export const undoAction = defineCommand({
  name: "undo",
  inputs: { code: known("case") },
  access: "answer.decide",
  run: (context, args, extra) =>
    onCase(context, "undo", args.code, "case.read", (inquiry) =>
      decideAs(context, inquiry, undefined, (input) =>
        undo(inquiry, {
          ...input,
          undoes: extra.decision ?? "",
          reportNeedsAcknowledgement: context.directory.government.settings.reportNeedsAcknowledgement,
        }),
      ),
    ),
});
