import { expect, test } from "vitest";
import { createProgramStage, examplesYear } from "../support/program-stage.js";

const stage = createProgramStage();
const { client } = stage;
const code = `JABAR-${examplesYear}-0001`;
const agency = {
  officer: "jabar-dukcapil-officer",
  official: "jabar-dukcapil-official",
  work: "jabar-dukcapil-work",
  approval: "jabar-dukcapil-approval",
};
const DAY_MINUTES = 1_440;

const textsOf = async (channel: string) => (await client.said(channel)).map(({ text }) => text);
const remindersOf = async () => (await textsOf(agency.approval)).filter((text) => text.includes("target internal"));

test("officials are reminded of content that waits; the next event is their reminder, none comes after the decision", async () => {
  const line = '/propose Layanan libur 5 Maret. tema="Libur layanan" tagar=Layanan sumber="Surat edaran" tanggal=besok';
  await client.type(agency.officer, agency.work, line);
  await client.press(agency.officer, agency.work, "Ajukan ke pejabat");
  expect(await remindersOf()).toEqual([]);
  await client.post("/clock", { to: "next-event", government: "jabar" });
  await client.idle();
  expect(await remindersOf()).toEqual([
    expect.stringMatching(new RegExp(`Izin mengingatkan: usulan ${code} v1 menunggu keputusan pejabat sejak `)),
  ]);
  await client.type(agency.official, agency.approval, `/approve ${code}`);
  await client.clock({ advanceMinutes: 3 * DAY_MINUTES });
  await client.idle();
  expect(await remindersOf()).toHaveLength(1);
});

test("the queue names it, the calendar shows it with the accounts that are left, week by week", async () => {
  await client.type(agency.officer, agency.work, "/tugas");
  const [queue] = (await client.whispered(agency.work, agency.officer)).slice(-1);
  expect(queue?.text).toContain("Konten: 1 siap ditayangkan.");
  await client.press(agency.officer, agency.work, "Kalender konten");
  const [calendar] = (await client.whispered(agency.work, agency.officer)).slice(-1);
  expect(calendar?.text).toMatch(new RegExp(`Siap, belum tayang\\n• ${code} · Libur layanan · belum tayang di @`));
  await client.press(agency.officer, agency.work, "Pekan berikutnya");
  const [next] = (await client.whispered(agency.work, agency.officer)).slice(-1);
  expect(next?.text).toContain("Kalender konten");
  expect(next?.text).not.toContain("Siap, belum tayang");
});

test("accounts on which nothing is posted are named to their agency after a week", async () => {
  const silent = async (channel: string) => (await textsOf(channel)).filter((text) => text.includes("tanpa unggahan"));
  expect(await silent(agency.work)).toEqual([]);
  await client.type(agency.officer, agency.work, `/posted ${code} https://x.com/1 akun=x`);
  await client.clock({ advanceMinutes: 5 * DAY_MINUTES });
  await client.idle();
  const [told, ...more] = await silent(agency.work);
  expect(more).toEqual([]);
  expect(told).toContain("· Instagram: belum ada unggahan sejak terdaftar");
  expect(told).not.toContain("· X");
  expect(told).toContain("Sifat dasar: Peraturan");
  expect(await silent("kobar-dishub-work")).toHaveLength(1);
});
