import type { AdapterContext } from "../../src/ports/chat/adapter.js";
import type { SimulatorHost } from "../../src/ports/simulator-host.js";
import type { PrefillRequest } from "./event-schema.js";
import { actorOf, conversationOf } from "./inbound.js";
import { createPlaces } from "./places.js";
import { buttonOf } from "./receive.js";
import { isRefusal, type Refusal } from "./refusal.js";
import { visibleMessage } from "./said.js";

/** What the form behind a button opens with, for the person who presses it. */
export const createPrefill = (host: SimulatorHost, { prefill }: Pick<AdapterContext, "prefill">) => {
  const places = createPlaces(host);
  return async (request: PrefillRequest): Promise<Readonly<Record<string, string>> | Refusal> => {
    const scene = await places.scene(request.as, request.channel);
    if (isRefusal(scene)) return scene;
    const message = await visibleMessage(host.messages, scene, request.message);
    if (isRefusal(message)) return message;
    const button = buttonOf(message, request.button);
    if (isRefusal(button)) return button;
    return prefill(request.form, button.id, conversationOf(scene.channel), actorOf(scene.person).user);
  };
};
