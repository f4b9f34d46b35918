import { quote, text } from "../../chatkit/blocks.js";
import type { Case } from "../../domain/inquiry/model.js";
import type { Reply } from "../../ports/store.js";
import { fileBlocks } from "./attachments.js";
import { press, type Scenery, type View } from "./view.js";

/** Asks what to do with somebody's reply to a card; once that is done, says what was done. */
export const offerView = (scenery: Scenery, inquiry: Case, reply: Reply): View => {
  const { buttons, card } = scenery.words;
  const isOffered = reply.state === "offered";
  const isWordless = reply.text === "";
  const asked = isWordless ? card.offer.wordless : card.offer.question;
  const sentence = (isOffered ? asked : card.offer[reply.state === "answer" ? "answer" : "note"])(inquiry.code);
  const values = { code: inquiry.code, reply: reply.id };
  return {
    summary: sentence,
    blocks: [text(sentence), ...(isWordless ? [] : [quote(reply.text)]), ...fileBlocks(reply.attachments)],
    presses: isOffered
      ? [
          [
            ...(isWordless ? [] : [press(buttons.makeAnswer, "use", values, "primary")]),
            press(buttons.note, "keep", values),
          ],
        ]
      : [],
    pointer: card.cut,
  };
};
