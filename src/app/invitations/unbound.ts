import type { Person } from "../../domain/registry/model.js";
import type { Actor, ChatEvent } from "../../ports/chat/inbound.js";
import type { Changes, Reader, Scene } from "../../ports/store.js";
import { rightOf } from "../access.js";
import { ethicsAction } from "../actions/ethics.js";
import { typedCommand } from "../commands.js";
import { personBy } from "../context.js";
import { readEthics } from "../registry/read-ethics.js";
import { told } from "./told.js";
import { triedTooOften, tryOf } from "./tries.js";

/**
 * The command of ours that somebody used; "start" is what opening a chat with a bot sends. Whatever is written to the bot alone
 * asks for something too: nobody else could be meant.
 */
const usedIn = (event: ChatEvent): string | undefined => {
  if (event.type === "form") return typedCommand(event.form)?.name;
  if (event.type === "message" && event.direct) return event.type;
  if (event.type !== "command") return undefined;
  return event.command === "start" ? event.command : typedCommand(event.command)?.name;
};

/** A button of ours somebody pressed, and the government whose it is. */
interface Pressed {
  readonly scene: Scene;
  readonly command: string;
}

const pressedIn = async (store: Reader, event: ChatEvent): Promise<Pressed | undefined> => {
  const scene = event.type === "action" ? await store.sceneOfAction(event.token) : undefined;
  if (event.type !== "action" || !scene) return undefined;
  const action = await store.action(scene.directory.government.id, event.token);
  return action && { scene, command: action.command };
};

/** Whoever joins in such a chat says there that they read the ethics: the one button that needs no bound chat. */
const readerOf = ({ scene, command }: Pressed, actor: Actor): Person | undefined => {
  const { directory, now } = scene;
  const person = command === ethicsAction.name ? personBy(directory, actor.user) : undefined;
  const right = person && rightOf(directory, person.id, "registered", now);
  return right?.any || (right && right.agencyIds.length > 0) ? person : undefined;
};

const readChanges = ({ directory, now }: Scene, person: Person, cause: Changes["cause"], event: ChatEvent): Changes => {
  const { registry, history = [] } = readEthics(directory, person, now) ?? {};
  return {
    governmentId: directory.government.id,
    cause,
    history,
    outbox: [told({ event }, "done", { kind: "notice", code: "ethicsRead", values: {} })],
    ...(registry ? { registry: { ...registry, version: directory.version } } : {}),
    pings: [],
    cancelPingsOf: [],
  };
};

/**
 * Somebody uses a command or a button of ours in a chat nobody bound, or writes to the bot alone: the host tells them that it is not connected and how it
 * would be, five times an hour at most. Whatever else is said there is nobody's, and undefined.
 */
export const unboundChanges = async (
  store: Reader,
  cause: Changes["cause"],
  event: ChatEvent,
): Promise<Changes | undefined> => {
  const { actor } = event;
  if (!actor || actor.isBot) return undefined;
  const pressed = await pressedIn(store, event);
  const reader = pressed && readerOf(pressed, actor);
  if (pressed && reader) return readChanges(pressed.scene, reader, cause, event);
  const command = pressed ? "button" : usedIn(event);
  return command === undefined ? undefined : notConnected(store, cause, event, actor, command);
};

const notConnected = async (
  store: Reader,
  cause: Changes["cause"],
  event: ChatEvent,
  actor: Actor,
  command: string,
): Promise<Changes | undefined> => {
  const host = await store.sceneOfHost();
  if (!host) return undefined;
  const { id } = host.directory.government;
  if (await triedTooOften(store, id, actor.user, host.now, "asks")) return undefined;
  return {
    governmentId: id,
    cause,
    history: [tryOf(actor.user, command, "notConnected", host.now, "asks")],
    outbox: [told({ event }, "refusal", { kind: "notice", code: "notConnected", values: {} })],
    pings: [],
    cancelPingsOf: [],
  };
};
