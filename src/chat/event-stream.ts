import { setTimeout as pause } from "node:timers/promises";
import type { Message } from "./api.js";

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 5_000;

interface Listener {
  onMessage(message: Message): void;
  /** False when the connection was lost, true when it is there (again). */
  onConnection(isUp: boolean): void;
}

/** One event of the stream: its fields by name. */
type Fields = ReadonlyMap<string, string>;

const fieldsOf = (block: string): Fields =>
  new Map(
    block.split("\n").map((line) => {
      const [, name = "", value = ""] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
      return [name, value];
    }),
  );

async function* blocks(body: ReadableStream<Uint8Array>): AsyncGenerator<Fields> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    const parts = rest.split("\n\n");
    rest = parts.pop() ?? "";
    for (const part of parts) yield fieldsOf(part);
  }
}

/**
 * Follows the server-sent events at `url` until `signal` fires. After a break it goes on behind the last event it saw,
 * so nothing is lost or shown twice. Never throws.
 */
export const followStream = async (url: string, signal: AbortSignal, listener: Listener): Promise<void> => {
  let lastId: string | undefined;
  let retryMs = FIRST_RETRY_MS;

  const connectOnce = async (): Promise<void> => {
    const headers: Record<string, string> = lastId === undefined ? {} : { "last-event-id": lastId };
    const response = await fetch(url, { headers, signal });
    if (!response.ok || response.body === null) return;
    for await (const fields of blocks(response.body)) {
      lastId = fields.get("id") ?? lastId;
      retryMs = FIRST_RETRY_MS;
      if (fields.get("event") === "hello") listener.onConnection(true);
      if (fields.get("event") === "message") listener.onMessage(JSON.parse(fields.get("data") ?? "null"));
    }
  };

  while (!signal.aborted) {
    await connectOnce().catch(() => {});
    if (signal.aborted) return;
    listener.onConnection(false);
    await pause(retryMs, undefined, { signal }).catch(() => {});
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
  }
};
