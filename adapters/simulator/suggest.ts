import type { AdapterContext } from "../../src/ports/chat/adapter.js";
import type { SimulatorHost } from "../../src/ports/simulator-host.js";
import type { SuggestRequest } from "./event-schema.js";
import { actorOf, conversationOf } from "./inbound.js";
import { createPlaces } from "./places.js";
import { isRefusal, type Refusal } from "./refusal.js";

type Suggestions = Awaited<ReturnType<AdapterContext["suggest"]>>;

/** What an input may be, for the person who types in that chat. */
export const createSuggest = (host: SimulatorHost, { suggest }: Pick<AdapterContext, "suggest">) => {
  const places = createPlaces(host);
  return async ({ as, channel, source, text }: SuggestRequest): Promise<Suggestions | Refusal> => {
    const scene = await places.scene(as, channel);
    if (isRefusal(scene)) return scene;
    return suggest(source, text, conversationOf(scene.channel), actorOf(scene.person).user);
  };
};
