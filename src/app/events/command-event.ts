import { refuse } from "../../domain/refusal.js";
import type { ChatEvent } from "../../ports/chat/inbound.js";
import type { Command } from "../command.js";
import { typedCommand, typedCommands } from "../commands.js";
import type { Context } from "../context.js";
import { type Effects, refused, whisper } from "../effects.js";
import { invoke } from "../invoke.js";
import { lettersApart } from "../letters-apart.js";
import { misspeltInput, valuesOfText } from "../typed-values.js";

/** Fewer letters than this say too little to be the beginning of a name. */
const shortestBeginning = 3;

/** Whether one of the two words begins with the other. */
const continues = (typed: string, name: string): boolean =>
  typed.length >= shortestBeginning && (name.startsWith(typed) || typed.startsWith(name));

/** The command somebody probably meant, by a name at most two letters away, else by one that begins alike. */
const suggestionFor = (typed: string): string | undefined => {
  const names = typedCommands.flatMap((command) => [command.name, ...command.aliases]);
  const near = names
    .map((name) => ({ name, away: lettersApart(typed.slice(0, 40), name) }))
    .filter(({ away }) => away <= 2)
    .sort((a, b) => a.away - b.away)[0]?.name;
  return near ?? names.find((name) => continues(typed, name));
};

/** What looks like a slip in an input's name stays in the text, as anything unknown; whoever typed it is told. */
const hinting = (context: Context, command: Command, text: string, effects: Effects): Effects => {
  const slip = misspeltInput(command, text, context.directory.government.locale);
  if (!slip) return effects;
  const hint = whisper(context, "hint", { kind: "notice", code: "inputUnknown", values: { ...slip } });
  return { ...effects, drafts: [...(effects.drafts ?? []), hint] };
};

/** Somebody used a command, typed or as structured options. */
export const onCommand = async (context: Context, event: ChatEvent & { type: "command" }): Promise<Effects> => {
  const command = typedCommand(event.command);
  if (!command) {
    const suggestion = suggestionFor(event.command);
    const values = { command: event.command.slice(0, 40), ...(suggestion ? { suggestion } : {}) };
    return refused(context, "command", refuse("unknownCommand", values));
  }
  const replied = context.repliedContent !== undefined;
  if (event.input.kind !== "text") return invoke(context, command, event.input.values);
  const { text } = event.input;
  return hinting(context, command, text, await invoke(context, command, valuesOfText(command, text, replied)));
};
