import { request } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { createMetricsEndpoint } from "../../src/infra/http/metrics-endpoint.js";
import { createHttpServer, type HttpServer } from "../../src/infra/http/server.js";

const metrics = { contentType: "text/plain; version=0.0.4; charset=utf-8", text: async () => "figures 1\n" } as const;
const token = "a-token-of-many-letters";
const url = "http://127.0.0.1:3000/metrics";

const ask = (address: string | undefined, init: RequestInit & { readonly url?: string } = {}, given?: string) =>
  createMetricsEndpoint(metrics, given)(new Request(init.url ?? url, init), { address });
const statusOf = async (...parameters: Parameters<typeof ask>) => (await ask(...parameters)).status;

describe("without a token", () => {
  it.each(["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1", "::FFFF:127.0.0.1"])("answers %s", async (address) => {
    const response = await ask(address);
    expect([response.status, await response.text(), response.headers.get("content-type")]).toEqual([
      200,
      "figures 1\n",
      metrics.contentType,
    ]);
  });

  it.each(["10.0.0.1", "::ffff:10.0.0.1", "128.0.0.1", "fe80::1", "::2", "localhost", "", undefined])(
    "refuses %s",
    async (address) => {
      const response = await ask(address);
      expect(response.status).toBe(403);
      expect(await response.text()).toContain("METRICS_TOKEN");
    },
  );

  it.each(["forwarded", "x-forwarded-for", "X-Forwarded-Host", "x-real-ip", "via"])(
    "refuses what a proxy of this machine passes on (%s)",
    async (name) => {
      expect(await statusOf("127.0.0.1", { headers: { [name]: "203.0.113.9" } })).toBe(403);
    },
  );

  it("refuses a name of the network, as a proxy or a page of another site brings it", async () => {
    for (const host of ["bot.kota.example", "203.0.113.9:3000", "127.0.0.1.example"])
      expect(await statusOf("127.0.0.1", { url: `http://${host}/metrics` })).toBe(403);
    for (const host of ["localhost:3000", "[::1]:3000", "127.0.0.1"])
      expect(await statusOf("127.0.0.1", { url: `http://${host}/metrics` })).toBe(200);
  });

  it("takes no bearer's word for it", async () => {
    expect(await statusOf("10.0.0.1", { headers: { authorization: "Bearer " } })).toBe(403);
    expect(await statusOf("10.0.0.1", { headers: { authorization: "Bearer undefined" } })).toBe(403);
  });
});

describe("with a token", () => {
  it("answers who bears it, wherever from", async () => {
    for (const authorization of [`Bearer ${token}`, `bearer ${token}`])
      expect(await statusOf("203.0.113.9", { headers: { authorization } }, token)).toBe(200);
  });

  it.each([
    "",
    "Bearer",
    "Bearer ",
    `Bearer ${token}x`,
    `Bearer ${token.slice(1)}`,
    `Basic ${token}`,
    token,
    `Bearer ${token} ${token}`,
  ])("refuses %j, also this machine", async (authorization) => {
    const response = await ask("127.0.0.1", { headers: { authorization } }, token);
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
    expect(await response.text()).not.toContain(token);
  });
});

it("only tells, it takes nothing", async () => {
  expect(await statusOf("127.0.0.1", { method: "POST", body: "x" })).toBe(405);
  expect(await statusOf("127.0.0.1", { method: "HEAD" })).toBe(200);
});

describe("on the program's server", () => {
  let server: HttpServer | undefined;
  afterEach(() => server?.close());

  const get = async (port: string, headers: Readonly<Record<string, string>>) =>
    new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      request({ host: "127.0.0.1", port, path: "/metrics", headers }, (response) => {
        text(response).then((body) => resolve({ status: response.statusCode, body }), reject);
      })
        .on("error", reject)
        .end();
    });

  it("knows who asks by the connection, and nobody without one", async () => {
    server = createHttpServer();
    server.mount("/metrics", createMetricsEndpoint(metrics, undefined));
    const { port } = new URL((await server.listen("127.0.0.1", 0)).url);
    expect(await get(port, {})).toEqual({ status: 200, body: "figures 1\n" });
    expect((await get(port, { host: "bot.kota.example" })).status).toBe(403);
    expect((await get(port, { "x-forwarded-for": "127.0.0.1" })).status).toBe(403);
    expect((await server.fetch(new Request(url))).status).toBe(403);
  });
});
