import { returnForward } from "../../domain/inquiry/forwarding.js";
import { refuse } from "../../domain/refusal.js";
import { defineCommand } from "../command.js";
import { communicationsAgencyId } from "../context.js";
import { known, note, optional } from "../inputs.js";
import { onCase } from "../on-case.js";
import { actingAgency, findAgencies } from "../resolve.js";

/** Returns a forward with a reason; `to` only suggests a better agency. */
export const returnCommand = defineCommand({
  name: "return",
  aliases: ["kembalikan"],
  usage: "/return CODE REASON [to=AGENCY]",
  inputs: { code: known("case"), reason: note(), to: optional(known("agency")) },
  positional: ["code", "reason"],
  form: ["reason", "to"],
  access: "case.return",
  files: "noted",
  run: (context, args) =>
    onCase(context, "return", args.code, "case.return", (inquiry) => {
      const agencyId = actingAgency(context, inquiry, "case.return");
      if (agencyId === undefined) return refuse("otherAgency", { code: inquiry.code, agency: inquiry.agencyId });
      const suggested = args.to === undefined ? undefined : findAgencies(context, args.to);
      if (suggested && "refusal" in suggested) return suggested;
      const office = communicationsAgencyId(context.directory);
      const suggests = suggested?.[0]?.id;
      return returnForward(inquiry, {
        agencyId,
        by: context.person.id,
        at: context.now,
        reason: args.reason,
        ...(suggests === undefined ? {} : { suggestsAgencyId: suggests }),
        ...(office === undefined ? {} : { communicationsAgencyId: office }),
      });
    }),
});
