import { plainTextOf } from "../../../src/chatkit/blocks.js";
import type { Block, Span } from "../../../src/ports/chat/outbound.js";
import type { Entry } from "../platform/protocol.js";

/** A message of the journal as its reader sees it. */
export interface Read {
  readonly chat: string;
  readonly text: string;
  readonly spans: readonly Span[];
}

const spansOf = (block: Block): readonly Span[] => {
  if (block.kind === "fields") return block.items.flatMap(({ value }) => value);
  return "spans" in block ? block.spans : [];
};

/** The journal's messages, read. */
export const readMessages = (journal: readonly Entry[]): readonly Read[] =>
  journal
    .filter(({ text }) => text !== "")
    .map(({ chat, text }) => {
      const blocks = JSON.parse(text) as readonly Block[];
      return { chat, text: plainTextOf(blocks), spans: blocks.flatMap(spansOf) };
    });

/** What fires by itself in a message: mentions of anybody but the people of the chat's own government, links that are no web address. */
export const fired = ({ chat, spans }: Read): readonly string[] =>
  spans.flatMap((span) => {
    if (span.kind === "link" && !/^https?:\/\//i.test(span.url)) return [`a link to ${span.url} in ${chat}`];
    if (span.kind !== "mention") return [];
    const { workspace, id } = span.user;
    const isOfChat = chat.startsWith(`${workspace}-`) && /^[a-z]+-[a-z]+-(officer|official|head)$/.test(id);
    return isOfChat ? [] : [`a mention of ${workspace} ${id} in ${chat}`];
  });
