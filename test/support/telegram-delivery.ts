import { defaultSettings } from "../../adapters/telegram/config.js";
import { createDeliver } from "../../adapters/telegram/deliver.js";
import { createQueries } from "../../adapters/telegram/queries.js";
import { createSaidLately } from "../../adapters/telegram/said-lately.js";
import { DeliveryError } from "../../src/ports/chat/failures.js";
import type { Block, DeliveryOp, DeliveryReceipt, OutboundMessage } from "../../src/ports/chat/outbound.js";
import { createMemoryFiles } from "./memory-files.js";
import { createFakeTelegramApi } from "./recorded-telegram-api.js";

type Post = Extract<DeliveryOp, { kind: "post" }>;

export const group = { platform: "telegram", workspace: "-", channel: "-1005" } as const;
export const officer = { platform: "telegram", workspace: "-", id: "42" } as const;
export const card = { ...group, id: "9" };

export const message = (...blocks: readonly Block[]): OutboundMessage => ({ summary: "Ringkasan.", blocks });
export const inGroup = (to: Partial<Post["to"]> = {}): Post["to"] =>
  ({ kind: "conversation", conversation: group, ...to }) as Post["to"];
export const toOfficer = (to: Partial<Extract<Post["to"], { kind: "whisper" }>> = {}): Post["to"] => ({
  kind: "whisper",
  conversation: group,
  user: officer,
  otherwise: "conversation",
  ...to,
});

/** The adapter's `deliver` on a Bot API and files that are in memory. */
export const createDeliveryBench = () => {
  const telegram = createFakeTelegramApi();
  const files = createMemoryFiles();
  const late: string[] = [];
  const said = createSaidLately();
  const queries = createQueries(defaultSettings.answerWithinMs, ({ id }) => late.push(id));
  const deliver = createDeliver({ api: telegram.api, queries, said, settings: defaultSettings, files: () => files });
  const run = (op: DeliveryOp, signal = new AbortController().signal): Promise<DeliveryReceipt> =>
    deliver({ op, idempotencyKey: "k", attempt: 1, locale: "id" }, signal);
  return {
    telegram,
    files,
    queries,
    /** The officer writes this message to the bot. */
    write: (id: string) =>
      said.heard({
        ...{ type: "message", eventId: id, occurredAt: "2026-03-02T02:00:00.000Z", conversation: group },
        ...{ message: { ...group, id }, text: "Halo", addressed: true },
      }),
    /** The pressed buttons that waited for nothing more, by their query. */
    late,
    run,
    post: (given: OutboundMessage, to = inGroup(), more: Partial<Post> = {}) =>
      run({ kind: "post", to, message: given, ...more }),
    /** The only payload of a method. */
    only(method: string): Readonly<Record<string, unknown>> {
      const [first, ...rest] = telegram.of(method);
      if (first === undefined || rest.length > 0)
        throw new Error(`${rest.length + (first ? 1 : 0)} calls of ${method}`);
      return first;
    },
    async failure(op: DeliveryOp, signal?: AbortSignal): Promise<DeliveryError> {
      const error = await run(op, signal).catch((thrown: unknown) => thrown);
      if (!(error instanceof DeliveryError)) throw new Error(`expected a DeliveryError, got ${String(error)}`);
      return error;
    },
  };
};
