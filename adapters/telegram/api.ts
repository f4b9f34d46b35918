import { Telegram, TelegramError } from "telegraf";
import type { TelegramAccount } from "./config.js";

/** How a call went wrong. Never holds an address, a token or what somebody wrote. */
export type CallFailure =
  /** Telegram answered that it did not do it. */
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly description: string;
      /** Seconds to wait (https://core.telegram.org/bots/api#responseparameters). */
      readonly retryAfterS?: number;
      readonly migrateTo?: string;
    }
  /** Nothing was written: there is no way to it, or nobody began. */
  | { readonly kind: "unreached"; readonly code: string }
  /** It may have been done. */
  | { readonly kind: "unknown"; readonly code: string };

/** The only error a call rejects with. */
export class CallError extends Error {
  override readonly name = "CallError";
  constructor(readonly failure: CallFailure) {
    super(failure.kind === "refused" ? `${failure.status} ${failure.description}` : `${failure.kind}: ${failure.code}`);
  }
}

/** Telegram's Bot API: one attempt for each call, no queue. */
export interface Api {
  /**
   * Calls a method with its parameters as the Bot API names them; nested objects that go beside a file must be JSON already.
   * Rejects with `CallError` when it fails, when the signal fires, and after `timeoutMs`.
   */
  call<T>(
    method: string,
    payload: Readonly<Record<string, unknown>>,
    options: { readonly signal?: AbortSignal | undefined; readonly timeoutMs: number },
  ): Promise<T>;
  /** The address a file is read from, by the path `getFile` gave. It holds the token: never log it. */
  fileAddress(path: string): string;
  /** The bot's own id: what stands before the colon of its token. */
  readonly botId: string;
}

/** Errors of a connection that was never made: https://nodejs.org/api/errors.html#common-system-errors and DNS's own. */
const UNREACHED: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return "unknown";
  if ("code" in error && typeof error.code === "string") return error.code;
  return "type" in error && typeof error.type === "string" ? error.type : error.name;
};

/** A gateway's answer says nothing about what stands behind it. */
const isServerFault = (status: number): boolean => status >= 500;

const failureOf = (error: unknown): CallFailure => {
  if (!(error instanceof TelegramError)) {
    const code = codeOf(error);
    return UNREACHED.has(code) ? { kind: "unreached", code } : { kind: "unknown", code };
  }
  // What stands in between may answer in JSON too: then nothing is where the types say.
  const answered: { readonly code?: unknown; readonly description?: unknown } = error;
  if (typeof answered.code !== "number" || typeof answered.description !== "string")
    return { kind: "unknown", code: "no-answer-of-telegram" };
  const { code: status, description, parameters } = error;
  if (isServerFault(status)) return { kind: "unknown", code: `http-${status}` };
  const { retry_after: retryAfterS, migrate_to_chat_id: migrateTo } = parameters ?? {};
  return {
    kind: "refused",
    status,
    description,
    ...(retryAfterS === undefined ? {} : { retryAfterS }),
    ...(migrateTo === undefined ? {} : { migrateTo: String(migrateTo) }),
  };
};

type Asked = NonNullable<Parameters<Telegram["callApi"]>[2]>;

/** The Bot API through telegraf's client, with a time-out for every call and errors that tell nothing they should not. */
export const createApi = ({ token, apiRoot }: TelegramAccount): Api => {
  const telegram = new Telegram(token, { apiRoot, webhookReply: false });
  return {
    async call<T>(
      method: string,
      payload: Readonly<Record<string, unknown>>,
      { signal, timeoutMs }: Parameters<Api["call"]>[2],
    ): Promise<T> {
      if (signal?.aborted) throw new CallError({ kind: "unreached", code: "aborted" });
      const patience = AbortSignal.timeout(timeoutMs);
      const either = signal === undefined ? patience : AbortSignal.any([signal, patience]);
      try {
        // Names and parameters are held against the Bot API's description in tests, not by telegraf's older types, whose signal
        // is that of a package from before Node had one.
        const asked = { signal: either as object as NonNullable<Asked["signal"]> };
        const result: unknown = await telegram.callApi(method as "getMe", payload, asked);
        return result as T;
      } catch (error) {
        throw new CallError(failureOf(error));
      }
    },
    fileAddress: (path) => new URL(`./file/bot${token}/${path}`, apiRoot).href,
    botId: token.split(":")[0] ?? "",
  };
};
