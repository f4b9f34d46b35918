import { expect, test } from "vitest";
import { createProgramStage, examplesYear } from "../support/program-stage.js";

const stage = createProgramStage();
const { client } = stage;

const home = {
  officer: "jabar-dinkes-officer",
  official: "jabar-dinkes-official",
  work: "jabar-dinkes-work",
  approval: "jabar-dinkes-approval",
};
const cards = async (channel: string, code: string) =>
  (await client.said(channel)).filter((message) => message.text.includes(code));

test("an available answer needs the official's prior approval: one reaction, undone, given again (Lamp. C angka 2)", async () => {
  const code = `JABAR-${examplesYear}-0001`;
  await client.type(home.officer, home.work, "/inquiry Apakah vaksin di puskesmas gratis?");
  await client.type(home.officer, home.work, `/answer ${code} Ya, gratis bagi semua warga.`);
  const [asking] = await cards(home.approval, code);
  expect(asking?.text).toContain("Ya, gratis bagi semua warga.");
  expect(asking?.text).toContain("Sifat dasar: Peraturan");
  expect(asking?.buttons.map(({ label }) => label)).toContain("Dasar: Lamp. C angka 2");
  if (!asking) throw new Error("no approval card");
  await client.react(home.officer, home.approval, asking.id, "👍");
  expect((await cards(home.work, code))[0]?.text).toContain("Menunggu persetujuan pejabat");
  expect(await client.whispered(home.approval, home.officer)).toEqual([]);
  await stage.startAgain();
  await client.react(home.official, home.approval, asking.id, "👍🏽");
  expect((await cards(home.work, code))[0]?.text).toContain("Siap ditayangkan");
  await client.press(home.official, home.approval, "Urungkan");
  expect((await cards(home.work, code))[0]?.text).toContain("Menunggu persetujuan pejabat");
  await client.type(home.officer, home.work, `/posted ${code} dm`);
  expect((await cards(home.work, code))[0]?.text).toContain("Menunggu persetujuan pejabat");
  await client.press(home.official, home.approval, "Setujui");
  await client.type(home.officer, home.work, `/posted ${code} dm`);
  expect((await cards(home.work, code))[0]?.text).toContain("Selesai");
});

test("👎 asks for the reason; a changed text is asked for again; the old card no longer counts", async () => {
  const code = `JABAR-${examplesYear}-0002`;
  await client.type(home.officer, home.work, "/inquiry Jam buka puskesmas?");
  await client.type(home.officer, home.work, `/answer ${code} Buka jam 8.`);
  const [first] = await cards(home.approval, code);
  if (!first) throw new Error("no approval card");
  await client.react(home.official, home.approval, first.id, "👎");
  await client.send({ as: home.official, channel: home.approval, type: "message", text: "Sebutkan harinya." });
  await client.idle();
  const told = await cards(home.work, code);
  expect(told[0]?.text).toContain("Perlu perbaikan");
  expect(told.some((message) => message.text.includes("Sebutkan harinya."))).toBe(true);
  await client.type(home.officer, home.work, `/answer ${code} Buka Senin sampai Jumat jam 8.`);
  await client.react(home.official, home.approval, first.id, "👍");
  expect((await cards(home.work, code))[0]?.text).toContain("Menunggu persetujuan pejabat");
  const second = (await cards(home.approval, code)).find((message) => message.text.includes("Senin sampai Jumat"));
  expect(second?.id).not.toBe(first.id);
  await client.react(home.official, home.approval, second?.id ?? "", "👍");
  expect((await cards(home.work, code))[0]?.text).toContain("Siap ditayangkan");
});

test("a forwarded answer is reported to the official and then ready; the official may hold it (Lamp. C angka 5)", async () => {
  const code = `JABAR-${examplesYear}-0003`;
  await client.type(home.officer, home.work, "/inquiry Macet di depan rumah sakit, bagaimana?");
  await client.type(home.officer, home.work, `/forward ${code} dishub`);
  await client.type(
    "jabar-dishub-officer",
    "jabar-dishub-work",
    `/answer ${code} Petugas kami tempatkan pagi dan sore.`,
  );
  expect((await cards(home.work, code))[0]?.text).toContain("Siap ditayangkan");
  const [report] = await cards(home.approval, code);
  expect(report?.text).toContain("Izin melaporkan");
  await client.press(home.official, home.approval, "Tahan dulu");
  expect((await cards(home.work, code))[0]?.text).toContain("Menunggu persetujuan pejabat");
  await client.press(home.official, home.approval, "Setujui");
  await client.type(home.officer, home.work, `/posted ${code} https://example.org/3`);
  expect((await cards(home.work, code))[0]?.text).toContain("Selesai");
});

test("in English: the legal clock with its pings, a return, and a reopening in which nothing approved before counts", async () => {
  await client.setLocale("jabar", "en");
  const code = `JABAR-${examplesYear}-0004`;
  const related = { officer: "jabar-pupr-officer", work: "jabar-pupr-work", approval: "jabar-pupr-approval" };
  await client.type(home.officer, home.work, "/inquiry Why is the clinic closed?");
  await client.type(home.officer, home.work, `/forward ${code} dishub pupr`);
  await client.type("jabar-dishub-officer", "jabar-dishub-work", `/return ${code} Not our remit`);
  await client.clock({ advanceMinutes: 25 * 60 });
  const pings = (await client.said(related.work)).filter(({ text }) => /Reminder|left for|overdue/.test(text));
  expect(pings.length).toBeGreaterThanOrEqual(3);
  expect((await cards(related.approval, code)).map(({ text }) => text).join()).toContain("overdue");
  await client.type(related.officer, related.work, `/answer ${code} It opens tomorrow.`);
  await client.type(home.officer, home.work, `/answer ${code} It opens tomorrow at 8.`);
  expect((await cards(home.work, code))[0]?.text).toContain("Ready to post");
  await client.type(home.officer, home.work, `/posted ${code} https://example.org/4`);
  await client.type(home.officer, home.work, `/reopen ${code} Asked again`);
  await client.type(home.officer, home.work, `/answer ${code} It opens at 9.`);
  expect((await cards(home.work, code))[0]?.text).toContain("Awaiting approval");
});
