import { expect, test, vi } from "vitest";
import { attempt, messagesWith, paneOf, say, shows, words } from "../support/browser.js";
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
  await dishub.getByText(words.retrying).waitFor();
  expect(await dishub.getByTestId("composer").inputValue()).toBe("selama mati");
  await stage.startAgain();
  await shows(dishub, "selama mati");
  await vi.waitFor(async () => expect(await dishub.getByTestId("composer").inputValue()).toBe(""));
  await page.getByTestId("connection").getByText(words.connection.live).waitFor({ state: "attached" });
  await say(dishub, "sesudah mati");
  await shows(dishub, "sesudah mati");

  const api = stage.api();
  await api.idle();
  const texts = (await api.messages("kobar-dishub-work")).map(({ text }) => text);
  for (const text of ["sebelum mati", "selama mati", "sesudah mati"]) {
    expect(texts.filter((each) => each === text)).toHaveLength(1);
    expect(await messagesWith(dishub, text).count()).toBe(1);
  }
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
