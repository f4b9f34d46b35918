import type { Capabilities } from "../../../src/ports/chat/capabilities.js";

/** How many messages a second one chat takes, and all together: "10:30". */
export const paceOf = (pace: string): Capabilities["pace"] => {
  const [perConversation = 1, overall = 1] = pace.split(":").map(Number);
  return {
    perConversation: { messages: perConversation, perMs: 1_000 },
    overall: { messages: overall, perMs: 1_000 },
  };
};
