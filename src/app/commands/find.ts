import { rightOf } from "../access.js";
import { defineCommand } from "../command.js";
import { discreetly, isBusinessHere } from "../discreetly.js";
import { line } from "../inputs.js";
import { pageOf } from "../page-of.js";

/** Finds cases and content by words, among those the person may read; for the person alone. */
export const findCommand = defineCommand({
  name: "find",
  aliases: ["cari"],
  usage: "/find WORDS",
  inputs: { words: line() },
  positional: ["words"],
  access: "case.read",
  async run(context, args, extra) {
    const right = rightOf(context.directory, context.person.id, "case.read", context.now);
    const own = right.agencyIds.includes(context.agency.id);
    const agencyId = right.any ? {} : { agencyId: own ? context.agency.id : (right.agencyIds[0] ?? "") };
    const content = { kind: "find", words: args.words, page: pageOf(extra), ...agencyId } as const;
    const isOwn = isBusinessHere(context, Object.values(agencyId));
    return { drafts: discreetly(context, "find", content, isOwn) };
  },
});
