import type { ChatEvent } from "../ports/chat/inbound.js";
import type { MessageRef } from "../ports/chat/refs.js";
import type { Changes, HistoryEntry, OutboxDraft, Reader, Scene } from "../ports/store.js";

const asksSomething = (event: ChatEvent): boolean =>
  event.type === "command" || event.type === "action" || event.type === "form";

/** Under which the history keeps that somebody hidden reacted to this message. */
const hiddenAt = ({ platform, workspace, channel, id }: MessageRef): string =>
  `hidden:${platform}:${workspace}:${channel}:${id}`;

const answered = (event: ChatEvent): MessageRef | undefined =>
  event.type === "command" || event.type === "reaction" ? event.message : undefined;

const refusalOf = ({ government }: Scene["directory"], event: ChatEvent): OutboxDraft => {
  const { actor, conversation } = event;
  const message = answered(event);
  return {
    step: "refusal",
    to: conversation,
    ...(actor ? { whisperTo: actor.user } : {}),
    ...(message ? { replyTo: { message: message.id } } : {}),
    content: actor
      ? { kind: "notice", code: "notRegistered", values: { government: government.name } }
      : { kind: "notice", code: "anonymous", values: {} },
    whenUnknown: "repeat",
  };
};

/** Whether it would decide something, were it an official's: a reaction with a meaning on a card before them. */
const decides = async (store: Reader, { directory }: Scene, event: ChatEvent & { type: "reaction" }) => {
  if (event.change === "removed" || (event.reaction !== "approve" && event.reaction !== "reject")) return false;
  const shown = await store.contentOfMessage(directory.government.id, event.message);
  return shown?.kind === "approval-card" || shown?.kind === "proposal-approval";
};

type Said = Pick<Changes, "outbox" | "history">;

const ofReaction = async (
  store: Reader,
  scene: Scene,
  event: ChatEvent & { type: "reaction" },
  kept: HistoryEntry,
): Promise<Said> => {
  if (!(await decides(store, scene, event))) return { history: [], outbox: [] };
  if (event.actor) return { history: [kept], outbox: [] };
  const subjectId = hiddenAt(event.message);
  const { total } = await store.history(scene.directory.government.id, subjectId, 0, 1);
  return { history: [{ ...kept, subjectId }], outbox: total > 0 ? [] : [refusalOf(scene.directory, event)] };
};

/**
 * Somebody the government does not know, or whom the platform hides: whoever asks for something is told so, alone; what else
 * they say is only kept. Of reactions only those are kept that a card before the officials got, and of somebody hidden, who
 * may be an official, the chat is told once for each card; whatever people react to among themselves is nobody's business.
 */
export const strangerChanges = async (
  store: Reader,
  scene: Scene,
  cause: Changes["cause"],
  event: ChatEvent,
): Promise<Changes> => {
  const { actor } = event;
  const kept: HistoryEntry = {
    at: scene.now,
    kind: "refused",
    content: { what: event.type, why: actor ? "notRegistered" : "anonymous", user: actor?.user.id ?? null },
  };
  const said: Said =
    event.type === "reaction"
      ? await ofReaction(store, scene, event, kept)
      : { history: [kept], outbox: asksSomething(event) ? [refusalOf(scene.directory, event)] : [] };
  return { governmentId: scene.directory.government.id, cause, ...said, pings: [], cancelPingsOf: [] };
};
