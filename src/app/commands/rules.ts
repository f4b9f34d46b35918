import { defineCommand } from "../command.js";
import { whisper } from "../effects.js";
import { line, optional } from "../inputs.js";
import { pageOf } from "../page-of.js";

/** Summaries of the regulation's articles, all or those with a word; for the person alone. */
export const rulesCommand = defineCommand({
  name: "rules",
  aliases: ["aturan"],
  usage: "/rules [WORD]",
  inputs: { word: optional(line()) },
  positional: ["word"],
  access: "registered",
  async run(context, args, extra) {
    const word = args.word === undefined ? {} : { word: args.word };
    return { drafts: [whisper(context, "rules", { kind: "rules", page: pageOf(extra), ...word })] };
  },
});
