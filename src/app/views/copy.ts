import { text } from "../../chatkit/blocks.js";
import { codePages } from "../../chatkit/code-pages.js";
import type { Answer, Case } from "../../domain/inquiry/model.js";
import { currentAnswer } from "../../domain/inquiry/queries.js";
import { fileBlocks } from "./attachments.js";
import { statusText } from "./case-words.js";
import { pressForm, type Scenery, type View } from "./view.js";

/**
 * The exact text to post. Of one that may not be posted yet that is said instead of that it is ready; of one that was
 * replaced nothing else. The button carries the text: no other is recorded by it.
 */
export const copyView = (scenery: Scenery, inquiry: Case, answer: Answer, part = 0): View | "drop" => {
  const { buttons, card, content } = scenery.words;
  const { code } = inquiry;
  const pages = codePages([answer.text], scenery.maxChars);
  const page = pages[part];
  if (!page) return "drop";
  const last = part === pages.length - 1;
  const newest = currentAnswer(inquiry);
  const isOld = newest !== undefined && newest.version > answer.version;
  const isReady = inquiry.status === "ready";
  const isPosted = inquiry.status === "closed" || inquiry.status === "published";
  if (isOld) {
    const old = card.copy.old(code, newest.version);
    return { summary: old, blocks: [text(old)] };
  }
  const title =
    isReady || isPosted
      ? card.copy.heading(code, answer.version)
      : card.copy.notReady(code, statusText(scenery, inquiry));
  return {
    summary: title,
    blocks: [
      text(title),
      ...(page.pieces ? [text(content.postPieces)] : []),
      ...page.blocks.map((each) => ({ kind: "code" as const, text: each })),
      ...(last ? fileBlocks(answer.attachments) : []),
    ],
    presses: isReady && last ? [[pressForm(buttons.posted, "posted", { code, answer: answer.id }, "primary")]] : [],
    pointer: card.more(code),
  };
};
