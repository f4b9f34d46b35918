import type { Capabilities } from "../../src/ports/chat/capabilities.js";
import { maxFileBytes } from "../../src/ports/files.js";

const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;

/**
 * The simulator's own limits. They are ours, so no source is named; the text limit is the widest of the real platforms
 * (Slack's 40,000), so that nothing is shown whole here that would be cut everywhere else.
 */
export const simulatorCapabilities: Capabilities = {
  text: { maxChars: 40_000 },
  buttons: { perRow: 5, rows: 10, tokenBytes: 255 },
  fields: { max: 100 },
  forms: {
    style: "modal",
    maxInputs: 50,
    inputs: ["line", "paragraph", "choice", "suggest"],
    openWithinMs: HOUR_MS,
  },
  privateReply: "native",
  threads: "reply-chain",
  reactions: {
    send: ["approve", "reject", "seen", "working", "done", "attention"],
    perMessage: 100,
    observe: "always",
  },
  // A card may show the files of an inquiry, of its answer and of the agencies beside it.
  files: { maxBytes: maxFileBytes, perMessage: 100 },
  // The key is kept as long as the message: in practice for ever.
  dedupe: { by: "nonce", windowMs: YEAR_MS },
  pace: {
    perConversation: { messages: 200, perMs: 1000 },
    overall: { messages: 1000, perMs: 1000 },
  },
};
