import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { expect, vi } from "vitest";
import { pageWords } from "../../src/i18n/page.js";

/** The page's words in the language it opens in. */
export const words = pageWords.id;

/** A phone as many officers have it, and the narrowest screen the page promises to fit. */
export const phone = { width: 360, height: 740 } as const;

/** How long anything may take to appear, in milliseconds. */
const patienceMs = 20_000;

/** Opens the page as a newcomer does: nothing remembered, a browser that speaks Indonesian unless said otherwise. */
export const openPage = async (browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "id-ID", ...options });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  await page.goto(url);
  await page.getByTestId("pane").or(page.getByTestId("beginning")).first().waitFor();
  return page;
};

/** The pane that shows a channel. */
export const paneOf = (page: Page, channel: string): Locator =>
  page.locator(`[data-testid="pane"][data-channel="${channel}"]`);

/** The messages of a pane, or of a page, that hold all these texts. */
export const messagesWith = (within: Locator | Page, ...texts: readonly (string | RegExp)[]): Locator =>
  texts.reduce<Locator>((found, hasText) => found.filter({ hasText }), within.getByTestId("message"));

/** Resolves once the pane shows a message that holds all these texts. */
export const shows = (within: Locator | Page, ...texts: readonly (string | RegExp)[]): Promise<void> =>
  messagesWith(within, ...texts)
    .last()
    .waitFor();

/** The pane that shows a channel under this name. */
export const paneNamed = (page: Page, name: string): Locator =>
  page.getByTestId("pane").filter({ has: page.locator("h2", { hasText: name }) });

/** Presses a button that adds a chat or a person, gives the name, and sends it. Resolves once it is there. */
export const addNamed = async (page: Page, button: Locator, name: string): Promise<void> => {
  await button.click();
  const dialog = page.getByRole("dialog").last();
  await dialog.getByRole("textbox").fill(name);
  await dialog.getByRole("button", { name: words.newcomers.add, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
};

/** Writes into the pane's composer and asks to send it with Enter. */
export const attempt = async (pane: Locator, text: string): Promise<void> => {
  const composer = pane.getByTestId("composer");
  await composer.fill(text);
  await composer.press("Enter");
};

/** What is written in a pane and not taken yet. */
export const outgoingIn = (pane: Locator): Locator => pane.getByTestId("outgoing");

/** Writes and sends; resolves once it was taken. */
export const say = async (pane: Locator, text: string): Promise<void> => {
  await attempt(pane, text);
  await vi.waitFor(async () => expect(await outgoingIn(pane).count()).toBe(0), patienceMs);
};

/** Presses the button with this label on the newest of these messages that has one. */
export const press = (messages: Locator, label: string): Promise<void> =>
  messages.getByRole("button", { name: label, exact: true }).last().click();

/** Fills the open form, by the labels of its inputs, and submits it. Resolves once it was taken, which closes it. */
export const fillForm = async (page: Page, values: Readonly<Record<string, string>>, submit: string): Promise<void> => {
  const dialog = page.getByRole("dialog");
  for (const [label, value] of Object.entries(values)) await dialog.getByLabel(label).fill(value);
  await dialog.getByRole("button", { name: submit, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
};

/** Opens the choice of reactions of a message, as a mouse does. */
export const openPicker = async (message: Locator): Promise<void> => {
  await message.hover();
  await message.getByRole("button", { name: words.react, exact: true }).click();
};

/** Adds a reaction by the picker. */
export const react = async (message: Locator, emoji: string): Promise<void> => {
  await openPicker(message);
  await message.getByRole("button", { name: words.reactWith(emoji) }).click();
};

/** Presses Tab until the keyboard is at the place. Rejects when it is not among the next 80 stops. */
export const tabTo = async (page: Page, place: Locator): Promise<void> => {
  for (let stop = 0; stop < 80; stop += 1) {
    if (await isFocused(place)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("the keyboard does not get there");
};

/** Whether the keyboard is there. */
export const isFocused = (place: Locator): Promise<boolean> =>
  place.evaluate((element) => element === element.ownerDocument.activeElement);

/** Resolves once the page has read the articles: from then on it shows their summaries by itself. */
export const articlesRead = async (page: Page): Promise<void> => {
  const read = "performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/articles'))";
  await vi.waitFor(async () => expect(await page.evaluate<boolean>(read)).toBe(true), patienceMs);
};
