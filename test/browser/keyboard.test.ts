import { expect, test, vi } from "vitest";
import { isFocused, messagesWith, paneNamed, paneOf, shows, tabTo, words } from "../support/browser.js";
import { createBrowserStage } from "../support/browser-stage.js";

const stage = createBrowserStage();

test("by keyboard alone: a command with completion, a button's form, a reaction, and back to where one was", async () => {
  const page = await stage.open();
  const dishub = paneOf(page, "kobar-dishub-work");
  const composer = dishub.getByTestId("composer");
  const card = messagesWith(dishub, "Jenis", "simpang pasar");

  const button = card.getByRole("button", { name: "Jawab", exact: true });
  await tabTo(page, button);
  await page.keyboard.press("Enter");
  const form = page.getByRole("dialog");
  await vi.waitFor(async () => expect(await isFocused(form.getByLabel("Jawaban"))).toBe(true));
  await page.keyboard.press("Escape");
  await form.waitFor({ state: "detached" });
  expect(await isFocused(button)).toBe(true);

  await page.keyboard.press("Enter");
  await vi.waitFor(async () => expect(await isFocused(form.getByLabel("Jawaban"))).toBe(true));
  await page.keyboard.type("Besok pagi.");
  await tabTo(page, form.getByRole("button", { name: "Kirim" }));
  await page.keyboard.press("Enter");
  await form.waitFor({ state: "detached" });
  await shows(dishub, "Jenis", "Sudah dijawab");
  // The button that opened the form is gone with the card's change: the keyboard is where one writes.
  await button.waitFor({ state: "detached" });
  expect(await isFocused(composer)).toBe(true);

  await page.keyboard.type("/stat");
  await page.getByRole("option", { name: "/status" }).waitFor();
  await page.keyboard.press("Tab");
  await vi.waitFor(async () => expect(await composer.inputValue()).toBe("/status "));
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  const snapshot = messagesWith(dishub, "/status 1", words.bot).last();
  await snapshot.waitFor();
  expect(await isFocused(composer)).toBe(true);

  const opener = snapshot.getByRole("button", { name: words.react, exact: true });
  for (let stop = 0; stop < 80 && !(await isFocused(opener)); stop += 1) await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, snapshot.getByRole("button", { name: words.reactWith("👀") }));
  await page.keyboard.press("Enter");
  await snapshot.getByRole("button", { name: words.reaction("👀", 1, "Dina (Dishub)") }).waitFor();
  expect(await isFocused(opener)).toBe(true);
});

test("one key leads to where one writes; what is closed by keyboard hands the focus on", async () => {
  const page = await stage.open();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("button", { name: words.toComposer });
  expect(await isFocused(skip)).toBe(true);
  await page.keyboard.press("Enter");
  const composer = page.getByTestId("composer").first();
  expect(await isFocused(composer)).toBe(true);

  await page.getByTestId("coach").getByRole("button").focus();
  await page.keyboard.press("Enter");
  expect(await isFocused(page.getByTestId("next-event"))).toBe(true);
  await page.keyboard.press("Enter");
  const notice = page.locator(".notice").getByRole("button", { name: words.close });
  await notice.waitFor();
  await notice.focus();
  await page.keyboard.press("Enter");
  expect(await isFocused(composer)).toBe(true);
});

test("Shift+Enter is a new line, Enter sends", async () => {
  const page = await stage.open();
  const dishub = paneOf(page, "kobar-dishub-work");
  await tabTo(page, dishub.getByTestId("composer"));
  await page.keyboard.type("baris satu");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("baris dua");
  await page.keyboard.press("Enter");
  await shows(dishub, "baris dua");
  expect((await stage.api().messages("kobar-dishub-work")).at(-1)?.text).toBe("baris satu\nbaris dua");
});

test("a group and a person are added by keyboard alone, which is then where one writes", async () => {
  const page = await stage.open();
  const { addChannel, addPerson, channelName, personName } = words.newcomers;
  const opener = page.getByRole("button", { name: addChannel });
  await tabTo(page, opener);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await vi.waitFor(async () => expect(await isFocused(dialog.getByLabel(channelName))).toBe(true));
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect(await isFocused(opener)).toBe(true);

  await page.keyboard.press("Enter");
  await vi.waitFor(async () => expect(await isFocused(dialog.getByLabel(channelName))).toBe(true));
  await page.keyboard.press("Enter");
  await dialog.getByText(words.missing(channelName)).waitFor();
  expect(await isFocused(dialog.getByLabel(channelName))).toBe(true);
  await page.keyboard.type("Grup papan ketik");
  await page.keyboard.press("Enter");
  const pane = paneNamed(page, "Grup papan ketik");
  await vi.waitFor(async () => expect(await isFocused(pane.getByTestId("composer"))).toBe(true));

  const person = pane.getByRole("button", { name: addPerson });
  for (let stop = 0; stop < 80 && !(await isFocused(person)); stop += 1) await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await vi.waitFor(async () => expect(await isFocused(dialog.getByLabel(personName))).toBe(true));
  await page.keyboard.type("Wati");
  await page.keyboard.press("Enter");
  await vi.waitFor(async () => expect(await isFocused(pane.getByTestId("composer"))).toBe(true));
  await page.keyboard.type("halo");
  await page.keyboard.press("Enter");
  await shows(pane, "Wati", "halo");
});
