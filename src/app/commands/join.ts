import { refuse } from "../../domain/refusal.js";
import { defineCommand } from "../command.js";
import { refused } from "../effects.js";
import { line } from "../inputs.js";

/** Gives whoever types it a role, by a one-time code; what comes here is without one, see `setupCommand`. */
export const joinCommand = defineCommand({
  name: "join",
  aliases: ["gabung"],
  usage: "/join CODE",
  inputs: { secret: line() },
  positional: ["secret"],
  access: "registered",
  run: async (context) =>
    refused(context, "join", refuse("codeMissing", { command: "join", letters: context.directory.government.code })),
});
