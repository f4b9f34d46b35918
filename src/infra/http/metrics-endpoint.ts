import { createHash, timingSafeEqual } from "node:crypto";
import { BlockList, isIP } from "node:net";
import type { Metrics } from "../metrics/metrics.js";
import type { Peer } from "./server.js";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

const isLoopback = (address: string): boolean => {
  const plain = address.replace(/^::ffff:/i, "");
  const family = isIP(plain);
  return family !== 0 && loopback.check(plain, family === 4 ? "ipv4" : "ipv6");
};

/** What a proxy adds for whom it asks: their request comes from this machine and is theirs all the same. */
const FORWARDED = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

/** Asked for by a name of this machine: neither through a proxy nor by a web page that had its name point here. */
const isAskedLocally = (request: Request): boolean => {
  const host = new URL(request.url).hostname.replace(/^\[|\]$/g, "");
  return (host === "localhost" || isLoopback(host)) && FORWARDED.every((name) => !request.headers.has(name));
};

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** In a time that tells nothing of the token, not even its length. */
const bears = (request: Request, token: string): boolean => {
  const [, given = ""] = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  return timingSafeEqual(digest(given), digest(token));
};

const refuse = (status: number, words: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(`${words}\n`, { status, headers });

const refusalOf = (request: Request, from: Peer, token: string | undefined): Response | undefined => {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only GET.", { allow: "GET, HEAD" });
  if (token !== undefined)
    return bears(request, token)
      ? undefined
      : refuse(401, "Send the METRICS_TOKEN as a bearer token.", { "www-authenticate": "Bearer" });
  const local = from.address !== undefined && isLoopback(from.address) && isAskedLocally(request);
  return local ? undefined : refuse(403, "Only for this machine; set METRICS_TOKEN to ask from elsewhere.");
};

/**
 * `/metrics`: with a token for whoever bears it, from anywhere; without one for this machine alone, and then not through
 * a proxy that says it is one.
 */
export const createMetricsEndpoint =
  (metrics: Pick<Metrics, "text" | "contentType">, token: string | undefined) =>
  async (request: Request, from: Peer): Promise<Response> =>
    refusalOf(request, from, token) ??
    new Response(await metrics.text(), {
      headers: { "content-type": metrics.contentType, "cache-control": "no-store" },
    });
