import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPageFiles } from "../../adapters/simulator/page-files.js";
import { createHttpServer } from "../../src/infra/http/server.js";

const index = `<!doctype html><title>Tanggap</title>${" ".repeat(2_000)}`;
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tanggap-page-"));
  mkdirSync(join(folder, "page", "assets", "deeper"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "page", "index.html"), index);
  writeFileSync(join(folder, "page", "assets", "index-abc123.js"), "export {};");
  writeFileSync(join(folder, "page", "assets", "index-abc123.css"), "body {}");
  writeFileSync(join(folder, "page", "assets", "face.png"), Buffer.from([137, 80]));
});
afterAll(() => rmSync(folder, { recursive: true }));

const serve = (path: string, init?: RequestInit): Promise<Response> =>
  createPageFiles(join(folder, "page"))(new Request(`http://page.test${path}`, init));

describe("the page's files", () => {
  test("the address itself is the page, asked for again each time", async () => {
    const answer = await serve("/");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(await answer.text()).toBe(index);
  });

  test.each([
    ["/assets/index-abc123.js", "text/javascript; charset=utf-8"],
    ["/assets/index-abc123.css", "text/css; charset=utf-8"],
    ["/assets/face.png", "image/png"],
  ])("%s is %s and kept for good", async (path, type) => {
    const answer = await serve(path);
    expect(answer.headers.get("content-type")).toBe(type);
    expect(answer.headers.get("cache-control")).toContain("immutable");
  });

  test("nothing may be loaded, framed or sent elsewhere, on every answer", async () => {
    for (const answer of [await serve("/"), await serve("/assets/nothing.js"), await serve("/", { method: "POST" })]) {
      const policy = answer.headers.get("content-security-policy");
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
      expect(answer.headers.get("cross-origin-opener-policy")).toBe("same-origin");
    }
  });

  test.each(["gzip", "br, gzip;q=0.5", "*"])("accept-encoding %s gets the text compressed", async (accepted) => {
    const answer = await serve("/", { headers: { "accept-encoding": accepted } });
    const body = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    expect(answer.headers.get("content-length")).toBe(String(body.length));
    expect(answer.headers.get("vary")).toBe("accept-encoding");
    expect(gunzipSync(body).toString()).toBe(index);
  });

  test.each(["br", "gzip;q=0", "gzip; q=0.0", "x-gzip"])("accept-encoding %s gets it as it is", async (accepted) => {
    const answer = await serve("/", { headers: { "accept-encoding": accepted } });
    expect(answer.headers.has("content-encoding")).toBe(false);
    expect(await answer.text()).toBe(index);
  });

  test("a picture is not compressed a second time", async () => {
    const answer = await serve("/assets/face.png", { headers: { "accept-encoding": "gzip" } });
    expect(answer.headers.has("content-encoding")).toBe(false);
  });

  test("HEAD answers like GET without the body; anything else is refused", async () => {
    const head = await serve("/", { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(head.headers.get("content-length")).toBe(String(index.length));
    expect(await head.text()).toBe("");
    const post = await serve("/", { method: "POST" });
    expect(post.status).toBe(405);
    expect(post.headers.get("allow")).toBe("GET, HEAD");
  });

  test("what the browser has is not sent again", async () => {
    const etag = (await serve("/")).headers.get("etag") ?? "";
    const again = await serve("/", { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });

  test.each([
    "/assets/../../secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/assets/%2e%2e/%2e%2e/secret.txt",
    "/assets/..\\..\\secret.txt",
    "/assets/deeper",
    "/assets/",
    "/index.html",
    "//secret.txt",
    "/assets/index-abc123.js%00",
  ])("%s is no file of the page", async (path) => {
    const answer = await serve(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain("secret\n");
  });

  test("a program without a built page says so", async () => {
    const answer = await createPageFiles(join(folder, "nowhere"))(new Request("http://page.test/"));
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("npm run build");
  });
});

test("the server's prefix / is that path alone, beside other prefixes", async () => {
  const server = createHttpServer();
  server.mount("/", async () => new Response("page"));
  server.mount("/assets", async () => new Response("asset"));
  const ask = async (path: string) => (await server.fetch(new Request(`http://page.test${path}`))).text();
  expect(await ask("/")).toBe("page");
  expect(await ask("/?lang=en")).toBe("page");
  expect(await ask("/assets/x.js")).toBe("asset");
  expect(await ask("/assetsx")).toContain("no page at this address");
  expect(await ask("/other")).toContain("no page at this address");
  expect(await ask("/healthz")).toBe("starting");
});
