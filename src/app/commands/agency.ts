import { isRefusal } from "../../domain/refusal.js";
import { type Command, defineCommand, type RawValues } from "../command.js";
import type { Context } from "../context.js";
import { type Effects, refused, whisper } from "../effects.js";
import { choice, line, optional } from "../inputs.js";
import { pageOf } from "../page-of.js";
import { askingFor } from "../registry/asking.js";
import { keepAgency } from "../registry/keep-agency.js";
import { agencyMeant, agencyRead, barredFrom, mayFor } from "../registry/right.js";

const listed = (context: Context, extra: RawValues): Effects => {
  const mayKeep = mayFor(context, "registry.keep", context.agency);
  return { drafts: [whisper(context, "agencies", { kind: "agencies", page: pageOf(extra), mayKeep })] };
};

const shown = (context: Context, typed: string): Effects => {
  const agency = agencyMeant(context, typed);
  if (isRefusal(agency)) return refused(context, "agency", agency);
  const mayKeep = mayFor(context, "registry.keep", agency);
  const mayRead = mayFor(context, "registry.read", agency);
  const content = { kind: "agency", agencyId: agency.id, mayKeep, mayRead } as const;
  return { drafts: [whisper(context, "agency", content)] };
};

const historyShown = (context: Context, typed: string | undefined, extra: RawValues): Effects => {
  const agency = agencyRead(context, typed);
  if (isRefusal(agency)) return refused(context, "agency", agency);
  const content = { kind: "registry-history", agencyId: agency.id, page: pageOf(extra) } as const;
  return { drafts: [whisper(context, "history", content)] };
};

/**
 * The agencies of the government, which everybody may see: without text their list, with a code one of them, with a name
 * one is added or renamed; its history is of what was
 * registered.
 */
export const agencyCommand: Command = defineCommand({
  name: "agency",
  aliases: ["instansi", "opd"],
  usage: "/agency [AGENCY] [name=…] [kind=internal|external] [list=history]",
  inputs: {
    agency: optional(line()),
    name: optional(line()),
    kind: optional(choice(["internal", "external"])),
    list: optional(choice(["history"])),
  },
  positional: ["agency"],
  form: ["agency", "name", "kind"],
  access: "registered",
  async run(context, { agency, name, kind, list }, extra) {
    if (list !== undefined) return historyShown(context, agency, extra);
    const isNew = extra.register !== undefined;
    if (name === undefined && kind === undefined && !isNew)
      return agency === undefined ? listed(context, extra) : shown(context, agency);
    const barred = barredFrom(context, "registry.keep", context.agency);
    if (barred) return refused(context, "agency", barred);
    const asking = askingFor(context, agencyCommand, extra);
    return agency === undefined ? asking.missing("agency") : keepAgency(context, { agency, name, kind, isNew }, asking);
  },
});
