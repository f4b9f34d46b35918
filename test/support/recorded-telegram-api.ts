import { type Api, CallError } from "../../adapters/telegram/api.js";

/** A call the adapter made. */
export interface Called {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The Bot API refuses a call. */
export const refusal = (
  status: number,
  description: string,
  parameters: { readonly retryAfterS?: number; readonly migrateTo?: string } = {},
): CallError => new CallError({ kind: "refused", status, description, ...parameters });

/**
 * An `Api` that keeps what it was asked. It answers a post with message 77 and everything else with true, unless `next` was told
 * what to throw or to give for the next call of a method.
 */
export const createFakeTelegramApi = (fileRoot = "http://127.0.0.1:9") => {
  const calls: Called[] = [];
  const prepared = new Map<string, unknown[]>();
  const api: Api = {
    async call<T>(method: string, payload: Called["payload"]): Promise<T> {
      calls.push({ method, payload });
      const answer: unknown = prepared.get(method)?.shift() ?? (method.startsWith("send") ? { message_id: 77 } : true);
      if (answer instanceof Error) throw answer;
      return answer as T;
    },
    fileAddress: (path) => `${fileRoot}/file/bot1:secret/${path}`,
    botId: "1",
  };
  return {
    api,
    calls,
    next(method: string, ...answers: readonly unknown[]): void {
      prepared.set(method, [...(prepared.get(method) ?? []), ...answers]);
    },
    /** The payloads of the calls of a method. */
    of: (method: string) => calls.filter((call) => call.method === method).map(({ payload }) => payload),
  };
};
