import { expect, test, vi } from "vitest";
import { articlesRead, messagesWith, paneOf, press, say, shows, words } from "../support/browser.js";
import { createBrowserStage } from "../support/browser-stage.js";

const stage = createBrowserStage();

test("the first minute: a living case, a ping, an answer on both cards, the posting", async () => {
  const page = await stage.open();
  expect(await page.locator("html").getAttribute("lang")).toBe("id");
  await page.getByTestId("banner").getByText(words.banner).waitFor();
  await page.getByTestId("coach").getByText(words.nextEvent).waitFor();
  expect(await page.getByTestId("pane").count()).toBe(2);
  const dishub = paneOf(page, "kobar-dishub-work");
  const pupr = paneOf(page, "kobar-pupr-work");
  await shows(dishub, "simpang pasar", "Menunggu jawaban", words.left("1 jam 5 menit"));
  await shows(pupr, "simpang pasar", "Diteruskan ke Dinas Perhubungan");

  await page.getByTestId("next-event").click();
  await shows(dishub, /Sisa 1 jam untuk KOBAR-\d\d-0001/);
  await page.getByTestId("notice").getByText("Dishub · Kerja").waitFor();
  expect(await page.getByTestId("clock").textContent()).toContain("09.05");
  expect(await page.getByTestId("coach").count()).toBe(0);

  await say(dishub, "/jawab 1 Diperbaiki besok pagi pukul 07.00.");
  await shows(pupr, "Naskah jawaban", "Siap ditayangkan", "Diperbaiki besok pagi");
  await shows(dishub, "Jenis", "Sudah dijawab");

  await say(pupr, "/tayang 1 https://example.org/1");
  await shows(pupr, "Naskah jawaban", "Selesai", "https://example.org/1");
});

test("a click on the article opens its summary, Esc closes it", async () => {
  const page = await stage.open();
  await articlesRead(page);
  const card = messagesWith(paneOf(page, "kobar-dishub-work"), "Jenis", "simpang pasar");
  await press(card, "Dasar: Lamp. B angka 4");
  const summary = page.getByRole("dialog", { name: "Lamp. B angka 4" });
  await summary.getByText("24").first().waitFor();
  await summary.getByText(words.ownWords).waitFor();
  await page.keyboard.press("Escape");
  await summary.waitFor({ state: "detached" });
});

test("the switch makes the page and what the bot says English, and the choice is kept", async () => {
  const page = await stage.open();
  await page.getByTestId("locale").getByRole("button", { name: "English" }).click();
  await page.getByTestId("banner").getByText("Example data").waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  const dinkes = page.getByTestId("channel-list").getByRole("button", { name: "Dinkes · Kerja" });
  await dinkes.click();
  await say(paneOf(page, "kobar-dinkes-work"), "/status 99");
  await shows(paneOf(page, "kobar-dinkes-work"), "not found");
  await page.reload();
  await page.getByTestId("banner").getByText("Example data").waitFor();

  await page.getByTestId("government").selectOption("klaten");
  await page.getByTestId("channel-list").getByRole("button", { name: "Dinkes · Kerja" }).click();
  await say(paneOf(page, "klaten-dinkes-work"), "/status 99");
  await shows(paneOf(page, "klaten-dinkes-work"), "not found");

  const fresh = await stage.open();
  await fresh.getByTestId("channel-list").getByRole("button", { name: "Disdik · Kerja" }).click();
  await say(paneOf(fresh, "kobar-disdik-work"), "/status 99");
  await shows(paneOf(fresh, "kobar-disdik-work"), "tidak ditemukan");
});

test("the clock moved in one tab is moved in the others, also where nothing happened", async () => {
  const [here, there] = [await stage.open(), await stage.open()];
  await here.getByRole("button", { name: words.hour }).click();
  await here.getByTestId("notice").getByText("Sekarang").waitFor();
  const at = (page: typeof here): Promise<string> => page.locator(".clock-day").innerText();
  const before = await at(here);
  await here.getByTestId("day").click();
  await vi.waitFor(async () => expect(await at(here)).not.toBe(before), 10_000);
  const time = (await here.getByTestId("clock").textContent()) ?? "";
  await vi.waitFor(async () => expect(await there.getByTestId("clock").textContent()).toBe(time), 10_000);
});

test("nothing is missing that came between the listing and the stream", async () => {
  const page = await stage.open();
  let refused = 0;
  await page.route("**/stream", async (route) => {
    refused += 1;
    if (refused > 1) return route.continue();
    await stage
      .api()
      .send({ as: "kobar-dishub-officer", channel: "kobar-dishub-work", type: "message", text: "di sela-sela" });
    return route.fulfill({ status: 503, body: "" });
  });
  await page.route("**/channels/kobar-dishub-work/messages", async (route) => {
    const answer = await route.fetch();
    const listing = (await answer.json()) as readonly { readonly text: string }[];
    // The first listing is from before the message.
    return route.fulfill({ json: refused > 1 ? listing : listing.filter(({ text }) => text !== "di sela-sela") });
  });
  await page.reload();
  await shows(paneOf(page, "kobar-dishub-work"), "di sela-sela");
});
