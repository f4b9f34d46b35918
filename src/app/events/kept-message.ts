import { cleanText } from "../../chatkit/plain-text.js";
import { parseCommandLine } from "../../chatkit/tokenize.js";
import type { ChatEvent } from "../../ports/chat/inbound.js";
import type { Context } from "../context.js";
import type { Effects } from "../effects.js";

/** What a message says to the program: a command's text without its name, anything else whole. */
export const saidIn = (text: string): string => cleanText(parseCommandLine(text)?.rest ?? text).trim();

const typedWords = (event: ChatEvent): string | undefined => {
  if (event.type === "message") return saidIn(event.text);
  return event.type === "command" && event.input.kind === "text" ? cleanText(event.input.text).trim() : undefined;
};

/** Remembers the message by which somebody opened or changed a case: an edit of it later changes nothing, and says so. */
export const keepingMessage = (context: Context, event: ChatEvent, effects: Effects): Effects => {
  const { done, before } = effects;
  const text = typedWords(event);
  if (!done || !context.message || effects.reply || text === undefined) return effects;
  return {
    ...effects,
    reply: {
      id: context.ids.newId(),
      inquiryId: done.next.id,
      message: context.message,
      personId: context.person.id,
      text,
      attachments: [],
      state: before ? "changed" : "opened",
      at: context.now,
    },
  };
};
