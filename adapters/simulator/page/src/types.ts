import type { Block } from "../../../../src/ports/chat/outbound.js";
import type { SimulatorArticle, SimulatorWorld } from "../../../../src/ports/simulator-host.js";
import type { messageJson } from "../../message-json.js";

/** A message as the API gives it. */
export type Message = Omit<ReturnType<typeof messageJson>, "blocks"> & { readonly blocks: readonly Block[] };

/** A button as the API gives it. */
export type MessageButton = Message["buttons"][number];

/** Body of `GET /world`. */
export type World = Omit<SimulatorWorld, "now"> & { readonly now: string };

export type Channel = World["channels"][number];
export type Person = World["people"][number];

/** One entry of `GET /governments/:id/articles`. */
export type Article = SimulatorArticle;
