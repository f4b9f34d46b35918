import { fileLine } from "../../src/chatkit/blocks.js";
import type { Block, Button, Span } from "../../src/ports/chat/outbound.js";
import type { UserRef } from "../../src/ports/chat/refs.js";
import { telegramCapabilities } from "./capabilities.js";
import { type Entity, type Formatted, type Mark, withinLimit } from "./entities.js";
import { overLimit } from "./failures.js";

/** A button of an inline keyboard: https://core.telegram.org/bots/api#inlinekeyboardbutton. */
type Key = { readonly text: string; readonly style?: "primary" | "danger" } & (
  | { readonly callback_data: string }
  | { readonly url: string }
);

interface Piece {
  readonly text: string;
  readonly mark?: Mark;
}

const LONE_SURROGATE = /\p{Cs}/gu;
const VISIBLE = /[^\s\p{C}\p{Z}]/u;

const wellFormed = (text: string): string => text.replace(LONE_SURROGATE, "\uFFFD");

/**
 * The address where it is one of the web that Telegram takes, else nothing: it refuses the whole message for a host without a
 * dot (check_link in td/telegram/LinkManager.cpp of https://github.com/tdlib/td), and other schemes may act inside Telegram.
 */
const webAddress = (address: string): string | undefined => {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, username, href } = new URL(address);
  const isWeb = protocol === "https:" || protocol === "http:";
  return isWeb && username === "" && /^[^[]+\.[^.]+$/.test(hostname) ? href : undefined;
};

const mentionOf = ({ platform, id }: UserRef, name: string): Mark | undefined =>
  platform === "telegram" && /^[1-9]\d*$/.test(id)
    ? { type: "text_mention", user: { id: Number(id), is_bot: false, first_name: name } }
    : undefined;

const marked = (text: string, mark: Mark | undefined): Piece => (mark ? { text, mark } : { text });

const pieceOf = (span: Span, base?: Mark): Piece => {
  switch (span.kind) {
    case "plain":
    case "time":
      return marked(span.text, base);
    case "bold":
    case "italic":
    case "code":
      return { text: span.text, mark: { type: span.kind } };
    case "link": {
      const url = webAddress(span.url);
      return marked(span.text, url === undefined ? base : { type: "text_link", url });
    }
    case "mention":
      return marked(span.fallback, mentionOf(span.user, span.fallback) ?? base);
    default:
      return span satisfies never;
  }
};

const piecesOf = (block: Block): readonly Piece[] => {
  switch (block.kind) {
    case "heading":
      return [{ text: block.text, mark: { type: "bold" } }];
    case "code":
      return [{ text: block.text, mark: { type: "pre" } }];
    case "text":
    case "quote":
      return block.spans.map((span) => pieceOf(span));
    case "note":
      return block.spans.map((span) => pieceOf(span, { type: "italic" }));
    case "fields":
      return block.items.flatMap(({ label, value }, index) => [
        { text: index === 0 ? "" : "\n" },
        { text: label, mark: { type: "bold" } },
        { text: ": " },
        ...value.map((span) => pieceOf(span)),
      ]);
    case "file":
      return [{ text: fileLine(block) }];
    case "divider":
      return [{ text: "———" }];
    case "buttons":
      return [];
    default:
      return block satisfies never;
  }
};

/** What is written so far; marks of nothing visible are left out, as Telegram leaves them out. */
const createWriter = () => {
  const entities: Entity[] = [];
  let text = "";
  const mark = (offset: number, as: Mark): void => {
    if (VISIBLE.test(text.slice(offset))) entities.push({ ...as, offset, length: text.length - offset });
  };
  return {
    write(pieces: readonly Piece[], around?: Mark): void {
      const from = text.length;
      for (const piece of pieces) {
        const offset = text.length;
        text += wellFormed(piece.text);
        if (piece.mark) mark(offset, piece.mark);
      }
      if (around) mark(from, around);
    },
    done: (): Formatted => ({ text, entities }),
  };
};

/**
 * Blocks as a text and what its parts are shown as, one line or more for each block; files are a line with their name, buttons
 * are left out. Without anything visible it is the summary. `front`: a person who is mentioned before everything else.
 *
 * Every text arrives literally, and none of them becomes a mention of somebody (entities.ts). Web addresses, #tags and /commands
 * in it can be tapped as in anybody's message: Telegram finds them by itself, and nothing happens before somebody taps.
 */
export const format = (blocks: readonly Block[], summary: string, front?: UserRef): Formatted => {
  const writer = createWriter();
  const ahead = front && mentionOf(front, "👤");
  if (ahead) writer.write([{ text: "👤", mark: ahead }, { text: " " }]);
  const start = writer.done().text.length;
  for (const block of blocks) {
    const pieces = piecesOf(block);
    if (pieces.every(({ text }) => text === "")) continue;
    if (writer.done().text.length > start) writer.write([{ text: "\n" }]);
    writer.write(pieces, block.kind === "quote" ? { type: "blockquote" } : undefined);
  }
  if (!VISIBLE.test(writer.done().text.slice(start))) writer.write([{ text: summary }]);
  return withinLimit(writer.done());
};

const keyOf = (button: Button): readonly Key[] => {
  const text = wellFormed(button.label);
  if (button.kind !== "link") {
    const style = button.tone === undefined ? {} : { style: button.tone };
    return [{ text, callback_data: button.token, ...style }];
  }
  const url = webAddress(button.url);
  return url === undefined ? [] : [{ text, url }];
};

const isTooLong = (key: Key): boolean =>
  "callback_data" in key && Buffer.byteLength(key.callback_data) > telegramCapabilities.buttons.tokenBytes;

/**
 * The rows of buttons of a message, one for each block of them. A link to no address of the web is left out. Throws where a
 * token is longer than Telegram carries.
 */
export const keyboardOf = (blocks: readonly Block[]): readonly (readonly Key[])[] => {
  const rows = blocks.map((block) => (block.kind === "buttons" ? block.items.flatMap(keyOf) : []));
  if (rows.flat().some(isTooLong)) throw overLimit("token");
  return rows.filter((row) => row.length > 0);
};
