import { actionToken } from "../../chatkit/action-token.js";
import { degrade } from "../../chatkit/degrade.js";
import type { Capabilities } from "../../ports/chat/capabilities.js";
import type { ConversationRef } from "../../ports/chat/refs.js";
import type { MessageContent } from "../../ports/message-content.js";
import type { Composed } from "../../ports/protocol.js";
import { sceneryOf } from "./scenery.js";
import { buttonOf, type Scenery, type View } from "./view.js";
import { type ComposeParts, viewOf } from "./view-of.js";

/**
 * As `Compose`; `to` is where the message goes. With it, people are mentioned on that platform and `/status` shows the case
 * as that chat's agency sees it; without it both are guessed from the agency's bound chats.
 */
export type ComposeFor = (
  governmentId: string,
  content: MessageContent,
  capabilities: Capabilities,
  to?: ConversationRef,
) => Promise<Composed | "drop">;

/** Gives the buttons their tokens and the message the form its platform can show. */
const finish = (governmentId: string, view: View, scenery: Scenery, capabilities: Capabilities): Composed => {
  const rows = (view.presses ?? []).filter((row) => row.length > 0);
  const tokens = new Map(rows.flat().map(({ action }) => [actionToken(governmentId, action), action]));
  const buttons = rows.map((row) => ({
    kind: "buttons" as const,
    items: row.map((shown) => buttonOf(shown, actionToken(governmentId, shown.action))),
  }));
  const message = { summary: view.summary, blocks: [...view.blocks, ...buttons] };
  return {
    message: degrade(message, capabilities, view.pointer ?? scenery.words.card.cut),
    locale: scenery.locale,
    ...(view.shownVersion === undefined ? {} : { shownVersion: view.shownVersion }),
    tokens: [...tokens].map(([token, action]) => ({ token, action })),
  };
};

/**
 * Makes messages of stored content from the state of now, in the government's language. "drop" when what the message is
 * about is gone: a ping whose forward was answered, a case, version or reply that is not there.
 */
export const createCompose =
  (parts: ComposeParts): ComposeFor =>
  async (governmentId, content, capabilities, to) => {
    if (content.kind === "file" && !capabilities.files.beside) return "drop";
    const scenery = sceneryOf(await parts.store.sceneOfGovernment(governmentId), to, capabilities.text.maxChars);
    const view = await viewOf(parts, scenery, content);
    return view === "drop" ? "drop" : finish(governmentId, view, scenery, capabilities);
  };
