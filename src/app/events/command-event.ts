import { refuse } from "../../domain/refusal.js";
import type { ChatEvent } from "../../ports/chat/inbound.js";
import { typedCommand, typedCommands } from "../commands.js";
import type { Context } from "../context.js";
import { type Effects, refused } from "../effects.js";
import { invoke } from "../invoke.js";
import { valuesOfText } from "../typed-values.js";

const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** Fewer letters than this say too little to be the beginning of a name. */
const shortestBeginning = 3;

/** Whether one of the two words begins with the other. */
const continues = (typed: string, name: string): boolean =>
  typed.length >= shortestBeginning && (name.startsWith(typed) || typed.startsWith(name));

/** The command somebody probably meant, by a name at most two letters away, else by one that begins alike. */
const suggestionFor = (typed: string): string | undefined => {
  const names = typedCommands.flatMap((command) => [command.name, ...command.aliases]);
  const near = names
    .map((name) => ({ name, away: distance(typed.slice(0, 40), name) }))
    .filter(({ away }) => away <= 2)
    .sort((a, b) => a.away - b.away)[0]?.name;
  return near ?? names.find((name) => continues(typed, name));
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
  const raw = event.input.kind === "text" ? valuesOfText(command, event.input.text, replied) : event.input.values;
  return invoke(context, command, raw);
};
