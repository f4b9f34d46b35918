import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { never, noAnswer, refusal, telegramFixtures } from "../support/fake-telegram-api.js";
import { createIntakeBench, type IntakeBench } from "../support/telegram-intake-bench.js";

const SECRET = "s".repeat(32);
const HEADER = "X-Telegram-Bot-Api-Secret-Token";
const URL_OF_HOOK = "https://bot.contoh.test/telegram/webhook";
const { plain, toAnotherBot } = telegramFixtures("commands");
const { pressed } = telegramFixtures("callback-queries");

describe("the webhook", () => {
  let bench: IntakeBench;
  beforeEach(async () => {
    bench = createIntakeBench({ webhook: { url: URL_OF_HOOK, secret: SECRET } });
    bench.start();
    await bench.until(() => bench.intake.health().state === "online");
  });
  afterEach(async () => {
    bench.inbox.mode("take");
    await bench.stop();
  });

  const call = async (body: unknown, headers: Record<string, string> = { [HEADER]: SECRET }, method = "POST") => {
    const content = method === "GET" ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
    const request = new Request("http://bot.test/telegram/webhook", { method, headers, ...content });
    return (await bench.http(request)).status;
  };

  it("is told to Telegram with its secret, by the owner", async () => {
    await bench.until(() => bench.api.of("setWebhook").length > 0);
    expect(bench.api.of("setWebhook")).toEqual([
      {
        url: URL_OF_HOOK,
        secret_token: SECRET,
        max_connections: 40,
        allowed_updates: ["message", "edited_message", "callback_query", "message_reaction", "my_chat_member"],
        drop_pending_updates: false,
      },
    ]);
    expect(bench.api.of("getUpdates")).toEqual([]);
  });

  it("takes updates, a repeat once", async () => {
    expect(await call(plain)).toBe(200);
    expect(await call(plain)).toBe(200);
    expect(bench.inbox.events).toMatchObject([{ type: "command", command: "status" }]);
  });

  it("answers after the inbox has the event, not before", async () => {
    bench.inbox.mode("hold");
    const called = bench.inbox.called();
    let status: number | undefined;
    const answered = call(plain).then((given) => {
      status = given;
    });
    await called;
    expect(status).toBeUndefined();
    bench.inbox.mode("take");
    await answered;
    expect(status).toBe(200);
  });

  it("has Telegram call again while the inbox is down", async () => {
    bench.inbox.mode("reject");
    expect(await call(plain)).toBe(503);
    bench.inbox.mode("take");
    expect(await call(plain)).toBe(200);
    expect(bench.inbox.events).toHaveLength(1);
  });

  it("is done with what is none of the program's business, and with what it does not know", async () => {
    bench.inbox.mode("reject");
    expect(await call(toAnotherBot)).toBe(200);
    expect(await call({ update_id: 5, message: { text: 1 } })).toBe(200);
  });

  it.each([
    ["without the secret", 401, plain, {}, "POST"],
    ["with another", 403, plain, { [HEADER]: `${SECRET}s` }, "POST"],
    ["with an empty one", 403, plain, { [HEADER]: "" }, "POST"],
    ["with another method", 405, plain, { [HEADER]: SECRET }, "PUT"],
    ["to read", 405, undefined, { [HEADER]: SECRET }, "GET"],
    ["without JSON", 400, "{", { [HEADER]: SECRET }, "POST"],
    ["without an update", 400, [plain], { [HEADER]: SECRET }, "POST"],
    ["without a number", 400, { message: {} }, { [HEADER]: SECRET }, "POST"],
  ])("refuses a call %s", async (_how, status, body, headers, method) => {
    expect(await call(body, headers as Record<string, string>, method)).toBe(status);
    expect(bench.inbox.events).toEqual([]);
  });

  it("keeps a pressed button waiting before the inbox has it", async () => {
    bench.inbox.mode("hold");
    const called = bench.inbox.called();
    const answered = call(pressed);
    await called;
    expect(bench.queries).toMatchObject([{ id: "301000000000000001", user: "70001" }]);
    bench.inbox.mode("take");
    expect(await answered).toBe(200);
  });

  it("takes nothing after a stop, which waits for what was taken", async () => {
    bench.inbox.mode("hold");
    const called = bench.inbox.called();
    const answered = call(plain);
    await called;
    const stopped = bench.stop();
    expect(await call({ ...plain, update_id: 6 })).toBe(503);
    bench.inbox.mode("take");
    await stopped;
    expect(await answered).toBe(200);
    expect(bench.inbox.events).toHaveLength(1);
  });
});

describe("a webhook Telegram does not know yet", () => {
  it("takes nothing before the bot knows its own name", async () => {
    const bench = createIntakeBench({ webhook: { url: URL_OF_HOOK, secret: SECRET } });
    bench.api.on("getMe", never);
    bench.start();
    const request = new Request("http://bot.test/telegram/webhook", {
      method: "POST",
      headers: { [HEADER]: SECRET },
      body: JSON.stringify(plain),
    });
    expect((await bench.http(request)).status).toBe(503);
    await bench.stop();
  });

  it("is told again until Telegram takes it; the reason is in health and once in the log", async () => {
    const bench = createIntakeBench({ webhook: { url: URL_OF_HOOK, secret: SECRET } });
    let isBad = true;
    bench.api.on("setWebhook", () => {
      if (isBad) throw refusal(400, "Bad Request: bad webhook: Failed to resolve host");
      return true;
    });
    bench.start();
    await bench.until(() => bench.pauses.length > 3);
    expect(bench.intake.health()).toMatchObject({
      state: "reconnecting",
      detail: "400 Bad Request: bad webhook: Failed to resolve host",
    });
    expect(bench.log.filter(({ level }) => level === "warn")).toHaveLength(1);
    expect(JSON.stringify(bench.log)).not.toContain(SECRET);
    isBad = false;
    await bench.until(() => bench.intake.health().state === "online");
    await bench.stop();
  });

  it("is not set by a process that lost the account", async () => {
    const bench = createIntakeBench({ webhook: { url: URL_OF_HOOK, secret: SECRET } });
    let isAway = true;
    bench.api.on("setWebhook", () => {
      if (isAway) throw noAnswer();
      return true;
    });
    bench.start();
    await bench.until(() => bench.pauses.length > 0);
    await bench.loseOwnership();
    isAway = false;
    const { length } = bench.api.of("setWebhook");
    await bench.stop();
    expect(bench.api.of("setWebhook")).toHaveLength(length);
  });
});
