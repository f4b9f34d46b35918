import { forward } from "../../domain/inquiry/forwarding.js";
import { refuse } from "../../domain/refusal.js";
import { rightOf } from "../access.js";
import { defineCommand } from "../command.js";
import { communicationsAgencyId } from "../context.js";
import { known, note, optional } from "../inputs.js";
import { onCase } from "../on-case.js";
import { actingAgency, findAgencies } from "../resolve.js";
import { clockOf } from "../rules.js";

/** Hands a case over to one or several agencies; each has its own clock from the moment its card is delivered. */
export const forwardCommand = defineCommand({
  name: "forward",
  aliases: ["teruskan"],
  usage: "/forward CODE AGENCY [AGENCY…] [note=…]",
  inputs: { code: known("case"), agencies: known("agency"), note: optional(note()) },
  positional: ["code", "agencies"],
  form: ["agencies", "note"],
  access: "case.forward",
  run: (context, args) =>
    onCase(context, "forward", args.code, "case.forward", (inquiry) => {
      const { directory, profile, person, now, ids } = context;
      const agencies = findAgencies(context, args.agencies);
      if ("refusal" in agencies) return agencies;
      const office = communicationsAgencyId(directory);
      const decides = rightOf(directory, person.id, "case.forward", now).any;
      const from = actingAgency(context, inquiry, "case.forward") ?? (decides ? office : undefined);
      if (from === undefined) return refuse("otherAgency", { code: inquiry.code, agency: inquiry.agencyId });
      if (from !== inquiry.agencyId && from !== office && !hasOpenForward(inquiry.forwards, from))
        return refuse("noOpenForward", { code: inquiry.code });
      return forward(inquiry, {
        targets: agencies.map((agency) => {
          const clock = clockOf(directory, profile, agency);
          return { forwardId: ids.newId(), agencyId: agency.id, agencyName: agency.name, ...(clock ? { clock } : {}) };
        }),
        ...(args.note === undefined ? {} : { note: args.note }),
        by: person.id,
        fromAgencyId: decides && office !== undefined && from !== inquiry.agencyId ? office : from,
        asCommunications: decides,
        ...(office === undefined ? {} : { communicationsAgencyId: office }),
        at: now,
      });
    }),
});

const hasOpenForward = (
  forwards: readonly { readonly agencyId: string; readonly status: string }[],
  agencyId: string,
) => forwards.some((each) => each.agencyId === agencyId && each.status === "open");
