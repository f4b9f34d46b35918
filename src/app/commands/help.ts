import { appointmentsOf } from "../access.js";
import { defineCommand } from "../command.js";
import { whisper } from "../effects.js";
import { line, optional } from "../inputs.js";

/** What the person can do here, or how one command is used; for the person alone. */
export const helpCommand = defineCommand({
  name: "help",
  aliases: ["bantuan", "start"],
  usage: "/help [COMMAND]",
  inputs: { command: optional(line()) },
  positional: ["command"],
  access: "registered",
  async run(context, args) {
    const roles = appointmentsOf(context.directory, context.person.id, context.now).map((each) => each.role);
    const command = args.command === undefined ? {} : { command: args.command.replace(/^\//, "").toLowerCase() };
    return { drafts: [whisper(context, "help", { kind: "help", roles: [...new Set(roles)], ...command })] };
  },
});
