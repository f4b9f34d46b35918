import type { ChatEvent } from "../ports/chat/inbound.js";
import type { Changes, OutboxDraft, Scene } from "../ports/store.js";

const asksSomething = (event: ChatEvent): boolean =>
  event.type === "command" || event.type === "action" || event.type === "form";

/**
 * Somebody the government does not know, or whom the platform hides: whoever asks for something is told so, alone;
 * everything else is only kept.
 */
export const strangerChanges = (scene: Scene, cause: Changes["cause"], event: ChatEvent): Changes => {
  const { government } = scene.directory;
  const { actor, conversation } = event;
  const message = event.type === "command" ? event.message : undefined;
  const told: OutboxDraft = {
    step: "refusal",
    to: conversation,
    ...(actor ? { whisperTo: actor.user } : {}),
    ...(message ? { replyTo: { message: message.id } } : {}),
    content: actor
      ? { kind: "notice", code: "notRegistered", values: { government: government.name } }
      : { kind: "notice", code: "anonymous", values: {} },
    whenUnknown: "repeat",
  };
  return {
    governmentId: government.id,
    cause,
    history: [
      {
        at: scene.now,
        kind: "refused",
        content: { what: event.type, why: actor ? "notRegistered" : "anonymous", user: actor?.user.id ?? null },
      },
    ],
    outbox: asksSomething(event) ? [told] : [],
    pings: [],
    cancelPingsOf: [],
  };
};
