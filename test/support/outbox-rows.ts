import { randomUUID } from "node:crypto";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { laneOf } from "../../src/infra/outbox/row.js";
import type { ConversationRef } from "../../src/ports/chat/refs.js";
import type { MessageContent } from "../../src/ports/message-content.js";
import type { Compose } from "../../src/ports/protocol.js";
import type { Duty, ReplyTarget } from "../../src/ports/store.js";

/** A message as a test puts it into the outbox; what is left out is plain. */
export interface PlantedMessage {
  readonly governmentId: string;
  readonly to: ConversationRef;
  readonly words?: string;
  /** Instead of words. */
  readonly content?: MessageContent;
  readonly seq?: bigint;
  readonly card?: { readonly key: string; readonly version: number };
  readonly duties?: readonly Duty[];
  readonly whenUnknown?: "repeat" | "drop";
  readonly replyTo?: ReplyTarget;
  readonly whisperTo?: string;
}

/** Content a test recognises by its words. */
export const contentOf = (words: string): MessageContent => ({ kind: "find", words, page: 0 });

/** Puts a message into the outbox as a commit would; answers its id. */
export async function plantMessage(prisma: PrismaClient, message: PlantedMessage): Promise<string> {
  const { to, card } = message;
  const row = await prisma.outboxMessage.create({
    data: {
      governmentId: message.governmentId,
      causeKey: randomUUID(),
      ...(message.seq === undefined ? {} : { seq: message.seq }),
      platform: to.platform,
      workspace: to.workspace,
      channel: to.channel,
      thread: to.thread ?? null,
      lane: laneOf(to),
      content: (message.content ?? contentOf(message.words ?? "words")) as object,
      cardKey: card?.key ?? null,
      cardVersion: card?.version ?? null,
      duties: (message.duties ?? []) as object[],
      whenUnknown: message.whenUnknown ?? "repeat",
      ...(message.replyTo === undefined ? {} : { replyTo: message.replyTo }),
      whisperTo: message.whisperTo ?? null,
    },
  });
  return String(row.id);
}

/** Composes the words of `contentOf` into the summary, with one button. */
export const composeWords: Compose = async (_governmentId, content) => {
  const words = content.kind === "find" ? content.words : content.kind;
  return {
    message: { summary: words, blocks: [] },
    locale: "id",
    tokens: [{ token: `token of ${words}`, action: { command: "status", values: {} } }],
  };
};
