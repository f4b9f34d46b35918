import { expect, test } from "vitest";
import { attempt, messagesWith, outgoingIn, paneOf, say, shows, words } from "../support/browser.js";
import { createBrowserStage } from "../support/browser-stage.js";
import { hostileTexts } from "../support/hostile-texts.js";

const stage = createBrowserStage();
const channel = "kobar-dishub-work";

test("hostile texts are shown as they were written, and nothing of them runs", async () => {
  const page = await stage.open();
  const alarms: string[] = [];
  page.on("dialog", (dialog) => {
    alarms.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => alarms.push(error.message));
  page.on("console", (message) => message.type() === "error" && alarms.push(message.text()));
  const pane = paneOf(page, channel);
  for (const [index, text] of hostileTexts.entries()) {
    const marked = `uji-${index} ${text}`;
    await say(pane, marked);
    const shown = messagesWith(pane, `uji-${index} `).last();
    await shown.waitFor();
    expect(await shown.evaluate((element) => element.textContent)).toContain(marked);
    expect(await shown.locator("script, b, i, img, iframe").count()).toBe(0);
  }
  expect(alarms).toEqual([]);
});

test("a right-to-left override does not turn the texts beside it", async () => {
  const page = await stage.open();
  const pane = paneOf(page, channel);
  await say(pane, "arah \u202Eterbalik");
  await shows(pane, "arah ");
  const direction = await messagesWith(pane, "arah ")
    .last()
    .evaluate((element) => {
      // Where the override would reach: the time beside the author, which stands left of it when turned.
      const box = (selector: string) => element.querySelector(selector).getBoundingClientRect();
      const { unicodeBidi } = element.ownerDocument.defaultView.getComputedStyle(element.querySelector(".body bdi"));
      return { order: box("time").left > box(".author").left, isolated: unicodeBidi };
    });
  expect(direction).toEqual({ order: true, isolated: expect.stringMatching(/isolate|plaintext/) });
});

test("100 kB pasted are shown or refused with the text kept; the page goes on", async () => {
  const page = await stage.open();
  const pane = paneOf(page, channel);
  const long = `/tanya ${"panjang ".repeat(12_500)}`;
  await say(pane, long);
  await shows(pane, "paling banyak 10.000");
  await say(pane, "masih jalan");
  await shows(pane, "masih jalan");
});

test("more than the program takes is refused at the message; the words go back to be changed, or away", async () => {
  const page = await stage.open();
  const pane = paneOf(page, channel);
  // 1.1 MB on the way in fewer characters: a text of a million characters is slow in any browser.
  const long = "………… ".repeat(85_000);
  const composer = pane.getByTestId("composer");
  await attempt(pane, long);
  await outgoingIn(pane)
    .getByText(words.refused["too-large"] ?? "")
    .waitFor();
  await attempt(pane, "sesudahnya");
  await shows(pane, "sesudahnya");
  await outgoingIn(pane).getByRole("button", { name: words.editRefused }).click();
  expect((await composer.inputValue()).length).toBe(long.length);
  expect(await outgoingIn(pane).count()).toBe(0);
  await composer.press("Enter");
  await outgoingIn(pane).getByRole("button", { name: words.discard }).click();
  expect(await outgoingIn(pane).count()).toBe(0);
  expect(await composer.inputValue()).toBe("");
});

test("two tabs are two people: each sees the shared messages, and only their own private ones", async () => {
  const [first, second] = await Promise.all([stage.open(), stage.open()]);
  const [here, there] = [paneOf(first, channel), paneOf(second, channel)];
  await there.getByTestId("person").selectOption("kobar-dishub-official");
  await say(here, "dari petugas");
  await shows(there, "dari petugas");
  await say(there, "dari pejabat");
  await shows(here, "dari pejabat");
  await say(here, "/inqury salah ketik");
  await shows(here, "/inquiry");
  expect(await messagesWith(there, "salah ketik").count()).toBe(1);
  const api = stage.api();
  await api.idle();
  const whispered = (await api.whispered(channel, "kobar-dishub-officer")).at(-1);
  expect(whispered).toBeDefined();
  await here.locator(`[data-testid="message"][data-id="${whispered?.id}"]`).hover();
  await here
    .locator(`[data-testid="message"][data-id="${whispered?.id}"]`)
    .getByRole("button", { name: words.reply, exact: true })
    .click();
  await say(here, "balasan yang dilihat semua");
  await shows(here, "balasan yang dilihat semua", "/inquiry");
  await shows(there, "balasan yang dilihat semua");
  expect(await messagesWith(there, "balasan yang dilihat semua", "/inquiry").count()).toBe(0);
  expect(await there.locator(`[data-testid="message"][data-id="${whispered?.id}"]`).count()).toBe(0);
  expect(await here.locator(`[data-testid="message"][data-id="${whispered?.id}"]`).count()).toBe(1);
});
