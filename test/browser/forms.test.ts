import { expect, test } from "vitest";
import { messagesWith, paneOf, press, say, shows, words } from "../support/browser.js";
import { createBrowserStage } from "../support/browser-stage.js";

const stage = createBrowserStage();

test("a form of several pages goes forth and back, keeps what was typed, and is sent once as a whole", async () => {
  const page = await stage.open();
  await page.route("**/surface", async (route) => {
    const answer = await route.fetch();
    const surface = (await answer.json()) as { readonly forms: { id: string; pages: unknown[][] }[] };
    const forms = surface.forms.map((form) =>
      form.id === "inquiry" ? { ...form, pages: [form.pages.flat().slice(0, 1), form.pages.flat().slice(1)] } : form,
    );
    await route.fulfill({ json: { ...surface, forms } });
  });
  const sent: string[] = [];
  page.on("request", (request) => request.url().endsWith("/events") && sent.push(request.postData() ?? ""));
  await page.reload();
  const pane = paneOf(page, "kobar-dishub-work");
  await pane.getByTestId("composer").fill("/inquiry ");
  await pane.getByRole("button", { name: words.openForm }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(words.page(1, 2)).waitFor();
  await dialog.getByRole("button", { name: words.next }).click();
  await dialog.getByRole("alert").waitFor();
  await dialog.getByRole("textbox").first().fill("Apakah pasar buka hari Minggu?");
  await dialog.getByRole("button", { name: words.next }).click();
  await dialog.getByText(words.page(2, 2)).waitFor();
  expect(sent).toEqual([]);
  await dialog.getByRole("button", { name: words.back }).click();
  expect(await dialog.getByRole("textbox").first().inputValue()).toBe("Apakah pasar buka hari Minggu?");
  await dialog.getByRole("button", { name: words.next }).click();
  await dialog.locator("button[type=submit]").click();
  await dialog.waitFor({ state: "detached" });
  await pane.getByText("Apakah pasar buka hari Minggu?").first().waitFor();
  expect(sent).toHaveLength(1);
  await say(pane, "sesudah formulir");
});

/** Presses the button of the open form; whether the next page's first input has the keyboard as soon as it is there. */
const firstIsHeldAfter = (button: string): string => `new Promise((resolve) => {
  const dialog = document.querySelector("dialog");
  const label = () => dialog.querySelector("label").textContent;
  const before = label();
  new MutationObserver((_, observer) => {
    if (label() === before) return;
    observer.disconnect();
    resolve(document.activeElement === dialog.querySelector(".field input, .field textarea, .field select"));
  }).observe(dialog, { childList: true, subtree: true, characterData: true });
  [...dialog.querySelectorAll("button")].find(({ textContent }) => textContent === ${JSON.stringify(button)}).click();
})`;

test("the keyboard is in the next page's first input at once, and never taken from an input somebody went to", async () => {
  const page = await stage.open();
  const pane = paneOf(page, "kobar-dishub-work");
  await pane.getByTestId("composer").fill("/usul ");
  await pane.getByRole("button", { name: words.openForm }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Tema").fill("Jadwal imunisasi");
  await dialog.getByLabel("Naskah").fill("Imunisasi campak gratis.");
  const firstHeld = await page.evaluate<boolean>(firstIsHeldAfter(words.next));
  expect(firstHeld).toBe(true);
});

test("a form left or refused opens again with what was filled in, and says which case it is about", async () => {
  const page = await stage.open();
  const pupr = paneOf(page, "kobar-pupr-work");
  await say(pupr, "/tanya Kapan taman kota dibuka?");
  const card = messagesWith(pupr, "taman kota", "Diterima").last();
  await press(card, "Teruskan");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Kapan taman kota dibuka?").waitFor();
  await dialog.getByLabel("Instansi").fill("xyz");
  await dialog.getByLabel("Catatan").fill("catatan yang panjang");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await press(card, "Teruskan");
  expect(await dialog.getByLabel("Catatan").inputValue()).toBe("catatan yang panjang");
  await dialog.locator("button[type=submit]").click();
  await dialog.waitFor({ state: "detached" });
  await shows(pupr, "xyz", "tidak ditemukan");
  await press(card, "Teruskan");
  expect(await dialog.getByLabel("Catatan").inputValue()).toBe("catatan yang panjang");
  await page.keyboard.press("Escape");
  await pupr.getByTestId("person").selectOption("kobar-pupr-official");
  await press(card, "Teruskan");
  expect(await dialog.getByLabel("Catatan").inputValue()).toBe("");
  await page.keyboard.press("Escape");
  await pupr.getByTestId("person").selectOption("kobar-pupr-officer");
  await press(card, "Teruskan");
  await dialog.getByLabel("Instansi").fill("dishub");
  await dialog.locator("button[type=submit]").click();
  await shows(pupr, "taman kota", "Diteruskan ke Dinas Perhubungan");
});

test("an edit gives back what was half written before it", async () => {
  const page = await stage.open();
  const dishub = paneOf(page, "kobar-dishub-work");
  await say(dishub, "pesan pertama");
  const composer = dishub.getByTestId("composer");
  await composer.fill("setengah jadi");
  const message = messagesWith(dishub, "pesan pertama").last();
  await message.hover();
  await message.getByRole("button", { name: words.edit }).click();
  await composer.fill("pesan pertama, diperbaiki");
  await composer.press("Enter");
  await shows(dishub, "pesan pertama, diperbaiki", "diedit");
  expect(await composer.inputValue()).toBe("setengah jadi");
});
