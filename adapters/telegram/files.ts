import type { ChatAdapter } from "../../src/ports/chat/adapter.js";
import type { Api } from "./api.js";
import type { TelegramSettings } from "./config.js";
import { asDeliveryError, deliveryError, isRefused } from "./failures.js";

const away = (detail: string): Error => deliveryError({ kind: "retryable", outcome: "not-sent" }, detail);

/** An address with the token in it is in the text of these errors: only their name and code are kept. */
const codeOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return "unknown";
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.name;
};

/** Waits for each step of a download so long, and gives the whole download up when one takes longer. */
const createPatience = (patienceMs: number) => {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    end: () => controller.abort(),
    async for<T>(step: Promise<T>): Promise<T> {
      const timer = setTimeout(() => controller.abort(), patienceMs);
      try {
        return await step;
      } catch (error) {
        throw away(controller.signal.aborted ? "stalled" : codeOf(error));
      } finally {
        clearTimeout(timer);
      }
    },
  };
};

async function* read(body: ReadableStream<Uint8Array>, patience: ReturnType<typeof createPatience>) {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await patience.for(reader.read());
      if (done) return;
      yield value;
    }
  } finally {
    patience.end();
  }
}

/** Where the bytes are: https://core.telegram.org/bots/api#getfile. */
const pathOf = async (api: Api, file_id: string, timeoutMs: number, signal: AbortSignal): Promise<string> => {
  try {
    const { file_path } = await api.call<{ readonly file_path?: string }>(
      "getFile",
      { file_id },
      { signal, timeoutMs },
    );
    if (file_path === undefined) throw away("no-path");
    return file_path;
  } catch (error) {
    // Of a file that is there Telegram says the same as of one it does not know: it is asked again.
    if (isRefused(error, /temporarily unavailable/i)) throw away("unavailable");
    if (isRefused(error, /file.?id/i)) throw deliveryError({ kind: "permanent", reason: "gone" }, "unknown-file");
    throw asDeliveryError(error);
  }
};

/**
 * The adapter's `openFile`: the handle is Telegram's `file_id`. The bytes are read as they are asked for; whoever reads waits as
 * long as any call for each of them, not for the whole file. A file of more than 20 MB is refused for good.
 */
export const createOpenFile =
  (api: Api, { patienceMs }: TelegramSettings): ChatAdapter["openFile"] =>
  async ({ handle }, signal) => {
    const path = await pathOf(api, handle, patienceMs, signal);
    const patience = createPatience(patienceMs);
    const either = AbortSignal.any([signal, patience.signal]);
    const response = await patience.for(fetch(api.fileAddress(path), { signal: either, redirect: "error" }));
    if (response.status === 200 && response.body !== null) return read(response.body, patience);
    patience.end();
    throw away(`http-${response.status}`);
  };
