import { defineCommand } from "../command.js";
import { whisper } from "../effects.js";
import { readEthics } from "../registry/read-ethics.js";

/** "Sudah saya baca": see `readEthics`. In a chat nobody bound it is heard by `unboundChanges`. */
export const ethicsAction = defineCommand({
  name: "ethics",
  inputs: {},
  access: "registered",
  run: async (context) => ({
    ...readEthics(context.directory, context.person, context.now, context.agency.id),
    drafts: [whisper(context, "done", { kind: "notice", code: "ethicsRead", values: {} })],
  }),
});
