import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CallError, createApi } from "../../adapters/telegram/api.js";

let answer: { readonly status: number; readonly body: string };
let apiRoot: string;
let close: () => Promise<void>;
beforeEach(async () => {
  const server = createServer((_, response) => response.writeHead(answer.status).end(answer.body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => new Promise((resolve) => server.close(() => resolve()));
});
afterEach(() => close());

const failureOf = async (signal?: AbortSignal): Promise<unknown> => {
  const api = createApi({ token: "1:secret", apiRoot });
  const error = await api.call("getMe", {}, { signal, timeoutMs: 10_000 }).catch((thrown: unknown) => thrown);
  if (!(error instanceof CallError)) throw new Error(`expected a CallError, got ${String(error)}`);
  expect(`${error.message} ${error.stack}`).not.toContain("secret");
  return error.failure;
};

describe("a call", () => {
  it("that Telegram refuses tells what it said", async () => {
    const parameters = { retry_after: 3, migrate_to_chat_id: -1001 };
    answer = { status: 429, body: JSON.stringify({ ok: false, error_code: 429, description: "Wait", parameters }) };
    expect(await failureOf()).toEqual({
      kind: "refused",
      status: 429,
      description: "Wait",
      retryAfterS: 3,
      migrateTo: "-1001",
    });
  });

  it.each([
    [502, "<html>Bad Gateway</html>"],
    [500, JSON.stringify({ ok: false, error_code: 500, description: "Internal Server Error" })],
    [404, JSON.stringify({ detail: "Not Found" })],
    [403, JSON.stringify({ error_code: "E1", description: "blocked by policy" })],
    [413, "<html>Too large</html>"],
    [200, "null"],
  ])("answered by something else may have been done: %i %s", async (status, body) => {
    answer = { status, body };
    expect(await failureOf()).toMatchObject({ kind: "unknown" });
  });

  it("that nobody began was not made", async () => {
    expect(await failureOf(AbortSignal.abort())).toEqual({ kind: "unreached", code: "aborted" });
  });
});
