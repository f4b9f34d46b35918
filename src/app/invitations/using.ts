import type { Actor, ChatEvent } from "../../ports/chat/inbound.js";
import type { Ids } from "../../ports/ids.js";
import type { Changes, Scene } from "../../ports/store.js";

/** What a code is used with. */
export interface Using {
  readonly ids: Ids;
  /** Of the government that bound the chat it is typed in, or else that gave the code out. */
  readonly scene: Scene;
  readonly event: ChatEvent;
  readonly actor: Actor;
}

/** What using a code does, but for what every commit has. */
export type Used = Pick<Changes, "history" | "outbox"> & { readonly registry?: Changes["registry"] };
