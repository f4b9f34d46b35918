import type { SimulatorMessage } from "../../src/ports/simulator-host.js";

/** A message as the API shows it; times are ISO 8601, `from` a person's id or "bot". */
export const messageJson = (message: SimulatorMessage) => ({
  id: message.id,
  from: message.from,
  at: message.at.toISOString(),
  text: message.text,
  blocks: message.blocks,
  buttons: message.buttons,
  reactions: message.reactions,
  replyTo: message.replyTo,
  editedAt: message.editedAt?.toISOString() ?? null,
  visibleTo: message.visibleTo,
});
