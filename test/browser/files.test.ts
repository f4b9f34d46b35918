import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { isFocused, messagesWith, openPicker, paneOf, phone, press, say, shows, words } from "../support/browser.js";
import { createBrowserStage } from "../support/browser-stage.js";
import { pdfBytes, pngBytes } from "../support/file-bytes.js";

const stage = createBrowserStage();

/** A picture one can recognise. */
const drawn = async (page: Page, text: string, colour: string): Promise<Buffer> => {
  const data = await page.evaluate<string>(`(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 400 });
    const context = canvas.getContext("2d");
    context.fillStyle = ${JSON.stringify(colour)};
    context.fillRect(0, 0, 640, 400);
    context.fillStyle = "white";
    context.font = "48px sans-serif";
    context.fillText(${JSON.stringify(text)}, 40, 210);
    return canvas.toDataURL("image/png").split(",")[1];
  })()`);
  return Buffer.from(data, "base64");
};

const choose = (within: Locator, name: string, mimeType: string, buffer: Buffer): Promise<void> =>
  within.getByTestId("file-input").setInputFiles({ name, mimeType, buffer });

/** Resolves once the program has the file: its size is shown then. */
const isThere = (within: Locator, name: string): Promise<void> => attached(within, name).getByText(/\d KB/).waitFor();

const attached = (within: Locator, name: string): Locator => within.getByTestId("attached").filter({ hasText: name });

const openJabar = async (): Promise<{ page: Page; work: Locator }> => {
  const page = await stage.open();
  await page.getByRole("combobox", { name: words.government }).selectOption("jabar");
  const list = page.getByRole("navigation", { name: words.channels });
  await list.getByRole("button", { name: /Dinkes · Kerja/ }).click();
  return { page, work: paneOf(page, "jabar-dinkes-work") };
};

test("a picture with its alternative text goes with an inquiry and an answer, and is on the official's card", async () => {
  const { page, work } = await openJabar();
  await choose(work, "antrean.png", "image/png", await drawn(page, "Antrean", "#7a4f00"));
  await attached(work, "antrean.png").getByLabel(words.altText).fill("Antrean panjang di loket");
  await isThere(work, "antrean.png");
  await say(work, "/inquiry Mengapa antre lama, Min?");
  const card = messagesWith(work, "Mengapa antre lama", "Diterima").last();
  await card.getByRole("img", { name: "Antrean panjang di loket" }).waitFor();
  const shown = await card.getByRole("img").evaluate((image) => "naturalWidth" in image && image.naturalWidth);
  expect(shown).toBe(640);

  await press(card, "Jawab");
  const dialog = page.getByRole("dialog");
  await choose(dialog, "jadwal.png", "image/png", await drawn(page, "Loket baru", "#0f6b6b"));
  await attached(dialog, "jadwal.png").getByLabel(words.altText).fill("Jadwal loket baru");
  await choose(dialog, "edaran.pdf", "application/pdf", Buffer.from(pdfBytes));
  for (const name of ["jadwal.png", "edaran.pdf"]) await isThere(dialog, name);
  await dialog.getByLabel("Jawaban").fill("Mulai besok ada loket tambahan.");
  await dialog.locator("button[type=submit]").click();
  await dialog.waitFor({ state: "detached" });
  await shows(work, "Menunggu persetujuan pejabat", "edaran.pdf");

  const list = page.getByRole("navigation", { name: words.channels });
  await list.getByRole("button", { name: /Dinkes · Persetujuan/ }).click();
  const approval = paneOf(page, "jabar-dinkes-approval");
  const asking = messagesWith(approval, "Mohon persetujuan").last();
  await asking.getByRole("img", { name: "Jadwal loket baru" }).waitFor();
  await asking.getByText(`${words.altText}: Jadwal loket baru`).waitFor();
  await asking.scrollIntoViewIfNeeded();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    asking.getByRole("link", { name: "edaran.pdf" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("edaran.pdf");
  await openPicker(asking);
  await asking.getByRole("button", { name: words.reactWith("👍") }).click();
  await shows(approval, "Disetujui");
});

test("what cannot be taken says why and can be removed; nothing is sent before all is there", async () => {
  const { page, work } = await openJabar();
  const sent: string[] = [];
  page.on("request", (request) => request.url().endsWith("/events") && sent.push(request.postData() ?? ""));
  await choose(work, "gambar.png", "image/png", Buffer.from("<svg onload=alert(1)>"));
  await attached(work, "gambar.png").getByRole("alert").waitFor();
  expect(await attached(work, "gambar.png").getByRole("alert").textContent()).toContain("tidak dapat diterima");
  const composer = work.getByTestId("composer");
  await composer.fill("/inquiry Kapan?");
  await composer.press("Enter");
  await work.getByText(words.waitForFiles).waitFor();
  expect(sent).toEqual([]);
  await attached(work, "gambar.png")
    .getByRole("button", { name: words.removeFile("gambar.png") })
    .click();
  expect(await isFocused(composer)).toBe(true);
  await composer.press("Enter");
  await shows(work, "Kapan?", "Diterima");
  expect(sent).toHaveLength(1);
});

test("a picture that is pasted or dropped is attached, and stays over a reload", async () => {
  const { page, work } = await openJabar();
  const hand = async (kind: "paste" | "drop", name: string): Promise<void> => {
    const area = '[data-channel="jabar-dinkes-work"] textarea';
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(${JSON.stringify([...pngBytes()])});
      data.items.add(new File([bytes], ${JSON.stringify(name)}, { type: "image/png" }));
      const options = { bubbles: true, cancelable: true, clipboardData: data, dataTransfer: data };
      const event = ${JSON.stringify(kind)} === "paste" ? new ClipboardEvent("paste", options) : new DragEvent("drop", options);
      document.querySelector(${JSON.stringify(area)}).dispatchEvent(event);
    })()`);
  };
  await hand("paste", "tempel.png");
  await hand("drop", "seret.png");
  await attached(work, "tempel.png").getByLabel(words.altText).fill("Titik merah");
  for (const name of ["tempel.png", "seret.png"]) await isThere(work, name);
  await page.reload();
  const label = attached(work, "tempel.png").getByLabel(words.altText);
  expect(await label.inputValue()).toBe("Titik merah");
  await say(work, "lihat ini");
  await messagesWith(work, "lihat ini").last().getByRole("img", { name: "Titik merah" }).waitFor();
  expect(await messagesWith(work, "lihat ini").last().getByRole("img").count()).toBe(2);
});

test("on a phone everything fits, and is done with the keyboard alone", async () => {
  const page = await stage.open({ viewport: phone });
  const pane = page.getByTestId("pane").first();
  await choose(
    pane,
    `${"nama-berkas-yang-sangat-panjang".repeat(3)}.png`,
    "image/png",
    await drawn(page, "Jalan", "#1c5aa0"),
  );
  const alt = pane.getByLabel(words.altText);
  await alt.focus();
  await page.keyboard.type("Jalan berlubang");
  await page.keyboard.press("Enter");
  await page.keyboard.type("tanpa perintah");
  await isThere(pane, "nama-berkas");
  expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(phone.width);
  await page.keyboard.press("Enter");
  await messagesWith(pane, "tanpa perintah").last().getByRole("img", { name: "Jalan berlubang" }).waitFor();
  expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(phone.width);
});
