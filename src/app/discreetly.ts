import type { MessageContent } from "../ports/message-content.js";
import type { OutboxDraft } from "../ports/store.js";
import { type Context, communicationsAgencyId } from "./context.js";
import { secretly, whisper } from "./effects.js";

/** Whether something of these agencies is the business of the chat: of one of them, or of the communications office. */
export const isBusinessHere = ({ directory, agency }: Context, agencyIds: readonly string[]): boolean =>
  agencyIds.includes(agency.id) || communicationsAgencyId(directory) === agency.id;

/**
 * For the person alone. What is the chat's own (`own`) may be heard by everybody there, where a whisper is; anything else goes
 * to a conversation of the person and the bot.
 */
export const discreetly = (
  context: Context,
  step: string,
  content: MessageContent,
  own: boolean,
): readonly OutboxDraft[] => (own ? [whisper(context, step, content)] : secretly(context, step, content));
