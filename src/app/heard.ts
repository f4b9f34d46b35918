import type { ChatEvent } from "../ports/chat/inbound.js";
import type { Reader, Scene } from "../ports/store.js";

/** Where nobody bound the conversation: what is said to the bot alone belongs to the government that knows who says it. */
export const sceneOfDirect = async (store: Reader, { direct, actor }: ChatEvent): Promise<Scene | undefined> =>
  direct && actor ? store.sceneOfUser(actor.user) : undefined;

/** Whether an event of a conversation nobody bound is a government's all the same: said alone to the bot, or at a chat's old address. */
export const createIsHeard =
  (store: Reader) =>
  async (event: ChatEvent): Promise<boolean> =>
    (await sceneOfDirect(store, event)) !== undefined || (await store.movedTo(event.conversation)) !== undefined;
