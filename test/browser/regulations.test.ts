import type { Page } from "playwright-core";
import { test } from "vitest";
import { fillForm, messagesWith, paneOf, press, react, say, shows, words } from "../support/browser.js";
import { createBrowserStage } from "../support/browser-stage.js";

const stage = createBrowserStage();

const become = async (page: Page, government: string): Promise<void> => {
  await page.getByTestId("government").selectOption(government);
  await paneOf(page, `${government}-pupr-work`).waitFor();
};

test("Kotawaringin Barat, by forms alone: logged, forwarded, answered, posted", async () => {
  const page = await stage.open();
  const pupr = paneOf(page, "kobar-pupr-work");
  const dishub = paneOf(page, "kobar-dishub-work");
  const question = "Kapan Jalan Melati diperbaiki?";
  await pupr.getByTestId("composer").fill("/tanya ");
  await pupr.getByRole("button", { name: words.openForm }).click();
  await fillForm(page, { "Tulisan warga": question, Penanya: "@warga" }, "Simpan");
  await press(messagesWith(pupr, question), "Teruskan");
  await fillForm(page, { "Instansi tujuan": "dishub", Catatan: "Mohon jadwalnya." }, "Teruskan");
  await shows(dishub, question, "Mohon jadwalnya.");
  await press(messagesWith(dishub, question), "Jawab");
  await fillForm(page, { Jawaban: "Mulai hari Senin." }, "Kirim");
  await shows(pupr, question, "Siap ditayangkan", "Mulai hari Senin.");
  await press(messagesWith(pupr, question), "Sudah tayang, isi tautan");
  await fillForm(page, { "Tautan jawaban": "https://example.org/kb" }, "Simpan");
  await shows(pupr, question, "Selesai", "https://example.org/kb");
});

test("Klaten, by typing: an internal target, no gate", async () => {
  const page = await stage.open();
  await become(page, "klaten");
  const pupr = paneOf(page, "klaten-pupr-work");
  const dishub = paneOf(page, "klaten-dishub-work");
  await say(pupr, "/tanya Jam berapa bus pertama berangkat?");
  await shows(pupr, "bus pertama", "Diterima");
  await say(pupr, "/teruskan 1 dishub");
  await shows(dishub, "bus pertama", "Target internal");
  await say(dishub, "/jawab 1 Pukul 05.30 dari terminal.");
  await shows(pupr, "bus pertama", "Siap ditayangkan");
  await say(pupr, "/tayang 1 https://example.org/kl");
  await shows(pupr, "bus pertama", "Selesai", "https://example.org/kl");
});

test("Jawa Barat: the official approves with 👍 from the picker, then it is posted", async () => {
  const page = await stage.open();
  await page.getByTestId("example-jabar").click();
  const work = paneOf(page, "jabar-dinkes-work");
  const approval = paneOf(page, "jabar-dinkes-approval");
  await page.getByTestId("notice").getByText(words.exampleReady).waitFor();
  await shows(work, "imunisasi", "Menunggu persetujuan pejabat");
  await react(messagesWith(approval, "Mohon persetujuan").last(), "👍");
  await shows(work, "imunisasi", "Siap ditayangkan");
  await shows(approval, "Disetujui", "Dadan (Dinkes)");
  await say(work, "/tayang 1 https://example.org/jb");
  await shows(work, "imunisasi", "Selesai", "https://example.org/jb");
});
