import { bold, plain, quote, text } from "../../chatkit/blocks.js";
import { limitText } from "../../chatkit/plain-text.js";
import type { Case } from "../../domain/inquiry/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import { fileBlocks } from "./attachments.js";
import type { Field } from "./proposal-words.js";
import type { Scenery } from "./view.js";

/** More questions, and longer ones, would push the text that is to be decided about off the card. */
const MOST_QUOTED = 3;
const MOST_CHARS = 500;

/** The codes of the questions content responds to; nothing where there are none. */
export const respondingField = ({ words }: Scenery, cases: readonly Case[]): readonly Field[] =>
  cases.length === 0
    ? []
    : [{ label: words.content.fields.cases, value: [plain(cases.map(({ code }) => code).join(", "))] }];

const beginning = (words: string): string => {
  const { text: start, tooLong } = limitText(words, MOST_CHARS);
  return tooLong ? `${start}…` : start;
};

/** The citizens' words content responds to, with their files: of the first questions, each as far as a card has room. */
export const questionBlocks = ({ words }: Scenery, cases: readonly Case[]): readonly Block[] =>
  cases
    .slice(0, MOST_QUOTED)
    .flatMap((inquiry) => [
      text(bold(`${words.card.question} ${inquiry.code}`)),
      quote(beginning(inquiry.text)),
      ...fileBlocks(inquiry.attachments),
    ]);
