import type { AddressInfo } from "node:net";
import { type HttpBindings, type ServerType, serve } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";

/** Largest request body, in bytes; larger ones are refused with 413 before they are read. */
const maxBodyBytes = 1_000_000;

/** How long open connections may go on after the stop was asked for, in milliseconds. */
const closeGraceMs = 1_000;

const nothingHere = "Tanggap is running; there is no page at this address.\n";

/** Who sent a request: the address at the other end of its connection, a proxy's where there is one. */
export interface Peer {
  /** Undefined for a request that came without a socket. */
  readonly address: string | undefined;
}

type Handle = (request: Request, from: Peer) => Promise<Response>;

interface Mounted {
  readonly handle: Handle;
  readonly streams: boolean;
}

const isUnder = (path: string, prefix: string): boolean =>
  path === prefix || (prefix !== "/" && path.startsWith(`${prefix}/`));

const mountedFor = (mounted: ReadonlyMap<string, Mounted>, path: string): Mounted | undefined =>
  [...mounted].filter(([prefix]) => isUnder(path, prefix)).sort(([a], [b]) => b.length - a.length)[0]?.[1];

/** The program's one HTTP server. */
export interface HttpServer {
  /**
   * Routes under a prefix, web-standard, from now on; the prefix `/` is that one path alone. Of several the longest counts.
   * Bodies are limited here, but for `streams`, whose handler does it itself.
   */
  mount(prefix: string, handle: Handle, options?: { readonly streams?: boolean }): void;
  /** Resolves with the address people open. Rejects when the port is taken, saying so. */
  listen(host: string, port: number): Promise<{ readonly url: string }>;
  /** Answers a request without a socket, as if it had come from outside. */
  fetch(request: Request): Promise<Response>;
  /** `/healthz` answers 200 from here on. */
  ready(): void;
  close(): Promise<void>;
}

const listenError = (error: NodeJS.ErrnoException, host: string, port: number): Error => {
  if (error.code === "EADDRINUSE")
    return new Error(`Port ${port} on ${host} is in use. Stop the other program or set PORT to another one.`, {
      cause: error,
    });
  return new Error(`Cannot listen on ${host}:${port} (${error.code ?? error.message}). Check HOST and PORT.`, {
    cause: error,
  });
};

/** A server that is not listening yet. */
export const createHttpServer = (): HttpServer => {
  const app = new Hono<{ Bindings: Partial<HttpBindings> }>();
  let server: ServerType | undefined;
  const mounted = new Map<string, Mounted>();
  let isReady = false;
  const limited = bodyLimit({
    maxSize: maxBodyBytes,
    onError: (context) =>
      context.json({ error: { code: "too-large", message: `A body may hold ${maxBodyBytes} bytes at most.` } }, 413),
  });
  app.use((context, next) => (mountedFor(mounted, context.req.path)?.streams ? next() : limited(context, next)));
  app.get("/healthz", (context) => (isReady ? context.text("ok") : context.text("starting", 503)));
  app.all("*", (context) => {
    const found = mountedFor(mounted, context.req.path);
    if (found === undefined) return context.text(nothingHere, 404);
    return found.handle(context.req.raw, { address: context.env.incoming?.socket.remoteAddress });
  });
  return {
    mount: (prefix, handle, { streams = false } = {}) => {
      mounted.set(prefix, { handle, streams });
    },
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        const started = serve({ fetch: app.fetch, hostname: host, port }, (info: AddressInfo) =>
          resolve({ url: `http://${host.includes(":") ? `[${host}]` : host}:${info.port}` }),
        );
        started.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
        server = started;
      }),
    fetch: async (request) => app.fetch(request, {}),
    ready: () => {
      isReady = true;
    },
    close: () => closeServer(server),
  };
};

const closeServer = (server: ServerType | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (!server?.listening) return resolve();
    server.close(() => resolve());
    if ("closeIdleConnections" in server) server.closeIdleConnections();
    setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), closeGraceMs).unref();
  });
