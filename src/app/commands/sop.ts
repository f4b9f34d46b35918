import { isRefusal, type Refusal, refuse } from "../../domain/refusal.js";
import type { Agency } from "../../domain/registry/model.js";
import { type Command, defineCommand, type RawValues } from "../command.js";
import type { Context } from "../context.js";
import { type Effects, refused, whisper } from "../effects.js";
import { line, openChoice, optional } from "../inputs.js";
import { pageOf } from "../page-of.js";
import { askingFor } from "../registry/asking.js";
import { agencyMeant } from "../registry/right.js";
import { barredFromSettings, mayKeepSettings } from "../settings/keeping.js";
import { registerSop } from "../settings/register-sop.js";

const gates = ["none", "report", "approve"];

/** The SOPs of the government; for everybody to read. */
export const listedSops = (context: Context, extra: RawValues): Effects => ({
  drafts: [whisper(context, "sops", { kind: "sops", page: pageOf(extra), mayChange: mayKeepSettings(context) })],
});

/**
 * Whose SOP is meant: the agency named, or that of the chat (kobar-2017 Pasal 12 ayat (1), jabar-2019 Pasal 8 ayat (1));
 * undefined where the regulation knows one for all (klaten-2020 Pasal 16), where none may be named.
 */
const agencyOfSop = (context: Context, named: string | undefined): Agency | undefined | Refusal => {
  const { scope, citation } = context.profile.deadline.sop;
  if (scope === "government") return named === undefined ? undefined : refuse("sopForAll", { citation });
  const agency = agencyMeant(context, named);
  if (isRefusal(agency)) return agency;
  return agency.kind === "external" ? refuse("sopExternal", { agency: agency.id }) : agency;
};

/** The standard procedures that were entered: without text their list, with a number one is entered or changed. */
export const sopCommand: Command = defineCommand({
  name: "sop",
  aliases: ["standar"],
  usage: "/sop [NUMBER] [letterDate=DATE] [hours=HOURS] [issuer=…] [available=…] [inhouse=…] [forwarded=…] [agency=…]",
  inputs: {
    number: optional(line()),
    letterDate: optional(line()),
    issuer: optional(line()),
    hours: optional(line()),
    available: optional(openChoice(gates)),
    inhouse: optional(openChoice(gates)),
    forwarded: optional(openChoice(gates)),
    agency: optional(line()),
  },
  positional: ["number"],
  form: [
    ["number", "letterDate", "issuer", "hours"],
    ["available", "inhouse", "forwarded"],
  ],
  access: "registered",
  async run(context, { agency: named, number, ...typed }, extra) {
    const isBare = [named, number, ...Object.values(typed)].every((value) => value === undefined);
    if (isBare && extra.register === undefined) return listedSops(context, extra);
    const barred = barredFromSettings(context);
    if (barred) return refused(context, "sop", barred);
    const agency = agencyOfSop(context, named);
    if (agency && isRefusal(agency)) return refused(context, "sop", agency);
    const asking = askingFor(context, sopCommand, extra);
    return number === undefined ? asking.missing("number") : registerSop(context, agency, { ...typed, number }, asking);
  },
});
