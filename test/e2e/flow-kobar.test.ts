import { expect, test } from "vitest";
import { createProgramStage } from "../support/program-stage.js";

const stage = createProgramStage();
const { client } = stage;

const pupr = { officer: "kobar-pupr-officer", work: "kobar-pupr-work", approval: "kobar-pupr-approval" };
const dishub = { officer: "kobar-dishub-officer", work: "kobar-dishub-work", approval: "kobar-dishub-approval" };
const question = 'Kapan "Jalan Melati" diperbaiki?\nSudah berlubang <b>sejak</b> Mei, @semua.';
let code = "";

const cardIn = async (channel: string, text = code) =>
  (await client.said(channel)).filter((message) => message.text.includes(text));

test("an inquiry is one card with the citizen's whole text, and a repeated event is no second one", async () => {
  const event = {
    as: pupr.officer,
    channel: pupr.work,
    type: "command",
    text: `/inquiry ${question} from=@warga kind=pertanyaan`,
    eventId: "kobar-1",
  } as const;
  expect(await client.send(event)).toEqual({ eventId: "kobar-1", duplicate: false });
  expect(await client.send(event)).toEqual({ eventId: "kobar-1", duplicate: true });
  await client.idle();
  const cards = await cardIn(pupr.work, question);
  expect(cards).toHaveLength(1);
  code = /KOBAR-\d\d-\d{4}/.exec(cards[0]?.text ?? "")?.[0] ?? "";
  expect(await cardIn(pupr.work)).toEqual(cards);
  expect(cards[0]?.text).toContain("@warga");
  expect(cards[0]?.text).toContain("Diterima");
  const [example] = await cardIn(pupr.work, "simpang pasar");
  expect(example?.text).not.toContain(code);
});

test("a forward starts the 24 hours in the related agency's chat, through a restart", async () => {
  await client.type(pupr.officer, pupr.work, `/teruskan ${code} dishub note="Mohon jadwalnya"`);
  const [home] = await cardIn(pupr.work);
  expect(home?.text).toContain("Diteruskan ke Dinas Perhubungan");
  await stage.startAgain();
  const related = await cardIn(dishub.work);
  expect(related).toHaveLength(1);
  expect(related[0]?.text).toContain(question);
  expect(related[0]?.text).toContain("Batas waktu");
  expect(related[0]?.buttons.map(({ label }) => label)).toContain("Dasar: Lamp. B angka 4");
  expect(related[0]?.text).toContain("Peraturan");
});

test("another agency may not answer, and is told why", async () => {
  await client.type("kobar-dinkes-officer", "kobar-dinkes-work", `/answer ${code} Bukan urusan kami.`);
  const told = await client.whispered("kobar-dinkes-work", "kobar-dinkes-officer");
  expect(told.at(-1)?.text).toContain(code);
  expect((await cardIn(pupr.work))[0]?.text).toContain("Diteruskan");
});

test("pings come 12, 3 and 1 hours before, at the deadline also to the official, each once", async () => {
  const pings = async (channel: string) =>
    (await client.said(channel))
      .map(({ text }) => text)
      .filter((text) => text.includes(code) && /Izin mengingatkan|Sisa 1 jam|terlewati|mohon arahan/.test(text));
  const times = async () => (await pings(dishub.work)).length;
  expect(await times()).toBe(0);
  await client.clock({ advanceMinutes: 24 * 60 - 1 });
  const early = await pings(dishub.work);
  expect(early.length).toBeGreaterThanOrEqual(2);
  expect(early.join()).not.toContain("terlewati");
  expect(await pings(dishub.approval)).toEqual([]);
  await client.clock({ advanceMinutes: 2 });
  expect((await pings(dishub.work)).filter((text) => text.includes("terlewati"))).toHaveLength(1);
  expect(await pings(dishub.approval)).toHaveLength(1);
  expect((await cardIn(pupr.work))[0]?.text).toContain("Lewat 24 jam");
  const all = await times();
  await client.clock({ advanceMinutes: 48 * 60 });
  expect(await times()).toBe(all);
  expect(await pings(dishub.approval)).toHaveLength(2);
  expect(await pings("kobar-diskominfo-approval")).toHaveLength(0);
  expect((await client.said("kobar-diskominfo-approval")).filter(({ text }) => text.includes(code))).toHaveLength(1);
  expect(await client.said(pupr.approval)).toEqual([]);
});

test("a return goes back with its reason, the next agency answers, the card follows everywhere", async () => {
  await client.type(dishub.officer, dishub.work, `/return ${code} Jalan kewenangan kami, jembatan bukan to=dlh`);
  expect((await cardIn(pupr.work, "jembatan bukan")).length).toBeGreaterThanOrEqual(1);
  await client.type(pupr.officer, pupr.work, `/forward ${code} dlh`);
  await client.type("kobar-dlh-officer", "kobar-dlh-work", `/jawab ${code} Diperbaiki mulai Senin.`);
  const [home] = await cardIn(pupr.work);
  expect(home?.text).toContain("Siap ditayangkan");
  expect(home?.text).toContain("Diperbaiki mulai Senin.");
});

test("the answer is posted, the case closes itself, and can be reopened", async () => {
  await client.type(pupr.officer, pupr.work, `/posted ${code} https://example.org/p/1`);
  const [closed] = await cardIn(pupr.work);
  expect(closed?.text).toContain("Selesai");
  expect(closed?.text).toContain("https://example.org/p/1");
  await client.type("kobar-dlh-officer", "kobar-dlh-work", `/answer ${code} Terlambat.`);
  expect((await client.whispered("kobar-dlh-work", "kobar-dlh-officer")).at(-1)?.text).toContain(code);
  await client.type(pupr.officer, pupr.work, `/reopen ${code} Warga bertanya lagi`);
  expect((await cardIn(pupr.work))[0]?.text).toContain("Dibuka kembali");
  expect(await client.said(pupr.approval)).toEqual([]);
});
