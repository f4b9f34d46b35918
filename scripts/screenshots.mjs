// Plays the simulator in a real browser and writes the pictures of README.md, in both themes, and of docs/panduan.md.
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

const firstMessage = (page, channel, text) =>
  page
    .locator(`[data-testid="pane"][data-channel="${channel}"]`)
    .getByTestId("message")
    .filter({ hasText: text })
    .first();

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

/** What somebody else writes meanwhile; answers with the messages of that chat. */
const act = async (url, person, channel, text) => {
  const api = `${url}/api/simulator`;
  const body = JSON.stringify({ as: person, channel, type: text.startsWith("/") ? "command" : "message", text });
  await fetch(`${api}/events`, { method: "POST", body });
  await fetch(`${api}/idle?timeoutMs=10000`);
  return (await fetch(`${api}/channels/${channel}/messages`)).json();
};

/** A tall phone on one chat, as one of its people: a picture of it is cut to the messages that matter. */
const openChat = async (browser, url, { government, group, channel, person }) => {
  const context = await browser.newContext({
    colorScheme: "light",
    viewport: { width: 390, height: 2200 },
    locale: "id-ID",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByTestId("message").first().waitFor();
  await page.getByTestId("coach").getByRole("button").click();
  await page.getByRole("button", { name: "Buka daftar grup" }).click();
  await page.getByTestId("government").selectOption(government);
  // The list stays open, or closes with the choice of a government.
  if (!(await page.getByTestId("channel-list").isVisible()))
    await page.getByRole("button", { name: "Buka daftar grup" }).click();
  await page.getByTestId("channel-list").getByRole("button", { name: group }).click();
  const pane = page.locator(`[data-testid="pane"][data-channel="${channel}"]`);
  await pane.getByTestId("person").selectOption(person);
  return page;
};

/** From the top of one message to the end of another, and no wider than the phone. */
const cutOut = async (page, name, first, last) => {
  await last.waitFor();
  await settled(page);
  await page.evaluate("document.fonts.ready");
  const [top, end] = [await first.boundingBox(), await last.boundingBox()];
  const clip = { x: 0, y: top.y - 3, width: 390, height: end.y + end.height + 8 - top.y };
  const path = join(pictures, `panduan-${name}.png`);
  await page.screenshot({ path, clip, animations: "disabled", caret: "hide" });
};

/** Who is in which chat of the guide. */
const chats = {
  dishub: { government: "kobar", group: "Dishub · Kerja", channel: "kobar-dishub-work" },
  dukcapil: { government: "kobar", group: "Dukcapil · Kerja", channel: "kobar-dukcapil-work" },
  officials: { government: "jabar", group: "Dinkes · Persetujuan", channel: "jabar-dinkes-approval" },
};

/** Somebody new joins with the code an admin got for them. */
const pictureOfJoining = async (browser, url) => {
  const { channel } = chats.dishub;
  const invite = '/anggota "Wati Contoh" peran=petugas instansi=dishub jabatan="Staf Humas" nomor=-';
  const invited = await act(url, "kobar-diskominfo-officer", "kobar-diskominfo-work", invite);
  const [code] = /KOBAR(-[0-9A-Z]{5}){2}/.exec(invited.at(-1).text);
  const body = JSON.stringify({ name: "Wati Contoh" });
  const added = await fetch(`${url}/api/simulator/governments/kobar/people`, { method: "POST", body });
  const page = await openChat(browser, url, { ...chats.dishub, person: (await added.json()).id });
  await say(page, channel, `/gabung ${code}`);
  const welcome = message(page, channel, "Selamat datang");
  await welcome.waitFor();
  await cutOut(page, "gabung", firstMessage(page, channel, `/gabung ${code}`), welcome);
};

/** A question is logged, forwarded and answered. */
const picturesOfQuestion = async (browser, url) => {
  const { channel } = chats.dukcapil;
  const page = await openChat(browser, url, { ...chats.dukcapil, person: "kobar-dukcapil-officer" });
  await say(page, channel, "/catat Kapan bus ke Kumai jalan lagi, Min? dari=@warga.contoh jenis=pertanyaan");
  const card = message(page, channel, "Penanya");
  await cutOut(page, "catat", firstMessage(page, channel, "/catat"), card);
  const [, number] = /KOBAR-\d\d-0*(\d+)/.exec(await card.textContent());
  await say(page, channel, `/teruskan ${number} dishub catatan="Mohon jadwalnya."`);
  const related = await openChat(browser, url, { ...chats.dishub, person: "kobar-dishub-officer" });
  const forwarded = message(related, chats.dishub.channel, "Kumai");
  await cutOut(related, "diteruskan", forwarded, forwarded);
  await say(related, chats.dishub.channel, `/jawab ${number} Mulai Senin, setiap hari pukul 07.00.`);
  await message(page, channel, "sudah masuk").waitFor();
  await cutOut(page, "siap", card, card);
};

/** A draft with what its checks find. */
const pictureOfProposal = async (browser, url) => {
  const { channel } = chats.dukcapil;
  const page = await openChat(browser, url, { ...chats.dukcapil, person: "kobar-dukcapil-officer" });
  await say(page, channel, '/usul Layanan KTP libur 5 Maret. tema="Libur layanan"');
  const draft = message(page, channel, "Pemeriksaan");
  await cutOut(page, "usul", draft, draft);
};

/** An official decides with one reaction. */
const pictureOfApproval = async (browser, url) => {
  const { channel } = chats.officials;
  const question = "/catat Apakah imunisasi anak gratis? dari=@warga.contoh";
  await act(url, "jabar-dinkes-officer", "jabar-dinkes-work", question);
  await act(url, "jabar-dinkes-officer", "jabar-dinkes-work", "/jawab 1 Gratis. Cukup membawa buku KIA.");
  const page = await openChat(browser, url, { ...chats.officials, person: "jabar-dinkes-official" });
  const asked = message(page, channel, "Mohon persetujuan");
  await cutOut(page, "persetujuan", asked, asked);
};

/** The pictures of the guide: light, and as wide as a phone. */
const playGuide = async (browser) => {
  const { url, stop } = await startProgram();
  try {
    await pictureOfApproval(browser, url);
    await picturesOfQuestion(browser, url);
    await pictureOfProposal(browser, url);
    await pictureOfJoining(browser, url);
  } finally {
    await stop();
  }
};

mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({ executablePath: chromiumPath, args: launchArguments });
try {
  // "guide": the pictures of the guide alone.
  if (process.argv[2] !== "guide") for (const theme of ["light", "dark"]) await play(browser, theme);
  await playGuide(browser);
} finally {
  await browser.close();
}
