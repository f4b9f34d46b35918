import { text } from "../../chatkit/blocks.js";
import { codePages } from "../../chatkit/code-pages.js";
import type { Answer, Case } from "../../domain/inquiry/model.js";
import { currentAnswer } from "../../domain/inquiry/queries.js";
import { fileBlocks } from "./attachments.js";
import { statusText } from "./case-words.js";
import { pressForm, type Scenery, type View } from "./view.js";

/** The exact text to post; of a text that was replaced, or may not be posted yet, that too is said. */
export const copyView = (scenery: Scenery, inquiry: Case, answer: Answer, part = 0): View | "drop" => {
  const { buttons, card, content } = scenery.words;
  const { code } = inquiry;
  const pages = codePages([answer.text], scenery.maxChars);
  const page = pages[part];
  if (!page) return "drop";
  const last = part === pages.length - 1;
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
      ...(page.pieces ? [text(content.postPieces)] : []),
      ...page.blocks.map((each) => ({ kind: "code" as const, text: each })),
      ...(last ? fileBlocks(answer.attachments) : []),
    ],
    presses: isReady && last ? [[pressForm(buttons.posted, "posted", { code }, "primary")]] : [],
    pointer: card.more(code),
  };
};
