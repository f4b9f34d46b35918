import { randomUUID } from "node:crypto";
import { parseCommandLine } from "../../src/chatkit/tokenize.js";
import type { AdapterContext } from "../../src/ports/chat/adapter.js";
import type { SimulatorButton, SimulatorHost, SimulatorMessage } from "../../src/ports/simulator-host.js";
import type { EventRequest } from "./event-schema.js";
import { blocksOf, carried, filesAmong } from "./file-blocks.js";
import { refsOf } from "./files.js";
import { BOT, baseOf, type EventBase, mentionsBot, reactionKind, refOf } from "./inbound.js";
import { createPlaces, type Scene } from "./places.js";
import { createRecentIds } from "./recent-ids.js";
import { isRefusal, type Refusal, refuse } from "./refusal.js";
import { createSay, type Outcome, visibleMessage } from "./said.js";

type Request<T extends EventRequest["type"]> = Extract<EventRequest, { type: T }>;
type Deps = Pick<AdapterContext, "inbox" | "surface" | "clock"> & {
  readonly host: SimulatorHost;
  readonly rememberedEvents: number;
};

/** What the caller is told about an event that was taken. */
export interface Received {
  readonly eventId: string;
  readonly duplicate: boolean;
}

/** An outcome, and what the chat itself shows of it once the inbox has it. */
type Handled = Outcome & { readonly show?: () => Promise<unknown> };

/** The button of that message, if it is one that does something. */
export const buttonOf = (message: SimulatorMessage, id: string): SimulatorButton | Refusal => {
  const button = message.buttons.find((one) => one.id === id);
  if (button === undefined) return refuse(404, "unknown-button", "The message has no such button now.");
  if (button.url !== undefined) return refuse(400, "link-button", "This button only opens a link.");
  return button;
};

/**
 * Makes the one way in. Rejects when the store is down: the caller then repeats the request with the same `eventId`,
 * which completes what was half done. Reactions and edits are shown after the inbox has them, so a refused one is not
 * shown; an id this process completed changes nothing again, whatever happened since.
 */
export const createReceive = ({ host, inbox, surface, clock, rememberedEvents }: Deps) => {
  const { messages } = host;
  const places = createPlaces(host);
  const say = createSay(host, places);
  const done = createRecentIds(rememberedEvents);

  /** An edit concerns the bot when the message did: a command, a reply to the bot, a mention, before or after. */
  const isAddressed = async (message: SimulatorMessage, text: string): Promise<boolean> => {
    const texts = [message.text, text];
    if (texts.some((one) => mentionsBot(one) || parseCommandLine(one) !== undefined)) return true;
    if (message.replyTo === null) return false;
    return (await messages.message(message.channel, message.replyTo))?.from === BOT;
  };

  const edit = async (scene: Scene, { message: id, text }: Request<"edited">, base: EventBase) => {
    const message = await visibleMessage(messages, scene, id);
    if (isRefusal(message)) return message;
    if (message.from !== scene.person.id) return refuse(403, "not-yours", "Only the author may edit a message.");
    const blocks = blocksOf(text, filesAmong(message.blocks));
    const show = () => messages.edit(scene.channel.id, id, { text, blocks, buttons: [] });
    if (!(await isAddressed(message, text))) return { kind: "dropped", duplicate: false, show } as const;
    const event = { ...base, type: "edited", message: refOf(scene.channel, id), text } as const;
    return { kind: "event", event, show } as const;
  };

  const press = async (scene: Scene, request: Request<"action">, base: EventBase) => {
    const message = await visibleMessage(messages, scene, request.message);
    if (isRefusal(message)) return message;
    const button = buttonOf(message, request.button);
    if (isRefusal(button)) return button;
    const ref = refOf(scene.channel, message.id);
    return { kind: "event", event: { ...base, type: "action", message: ref, token: button.id } } as const;
  };

  const submit = async (scene: Scene, request: Request<"form">, base: EventBase) => {
    if (!surface.forms.has(request.form)) return refuse(404, "unknown-form", "There is no such form.");
    const message = request.message === undefined ? undefined : await visibleMessage(messages, scene, request.message);
    if (isRefusal(message)) return message;
    // The card may have been drawn anew since the form was opened: the core knows the buttons it ever had.
    const context = message ? (request.button ?? "") : "";
    const files = await refsOf(host.files, request.files);
    if (isRefusal(files)) return files;
    const { form, values } = request;
    const filled = { ...base, ...carried(files), type: "form", form, context, values } as const;
    return { kind: "event", event: filled } as const;
  };

  const react = async (scene: Scene, request: Request<"reaction">, base: EventBase) => {
    const message = await visibleMessage(messages, scene, request.message);
    if (isRefusal(message)) return message;
    const { emoji, removed } = request;
    const show = () => messages.react(scene.channel.id, message.id, emoji, scene.person.id, !removed);
    const change = removed ? ("removed" as const) : ("added" as const);
    const what = { message: refOf(scene.channel, message.id), change, reaction: reactionKind(emoji), native: emoji };
    return { kind: "event", event: { ...base, ...what, type: "reaction" }, show } as const;
  };

  const handle = (scene: Scene, request: EventRequest, base: EventBase): Promise<Handled | Refusal> => {
    switch (request.type) {
      case "command":
      case "message":
        return say(scene, request, base);
      case "edited":
        return edit(scene, request, base);
      case "action":
        return press(scene, request, base);
      case "form":
        return submit(scene, request, base);
      case "reaction":
        return react(scene, request, base);
      default:
        return request satisfies never;
    }
  };

  const settle = async (handled: Handled): Promise<boolean> => {
    const duplicate =
      handled.kind === "dropped" ? handled.duplicate : (await inbox.accept(handled.event)) === "duplicate";
    await handled.show?.();
    return duplicate;
  };

  return async (request: EventRequest): Promise<Received | Refusal> => {
    const eventId = request.eventId ?? randomUUID();
    if (done.has(eventId)) return { eventId, duplicate: true };
    const scene = await places.scene(request.as, request.channel);
    if (isRefusal(scene)) return scene;
    const handled = await handle(scene, request, baseOf(scene, eventId, clock.now()));
    if (isRefusal(handled)) return handled;
    const duplicate = await settle(handled);
    done.add(eventId);
    return { eventId, duplicate };
  };
};
