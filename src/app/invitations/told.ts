import type { ChatEvent } from "../../ports/chat/inbound.js";
import type { MessageContent } from "../../ports/message-content.js";
import type { OutboxDraft } from "../../ports/store.js";

/** A message to whoever acted, or to all where it is said aloud; below their own message where there is one. */
export const told = (
  { event }: { readonly event: ChatEvent },
  step: string,
  content: MessageContent,
  aloud = false,
): OutboxDraft => {
  const { actor, conversation } = event;
  const message = event.type === "command" ? event.message : undefined;
  return {
    step,
    to: conversation,
    ...(actor && !aloud ? { whisperTo: actor.user } : {}),
    ...(message ? { replyTo: { message: message.id } } : {}),
    content,
    whenUnknown: "repeat",
  };
};
