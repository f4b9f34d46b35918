import { reject } from "../../domain/inquiry/deciding.js";
import { defineCommand } from "../command.js";
import { decideAs } from "../decide-as.js";
import { known, note } from "../inputs.js";
import { onCase } from "../on-case.js";

/** The official asks for changes, with a reason. */
export const rejectCommand = defineCommand({
  name: "reject",
  aliases: ["perbaiki", "tolak"],
  usage: "/reject CODE REASON",
  inputs: { code: known("case"), reason: note() },
  positional: ["code", "reason"],
  form: ["reason"],
  access: "answer.decide",
  run: (context, args, extra) =>
    onCase(context, "reject", args.code, "case.read", (inquiry) =>
      decideAs(context, inquiry, extra.answer, (input) => reject(inquiry, { ...input, reason: args.reason })),
    ),
});
