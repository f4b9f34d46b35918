import { createHash, timingSafeEqual } from "node:crypto";
import { type Api, CallError } from "./api.js";
import type { TelegramAccount, TelegramSettings } from "./config.js";
import type { Line } from "./line.js";
import { createBackoff, type Pause, persist } from "./retry.js";
import type { Take } from "./take.js";
import { allowedUpdates, readUpdate } from "./update-schema.js";

/** The path Telegram calls; TELEGRAM_WEBHOOK_URL ends in it. */
export const WEBHOOK_PATH = "/telegram/webhook";
/** https://core.telegram.org/bots/api#setwebhook, secret_token. */
const SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
/** How many calls may be under way at a time, as Telegram has it unless told otherwise: the same place. */
const MAX_CONNECTIONS = 40;

type Webhook = NonNullable<TelegramAccount["webhook"]>;

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

const answer = (status: number): Response => new Response(null, { status });

const bodyOf = (request: Request): Promise<unknown> => request.json().catch(() => undefined);

/**
 * Answers Telegram's calls: 200 once the update is durable or dropped, 503 while it cannot be taken, which makes Telegram call
 * again (https://core.telegram.org/bots/api#setwebhook). `taking` is undefined until the bot knows itself, and after a stop.
 */
export const createWebhook = ({ secret }: Webhook, taking: () => Take | undefined) => {
  const wanted = digest(secret);
  return async (request: Request): Promise<Response> => {
    const shown = request.headers.get(SECRET_HEADER);
    if (shown === null) return answer(401);
    if (!timingSafeEqual(digest(shown), wanted)) return answer(403);
    if (request.method !== "POST") return answer(405);
    const read = readUpdate(await bodyOf(request));
    if (read.id === undefined) return answer(400);
    const take = taking();
    if (take === undefined) return answer(503);
    const taken = Promise.all(take([read]));
    return taken.then(
      () => answer(200),
      () => answer(503),
    );
  };
};

interface SetParts {
  readonly api: Api;
  readonly settings: TelegramSettings;
  readonly line: Line;
  readonly pause: Pause;
}

/**
 * Tells Telegram where to call, anew by each owner: Telegram does not tell which secret it has, so nobody can see whether that
 * is still the one.
 */
export const createSetWebhook =
  ({ api, settings, line, pause }: SetParts, { url, secret }: Webhook) =>
  async (signal: AbortSignal): Promise<void> => {
    const payload = {
      url,
      secret_token: secret,
      max_connections: MAX_CONNECTIONS,
      allowed_updates: allowedUpdates,
      drop_pending_updates: false,
    };
    const attempt = () => api.call("setWebhook", payload, { signal, timeoutMs: settings.patienceMs });
    const failed = (error: unknown): void => line.down(error, error instanceof CallError ? error.message : undefined);
    if ((await persist(attempt, createBackoff(settings.retryMs, pause), failed, signal)) !== undefined) line.up();
  };
