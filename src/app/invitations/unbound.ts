import type { ChatEvent } from "../../ports/chat/inbound.js";
import type { Changes, Reader } from "../../ports/store.js";
import { typedCommand } from "../commands.js";
import { told } from "./told.js";
import { triedTooOften, tryOf } from "./tries.js";

/** The command of ours that somebody used; "start" is what opening a chat with a bot sends. */
const usedIn = (event: ChatEvent): string | undefined => {
  if (event.type === "form") return typedCommand(event.form)?.name;
  if (event.type !== "command") return undefined;
  return event.command === "start" ? event.command : typedCommand(event.command)?.name;
};

/**
 * Somebody uses a command in a chat nobody bound: the host tells them that it is not connected and how it would be, five
 * times an hour at most. Whatever else is said there is nobody's, and undefined.
 */
export const unboundChanges = async (
  store: Reader,
  cause: Changes["cause"],
  event: ChatEvent,
): Promise<Changes | undefined> => {
  const { actor } = event;
  const command = usedIn(event);
  if (!actor || actor.isBot || command === undefined) return undefined;
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
