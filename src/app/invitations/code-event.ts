import { cleanText } from "../../chatkit/plain-text.js";
import { parseOneTimeCode } from "../../domain/registry/one-time-code.js";
import type { ChatEvent } from "../../ports/chat/inbound.js";
import { typedCommand } from "../commands.js";

/** The commands that take a one-time code, from people and in chats nobody may know yet. */
export type CodeCommand = "setup" | "join";

/** A one-time code somebody gave, as they typed it. */
export interface CodeEvent {
  readonly command: CodeCommand;
  readonly typed: string;
}

const isCodeCommand = (name: string | undefined): name is CodeCommand => name === "setup" || name === "join";

/** The code an event gives, typed or in a form; undefined for every other event. */
export const codeEventOf = (event: ChatEvent): CodeEvent | undefined => {
  if (event.type === "form" && isCodeCommand(event.form))
    return { command: event.form, typed: cleanText(event.values.secret ?? "").trim() };
  if (event.type !== "command") return undefined;
  const given = event.input.kind === "text" ? event.input.text : (event.input.values.secret ?? "");
  const typed = cleanText(given).trim();
  // A link that opens a chat with the bot brings the code along (https://core.telegram.org/bots/features#deep-linking).
  if (event.command === "start" && parseOneTimeCode(typed)) return { command: "join", typed };
  const name = typedCommand(event.command)?.name;
  return isCodeCommand(name) ? { command: name, typed } : undefined;
};
