import { Refusal } from "./refusal.js";
import type { Updates } from "./updates.js";

/** Where Telegram calls. */
export interface WebhookAim {
  readonly url: string;
  readonly secret: string | undefined;
}

/** Telegram's calls to the bot (https://core.telegram.org/bots/api#setwebhook): one update after the other, each until it is taken. */
export interface Webhook {
  aim(at: WebhookAim | undefined): void;
  aimed(): WebhookAim | undefined;
  /** How the last call that failed did. */
  lastError(): { readonly date: number; readonly message: string } | undefined;
  close(): Promise<void>;
}

/** Telegram waits for an answer to its call for so long; it does not say, so a guess. */
const PATIENCE_MS = 10_000;

/** Calls what `updates` hold, and again `againMs` after a call that was not answered with 2xx. */
export const createWebhook = (updates: Updates, againMs: number, nowS: () => number): Webhook => {
  let target: WebhookAim | undefined;
  let error: { date: number; message: string } | undefined;
  let working: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const closing = new AbortController();

  const call = async ({ url, secret }: WebhookAim, update: unknown): Promise<number> => {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(secret === undefined ? {} : { "x-telegram-bot-api-secret-token": secret }),
      },
      body: JSON.stringify(update),
      signal: AbortSignal.any([closing.signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
    await response.arrayBuffer();
    return response.status;
  };
  const rest = (): void => {
    timer = setTimeout(() => {
      timer = undefined;
      begin();
    }, againMs);
  };
  const work = async (): Promise<void> => {
    for (;;) {
      const update = updates.waiting()[0];
      if (update === undefined || target === undefined || closing.signal.aborted) return;
      const status = await call(target, update).catch(() => 0);
      if (status >= 200 && status < 300) updates.confirm(update.update_id);
      else {
        error = {
          date: nowS(),
          message: status === 0 ? "Connection failed" : `Wrong response from the webhook: ${status}`,
        };
        updates.settle(update.update_id, "asked-again");
        rest();
        return;
      }
    }
  };
  const begin = (): void => {
    const isIdle = working === undefined && timer === undefined && updates.waiting().length > 0;
    if (!isIdle || target === undefined || closing.signal.aborted) return;
    working = work().finally(() => {
      working = undefined;
      begin();
    });
  };
  updates.onPush(begin);

  return {
    aim(at) {
      target = at;
      begin();
    },
    aimed: () => target,
    lastError: () => error,
    async close() {
      closing.abort();
      clearTimeout(timer);
      await working;
    },
  };
};

/** What a secret may be made of (https://core.telegram.org/bots/api#setwebhook, secret_token). */
export const checkSecret = (secret: unknown): void => {
  if (typeof secret === "string" && !/^[\w-]{1,256}$/.test(secret))
    throw new Refusal(400, "Bad Request: secret token contains unallowed characters");
};
