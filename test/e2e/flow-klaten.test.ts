import { expect, test } from "vitest";
import { createProgramStage, examplesYear } from "../support/program-stage.js";

const stage = createProgramStage();
const { client } = stage;

const code = `KLATEN-${examplesYear}-0001`;
const cards = async (channel: string) => (await client.said(channel)).filter((each) => each.text.includes(code));

const home = { officer: "klaten-disdik-officer", work: "klaten-disdik-work" };

test("in English: two agencies, one combined answer, an internal target instead of a legal clock", async () => {
  await client.setLocale("klaten", "en");
  await client.type("klaten-disdik-officer", "klaten-disdik-work", "/inquiry When does school start? kind=question");
  await client.type("klaten-disdik-officer", "klaten-disdik-work", `/forward ${code} dishub dinkes`);
  const [related] = await cards("klaten-dishub-work");
  expect(related?.text).toContain("Internal target");
  await client.type("klaten-dishub-officer", "klaten-dishub-work", `/answer ${code} Buses run from 6.`);
  expect((await cards("klaten-disdik-work"))[0]?.text).toContain("Forwarded to");
  await client.type("klaten-dinkes-officer", "klaten-dinkes-work", `/answer ${code} Health checks on Monday.`);
  expect((await cards("klaten-disdik-work"))[0]?.text).toContain("Agency answered");
  await client.type(
    "klaten-disdik-officer",
    "klaten-disdik-work",
    `/answer ${code} School starts on Monday; buses from 6.`,
  );
  expect((await cards("klaten-disdik-work"))[0]?.text).toContain("Ready to post");
  await client.type("klaten-disdik-officer", "klaten-disdik-work", `/posted ${code} https://example.org/k`);
  expect((await cards("klaten-disdik-work"))[0]?.text).toContain("Closed");
  expect(await client.said("klaten-disdik-approval")).toEqual([]);
});

test("the internal target pings only the holder's own work channel", async () => {
  await client.type("klaten-disdik-officer", "klaten-disdik-work", "/inquiry Is the library open?");
  await client.type("klaten-disdik-officer", "klaten-disdik-work", "/forward 2 pupr");
  const count = async (channel: string) => (await client.said(channel)).length;
  const [home, related] = [await count("klaten-disdik-work"), await count("klaten-pupr-work")];
  await client.clock({ advanceMinutes: 3 * 24 * 60 });
  expect(await count("klaten-disdik-work")).toBeGreaterThan(home);
  expect(await count("klaten-pupr-work")).toBe(related);
  expect(await client.said("klaten-pupr-approval")).toEqual([]);
});

test("in Indonesian: a return, a restart in the middle, an answer, the posting and a reopening", async () => {
  await client.setLocale("klaten", "id");
  const third = code.replace("0001", "0003");
  const card = async () => (await client.said(home.work)).find((each) => each.text.startsWith(third))?.text ?? "";
  await client.type(home.officer, home.work, "/tanya Ke mana melapor jalan rusak?");
  await client.type(home.officer, home.work, "/teruskan 3 dishub");
  await client.type("klaten-dishub-officer", "klaten-dishub-work", "/kembalikan 3 Bukan kewenangan kami ke=pupr");
  expect(await card()).toContain("Dikembalikan, perlu diteruskan");
  await stage.startAgain();
  await client.type(home.officer, home.work, "/teruskan 3 pupr");
  await client.type("klaten-pupr-officer", "klaten-pupr-work", "/jawab 3 Lapor ke kantor kami.");
  expect(await card()).toContain("Siap ditayangkan");
  await client.type(home.officer, home.work, "/tayang 3 https://example.org/k3");
  expect(await card()).toContain("Selesai");
  await client.type(home.officer, home.work, "/bukalagi 3 Warga bertanya lagi");
  expect(await card()).toContain("Dibuka kembali");
});
