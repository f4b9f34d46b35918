import { createServer, type IncomingMessage, type Server } from "node:http";
import { TelegramServer } from "telegram-test-api/lib/telegramServer.js";

/**
 * The Bot API of the package `telegram-test-api`, which nobody here wrote, and before it a door that answers what it lacks:
 * reactions, membership, lists of commands, `getWebhookInfo`. It knows commands, texts, inline keyboards, pressed buttons, edits
 * and deletions. It does not wait in `getUpdates` and takes no heed of `offset`: what it handed out once it forgets. It gives
 * every chat it writes to the type "private", takes texts of any length and anything for an entity, knows no topics and no
 * files, and never says 429.
 */
export interface TelegramTestApi {
  readonly apiRoot: string;
  readonly token: string;
  /** The package's own server, and by it its clients. */
  readonly server: TelegramServer;
  /** Calls the door answered. */
  readonly answered: readonly { readonly method: string; readonly params: Readonly<Record<string, unknown>> }[];
  /** Hands out, with the next updates, one the package has no means for. */
  inject(kind: "message_reaction" | "my_chat_member", body: unknown): void;
  close(): Promise<void>;
}

/** What the bot is called there. */
export const testApiBot = { id: 666, username: "TestNameBot" } as const;

const TOKEN = "666:telegram-test-api";

/** What the door says of methods the package does not know. */
const OWN: Readonly<Record<string, unknown>> = {
  getWebhookInfo: { url: "", has_custom_certificate: false, pending_update_count: 0 },
  getMyCommands: [],
  setMyCommands: true,
  setMessageReaction: true,
};

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
};

const listen = (server: Server): Promise<void> => new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

/** A port that was free a moment ago: the package takes no 0. */
const freePort = async (): Promise<number> => {
  const probe = createServer();
  await listen(probe);
  const port = portOf(probe);
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return port;
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
};

/** Starts both on loopback. */
export const startTelegramTestApi = async (): Promise<TelegramTestApi> => {
  const server = new TelegramServer({ port: await freePort(), host: "127.0.0.1", storeTimeout: 3_600 });
  await server.start();
  const answered: { method: string; params: Record<string, unknown> }[] = [];
  const injected: unknown[] = [];
  let nextId = 1_000_000;

  const answerOf = async (path: string, body: string): Promise<{ status: number; body: string }> => {
    const method = path.split("/").at(-1) ?? "";
    if (method in OWN) {
      answered.push({ method, params: JSON.parse(body || "{}") as Record<string, unknown> });
      return { status: 200, body: JSON.stringify({ ok: true, result: OWN[method] }) };
    }
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${server.config.apiURL}${path}`, { method: "POST", headers, body });
    const text = await response.text();
    if (method !== "getUpdates" || !response.ok) return { status: response.status, body: text };
    const { result } = JSON.parse(text) as { readonly result: readonly unknown[] };
    return { status: 200, body: JSON.stringify({ ok: true, result: [...result, ...injected.splice(0)] }) };
  };
  const door = createServer(async (request, response) => {
    const { status, body } = await answerOf(request.url ?? "/", await bodyOf(request)).catch(() => ({
      ...{ status: 502, body: "" },
    }));
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  await listen(door);
  return {
    ...{ apiRoot: `http://127.0.0.1:${portOf(door)}`, token: TOKEN, server, answered },
    inject(kind, body) {
      injected.push({ update_id: nextId, [kind]: body });
      nextId += 1;
    },
    async close() {
      door.closeAllConnections();
      await new Promise<void>((resolve) => door.close(() => resolve()));
      await server.stop();
    },
  };
};
