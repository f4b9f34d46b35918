import { describe, expect, it } from "vitest";
import { createDiagnose } from "../../adapters/telegram/diagnose.js";
import type { BoundChat } from "../../src/ports/chat/adapter.js";
import { type FakeTelegramApi, fakeTelegramApi, never, noAnswer, refusal } from "../support/fake-telegram-api.js";

const WEBHOOK = { url: "https://bot.contoh.test/telegram/webhook", secret: "s".repeat(32) };
const account = { token: "5550001:token", apiRoot: "http://bot.test" };
const bound = (channel: string, name = "Kominfo"): BoundChat => ({
  conversation: { platform: "telegram", workspace: "-", channel },
  name,
});
const GROUP = bound("-1001900000001");

const set = (answers: Readonly<Record<string, unknown>>): FakeTelegramApi => {
  const api = fakeTelegramApi();
  api.on("getChatMember", () => ({ status: "administrator" }));
  for (const [method, answer] of Object.entries(answers))
    api.on(method, () => {
      if (answer instanceof Error) throw answer;
      return answer;
    });
  return api;
};
const find = (answers: Readonly<Record<string, unknown>>, chats = [GROUP], webhook?: typeof WEBHOOK) =>
  createDiagnose({ ...account, ...(webhook ? { webhook } : {}) }, set(answers))(chats);
const me = { id: 5550001, username: "TanggapContohBot" };

describe("the check-up", () => {
  it("says in one finding that all is well", async () => {
    expect(await find({}, [GROUP, bound("70001")])).toEqual([
      { level: "ok", what: "@TanggapContohBot: Telegram is asked for updates, 2 bound chats are in order" },
    ]);
  });

  it.each([
    [refusal(401), "does not take TELEGRAM_BOT_TOKEN"],
    [refusal(404), "does not take TELEGRAM_BOT_TOKEN"],
    [noAnswer(), "does not answer (ETIMEDOUT)"],
    [refusal(502), "does not answer (http-502)"],
  ])("says what is wrong with the account: %s", async (error, what) => {
    expect(await find({ getMe: error })).toMatchObject([{ level: "error", what: expect.stringContaining(what) }]);
  });

  it("says what the bot may see and where it may be", async () => {
    const open = { ...me, can_join_groups: false, can_read_all_group_messages: true };
    expect(await find({ getMe: open })).toMatchObject([
      { level: "error", fix: expect.stringContaining("/setjoingroups") },
      { level: "warning", fix: expect.stringContaining("/setprivacy") },
    ]);
  });

  it.each([
    ["none, but one is set", { url: "https://lain.test/" }, undefined, "though none is configured"],
    ["one, but none is set", { url: "" }, WEBHOOK, "does not call"],
    [
      "one that fails",
      { url: WEBHOOK.url, last_error_message: "Wrong response", last_error_date: 9e9 },
      WEBHOOK,
      "Wrong response",
    ],
    ["one that is slow", { url: WEBHOOK.url, pending_update_count: 101 }, WEBHOOK, "101 updates wait"],
  ])("says what is wrong with the webhook: %s", async (_case, info, webhook, what) => {
    const findings = await find({ getWebhookInfo: { pending_update_count: 0, ...info } }, [GROUP], webhook);
    expect(findings).toMatchObject([{ level: "warning", what: expect.stringContaining(what) }]);
  });

  it("forgets what failed long ago", async () => {
    const info = {
      url: WEBHOOK.url,
      pending_update_count: 3,
      last_error_message: "Wrong response",
      last_error_date: 1,
    };
    expect(await find({ getWebhookInfo: info }, [GROUP], WEBHOOK)).toMatchObject([{ level: "ok" }]);
  });

  it.each([
    [{ status: "left" }, {}, ["is not in"]],
    [{ status: "kicked" }, {}, ["is not in"]],
    [{ status: "restricted", is_member: false }, {}, ["is not in"]],
    [{ status: "restricted", is_member: true, can_send_messages: false }, {}, ["may not write", "no administrator"]],
    [{ status: "member" }, { permissions: { can_send_messages: false } }, ["may not write", "no administrator"]],
    [{ status: "member" }, { permissions: { can_send_messages: true } }, ["no administrator"]],
    [{ status: "creator" }, {}, ["in order"]],
    [refusal(400, "Bad Request: chat not found"), {}, ["is not in"]],
    [refusal(403, "Forbidden: bot was kicked"), {}, ["is not in"]],
    [refusal(400, "Bad Request", { migrateTo: "-1002" }), {}, ["has become a supergroup"]],
    [refusal(429), {}, ["could not be asked about"]],
    [noAnswer(), {}, ["could not be asked about"]],
  ])("says what is wrong with a chat: %j", async (member, chat, whats) => {
    const findings = await find({ getChatMember: member, getChat: chat });
    expect(findings.map(({ what }) => what)).toEqual(whats.map((what) => expect.stringContaining(what)));
  });

  it("asks no more than a few chats at a time, in order", async () => {
    const api = fakeTelegramApi();
    let [now, most] = [0, 0];
    api.on("getChatMember", async () => {
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      now -= 1;
      return { status: "left" };
    });
    const names = Array.from({ length: 20 }, (_, place) => `grup ${place}`);
    const findings = await createDiagnose(account, api)(names.map((name, place) => bound(`-${place}`, name)));
    expect(most).toBe(5);
    expect(findings.map(({ what }) => /“(.*)”/.exec(what)?.[1])).toEqual(names);
  });

  it("answers in time whatever Telegram does", async () => {
    const api = fakeTelegramApi();
    api.on("getChatMember", never);
    const findings = await createDiagnose(account, api, 1)(Array.from({ length: 7 }, () => GROUP));
    expect(findings.at(-1)).toMatchObject({
      level: "warning",
      what: expect.stringContaining("not asked about in time"),
    });
    api.on("getMe", never);
    expect(await createDiagnose(account, api, 1)([])).toMatchObject([{ level: "error" }]);
  });
});
