import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Api, CallError, type CallFailure } from "../../adapters/telegram/api.js";

type Payload = Readonly<Record<string, unknown>>;
type Answer = (payload: Payload, signal: AbortSignal | undefined) => unknown;

/** The Bot API without a network: what was called, and whatever a test wants to come of it. */
export interface FakeTelegramApi extends Api {
  readonly calls: readonly { readonly method: string; readonly payload: Payload }[];
  /** Payloads of one method, in order. */
  of(method: string): readonly Payload[];
  /** From now on the method answers this, or rejects where it throws. Others answer `true`. */
  on(method: string, answer: Answer): void;
}

export const fakeTelegramApi = (): FakeTelegramApi => {
  const calls: { method: string; payload: Payload }[] = [];
  const answers = new Map<string, Answer>([
    ["getMe", () => ({ id: 5550001, is_bot: true, first_name: "Tanggap", username: "TanggapContohBot" })],
    ["getWebhookInfo", () => ({ url: "", has_custom_certificate: false, pending_update_count: 0 })],
    ["getMyCommands", () => []],
  ]);
  return {
    calls,
    of: (method) => calls.filter((call) => call.method === method).map(({ payload }) => payload),
    on: (method, answer) => void answers.set(method, answer),
    async call<T>(
      method: string,
      payload: Payload,
      options: { readonly signal?: AbortSignal | undefined },
    ): Promise<T> {
      if (options.signal?.aborted) throw new CallError({ kind: "unreached", code: "aborted" });
      calls.push({ method, payload });
      return (await (answers.get(method) ?? (() => true))(payload, options.signal)) as T;
    },
    fileAddress: (path) => `http://bot.test/file/${path}`,
    botId: "5550001",
  };
};

/** A refusal as Telegram sends it. */
export const refusal = (status: number, description = "Refused", more: Partial<CallFailure> = {}): CallError =>
  new CallError({ kind: "refused", status, description, ...more } as CallFailure);

/** Nothing came back. */
export const noAnswer = (): CallError => new CallError({ kind: "unknown", code: "ETIMEDOUT" });

/** An answer that comes only when the caller gives up, but to a `getUpdates` that is not to be held. */
export const never = (payload: Payload, signal: AbortSignal | undefined): Promise<readonly unknown[]> =>
  new Promise((resolve, reject) => {
    if (payload.timeout === 0) return resolve([]);
    const give = (): void => reject(new CallError({ kind: "unknown", code: "AbortError" }));
    if (signal?.aborted) return give();
    signal?.addEventListener("abort", give, { once: true });
  });

/** An update, with what tests change of it. */
export interface RawUpdate {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}

/** The recorded or documented updates of one file in `test/fixtures/telegram/`, by name. */
export const telegramFixtures = (name: string): Readonly<Record<string, RawUpdate>> => {
  const path = join(import.meta.dirname, "../fixtures/telegram", `${name}.json`);
  return (JSON.parse(readFileSync(path, "utf8")) as { updates: Record<string, RawUpdate> }).updates;
};

export const telegramFixtureFiles = [
  "commands",
  "messages",
  "album",
  "callback-queries",
  "reactions",
  "membership",
  "migration",
] as const;
