import { defineCommand } from "../command.js";
import { whisper } from "../effects.js";

/** "Dasar: …": what the article says, in short. */
export const articleAction = defineCommand({
  name: "article",
  inputs: {},
  access: "registered",
  async run(context, _args, extra) {
    const citation = extra.citation ?? "";
    return { drafts: [whisper(context, "article", { kind: "rules", citation, page: 0 })] };
  },
});
