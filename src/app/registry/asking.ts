import type { Refusal } from "../../domain/refusal.js";
import { ask } from "../ask.js";
import type { Command, InputName, RawValues } from "../command.js";
import type { Context } from "../context.js";
import { type Effects, refused } from "../effects.js";

/** How a use case goes on when an input is missing or wrong. */
export interface Asking {
  readonly missing: (input: InputName) => Effects;
  /** Asked again in a dialogue, refused elsewhere. */
  readonly wrong: (input: InputName, refusal: Refusal) => Effects;
  readonly refuse: (refusal: Refusal) => Effects;
}

/** Asks for what only the use case knows to be missing; what was said is remembered as with any command. */
export const askingFor = (context: Context, command: Command, values: RawValues): Asking => ({
  missing: (input) => ask(context, command, values, input),
  wrong: (input, refusal) =>
    context.repliedContent?.kind === "question"
      ? ask(context, command, values, input, refusal)
      : refused(context, command.name, refusal),
  refuse: (refusal) => refused(context, command.name, refusal),
});
