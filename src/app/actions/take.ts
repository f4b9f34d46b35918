import { takeForward } from "../../domain/inquiry/forwarding.js";
import { refuse } from "../../domain/refusal.js";
import { defineCommand } from "../command.js";
import { known } from "../inputs.js";
import { onCase } from "../on-case.js";
import { actingAgency } from "../resolve.js";

/** "Kami tangani": the related agency acknowledges its forward. */
export const takeAction = defineCommand({
  name: "take",
  inputs: { code: known("case") },
  access: "case.answer",
  run: (context, args) =>
    onCase(context, "take", args.code, "case.answer", (inquiry) => {
      const agencyId = actingAgency(context, inquiry, "case.answer");
      if (agencyId === undefined) return refuse("otherAgency", { code: inquiry.code, agency: inquiry.agencyId });
      return takeForward(inquiry, { agencyId, by: context.person.id, at: context.now });
    }),
});
