import { isRefusal } from "../../domain/refusal.js";
import { actingFrom } from "../../domain/registry/acting.js";
import type { Agency } from "../../domain/registry/model.js";
import { type Command, defineCommand, type RawValues } from "../command.js";
import type { Context } from "../context.js";
import { type Effects, refused, whisper } from "../effects.js";
import { choice, line, optional } from "../inputs.js";
import { pageOf } from "../page-of.js";
import { actedElsewhere, agencyActed } from "../registry/agency-acted.js";
import { askingFor } from "../registry/asking.js";
import { nameActing } from "../registry/name-acting.js";
import { barredFromEnding, namesForOthers, ownOfficials } from "../registry/replaced.js";
import { agencyMeant, barredFrom } from "../registry/right.js";

/** A shared phone only reads, and so does who has no right to name anybody. */
const readerOf = (context: Context, agency: Agency): "official" | "names" | "other" => {
  if (context.person.shared || barredFrom(context, "acting.name", agency)) return "other";
  if (ownOfficials(context, agency.id).some(({ personId }) => personId === context.person.id)) return "official";
  return namesForOthers(context, agency) ? "names" : "other";
};

const listed = (context: Context, agency: Agency, extra: RawValues, elsewhere: readonly string[]): Effects => {
  const mayEnd = actingFrom(context.directory, context.now)
    .filter((each) => each.agencyId === agency.id && !barredFromEnding(context, agency, each))
    .map(({ id }) => id);
  const content = {
    kind: "actings",
    agencyId: agency.id,
    page: pageOf(extra),
    reader: readerOf(context, agency),
    ...(elsewhere.length > 0 ? { elsewhere } : {}),
  } as const;
  return { drafts: [whisper(context, "actings", { ...content, mayEnd })] };
};

/**
 * Who acts for the officials of the chat's agency, of the one named or of the only one with the official named: without text
 * their list; with a person and a last day an official, the agency's head or an admin names one.
 */
export const actingCommand: Command = defineCommand({
  name: "acting",
  aliases: ["plh"],
  usage: "/acting [PERSON] [until=DATE] [from=DATE] [kind=plh|plt] [number=…] [official=…] [agency=…]",
  inputs: {
    person: optional(line()),
    until: optional(line()),
    from: optional(line()),
    kind: optional(choice(["plh", "plt"])),
    number: optional(line()),
    official: optional(line()),
    agency: optional(line()),
  },
  positional: ["person"],
  form: ["person", "until"],
  access: "registered",
  async run(context, { agency: named, ...typed }, extra) {
    const isBare = Object.values(typed).every((value) => value === undefined) && extra.register === undefined;
    const agency = isBare ? agencyMeant(context, named) : agencyActed(context, named, typed);
    if (isRefusal(agency)) return refused(context, "acting", agency);
    if (isBare) return listed(context, agency, extra, named === undefined ? actedElsewhere(context) : []);
    const barred = barredFrom(context, "acting.name", agency);
    if (barred) return refused(context, "acting", barred);
    const asking = askingFor(context, actingCommand, extra);
    const { person, until } = typed;
    if (person === undefined) return asking.missing("person");
    if (until === undefined) return asking.missing("until");
    return nameActing(context, agency, { ...typed, person, until }, asking, extra);
  },
});
