import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  fillForm,
  isFocused,
  messagesWith,
  openPicker,
  paneOf,
  phone,
  press,
  say,
  shows,
  words,
} from "../support/browser.js";
import { createBrowserStage } from "../support/browser-stage.js";

const stage = createBrowserStage();
const open = (): Promise<Page> => stage.open({ viewport: phone, hasTouch: true, isMobile: true });

/** Whether nothing makes the page wider than the screen. */
const fits = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(
    `document.documentElement.scrollWidth <= ${phone.width} && visualViewport.width >= ${phone.width}`,
  );

test("a phone shows one group at a time, nothing is wider than the screen, and one can write", async () => {
  const page = await open();
  expect(await page.getByTestId("pane").count()).toBe(1);
  expect(await fits(page)).toBe(true);
  const tabs = page.getByRole("navigation", { name: words.panes });
  await tabs.getByRole("button", { name: "Dishub · Kerja" }).tap();
  const dishub = paneOf(page, "kobar-dishub-work");
  const box = await dishub.getByTestId("composer").boundingBox();
  expect(box?.y).toBeGreaterThan(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(phone.height);
  await say(dishub, `panjang${"sekali".repeat(60)} https://example.org/${"a".repeat(200)}`);
  await shows(dishub, "panjangsekali");
  expect(await fits(page)).toBe(true);
});

test("the first minute fits a phone: the next event, the answer's form, the other group", async () => {
  const page = await open();
  await page.getByTestId("next-event").tap();
  const tabs = page.getByRole("navigation", { name: words.panes });
  await tabs.getByRole("button", { name: "Dishub · Kerja" }).tap();
  const dishub = paneOf(page, "kobar-dishub-work");
  await shows(dishub, "Sisa 1 jam");
  await press(messagesWith(dishub, "Jenis"), "Jawab");
  expect(await fits(page)).toBe(true);
  await fillForm(page, { Jawaban: "Besok pagi." }, "Kirim");
  await tabs.getByRole("button", { name: "PUPR · Kerja" }).tap();
  await shows(paneOf(page, "kobar-pupr-work"), "Siap ditayangkan", "Besok pagi.");
});

test("a phone opens where the clock runs, and the choice of reactions is whole on the screen", async () => {
  const page = await open();
  const dishub = paneOf(page, "kobar-dishub-work");
  await shows(dishub, "simpang pasar");
  await say(dishub, "uji pilihan");
  const message = messagesWith(dishub, "uji pilihan").last();
  await openPicker(message);
  const picker = await message.getByRole("group", { name: words.reactions }).boundingBox();
  const log = await dishub.getByRole("log").boundingBox();
  if (!picker || !log) throw new Error("not on the screen");
  expect(picker.x).toBeGreaterThanOrEqual(log.x);
  expect(picker.x + picker.width).toBeLessThanOrEqual(log.x + log.width);
});

test("the list of groups opens over the page and closes on a choice", async () => {
  const page = await open();
  await page.getByRole("button", { name: words.openChannels }).tap();
  expect(await fits(page)).toBe(true);
  await page.getByTestId("channel-list").getByRole("button", { name: "Dinkes · Kerja" }).tap();
  await paneOf(page, "kobar-dinkes-work").waitFor();
  await page.getByTestId("channel-list").waitFor({ state: "detached" });
  const opener = page.getByRole("button", { name: words.openChannels });
  await opener.tap();
  await page.keyboard.press("Escape");
  await page.getByTestId("channel-list").waitFor({ state: "detached" });
  expect(await isFocused(opener)).toBe(true);
  await opener.tap();
  await page.getByTestId("channel-list").waitFor();
  await page.touchscreen.tap(phone.width - 8, 400);
  await page.getByTestId("channel-list").waitFor({ state: "detached" });
});
