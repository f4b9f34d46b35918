import { parseCommandLine } from "../../src/chatkit/tokenize.js";
import type { ChatEvent, FileRef } from "../../src/ports/chat/inbound.js";
import type { SimulatorHost, SimulatorMessage, SimulatorMessages } from "../../src/ports/simulator-host.js";
import type { EventRequest } from "./event-schema.js";
import { blocksOf, carried, shownFiles } from "./file-blocks.js";
import { refsOf } from "./files.js";
import { BOT, type EventBase, inReplyToOf, mentionsBot, refOf } from "./inbound.js";
import type { Places, Scene } from "./places.js";
import { isRefusal, type Refusal, refuse, unknownChannel, unknownMessage } from "./refusal.js";

type Said = Extract<EventRequest, { type: "command" | "message" }>;

interface Written {
  readonly text: string;
  readonly refs: readonly FileRef[];
}

/** What a request came to: an event for the inbox, or a chat message that is none of the bot's business. */
export type Outcome =
  | { readonly kind: "event"; readonly event: ChatEvent }
  | { readonly kind: "dropped"; readonly duplicate: boolean };

/** The message, unless it is not in that channel or is whispered to somebody else. */
export const visibleMessage = async (
  messages: SimulatorMessages,
  { person, channel }: Scene,
  id: string,
): Promise<SimulatorMessage | Refusal> => {
  const message = await messages.message(channel.id, id);
  if (message === undefined) return unknownMessage();
  return message.visibleTo === null || message.visibleTo === person.id ? message : unknownMessage();
};

/**
 * Makes the handling of what people type. The text becomes a chat message first, under the event's id, so that a repeat
 * finds it; what it answers is read from that stored message, since by then the question it answered no longer waits.
 */
export const createSay = ({ messages, files }: Pick<SimulatorHost, "messages" | "files">, places: Places) => {
  const original = async (scene: Scene, said: Said, isCommand: boolean) => {
    if (said.replyTo !== undefined) return visibleMessage(messages, scene, said.replyTo);
    return isCommand ? undefined : messages.waitingFor(scene.channel.id, scene.person.id);
  };

  const answered = async (scene: Scene, posted: SimulatorMessage, quoted: SimulatorMessage | undefined) => {
    if (posted.replyTo === null) return {};
    const message = quoted?.id === posted.replyTo ? quoted : await messages.message(posted.channel, posted.replyTo);
    if (message === undefined) return {};
    return { inReplyTo: inReplyToOf(scene.channel, message, await places.author(message.from)), author: message.from };
  };

  const post = ({ person, channel }: Scene, said: Written, replyTo: string | null, eventId: string) =>
    messages.post({
      channel: channel.id,
      from: person.id,
      text: said.text,
      blocks: blocksOf(said.text, shownFiles(said.refs)),
      buttons: [],
      replyTo,
      visibleTo: null,
      expectsReplyFrom: null,
      idempotencyKey: `event:${eventId}`,
    });

  return async (scene: Scene, said: Said, base: EventBase): Promise<Outcome | Refusal> => {
    const command = parseCommandLine(said.text);
    if (said.type === "command" && command === undefined)
      return refuse(400, "bad-command", "A command is `/name …` with a name of 2 to 32 letters and digits.");
    const quoted = await original(scene, said, command !== undefined);
    if (isRefusal(quoted)) return quoted;
    const refs = await refsOf(files, said.files);
    if (isRefusal(refs)) return refs;

    // Only for texts that never reach the inbox, which would know a repeat.
    const isForBot = command !== undefined || quoted?.from === BOT || mentionsBot(said.text);
    const before = isForBot ? "0" : await messages.lastRevision();
    const posted = await post(scene, { text: said.text, refs }, quoted?.id ?? null, base.eventId);
    if (posted === undefined) return unknownChannel();
    const { inReplyTo, author } = await answered(scene, posted, quoted);
    const shared = {
      ...base,
      ...carried(refs),
      ...(inReplyTo === undefined ? {} : { inReplyTo }),
      message: refOf(scene.channel, posted.id),
    };

    if (command !== undefined) {
      const input = { kind: "text", text: command.rest } as const;
      return { kind: "event", event: { ...shared, type: "command", command: command.name, input } };
    }
    if (author !== BOT && !mentionsBot(said.text))
      return { kind: "dropped", duplicate: BigInt(posted.revision) <= BigInt(before) };
    return { kind: "event", event: { ...shared, type: "message", text: said.text, addressed: true } };
  };
};
