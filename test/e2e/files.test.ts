import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { maxFileBytes } from "../../src/ports/files.js";
import { pdfBytes, pngBytes, voiceBytes } from "../support/file-bytes.js";
import { createProgramStage, examplesYear } from "../support/program-stage.js";

const stage = createProgramStage();
const { client } = stage;

const home = {
  officer: "jabar-dinkes-officer",
  official: "jabar-dinkes-official",
  work: "jabar-dinkes-work",
  approval: "jabar-dinkes-approval",
};

const folder = join(stage.dataDir, "files");
const kept = (): readonly string[] => {
  const names = statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder, { recursive: true }) : [];
  return names.map(String).filter((name) => statSync(join(folder, name)).isFile());
};
const handleOf = async (bytes: Uint8Array): Promise<string> => {
  const answer = (await (await client.upload(Buffer.from(bytes))).json()) as { handle: string };
  return answer.handle;
};
const say = async (text: string, files: readonly object[], more: object = {}) => {
  await client.send({ as: home.officer, channel: home.work, type: "message", text, files, ...more });
  await client.idle();
};
const cards = async (channel: string, code: string) =>
  (await client.said(channel)).filter((message) => message.text.includes(code));
const namesOn = (message?: { readonly blocks: readonly { kind: string; name?: string }[] }) =>
  message?.blocks.filter(({ kind }) => kind === "file").map(({ name }) => name);

test("what is too large is refused with 413, also where nobody says how large it is, and nothing of it stays", async () => {
  const before = kept();
  expect((await client.upload(Buffer.alloc(maxFileBytes + 1))).status).toBe(413);
  const large = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(pngBytes());
      for (let megabyte = 0; megabyte < 21; megabyte += 1) controller.enqueue(new Uint8Array(1024 * 1024));
      controller.close();
    },
  });
  const answer = await client.upload(large, { duplex: "half" });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ error: { code: "file-too-large" } });
  // Far over the limit the connection is closed; what is told may be lost with it.
  const huge = await client.upload(Buffer.alloc(3 * maxFileBytes)).catch(() => undefined);
  expect([413, undefined]).toContain(huge?.status);
  expect((await client.upload(Buffer.from("<svg onload=alert(1)>"))).status).toBe(415);
  expect(kept()).toEqual(before);
});

test("an upload that breaks off leaves nothing", async () => {
  const before = kept();
  const abort = new AbortController();
  const endless = new ReadableStream<Uint8Array>({
    async pull(controller) {
      controller.enqueue(pngBytes("x".repeat(50_000)));
      await sleep(5);
    },
  });
  const upload = client.upload(endless, { duplex: "half", signal: abort.signal });
  await vi.waitFor(() => expect(kept().length).toBeGreaterThan(before.length), 10_000);
  abort.abort();
  await expect(upload).rejects.toThrow();
  await vi.waitFor(() => expect(kept()).toEqual(before), 10_000);
});

test("a picture goes with an inquiry and its answer through the approval to the posting, over a restart", async () => {
  const code = `JABAR-${examplesYear}-0001`;
  const question = { handle: await handleOf(pngBytes("q")), name: "../antrean.png", altText: "Antrean panjang" };
  const poster = { handle: await handleOf(pngBytes("a")), name: "jadwal.png", altText: "Jadwal vaksin" };
  const letter = { handle: await handleOf(pdfBytes), name: "edaran.pdf" };
  await say("/inquiry Apakah vaksin gratis?", [question]);
  await say(`/answer ${code} Ya, gratis.`, [poster]);
  expect(namesOn((await cards(home.work, code))[0])).toEqual(["antrean.png", "jadwal.png"]);
  await stage.startAgain();
  const [asking] = await cards(home.approval, code);
  expect(asking?.text).toContain("📎 jadwal.png: Jadwal vaksin");
  await client.react(home.official, home.approval, asking?.id ?? "", "👍");
  expect((await cards(home.work, code))[0]?.text).toContain("Siap ditayangkan");

  await say(`/answer ${code} Ya, gratis.`, [poster, letter]);
  await client.react(home.official, home.approval, asking?.id ?? "", "👍");
  expect((await cards(home.work, code))[0]?.text).toContain("Menunggu persetujuan pejabat");
  const again = (await cards(home.approval, code)).at(-1);
  expect(again?.text).toContain("Teksnya tidak berubah.");
  expect(again?.text).toContain("Lampiran baru: edaran.pdf");
  await client.react(home.official, home.approval, again?.id ?? "", "👍");
  await client.press(home.officer, home.work, "Salin naskah");
  const copy = (await client.whispered(home.work, home.officer)).at(-1);
  expect(namesOn(copy)).toEqual(["jadwal.png", "edaran.pdf"]);
  const key = copy?.blocks.find(({ name }) => name === "edaran.pdf")?.storeKey;
  const saved = await fetch(`${stage.url()}/api/simulator/files/${key}?name=edaran.pdf`);
  expect(Buffer.from(await saved.arrayBuffer())).toEqual(Buffer.from(pdfBytes));
  await client.type(home.officer, home.work, `/posted ${code} https://example.org/1`);
  const [closed] = await cards(home.work, code);
  expect(closed?.text).toContain("Selesai");
  expect(namesOn(closed)).toEqual(["antrean.png", "jadwal.png", "edaran.pdf"]);
});

test("a voice note is kept with the case, and its author is told that it is no answer", async () => {
  const code = `JABAR-${examplesYear}-0002`;
  const note = { handle: await handleOf(voiceBytes), name: "suara.ogg" };
  await say("/inquiry Jam buka?", []);
  const [card] = await cards(home.work, code);
  await say("", [note], { replyTo: card?.id });
  await say(`/answer ${code} Dengarkan.`, [note]);
  const told = (await client.whispered(home.work, home.officer)).map(({ text }) => text).join("\n");
  expect(told).toContain(`Pesan suara disimpan sebagai catatan ${code}`);
  expect(told).toContain("pesan suara tidak dapat menjadi jawaban");
  expect((await cards(home.work, code))[0]?.text).toContain("Diterima");
  await client.type(home.officer, home.work, `/history ${code}`);
  expect(namesOn((await client.whispered(home.work, home.officer)).at(-1))).toEqual(["suara.ogg", "suara.ogg"]);
});
