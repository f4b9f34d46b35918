import type { Capabilities } from "../../src/ports/chat/capabilities.js";
import { maxFileBytes } from "../../src/ports/files.js";

/** Longest caption of a file, in UTF-16 units after entities (https://core.telegram.org/bots/api#sendphoto). */
export const maxCaptionChars = 1024;

/** Telegram's limits, each as its documentation says. */
export const telegramCapabilities: Capabilities = {
  // https://core.telegram.org/bots/api#sendmessage
  text: { maxChars: 4096 },
  // callback_data: https://core.telegram.org/bots/api#inlinekeyboardbutton. Rows: more than that nobody can overlook on a phone.
  buttons: { perRow: 3, rows: 12, tokenBytes: 64 },
  fields: "flattened",
  forms: { style: "dialogue" },
  privateReply: "direct-message",
  threads: "reply-chain",
  // Only an administrator hears of reactions: https://core.telegram.org/bots/api#update, message_reaction.
  reactions: { send: ["approve", "reject", "seen", "working", "attention"], perMessage: 1, observe: "if-admin" },
  // What a bot may be given is less than what it may send: https://core.telegram.org/bots/api#getfile
  files: { maxBytes: maxFileBytes, perMessage: 1, beside: true },
  dedupe: "none",
  // https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: 20 a minute in a group, 30 a second in all.
  pace: { perConversation: { messages: 20, perMs: 60_000 }, overall: { messages: 30, perMs: 1000 } },
};
