import { refuse } from "../../domain/refusal.js";
import { defineCommand } from "../command.js";
import { refused } from "../effects.js";
import { line } from "../inputs.js";

/**
 * Binds the chat by a one-time code. Codes are used before anybody's rights are looked at, see `codeChanges`; what comes
 * here is without one.
 */
export const setupCommand = defineCommand({
  name: "setup",
  aliases: ["sambungkan"],
  usage: "/setup CODE",
  inputs: { secret: line() },
  positional: ["secret"],
  access: "registered",
  run: async (context) =>
    refused(context, "setup", refuse("codeMissing", { command: "setup", letters: context.directory.government.code })),
});
