import { hold } from "../../domain/inquiry/deciding.js";
import { defineCommand } from "../command.js";
import { decideAs } from "../decide-as.js";
import { known } from "../inputs.js";
import { onCase } from "../on-case.js";

/** "Tahan dulu": a reported answer waits for the official's decision. */
export const holdAction = defineCommand({
  name: "hold",
  inputs: { code: known("case") },
  access: "answer.decide",
  run: (context, args, extra) =>
    onCase(context, "hold", args.code, "case.read", (inquiry) =>
      decideAs(context, inquiry, extra.answer, (input) => hold(inquiry, input)),
    ),
});
