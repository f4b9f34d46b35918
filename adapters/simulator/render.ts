import { fileLine } from "../../src/chatkit/blocks.js";
import type { Block, Button, OutboundMessage, Span } from "../../src/ports/chat/outbound.js";
import type { ReactionKind } from "../../src/ports/chat/reactions.js";
import type { SimulatorButton } from "../../src/ports/simulator-host.js";
import { storableJson, storableText } from "./storable.js";

/** A message as the simulator keeps it. */
export interface RenderedMessage {
  /** The whole message as plain text, top to bottom; no button's label. */
  readonly text: string;
  /** The blocks as given, for a page that shows them. */
  readonly blocks: unknown;
  readonly buttons: readonly SimulatorButton[];
}

/** The reaction the bot gives for each meaning. */
export const emojiOf: Readonly<Record<ReactionKind, string>> = {
  approve: "👍",
  reject: "👎",
  seen: "👀",
  working: "⏳",
  done: "✅",
  attention: "❗",
};

const spanText = (span: Span): string => {
  switch (span.kind) {
    case "plain":
    case "bold":
    case "italic":
    case "code":
    case "time":
      return span.text;
    case "link":
      return span.text === span.url ? span.url : `${span.text} (${span.url})`;
    case "mention":
      return span.fallback.startsWith("@") ? span.fallback : `@${span.fallback}`;
    default:
      return span satisfies never;
  }
};

const spansText = (spans: readonly Span[]): string => spans.map(spanText).join("");

const blockText = (block: Block): string | undefined => {
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
      return "———";
    case "buttons":
      return undefined;
    default:
      return block satisfies never;
  }
};

const LINK_PREFIX = "link-";

const simulatorButton = (button: Button, index: number): SimulatorButton => {
  switch (button.kind) {
    case "link":
      return { id: `${LINK_PREFIX}${index + 1}`, label: button.label, url: button.url };
    case "act":
    case "open-form":
      return {
        id: button.token,
        label: button.label,
        ...(button.kind === "open-form" ? { form: button.form } : {}),
        ...(button.tone === undefined ? {} : { tone: button.tone }),
      };
    default:
      return button satisfies never;
  }
};

/** All buttons of a message, in order. */
export const buttonsOf = (message: OutboundMessage): readonly Button[] =>
  message.blocks.flatMap((block) => (block.kind === "buttons" ? block.items : []));

/** Makes the simulator's form of a message. A message without any text shows its summary. */
export const render = (message: OutboundMessage): RenderedMessage => {
  const text = message.blocks
    .map(blockText)
    .filter((part) => part !== undefined)
    .join("\n");
  const buttons = buttonsOf(message).map(simulatorButton);
  return {
    text: storableText(text.trim() === "" ? message.summary : text),
    blocks: storableJson(message.blocks),
    buttons: buttons.map((button) => ({ ...button, label: storableText(button.label) })),
  };
};
