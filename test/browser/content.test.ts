import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { messagesWith, paneOf, press, react, say, shows, words } from "../support/browser.js";
import { createBrowserStage } from "../support/browser-stage.js";

const stage = createBrowserStage();

/** Fills one page of the open form and goes on. */
const fillPage = async (page: Page, values: Readonly<Record<string, string>>, button: string): Promise<void> => {
  const dialog = page.getByRole("dialog");
  for (const [label, value] of Object.entries(values)) await dialog.getByLabel(label).fill(value);
  await dialog.getByRole("button", { name: button, exact: true }).click();
};

test("Jawa Barat: content is returned once, edited, selected with 👍 and posted on each account", async () => {
  const page = await stage.open();
  await page.getByTestId("example-jabar").click();
  const work = paneOf(page, "jabar-dinkes-work");
  const approval = paneOf(page, "jabar-dinkes-approval");
  await page.getByTestId("notice").getByText(words.exampleReady).waitFor();

  await work.getByTestId("composer").fill("/usul ");
  await work.getByRole("button", { name: words.openForm }).click();
  const categories = page.getByRole("dialog").locator("datalist option");
  await expect
    .poll(() => categories.evaluateAll((all) => all.map((each) => each.getAttribute("value"))))
    .toContain("Kebencanaan");
  await fillPage(
    page,
    { Tema: "Jadwal imunisasi", Naskah: "Imunisasi campak gratis di semua puskesmas.", Tagar: "Imunisasi" },
    words.next,
  );
  await fillPage(page, { "Tanggal tayang": "30 Februari" }, words.next);
  await fillPage(page, {}, "Simpan konsep");
  await press(messagesWith(work, "30 Februari"), "Perbaiki isian");
  await expect.poll(() => page.getByRole("dialog").getByLabel("Tema").inputValue()).toBe("Jadwal imunisasi");
  await fillPage(page, {}, words.next);
  await fillPage(page, { "Tanggal tayang": "besok" }, words.next);
  await fillPage(page, {}, "Simpan konsep");
  await shows(work, "Konsep", "Jadwal imunisasi", "Mohon sebutkan sumber informasinya.");

  await press(messagesWith(work, "Konsep"), "Ajukan ke pejabat");
  await shows(work, "belum dapat diajukan", "Mohon sebutkan sumber informasinya.");
  await press(messagesWith(work, "Konsep"), "Ubah isian");
  await expect.poll(() => page.getByRole("dialog").getByLabel("Tema").inputValue()).toBe("Jadwal imunisasi");
  await fillPage(page, { "Sumber informasi": "Surat edaran Dinkes" }, words.next);
  await fillPage(page, {}, words.next);
  await fillPage(page, {}, "Simpan konsep");
  await shows(work, "Konsep", "Surat edaran Dinkes");
  await press(messagesWith(work, "Surat edaran Dinkes"), "Ajukan ke pejabat");
  await shows(work, "Jadwal imunisasi", "Menunggu persetujuan pejabat");

  await react(messagesWith(approval, "Mohon keputusan atas usulan").last(), "👎");
  await shows(approval, "Apa yang perlu diperbaiki?");
  await say(approval, "Sebutkan jamnya.");
  await shows(work, "mengembalikan usulan", "Sebutkan jamnya");
  await press(messagesWith(work, "Dikembalikan pejabat"), "Ubah isian");
  await fillPage(page, { Naskah: "Imunisasi campak gratis di semua puskesmas, pukul 08.00 sampai 11.00." }, words.next);
  await fillPage(page, {}, words.next);
  await fillPage(page, {}, "Simpan konsep");
  await press(messagesWith(work, "08.00 sampai 11.00"), "Ajukan ke pejabat");
  await shows(approval, "v2", "Perubahan dari v1");
  await shows(approval, "Naskah sudah berubah");

  await react(messagesWith(approval, "Mohon keputusan atas usulan").last(), "👍");
  await shows(work, "Siap ditayangkan");
  await shows(work, "siap disalin", "Instagram", "#Imunisasi");
  await say(work, "/tayang 2 https://www.instagram.com/p/contoh");
  await shows(work, "Masih ada 1 akun lagi");
  await say(work, "/tayang 2 https://x.com/dinkes.jabar.contoh/status/1");
  await shows(work, "Sudah tayang", "https://x.com/dinkes.jabar.contoh/status/1");
});

/** Content by typing, in a government whose page is chosen first: proposed, refused by a check, mended, selected, posted. */
const byTyping = async (
  government: string,
  check: { code: number; mended: string; refusal: string },
): Promise<void> => {
  const page = await stage.open();
  await page.getByTestId("government").selectOption(government);
  const work = paneOf(page, `${government}-dishub-work`);
  const approval = paneOf(page, `${government}-dishub-approval`);
  await work.waitFor();
  await say(work, '/usul Bus sekolah gratis mulai Senin. tema="Bus sekolah" sumber=Dishub');
  await press(messagesWith(work, "Konsep"), "Ajukan ke pejabat");
  await shows(work, "belum dapat diajukan", check.refusal);
  await say(work, `/usul kode=${check.code} ${check.mended}`);
  await shows(work, "sudah tersimpan");
  await press(messagesWith(work, "Konsep"), "Ajukan ke pejabat");
  await shows(work, "Bus sekolah", "Menunggu persetujuan pejabat");
  await paneOf(page, `${government}-pupr-work`).getByTestId("composer").click();
  await page.getByTestId("channel-list").getByRole("button", { name: "Dishub · Persetujuan" }).click();
  await react(messagesWith(approval, "Mohon keputusan atas usulan").last(), "👍");
  await shows(work, "siap disalin", "Bus sekolah gratis mulai Senin.");
  await say(work, `/tayang ${check.code} https://www.instagram.com/p/contoh`);
  await say(work, `/tayang ${check.code} https://x.com/dishub.contoh/status/1`);
  await shows(work, "https://x.com/dishub.contoh/status/1", "Sudah tayang di semua akun tujuan");
};

test("Kotawaringin Barat: no hashtag, no proposal (Pasal 9 huruf e)", () =>
  byTyping("kobar", { code: 2, mended: "tagar=BusSekolah", refusal: "Mohon isi Tagar lewat tombol Ubah isian" }));

test("Klaten: a category of its closed list (Pasal 12)", () =>
  byTyping("klaten", { code: 1, mended: 'kategori="Isu aktual daerah"', refusal: "Mohon pilih kategori Pasal 12" }));
