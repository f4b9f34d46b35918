import { expect, test } from "vitest";
import { attempt, messagesWith, outgoingIn, paneOf, say, shows, words } from "../support/browser.js";
import { createBrowserStage } from "../support/browser-stage.js";

const stage = createBrowserStage();

test("a restart in the middle: the page says so, keeps what is typed, and goes on with nothing lost or doubled", async () => {
  const page = await stage.open();
  const dishub = paneOf(page, "kobar-dishub-work");
  await say(dishub, "sebelum mati");
  await shows(dishub, "sebelum mati");
  await stage.stopProgram();
  await page.getByTestId("connection").getByText(words.connection.lost).waitFor();
  await attempt(dishub, "selama mati");
  await attempt(dishub, "selama mati, kedua");
  await outgoingIn(dishub).getByText(words.retrying).first().waitFor();
  expect(await outgoingIn(dishub).allInnerTexts()).toEqual([
    expect.stringContaining("selama mati"),
    expect.stringContaining("selama mati, kedua"),
  ]);
  await stage.startAgain();
  await shows(dishub, "selama mati, kedua");
  await page.getByTestId("connection").getByText(words.connection.live).waitFor({ state: "attached" });
  await say(dishub, "sesudah mati");
  await shows(dishub, "sesudah mati");

  const api = stage.api();
  await api.idle();
  const texts = (await api.messages("kobar-dishub-work")).map(({ text }) => text);
  const written = ["sebelum mati", "selama mati", "selama mati, kedua", "sesudah mati"];
  expect(texts.filter((text) => /^\w+ mati/.test(text))).toEqual(written);
  for (const text of written) expect(await dishub.getByText(text, { exact: true }).count()).toBe(1);
  expect(await outgoingIn(dishub).count()).toBe(0);
});

test("what others did while the page was cut off is there afterwards", async () => {
  const gate = await stage.gate();
  const page = await stage.open({}, gate.address);
  const dishub = paneOf(page, "kobar-dishub-work");
  await shows(dishub, "simpang pasar");
  await gate.close();
  await page.getByTestId("connection").getByText(words.connection.lost).waitFor();
  await stage.api().type("kobar-dishub-officer", "kobar-dishub-work", "/jawab 1 Dijawab dari tempat lain.");
  await gate.open();
  await shows(dishub, "Dijawab dari tempat lain.");
  await shows(paneOf(page, "kobar-pupr-work"), "simpang pasar", "Siap ditayangkan");
});

test("a reload keeps the tab's groups and people, what is half written, what is unread, and what is on its way", async () => {
  const gate = await stage.gate();
  const page = await stage.open({}, gate.address);
  // Nothing counts as unread that is there when the channel is first read.
  await shows(paneOf(page, "kobar-pupr-work"), "simpang pasar");
  await page.getByTestId("channel-list").getByRole("button", { name: "Dinkes · Kerja" }).click();
  const dinkes = paneOf(page, "kobar-dinkes-work");
  await dinkes.getByTestId("person").selectOption("kobar-dinkes-official");
  await dinkes.getByTestId("composer").fill("setengah jadi");
  const fresh = {
    as: "kobar-pupr-official",
    channel: "kobar-pupr-work",
    type: "message",
    text: "baru di PUPR",
  } as const;
  await stage.api().send(fresh);
  const pupr = page.getByTestId("channel-list").getByRole("button", { name: "PUPR · Kerja" });
  await pupr.getByText(words.unread(1)).waitFor({ state: "attached" });
  await page.route("**/events", (route) => route.abort());
  await attempt(paneOf(page, "kobar-dishub-work"), "di perjalanan");
  await outgoingIn(paneOf(page, "kobar-dishub-work")).getByText(words.retrying).waitFor();
  await page.unroute("**/events");
  // A second, impatient reload while the first has not got far.
  await page.route("**/world", () => {});
  await page.reload();
  await page.unroute("**/world");
  await page.reload();
  await shows(paneOf(page, "kobar-dishub-work"), "di perjalanan");
  expect(await dinkes.getByTestId("person").inputValue()).toBe("kobar-dinkes-official");
  expect(await dinkes.getByTestId("composer").inputValue()).toBe("setengah jadi");
  await pupr.getByText(words.unread(1)).waitFor({ state: "attached" });
  expect(await messagesWith(paneOf(page, "kobar-dishub-work"), "di perjalanan").count()).toBe(1);
});
