import { roomOf } from "./degrade.js";
import { splitText } from "./split-text.js";

/** The least text a message of any platform takes (Discord). */
export const narrowestMessage = 2_000;
/** Left in a message for the words around its blocks. */
const AROUND = 400;
/** Each attempt leaves a tenth more room, for texts of many lines. */
const SHRINK = 0.9;
const SHORTEST_PIECE = 60;

/** What one message has to copy, each in a block of its own. */
export interface CodePage {
  readonly blocks: readonly string[];
  /** Blocks of it are pieces of one text, to be joined again. */
  readonly pieces: boolean;
}

const room = (text: string): number => roomOf({ kind: "code", text });

/** As `splitText` cuts it, with the blanks at the cuts: joined, the pieces are the text. */
const cut = (text: string, units: number): readonly string[] => {
  let from = 0;
  const starts = splitText(text, units).map((part) => {
    const at = text.indexOf(part, from);
    from = at + part.length;
    return at;
  });
  return starts.map((at, index) => text.slice(index === 0 ? 0 : at, starts[index + 1]));
};

const piecesOf = (text: string, most: number): readonly string[] => {
  if (room(text) <= most) return [text];
  for (let units = most; ; units = Math.floor(units * SHRINK)) {
    const pieces = cut(text, units);
    if (units < SHORTEST_PIECE || pieces.every((each) => room(each) <= most)) return pieces;
  }
};

/** Texts to copy in as few messages of at most `maxChars` as it takes, none of them shortened. */
export const codePages = (texts: readonly string[], maxChars: number): readonly CodePage[] => {
  const most = Math.max(SHORTEST_PIECE, maxChars - AROUND);
  const pages: { blocks: string[]; pieces: boolean }[] = [];
  let left = 0;
  for (const text of texts) {
    const pieces = piecesOf(text, most);
    for (const piece of pieces) {
      if (room(piece) > left || pages.length === 0) {
        pages.push({ blocks: [], pieces: false });
        left = most;
      }
      const page = pages.at(-1);
      page?.blocks.push(piece);
      if (page && pieces.length > 1) page.pieces = true;
      left -= room(piece);
    }
  }
  return pages;
};
