import type { IncomingMessage } from "node:http";
import { badRequest, Refusal } from "./refusal.js";
import { isJsonParameter } from "./violations.js";

/** What a method is called with. */
export type Params = Readonly<Record<string, unknown>>;

/** Largest file a bot may send (https://core.telegram.org/bots/api#sending-files), and a little for what goes beside it. */
const MAX_BODY_BYTES = 50 * 1024 * 1024 + 1024 * 1024;

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Refusal(413, "Request Entity Too Large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest("can't parse JSON");
  }
};

/** Beside a file everything is text: what is no text by its nature is JSON in it. */
const ofForm = (method: string, entries: Iterable<[string, string | File]>): Params => {
  const values = [...entries].map(([name, value]): [string, unknown] =>
    typeof value === "string" && isJsonParameter(method, name) ? [name, parsed(value)] : [name, value],
  );
  return Object.fromEntries(values);
};

/**
 * The parameters of a call, however they came (https://core.telegram.org/bots/api#making-requests). Some clients name the method
 * beside its parameters, as an answer to a webhook does.
 */
export const paramsOf = async (method: string, request: IncomingMessage, query: URLSearchParams): Promise<Params> => {
  const type = request.headers["content-type"] ?? "";
  const body = await bodyOf(request);
  if (body.length === 0) return ofForm(method, query);
  if (type.startsWith("application/json")) {
    const value = parsed(body.toString("utf8"));
    if (typeof value !== "object" || value === null || Array.isArray(value))
      throw badRequest("object expected as JSON");
    return value as Params;
  }
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData().catch(() => {
    throw badRequest("can't read the body");
  });
  const { method: named, ...params } = ofForm(method, form as Iterable<[string, string | File]>);
  return named === undefined || named === method ? params : { ...params, method: named };
};
