import { text } from "../../chatkit/blocks.js";
import type { Answer, Case } from "../../domain/inquiry/model.js";
import { currentAnswer } from "../../domain/inquiry/queries.js";
import { fileBlocks } from "./attachments.js";
import { statusText } from "./case-words.js";
import { pressForm, type Scenery, type View } from "./view.js";

/** The exact text to post; of a text that was replaced, or may not be posted yet, that too is said. */
export const copyView = (scenery: Scenery, inquiry: Case, answer: Answer): View => {
  const { buttons, card } = scenery.words;
  const { code } = inquiry;
  const newest = currentAnswer(inquiry);
  const isOld = newest !== undefined && newest.version > answer.version;
  const isReady = inquiry.status === "ready" && !isOld;
  const isPosted = inquiry.status === "closed" || inquiry.status === "published";
  const warning = isOld
    ? [card.copy.old(code, newest.version)]
    : isReady || isPosted
      ? []
      : [card.copy.notReady(code, statusText(scenery, inquiry))];
  return {
    summary: card.copy.heading(code, answer.version),
    blocks: [
      text(card.copy.heading(code, answer.version)),
      ...warning.map((line) => text(line)),
      { kind: "code", text: answer.text },
      ...fileBlocks(answer.attachments),
    ],
    presses: isReady ? [[pressForm(buttons.posted, "posted", { code }, "primary")]] : [],
    pointer: card.more(code),
  };
};
