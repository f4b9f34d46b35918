import { setTimeout as sleep } from "node:timers/promises";
import type { ChatAdapter } from "../../src/ports/chat/adapter.js";
import type { Capabilities } from "../../src/ports/chat/capabilities.js";
import { openNoFile } from "../support/no-files.js";

const UNLIMITED = { messages: 1_000_000, perMs: 1_000 };

const capabilities: Capabilities = {
  text: { maxChars: 40_000 },
  buttons: { perRow: 5, rows: 10, tokenBytes: 255 },
  fields: { max: 100 },
  forms: { style: "modal", maxInputs: 50, inputs: ["line", "paragraph", "choice", "suggest"], openWithinMs: 3_000 },
  privateReply: "native",
  threads: "reply-chain",
  reactions: { send: [], perMessage: 1, observe: "always" },
  files: { maxBytes: 0, perMessage: 0 },
  dedupe: { by: "nonce", windowMs: 3_600_000 },
  pace: { perConversation: UNLIMITED, overall: UNLIMITED },
};

/** What a platform that does nothing may differ in. */
export interface NoOpPlatformOptions {
  /** From the call to the answer, ms; 0: at once. */
  readonly latencyMs?: number;
  readonly dedupe?: Capabilities["dedupe"];
}

/** A platform without limits that takes every message and does nothing with it. */
export const createNoOpPlatform = ({ latencyMs = 0, dedupe }: NoOpPlatformOptions = {}): ChatAdapter => {
  let messages = 0;
  return {
    platform: "simulator",
    capabilities: { ...capabilities, dedupe: dedupe ?? capabilities.dedupe },
    start: async () => {},
    stop: async () => {},
    openFile: openNoFile,
    health: () => ({ state: "online", since: new Date() }),
    async deliver({ op }) {
      messages += 1;
      const { platform, workspace, channel } = op.kind === "post" ? op.to.conversation : op.target;
      const id = op.kind === "post" ? `m${process.pid}-${messages}` : op.target.id;
      if (latencyMs > 0) await sleep(latencyMs);
      return { message: { platform, workspace, channel, id } };
    },
  };
};
