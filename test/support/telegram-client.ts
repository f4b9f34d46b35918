import type { TelegramServer } from "./telegram-server.js";

/** What the Bot API answered. */
export interface Answered {
  readonly status: number;
  readonly ok: boolean;
  readonly result?: unknown;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

/** Calls a method over HTTP, as JSON or as a form; rejects when the connection fails. */
export const callTelegram = async (
  { apiRoot, token }: Pick<TelegramServer, "apiRoot" | "token">,
  method: string,
  params: object | FormData = {},
  signal: AbortSignal | null = null,
): Promise<Answered> => {
  const isForm = params instanceof FormData;
  const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
    method: "POST",
    ...(isForm ? {} : { headers: { "content-type": "application/json" } }),
    body: isForm ? params : JSON.stringify(params),
    signal,
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type") === "application/json";
  return { status: response.status, ...(isJson ? (JSON.parse(text) as Omit<Answered, "status">) : { ok: false }) };
};
