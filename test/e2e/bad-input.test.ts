import { expect, test } from "vitest";
import { startProgram } from "../support/program.js";
import { createProgramStage } from "../support/program-stage.js";

const stage = createProgramStage();
const { client } = stage;
const officer = "kobar-dlh-officer";
const work = "kobar-dlh-work";

const lastWhisper = async (): Promise<string> => (await client.whispered(work, officer)).at(-1)?.text ?? "";
const cards = async (): Promise<number> => (await client.said(work)).length;

test.each([
  ["an unknown command", "/inqury halo", "/inquiry"],
  ["a wrong case code", "/status KOBAR-26-9999", "tidak ditemukan"],
  ["a word that is no code", "/status apa-ini", "tidak ditemukan"],
  ["another government's case", "/status JABAR-26-0001", "tidak ditemukan"],
  ["another agency's case", "/answer 1 Bukan urusan kami.", "KOBAR-"],
  ["a missing right", "/approve 1", "hanya pejabat"],
  ["nothing to cancel", "/cancel", "Tidak ada"],
])("%s is refused to the person alone, and nothing changes", async (_what, text, told) => {
  const before = await cards();
  await client.type(officer, work, text);
  expect(await lastWhisper()).toContain(told);
  expect(await cards()).toBe(before);
});

test("an unknown agency is named in the refusal", async () => {
  await client.type(officer, work, "/inquiry Siapa yang mengurus roket?");
  const code = /KOBAR-\d\d-\d{4}/.exec((await client.said(work)).at(-1)?.text ?? "")?.[0] ?? "";
  await client.type(officer, work, `/forward ${code} antariksa`);
  expect(await lastWhisper()).toContain("antariksa");
});

test("100 kB of text are refused with the limit; the words stay in the chat", async () => {
  const before = await cards();
  await client.type(officer, work, `/inquiry ${"panjang ".repeat(12_500)}`);
  expect(await lastWhisper()).toContain("paling banyak 10.000");
  expect(await cards()).toBe(before);
});

const hostile = [
  "<script>alert(1)</script> **tebal** _miring_ [tautan](javascript:alert(1)) `kode`",
  "@everyone @here <!channel> <@U1> tg://user?id=1",
  '=HYPERLINK("http://x") \' ; drop table inquiry; --',
  "{{7*7}} $(id) %s %n",
];

test.each(hostile)("is shown literally: %s", async (text) => {
  await client.type(officer, work, `/inquiry ${text}`);
  expect((await client.said(work)).at(-1)?.text).toContain(text);
});

test("what cannot be seen is taken out: NUL, lone surrogates, direction overrides, zero-width characters", async () => {
  await client.type(officer, work, "/inquiry Ja\u0000lan \u202Erusak\u202C di\u200B sini \uD800!");
  const text = (await client.said(work)).at(-1)?.text ?? "";
  expect(text).toContain("Jalan rusak di sini");
  expect(text).not.toMatch(/[\u0000\u202E\u202C\u200B\uD800]/);
});

test.each([
  ["no JSON", "{", 400],
  ["an unknown person", { as: "nobody", channel: work, type: "message", text: "x" }, 404],
  ["an unknown channel", { as: officer, channel: "nowhere", type: "message", text: "x" }, 404],
  ["an unknown message", { as: officer, channel: work, type: "reaction", message: "999999", emoji: "👍" }, 404],
  ["an unknown type", { as: officer, channel: work, type: "dance" }, 400],
  ["a missing text", { as: officer, channel: work, type: "command" }, 400],
  ["an unknown form", { as: officer, channel: work, type: "form", form: "nothing", values: {} }, 404],
])("a request with %s is refused with a code", async (_what, body, status) => {
  const response = await fetch(`${stage.url()}/api/simulator/events`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } });
});

test("two officers acting at once: one answer counts, the other person is told", async () => {
  await client.type(officer, work, "/inquiry Siapa lebih dulu?");
  const code = /KOBAR-\d\d-\d{4}/.exec((await client.said(work)).at(-1)?.text ?? "")?.[0] ?? "";
  const outcomes = await Promise.all([
    client.send({ as: officer, channel: work, type: "command", text: `/close ${code} noted` }),
    client.send({ as: officer, channel: "kobar-dlh-approval", type: "command", text: `/close ${code} spam` }),
  ]);
  expect(outcomes).toHaveLength(2);
  await client.idle();
  const told = [...(await client.whispered(work, officer)), ...(await client.whispered("kobar-dlh-approval", officer))];
  expect(told.filter(({ text }) => text.includes(code) && text.includes("sudah selesai"))).toHaveLength(1);
});

test("a wrong configuration names every wrong key at once and does not start", async () => {
  await expect(
    startProgram({ DATA_DIR: stage.dataDir, PORT: "ninety", LOG_LEVEL: "loud", DATABASE_URL: "mysql://x" }),
  ).rejects.toThrow(/PORT[\s\S]*LOG_LEVEL|LOG_LEVEL[\s\S]*PORT/);
});
