import { acknowledge } from "../../domain/inquiry/deciding.js";
import { defineCommand } from "../command.js";
import { decideAs } from "../decide-as.js";
import { known } from "../inputs.js";
import { onCase } from "../on-case.js";

/** "Mengetahui": the official has read a reported answer. */
export const awareAction = defineCommand({
  name: "aware",
  inputs: { code: known("case") },
  access: "answer.decide",
  run: (context, args, extra) =>
    onCase(context, "aware", args.code, "case.read", (inquiry) =>
      decideAs(context, inquiry, extra.answer, (input) => acknowledge(inquiry, input)),
    ),
});
