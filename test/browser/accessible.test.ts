import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { seriousFindings } from "../support/axe.js";
import {
  addNamed,
  articlesRead,
  messagesWith,
  openPicker,
  paneNamed,
  paneOf,
  phone,
  press,
  react,
  say,
  shows,
  words,
} from "../support/browser.js";
import { createBrowserStage } from "../support/browser-stage.js";
import { pngBytes } from "../support/file-bytes.js";

const stage = createBrowserStage();
/** The page's policy lets no foreign script in; the checker is one. */
const open = (options: BrowserContextOptions = {}): Promise<Page> => stage.open({ ...options, bypassCSP: true });

test.each<[string, BrowserContextOptions]>([
  ["in light colours", { colorScheme: "light" }],
  ["in dark colours", { colorScheme: "dark" }],
  ["on a phone", { viewport: phone }],
  ["on a phone, in dark colours", { viewport: phone, colorScheme: "dark" }],
])("the start view %s", async (_how, options) => {
  expect(await seriousFindings(await open(options))).toEqual([]);
});

const views: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "a form": async (page) => {
    await press(messagesWith(paneOf(page, "kobar-dishub-work"), "Jenis"), "Jawab");
    await page.getByRole("dialog").waitFor();
  },
  "a long form": async (page) => {
    const pupr = paneOf(page, "kobar-pupr-work");
    await pupr.getByTestId("composer").fill("/inquiry ");
    await pupr.getByRole("button", { name: words.openForm }).click();
    await page.getByRole("dialog").waitFor();
  },
  "the article": async (page) => {
    await articlesRead(page);
    await press(messagesWith(paneOf(page, "kobar-dishub-work"), "Jenis"), "Dasar: Lamp. B angka 4");
    await page.getByRole("dialog").waitFor();
  },
  "the question for a new group's name, unanswered": async (page) => {
    await page.getByRole("button", { name: words.newcomers.addChannel }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: words.newcomers.add }).click();
    await dialog.getByRole("alert").waitFor();
  },
  "a group nobody has bound, with somebody nobody has registered": async (page) => {
    await addNamed(page, page.getByRole("button", { name: words.newcomers.addChannel }), "Grup Dinkes");
    const pane = paneNamed(page, "Grup Dinkes");
    await addNamed(page, pane.getByRole("button", { name: words.newcomers.addPerson }), "Wati");
    await pane.getByTestId("hint").getByText(words.newcomers.unregisteredHint).waitFor();
  },
  "the picker of reactions": async (page) => {
    await openPicker(messagesWith(paneOf(page, "kobar-dishub-work"), "Jenis").last());
    await page.getByRole("button", { name: words.reactWith("👍") }).waitFor();
  },
  "the commands while typing": async (page) => {
    await paneOf(page, "kobar-dishub-work").getByTestId("composer").fill("/");
    await page.getByRole("listbox").waitFor();
  },
  "files that are being attached, one refused, and a message with a picture": async (page) => {
    const dishub = paneOf(page, "kobar-dishub-work");
    const picture = { name: "a.png", mimeType: "image/png", buffer: Buffer.from(pngBytes()) };
    await dishub.getByTestId("file-input").setInputFiles(picture);
    await dishub.getByTestId("attached").getByText("KB").waitFor();
    await say(dishub, "dengan gambar");
    await messagesWith(dishub, "dengan gambar").last().getByRole("img").waitFor();
    const disguised = { name: "b.png", mimeType: "image/png", buffer: Buffer.from("<html>") };
    await dishub.getByTestId("file-input").setInputFiles([picture, disguised]);
    await dishub.getByTestId("attached").getByText("KB").waitFor();
    await dishub.getByRole("alert").waitFor();
  },
  "what happened on the way, a private answer, a reaction": async (page) => {
    const dishub = paneOf(page, "kobar-dishub-work");
    await page.getByTestId("next-event").click();
    await page.getByTestId("notice").getByText(/\S/).waitFor();
    await say(dishub, "/inqury salah ketik");
    await shows(dishub, words.onlyYou);
    await say(dishub, "siap");
    await react(messagesWith(dishub, "siap").last(), "👀");
    await dishub
      .getByRole("button", { name: words.reaction("👀", 1, "Dina (Dishub)") })
      .last()
      .waitFor();
  },
};

for (const [name, show] of Object.entries(views))
  test.each(["light", "dark"] as const)(`${name}, in %s colours`, async (colorScheme) => {
    const page = await open({ colorScheme });
    await show(page);
    expect(await seriousFindings(page)).toEqual([]);
  });

test("the list of groups on a phone", async () => {
  const page = await open({ viewport: phone });
  await page.getByRole("button", { name: words.openChannels }).click();
  expect(await seriousFindings(page)).toEqual([]);
});
