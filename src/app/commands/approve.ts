import { approve } from "../../domain/inquiry/deciding.js";
import { defineCommand } from "../command.js";
import { decideAs } from "../decide-as.js";
import { known } from "../inputs.js";
import { onCase } from "../on-case.js";

/** The official approves one exact text: the button's, or the current one when typed. */
export const approveCommand = defineCommand({
  name: "approve",
  aliases: ["setuju"],
  usage: "/approve CODE",
  inputs: { code: known("case") },
  positional: ["code"],
  access: "registered",
  run: (context, args, extra) =>
    onCase(context, "approve", args.code, "case.read", (inquiry) =>
      decideAs(context, inquiry, extra.answer, (input) => approve(inquiry, input)),
    ),
});
