import type { ChatEvent } from "../ports/chat/inbound.js";
import type { ConversationRef, MessageRef } from "../ports/chat/refs.js";
import type { Ids } from "../ports/ids.js";
import type { Logger } from "../ports/logger.js";
import type { HandleWork, InboxWork } from "../ports/protocol.js";
import type { Changes, Scene, Store } from "../ports/store.js";
import { profileOf } from "../regulations/profiles.js";
import { changesOf } from "./changes.js";
import { agencyOf, type Context, channelAt, personBy } from "./context.js";
import type { Effects } from "./effects.js";
import { accountEndedChanges } from "./events/account-ended-event.js";
import { onAction, onForm } from "./events/button-event.js";
import { onCommand } from "./events/command-event.js";
import {
  deliveredChanges,
  dueChanges,
  redrawChanges,
  remindedChanges,
  undeliverableChanges,
} from "./events/delivery-event.js";
import { keepingMessage } from "./events/kept-message.js";
import { onEdited, onMessage } from "./events/message-event.js";
import { onReaction } from "./events/reaction-event.js";
import { relocatedChanges } from "./events/relocated-event.js";
import { removedChanges } from "./events/removed-event.js";
import { filesOf } from "./files.js";
import { sceneOfDirect } from "./heard.js";
import { codeEventOf } from "./invitations/code-event.js";
import { unboundChanges } from "./invitations/unbound.js";
import { codeChanges } from "./invitations/use-code.js";
import { ownChannel } from "./own-channel.js";
import { withGraceLine } from "./registry/grace-line.js";
import { strangerChanges } from "./stranger.js";

interface Parts {
  readonly store: Store;
  readonly ids: Ids;
  readonly logger: Logger;
}

/** The message an event is about or answers, for what it shows. */
const subjectOf = (event: ChatEvent) =>
  event.type === "reaction" || event.type === "action" ? event.message : event.inReplyTo?.message;

const isIn = ({ workspace, channel }: MessageRef, conversation: ConversationRef): boolean =>
  workspace === conversation.workspace && channel === conversation.channel;

const contextOf = async (
  parts: Parts,
  scene: Scene,
  work: InboxWork,
  event: ChatEvent,
): Promise<Context | undefined> => {
  const { directory, now } = scene;
  const { conversation, actor } = event;
  const person = actor && personBy(directory, actor.user);
  const channel = channelAt(directory, conversation) ?? (event.direct && person && ownChannel(directory, person, now));
  if (!channel || !actor || !person) return undefined;
  const subject = subjectOf(event);
  const repliedContent = subject && (await parts.store.contentOfMessage(directory.government.id, subject));
  return {
    directory,
    profile: profileOf(directory.government.profile),
    now,
    conversation,
    channel,
    agency: agencyOf(directory, channel.agencyId),
    user: actor.user,
    person,
    ...(actor.alone && !event.direct ? { alone: actor.alone } : {}),
    ...("message" in event && event.message && isIn(event.message, conversation) ? { message: event.message } : {}),
    ...(repliedContent ? { repliedContent } : {}),
    ...(event.inReplyTo?.text === undefined ? {} : { repliedText: event.inReplyTo.text }),
    ...filesOf(work.files),
    ids: parts.ids,
    reader: parts.store,
  };
};

const effectsOf = (
  context: Context,
  event: Exclude<ChatEvent, { type: "removed" | "relocated" }>,
): Promise<Effects> => {
  switch (event.type) {
    case "command":
      return onCommand(context, event);
    case "action":
      return onAction(context, event);
    case "form":
      return onForm(context, event);
    case "message":
      return onMessage(context, event);
    case "edited":
      return onEdited(context, event);
    case "reaction":
      return onReaction(context, event);
  }
};

/** What was said at a chat's old address was said in the chat; its messages stay what they were. */
const atItsAddress = async ({ store }: Parts, event: ChatEvent): Promise<ChatEvent | undefined> => {
  const to = await store.movedTo(event.conversation);
  if (!to || event.type === "removed") return undefined;
  return { ...event, conversation: { ...event.conversation, workspace: to.workspace, channel: to.channel } };
};

/** Undefined also where somebody bound the new address meanwhile: what waits follows when it is refused at the old one. */
const followed = async (parts: Parts, work: InboxWork, event: ChatEvent & { type: "relocated" }) => {
  if (await parts.store.sceneOfConversation(event.conversation)) return undefined;
  const scene = await parts.store.sceneOfConversation(event.from);
  return scene && relocatedChanges(scene, { inboxId: work.id, leaseToken: work.leaseToken }, event);
};

const chatChanges = async (
  parts: Parts,
  work: InboxWork,
  event: ChatEvent,
  isMoved = false,
): Promise<Changes | undefined> => {
  if (event.type === "relocated") return followed(parts, work, event);
  const bound = await parts.store.sceneOfConversation(event.conversation);
  const cause = { inboxId: work.id, leaseToken: work.leaseToken };
  const code = event.actor && codeEventOf(event);
  if (code && (bound || code.typed !== "")) return codeChanges(parts, cause, event, code, bound);
  const scene = bound ?? (await sceneOfDirect(parts.store, event));
  if (!scene) {
    const moved = isMoved ? undefined : await atItsAddress(parts, event);
    return moved ? chatChanges(parts, work, moved, true) : unboundChanges(parts.store, cause, event);
  }
  if (event.type === "removed") return removedChanges(parts.store, scene, cause, event);
  const context = await contextOf(parts, scene, work, event);
  if (!context) return strangerChanges(parts.store, scene, cause, event);
  const effects = await withGraceLine(context, event, await effectsOf(context, event));
  return changesOf(context, cause, keepingMessage(context, event, effects));
};

const changesFor = (parts: Parts, work: InboxWork, cause: Changes["cause"]): Promise<Changes | undefined> => {
  const { payload } = work;
  switch (payload.type) {
    case "chat":
      return chatChanges(parts, work, payload.event);
    case "delivered":
      return deliveredChanges(parts.store, cause, payload);
    case "undeliverable":
      return undeliverableChanges(parts.store, cause, payload);
    case "due":
      return dueChanges(parts.store, cause, payload);
    case "reminded":
      return remindedChanges(parts.store, cause, payload);
    case "redraw":
      return redrawChanges(parts.store, cause, payload);
    case "account-ended":
      return accountEndedChanges(parts.store, cause, payload);
  }
};

/**
 * Does what an inbox row asks for and commits it as one. An event that is no government's (of a chat that is neither bound nor
 * moved, or said alone to the bot by nobody it knows) is answered where it uses something of ours, and else dropped.
 */
export const createHandler =
  (parts: Parts): HandleWork =>
  async (work) => {
    const cause = { inboxId: work.id, leaseToken: work.leaseToken };
    const changes = await changesFor(parts, work, cause);
    if (!changes) {
      parts.logger.warn({ event: work.id }, "event of a conversation that is not bound: dropped");
      return "nothing";
    }
    await parts.store.commit(changes);
    if (changes.outbox.some(({ step }) => step.startsWith("alarm:")))
      parts.logger.warn(
        { event: work.id },
        "a forward, report or approval reaches no chat: bind one or look at its chat",
      );
    return "committed";
  };
