import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** Where the built page lies: beside the compiled program. Absent when the program runs from its sources. */
export const builtPage = join(import.meta.dirname, "..", "..", "page");

/** What the page is served under: the address itself, and the files it is made of. */
export const PAGE_PREFIXES = ["/", "/assets"] as const;

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

const packed = new Set([".html", ".js", ".css", ".svg"]);

const securityHeaders = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
} as const;

interface PageFile {
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Buffer<ArrayBuffer>;
  /** Compressed when first asked for; undefined for what is compressed already. */
  readonly zipped: (() => Promise<Buffer<ArrayBuffer>>) | undefined;
}

const gzipped = promisify(gzip);

const readFile = (path: string, lasting: boolean): PageFile => {
  const content = readFileSync(path);
  const kind = extname(path);
  let zipping: Promise<Buffer<ArrayBuffer>> | undefined;
  const zipped = (): Promise<Buffer<ArrayBuffer>> => {
    zipping ??= gzipped(content);
    return zipping;
  };
  return {
    content,
    zipped: packed.has(kind) ? zipped : undefined,
    headers: {
      ...securityHeaders,
      "content-type": contentTypes[kind] ?? "application/octet-stream",
      "cache-control": lasting ? "public, max-age=31536000, immutable" : "no-cache",
      etag: `W/"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`,
      ...(packed.has(kind) ? { vary: "accept-encoding" } : {}),
    },
  };
};

/** The page's files by the path they are asked for with. Names under `assets/` carry a hash: they never change. */
const readFiles = (folder: string): ReadonlyMap<string, PageFile> => {
  const index = join(folder, "index.html");
  if (!existsSync(index)) return new Map();
  const assets = join(folder, "assets");
  const names = existsSync(assets) ? readdirSync(assets, { withFileTypes: true }).filter((each) => each.isFile()) : [];
  return new Map([
    ["/", readFile(index, false)],
    ...names.map(({ name }): [string, PageFile] => [`/assets/${name}`, readFile(join(assets, name), true)]),
  ]);
};

const takesGzip = (request: Request): boolean =>
  (request.headers.get("accept-encoding") ?? "")
    .split(",")
    .map((each) => each.replaceAll(" ", "").toLowerCase())
    .some((each) => /^(gzip|\*)(;|$)/.test(each) && !/;q=0(\.0*)?$/.test(each));

const sentence = (status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(`${text}\n`, {
    status,
    headers: { ...securityHeaders, "content-type": "text/plain; charset=utf-8", ...headers },
  });

/**
 * Answers `GET` and `HEAD` for the page of the simulator. The files of the folder are read here, once, and no other can be
 * asked for; where the folder holds no page every answer is a 404 that says so.
 */
export const createPageFiles = (folder: string): ((request: Request) => Promise<Response>) => {
  const files = readFiles(folder);
  return async (request) => {
    if (request.method !== "GET" && request.method !== "HEAD")
      return sentence(405, "The page can only be read.", { allow: "GET, HEAD" });
    const file = files.get(new URL(request.url).pathname);
    if (files.size === 0) return sentence(404, "The simulator's page is not built here. Run npm run build.");
    if (file === undefined) return sentence(404, "The simulator's page has no such file.");
    if (request.headers.get("if-none-match") === file.headers.etag)
      return new Response(null, { status: 304, headers: file.headers });
    const zip = file.zipped !== undefined && takesGzip(request);
    const body = zip && file.zipped !== undefined ? await file.zipped() : file.content;
    const headers = {
      ...file.headers,
      "content-length": String(body.byteLength),
      ...(zip ? { "content-encoding": "gzip" } : {}),
    };
    return new Response(request.method === "HEAD" ? null : body, { headers });
  };
};
