import { refuse } from "../../domain/refusal.js";
import { defineCommand } from "../command.js";
import { laneOf } from "../context.js";
import { refused, whisper } from "../effects.js";

/** Ends the question the person was asked here. */
export const cancelCommand = defineCommand({
  name: "cancel",
  aliases: ["batal"],
  usage: "/cancel",
  inputs: {},
  access: "registered",
  async run(context) {
    const { reader, directory, conversation, user } = context;
    const asked = await reader.dialogue(directory.government.id, laneOf(conversation), user.id);
    if (!asked) return refused(context, "cancel", refuse("nothingToCancel"));
    return {
      dialogue: null,
      drafts: [whisper(context, "cancelled", { kind: "notice", code: "cancelled", values: {} })],
    };
  },
});
