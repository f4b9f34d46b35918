import { expect, test } from "vitest";
import { paneOf, say, words } from "../support/browser.js";
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
