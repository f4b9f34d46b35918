import { rightOf } from "../access.js";
import { defineCommand } from "../command.js";
import { whisper } from "../effects.js";
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
    const mine = right.agencyIds.includes(context.agency.id) ? context.agency.id : right.agencyIds[0];
    const agencyId = right.any || mine === undefined ? {} : { agencyId: mine };
    return {
      drafts: [whisper(context, "find", { kind: "find", words: args.words, page: pageOf(extra), ...agencyId })],
    };
  },
});
