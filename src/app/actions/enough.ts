import { finish } from "../../domain/proposal/publishing.js";
import { defineCommand } from "../command.js";
import { known } from "../inputs.js";
import { onProposal } from "../subject.js";

/** "Cukup": it will not be posted on the accounts that are left. */
export const enoughAction = defineCommand({
  name: "enough",
  inputs: { code: known("case") },
  access: "case.post",
  run: (context, args) =>
    onProposal(context, "enough", args.code, "case.post", (proposal) => finish(proposal, { at: context.now })),
});
