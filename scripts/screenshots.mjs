// Plays the simulator's first minute in a real browser and writes the pictures of README.md, in both themes.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const root = dirname(import.meta.dirname);
const pictures = join(root, "docs", "screenshots");
const chromiumPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Nothing but the page is asked for. */
const launchArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

if (!existsSync(chromiumPath)) {
  console.error(
    `There is no Chromium at ${chromiumPath}. On Debian: apt-get install chromium, and fonts-noto-color-emoji.`,
  );
  process.exit(1);
}

/** The program on empty data: every theme's pictures begin with the living case. */
const startProgram = async () => {
  const data = mkdtempSync(join(tmpdir(), "tanggap-pictures-"));
  const child = spawn(process.execPath, [join(root, "dist", "src", "main.js")], {
    env: { ...process.env, DATA_DIR: data, PORT: "0", LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise((done, fail) => {
    createInterface(child.stdout).on("line", (line) => /http:\/\/\S+/.test(line) && done(/http:\/\/\S+/.exec(line)[0]));
    child.once("exit", (code) => fail(new Error(`the program ended with ${code}`)));
  });
  const stop = async () => {
    child.removeAllListeners("exit");
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  return { url, stop };
};

const message = (page, channel, text) =>
  page
    .locator(`[data-testid="pane"][data-channel="${channel}"]`)
    .getByTestId("message")
    .filter({ hasText: text })
    .last();

const say = async (page, channel, text) => {
  const composer = page.locator(`[data-testid="pane"][data-channel="${channel}"]`).getByTestId("composer");
  await composer.fill(text);
  await composer.press("Enter");
};

const open = async (browser, url, colorScheme, viewport) => {
  const context = await browser.newContext({ colorScheme, viewport, locale: "id-ID", reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByTestId("message").first().waitFor();
  return page;
};

const shoot = async (page, name, theme) => {
  await page.evaluate("document.fonts.ready");
  await page.screenshot({ path: join(pictures, `${name}-${theme}.png`), animations: "disabled", caret: "hide" });
};

/** The articles are read last; with them the cards look as they stay. */
const settled = (page) => page.locator(".buttons .quiet").first().waitFor();

/** A picture one can recognise. */
const drawn = async (page, words) =>
  Buffer.from(
    await page.evaluate((text) => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 240 });
      const context = canvas.getContext("2d");
      Object.assign(context, { fillStyle: "#0f6b6b", font: "44px sans-serif" });
      context.fillRect(0, 0, 640, 240);
      context.fillStyle = "white";
      context.fillText(text, 40, 130);
      return canvas.toDataURL("image/png").split(",")[1];
    }, words),
    "base64",
  );

/** Content with a picture, proposed by typing and before the officials. */
const propose = async (page, theme) => {
  await page.locator(".notice button").click();
  const pane = page.locator('[data-testid="pane"][data-channel="jabar-dinkes-work"]');
  const buffer = await drawn(page, "Imunisasi campak gratis");
  await pane.getByTestId("file-input").setInputFiles({ name: "imunisasi.png", mimeType: "image/png", buffer });
  const attached = pane.getByTestId("attached");
  await attached.getByRole("textbox").fill("Ajakan imunisasi campak gratis");
  await attached.getByText(/\d KB/).waitFor();
  const parts = 'tema="Jadwal imunisasi" tagar=Imunisasi sumber="Surat edaran Dinkes" tanggal=besok';
  await say(page, "jabar-dinkes-work", `/usul Imunisasi campak gratis di semua puskesmas, pukul 08.00. ${parts}`);
  await message(page, "jabar-dinkes-work", "Konsep").getByRole("button", { name: "Ajukan ke pejabat" }).click();
  const card = message(page, "jabar-dinkes-approval", "Jadwal imunisasi");
  await card.getByRole("img").first().waitFor();
  await settled(page);
  await showFromTop(card);
  await showFromTop(message(page, "jabar-dinkes-work", "Jadwal imunisasi"));
  await shoot(page, "content", theme);
};

const showFromTop = (card) => card.evaluate((element) => element.scrollIntoView({ block: "start" }));
const showToEnd = (card) => card.evaluate((element) => element.scrollIntoView({ block: "end" }));

const play = async (browser, theme) => {
  const { url, stop } = await startProgram();
  try {
    const wide = await open(browser, url, theme, { width: 1280, height: 800 });
    await wide.getByTestId("next-event").click();
    await message(wide, "kobar-dishub-work", "Sisa 1 jam").waitFor();
    const narrow = await open(browser, url, theme, { width: 360, height: 740 });
    await narrow.getByTestId("coach").getByRole("button").click();
    await narrow.getByRole("button", { name: "Dishub · Kerja" }).first().click();
    await settled(narrow);
    await showToEnd(message(narrow, "kobar-dishub-work", "Jenis"));
    await shoot(narrow, "phone", theme);
    await say(wide, "kobar-dishub-work", "/jawab 1 Lampu diperbaiki besok pagi pukul 07.00.");
    await message(wide, "kobar-pupr-work", "sudah masuk").waitFor();
    await message(wide, "kobar-dishub-work", "sudah dikirim ke").waitFor();
    await settled(wide);
    await showFromTop(message(wide, "kobar-pupr-work", "Naskah jawaban"));
    await shoot(wide, "first-minute", theme);
    await wide.getByTestId("example-jabar").click();
    await wide.getByTestId("notice").getByText("👍").waitFor();
    await message(wide, "jabar-dinkes-approval", "Setujui").waitFor();
    await settled(wide);
    await shoot(wide, "jabar-approval", theme);
    await propose(wide, theme);
  } finally {
    await stop();
  }
};

mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({ executablePath: chromiumPath, args: launchArguments });
try {
  for (const theme of ["light", "dark"]) await play(browser, theme);
} finally {
  await browser.close();
}
