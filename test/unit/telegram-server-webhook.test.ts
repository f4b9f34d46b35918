import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, expect, it } from "vitest";
import { callTelegram } from "../support/telegram-client.js";
import { createTelegramServer, type TelegramServer } from "../support/telegram-server.js";

let server: TelegramServer;
let bot: Server;
let url: string;
let statuses: number[];
let heard: { readonly secret: unknown; readonly body: string }[];

beforeEach(async () => {
  server = await createTelegramServer({ webhookAgainMs: 1 });
  statuses = [];
  heard = [];
  bot = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    heard.push({
      secret: request.headers["x-telegram-bot-api-secret-token"],
      body: Buffer.concat(chunks).toString("utf8"),
    });
    response.writeHead(statuses.shift() ?? 200).end();
  });
  await new Promise<void>((resolve) => bot.listen(0, "127.0.0.1", resolve));
  const address = bot.address();
  url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/telegram`;
});
afterEach(async () => {
  await server.close();
  bot.close();
});

it("calls the webhook with its secret, one update after the other, each until it is taken", async () => {
  const budi = server.addPerson({ first_name: "Budi" });
  const hand = server.hand(budi);
  hand.say("/satu");
  statuses = [500, 503];
  await callTelegram(server, "setWebhook", { url, secret_token: "rahasia-1" });
  const last = hand.say("/dua");
  expect(await server.taken(last)).toBe(true);
  await server.drained();
  expect(heard.map(({ secret }) => secret)).toEqual(Array(4).fill("rahasia-1"));
  const texts = heard.map(({ body }) => (JSON.parse(body) as { message: { text: string } }).message.text);
  expect(texts).toEqual(["/satu", "/satu", "/satu", "/dua"]);
  expect((await callTelegram(server, "getWebhookInfo")).result).toMatchObject({
    url,
    pending_update_count: 0,
    last_error_message: "Wrong response from the webhook: 503",
  });
  expect(await callTelegram(server, "getUpdates")).toMatchObject({ status: 409 });
});

it("tells that a call was not taken, and stops calling when the webhook is deleted", async () => {
  const hand = server.hand(server.addPerson({ first_name: "Budi" }));
  await callTelegram(server, "setWebhook", { url });
  statuses = [401];
  expect(await server.taken(hand.say("/satu"))).toBe(false);
  await server.drained();
  await callTelegram(server, "deleteWebhook");
  const before = heard.length;
  hand.say("/dua");
  expect((await callTelegram(server, "getUpdates")).result).toHaveLength(1);
  expect(heard).toHaveLength(before);
  expect(heard[0]?.secret).toBeUndefined();
  expect(await callTelegram(server, "setWebhook", { url, secret_token: "tidak boleh" })).toMatchObject({ status: 400 });
});
