import { heading, italic, quote, text } from "../../chatkit/blocks.js";
import type { Case, Forward } from "../../domain/inquiry/model.js";
import type { ContentOf } from "../../ports/message-content.js";
import type { Scenery, View } from "./view.js";

/** The forward this card was of, where the agency was asked anew since and has a card of its own for that. */
export const formerForward = (inquiry: Case, { agencyId, forwardId }: ContentOf<"case-card">): Forward | undefined => {
  const newest = inquiry.forwards.findLast((each) => each.agencyId === agencyId);
  return forwardId === undefined || newest?.id === forwardId
    ? undefined
    : inquiry.forwards.find(({ id }) => id === forwardId);
};

/** An agency has one card to act on: the one before says what became of its forward and where the case went on. */
export const formerCardView = ({ words }: Scenery, { code, text: asked }: Case, { status }: Forward): View => {
  const title = `${code} · ${words.forwardStatus[status]}`;
  return { summary: title, blocks: [heading(title), quote(asked), text(italic(words.card.forwardedAgain))] };
};
