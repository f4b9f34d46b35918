import type { Locator, Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import { seriousFindings } from "../support/axe.js";
import { addNamed, paneNamed, phone, say, shows, words } from "../support/browser.js";
import { createBrowserStage } from "../support/browser-stage.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { plantTrial, trial, trialCodes } from "../support/planted-trial.js";

const text = words.newcomers;
let database: TestDatabase | undefined;

// Registered before the stage's own, so that it runs after the program has stopped.
afterAll(() => database?.drop());

const stage = createBrowserStage(async () => {
  database = await createTestDatabase();
  const prisma = createClient(database.url, { poolSize: 1 });
  await plantTrial(prisma);
  await prisma.$disconnect();
  return database;
});

const chosen = (pane: Locator): Promise<string | null> =>
  pane.getByTestId("person").locator("option:checked").textContent();
const addChannel = (page: Page): Locator => page.getByRole("button", { name: text.addChannel });

test("a government with nothing says what to do; a group and a person are added, bound, registered, and ask", async () => {
  const page = await stage.open({ bypassCSP: true });
  const beginning = page.getByTestId("beginning");
  for (const said of ["/sambungkan", "/gabung", "npm run setup"]) await beginning.getByText(said).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  const colleague = await stage.open();

  await addNamed(page, beginning.getByRole("button", { name: text.addChannel }), "Grup Dinkes");
  const fresh = paneNamed(page, "Grup Dinkes");
  await fresh.getByText(text.nobody).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await addNamed(page, fresh.getByRole("button", { name: text.addPerson }), "Wati");
  expect(await chosen(fresh)).toBe("Wati, belum terdaftar");
  await fresh.getByTestId("hint").getByText("Belum tersambung. Ketik /sambungkan lalu kodenya.").waitFor();
  await page.getByTestId("unbound-list").getByRole("button", { name: "Grup Dinkes" }).waitFor();

  await say(fresh, `/sambungkan ${trialCodes.work}`);
  const bound = paneNamed(page, "DINKES · Kerja");
  await shows(bound, "Grup ini sekarang grup kerja Dinas Kesehatan");
  await bound.getByText("Dinas Kesehatan · Grup Dinkes").waitFor();
  await page.getByTestId("channel-list").getByRole("button", { name: "DINKES · Kerja" }).waitFor();
  expect(await page.getByTestId("unbound-list").count()).toBe(0);
  expect(await bound.getByTestId("hint").textContent()).toBe(text.unregisteredHint);

  await say(bound, `/gabung ${trialCodes.officer}`);
  await shows(bound, "Selamat datang, Wati Lestari", words.onlyYou);
  await bound.getByTestId("hint").waitFor({ state: "detached" });
  expect(await chosen(bound)).toBe("Wati Lestari, petugas (Wati)");
  await say(bound, "/catat Jam buka puskesmas?");
  await shows(bound, /UJI-\d\d-0001/, "Jam buka puskesmas?");

  // Whoever had the page open all the time sees it too.
  await shows(paneNamed(colleague, "DINKES · Kerja"), /UJI-\d\d-0001/, "Jam buka puskesmas?");
});

test("on a phone: a second group from the list of groups, and somebody else to bind it", async () => {
  const page = await stage.open({ viewport: phone, hasTouch: true, isMobile: true, bypassCSP: true });
  const fits = () => page.evaluate<boolean>(`document.documentElement.scrollWidth <= ${phone.width}`);
  await page.getByRole("button", { name: words.openChannels }).tap();
  await addNamed(page, addChannel(page), "Rekap harian Dinas Kesehatan dan puskesmas");
  await page.getByTestId("channel-list").waitFor({ state: "detached" });
  const pane = page.getByTestId("pane");
  await pane.getByText("Belum tersambung. Ketik /sambungkan lalu kodenya.").waitFor();
  await addNamed(page, pane.getByRole("button", { name: text.addPerson }), "Yusuf");
  expect(await chosen(pane)).toBe("Yusuf, belum terdaftar");
  expect(await fits()).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("button", { name: words.openChannels }).tap();
  await page.getByTestId("unbound-list").getByText("Rekap harian").waitFor();
  expect(await fits()).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await say(pane, `/sambungkan ${trialCodes.digest}`);
  await page.getByRole("navigation", { name: words.panes }).getByText("DINKES · Rekap").waitFor();
});

test("what was shown is shown again after a reload, and a name that is there already leads to it", async () => {
  const page = await stage.open();
  await addNamed(page, addChannel(page), "Grup muat ulang");
  await addNamed(page, paneNamed(page, "Grup muat ulang").getByRole("button", { name: text.addPerson }), "Tina");
  await page.reload();
  const pane = paneNamed(page, "Grup muat ulang");
  await pane.waitFor();
  expect(await chosen(pane)).toBe("Tina, belum terdaftar");
  await addNamed(page, addChannel(page), "Grup muat ulang");
  expect(await page.getByTestId("unbound-list").getByRole("button", { name: "Grup muat ulang" }).count()).toBe(1);
});

test("says when there are enough, and keeps what was typed", async () => {
  const api = stage.api();
  const before = (await api.world()).people.length;
  for (let count = before; count < 50; count += 1) await api.addPerson(trial.id, `Nama ${count}`);
  const page = await stage.open();
  await page.getByTestId("pane").first().getByRole("button", { name: text.addPerson }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(text.personName).fill("Satu lagi");
  await dialog.getByRole("button", { name: text.add, exact: true }).click();
  await dialog.getByText(words.refused["too-many-people"] ?? "").waitFor();
  expect(await dialog.getByLabel(text.personName).inputValue()).toBe("Satu lagi");
});
