import { expect, test, vi } from "vitest";
import { paneOf, say, shows, words } from "../support/browser.js";
import { createBrowserStage } from "../support/browser-stage.js";

const stage = createBrowserStage();
const channel = "kobar-dishub-work";

const message = (number: number) => ({
  id: String(number),
  from: "kobar-dishub-officer",
  at: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
  text: `pesan-${number} ${"kata ".repeat(number % 40)}`,
  blocks: [],
  buttons: [],
  reactions: [],
  replyTo: null,
  editedAt: null,
  visibleTo: null,
});

test("5,000 messages: only those near the screen are drawn, both ends are reached, and reading is not disturbed", async () => {
  const page = await stage.open();
  // Below the numbers the program gives, as a history before today's.
  const history = Array.from({ length: 5_000 }, (_, at) => ({ ...message(at + 1), id: String(at - 5_000) }));
  await page.route(`**/channels/${channel}/messages`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: [...history, ...((await answer.json()) as object[])] });
  });
  await page.reload();
  const pane = paneOf(page, channel);
  await shows(pane, "simpang pasar");
  const log = pane.getByRole("log");
  const drawn = () => pane.getByTestId("message").count();
  expect(await drawn()).toBeLessThan(60);

  await vi.waitFor(async () => {
    await log.evaluate((element) => element.scrollTo(0, 0));
    expect(await pane.getByText("pesan-1 ", { exact: false }).first().isVisible()).toBe(true);
  }, 10_000);
  expect(await drawn()).toBeLessThan(60);

  const before = await log.evaluate((element) => element.scrollTop);
  await stage.api().send({ as: "kobar-dishub-officer", channel, type: "message", text: "jauh di bawah" });
  const toNewest = pane.getByRole("button", { name: words.newest });
  await toNewest.waitFor();
  expect(await log.evaluate((element) => element.scrollTop)).toBe(before);
  await toNewest.click();
  await shows(pane, "jauh di bawah");
  await toNewest.waitFor({ state: "detached" });
  await say(pane, "di ujung");
  await shows(pane, "di ujung");
});
