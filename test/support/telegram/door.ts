import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Fault, Faults } from "./faults.js";
import { type Ground, methodNamed, perform } from "./methods/perform.js";
import { Refusal } from "./refusal.js";
import { type Params, paramsOf } from "./request.js";
import { violationsOf } from "./violations.js";

/** A call of a method. */
export interface Call {
  readonly at: number;
  readonly method: string;
  readonly params: Params;
}

/** A call that was accepted and changed something. */
export interface Journalled extends Call {
  /** What Telegram answered, whether or not it arrived. */
  readonly result: unknown;
}

interface Parts {
  readonly token: string;
  readonly nowMs: () => number;
  readonly faults: Faults;
  readonly ground: Ground;
}

/** The Bot API's HTTP side. */
export interface Door {
  readonly apiRoot: string;
  readonly calls: readonly Call[];
  readonly journal: readonly Journalled[];
  readonly violations: readonly string[];
  called(fits: (call: Call) => boolean, from?: number): Promise<Call>;
  network(state: "up" | "gone" | "half-open"): Promise<void>;
  close(): Promise<void>;
}

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  if (response.destroyed) return;
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
};

const refuse = (response: ServerResponse, { status, description, parameters }: Refusal): void =>
  answer(response, status, { ok: false, error_code: status, description, ...(parameters ? { parameters } : {}) });

/** What a gateway before Telegram says when it has nothing behind it. */
const GATEWAY_PAGE = "<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>";

/** Fails a call; false where it is done first. */
const failBefore = (response: ServerResponse, fault: Fault): boolean => {
  switch (fault.kind) {
    case "429": {
      const { retryAfterS: s } = fault;
      refuse(response, new Refusal(429, `Too Many Requests: retry after ${s}`, { retry_after: s }));
      return true;
    }
    case "500":
      refuse(response, new Refusal(500, "Internal Server Error"));
      return true;
    case "502":
      response.writeHead(502, { "content-type": "text/html" }).end(GATEWAY_PAGE);
      return true;
    case "401":
      refuse(response, new Refusal(401, "Unauthorized"));
      return true;
    case "refused":
      refuse(response, new Refusal(fault.status, fault.description));
      return true;
    case "drop":
      response.destroy();
      return true;
    case "silent":
      return true;
    case "done-drop":
    case "done-silent":
      return false;
    default:
      return fault satisfies never;
  }
};

/** Opens it on a port of loopback. */
export const createDoor = async ({ token, nowMs, faults, ground }: Parts): Promise<Door> => {
  const calls: Call[] = [];
  const journal: Journalled[] = [];
  const violations: string[] = [];
  const watchers: { readonly fits: (call: Call) => boolean; readonly tell: (call: Call) => void }[] = [];
  const sockets = new Set<Socket>();
  let isHalfOpen = false;

  const note = (call: Call): void => {
    calls.push(call);
    for (const watcher of [...watchers].filter(({ fits }) => fits(call))) {
      watchers.splice(watchers.indexOf(watcher), 1);
      watcher.tell(call);
    }
  };

  const performed = async (call: Call, gone: AbortSignal): Promise<unknown> => {
    const wrong = violationsOf(call.method, call.params);
    violations.push(...wrong);
    if (wrong.length > 0) throw new Refusal(400, `Bad Request: ${wrong.join("; ")}`);
    const result = await perform(ground, call.method, call.params, gone);
    if (!call.method.startsWith("get")) journal.push({ ...call, result });
    return result;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse, name: string, url: URL): Promise<void> => {
    const method = methodNamed(name);
    if (method === undefined) throw new Refusal(404, "Not Found: method not found");
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    const call: Call = { at: nowMs(), method, params: await paramsOf(method, request, url.searchParams) };
    const { chat_id: chat } = call.params;
    const fault = faults.next(method, typeof chat === "undefined" ? undefined : Number(chat));
    note(call);
    if (fault && failBefore(response, fault)) return;
    const result = await performed(call, gone.signal);
    if (fault?.kind === "done-drop") response.destroy();
    else if (fault === undefined) answer(response, 200, { ok: true, result });
  };

  const give = (response: ServerResponse, path: string): void => {
    const file = [...ground.world.files.values()].find((each) => each.path === path);
    if (file === undefined) throw new Refusal(404, "Not Found");
    note({ at: nowMs(), method: "file", params: { path } });
    const fault = faults.next("file", undefined);
    if (fault && failBefore(response, fault)) return;
    response.writeHead(200, { "content-type": "application/octet-stream", "content-length": file.bytes.length });
    if (fault === undefined) response.end(file.bytes);
    else response.write(file.bytes.subarray(0, file.bytes.length / 2), () => response.destroy());
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (isHalfOpen) return;
    const url = new URL(request.url ?? "/", "http://telegram.test");
    const [, isFile, given, rest = ""] = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(decodeURI(url.pathname)) ?? [];
    if (given === undefined) throw new Refusal(404, "Not Found");
    if (given !== token) throw new Refusal(401, "Unauthorized");
    if (isFile) give(response, rest);
    else await serve(request, response, rest, url);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (error instanceof Refusal) refuse(response, error);
      else refuse(response, new Refusal(500, `the stand-in failed: ${String(error)}`));
    });
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  const listen = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        const address = server.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  const shut = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  const port = await listen(0);

  return {
    apiRoot: `http://127.0.0.1:${port}`,
    ...{ calls, journal, violations },
    called(fits, from = 0) {
      const made = calls.slice(from).find(fits);
      if (made) return Promise.resolve(made);
      return new Promise((tell) => watchers.push({ fits, tell }));
    },
    async network(state) {
      isHalfOpen = state === "half-open";
      if (state === "gone") await shut();
      // What was half open is found dead when the network is back.
      if (state === "up") for (const socket of sockets) socket.destroy();
      if (state === "up" && !server.listening) await listen(port);
    },
    close: shut,
  };
};
