import type { Block, Span } from "../ports/chat/outbound.js";
import type { Attachment } from "../ports/files.js";

type FileBlock = Extract<Block, { kind: "file" }>;

/** A run of text without emphasis. */
export const plain = (text: string): Span => ({ kind: "plain", text });

/** A run of bold text. */
export const bold = (text: string): Span => ({ kind: "bold", text });

/** A run of italic text. */
export const italic = (text: string): Span => ({ kind: "italic", text });

/** A link where `address` is a full web address; else the same words as plain text, never a link to somewhere else. */
export const linkTo = (address: string): Span => {
  const isWeb = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  return isWeb ? { kind: "link", text: address, url: address } : plain(address);
};

const spansOf = (parts: readonly (Span | string)[]): readonly Span[] =>
  parts.map((part) => (typeof part === "string" ? plain(part) : part));

/** A paragraph of spans; a bare string is a plain one. */
export const text = (...parts: readonly (Span | string)[]): Block => ({ kind: "text", spans: spansOf(parts) });

/** Somebody's words, set apart. */
export const quote = (words: string): Block => ({ kind: "quote", spans: [plain(words)] });

/** A line of less weight than text. */
export const note = (...parts: readonly (Span | string)[]): Block => ({ kind: "note", spans: spansOf(parts) });

/** The title of a message. */
export const heading = (title: string): Block => ({ kind: "heading", text: title });

/** A file to be shown or sent with a message. */
export const fileBlock = ({ key, name, mediaType, sizeBytes, altText = "" }: Attachment): FileBlock => ({
  kind: "file",
  storeKey: key,
  name,
  mediaType,
  sizeBytes,
  altText,
});

/** A file where only text can be shown: its name, and what it shows. */
export const fileLine = ({ name, altText }: FileBlock): string => `📎 ${name}${altText === "" ? "" : `: ${altText}`}`;

/** What a span shows where nothing but text can be shown. */
export const spanText = (span: Span): string => (span.kind === "mention" ? span.fallback : span.text);

/** What spans show, in one string. */
export const spansText = (spans: readonly Span[]): string => spans.map(spanText).join("");

const blockText = (block: Block): string => {
  switch (block.kind) {
    case "heading":
    case "code":
      return block.text;
    case "text":
    case "quote":
    case "note":
      return spansText(block.spans);
    case "fields":
      return block.items.map(({ label, value }) => `${label}: ${spansText(value)}`).join("\n");
    case "file":
      return fileLine(block);
    case "divider":
    case "buttons":
      return "";
    default:
      return block satisfies never;
  }
};

/** The message's words without its buttons, a line for each block: what a reader sees, in order. */
export const plainTextOf = (blocks: readonly Block[]): string =>
  blocks
    .map(blockText)
    .filter((line) => line !== "")
    .join("\n");
