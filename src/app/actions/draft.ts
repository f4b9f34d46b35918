import { startDraft } from "../../domain/inquiry/receive.js";
import { refuse } from "../../domain/refusal.js";
import { defineCommand } from "../command.js";
import { known } from "../inputs.js";
import { onCase } from "../on-case.js";
import { actingAgency } from "../resolve.js";

/** "Susun jawaban": the holder writes the answer itself. */
export const draftAction = defineCommand({
  name: "draft",
  inputs: { code: known("case") },
  access: "case.answer",
  run: (context, args) =>
    onCase(context, "draft", args.code, "case.answer", (inquiry) =>
      actingAgency(context, inquiry, "case.answer") === inquiry.agencyId
        ? startDraft(inquiry, { at: context.now })
        : refuse("otherAgency", { code: inquiry.code, agency: inquiry.agencyId }),
    ),
});
