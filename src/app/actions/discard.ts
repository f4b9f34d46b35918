import { stopEditing } from "../../domain/proposal/drafting.js";
import { defineCommand } from "../command.js";
import { known } from "../inputs.js";
import { onProposal } from "../subject.js";

/** "Batal sunting": the draft is thrown away, what stood before it stands again. */
export const discardAction = defineCommand({
  name: "discard",
  inputs: { code: known("case") },
  access: "content.propose",
  run: (context, args) =>
    onProposal(context, "discard", args.code, "content.propose", (proposal) =>
      stopEditing(proposal, { at: context.now }),
    ),
});
