import type { ProposalStatus } from "../../domain/proposal/model.js";
import type { CorrectingStatus } from "../../domain/proposal/queries.js";
import { type NoticeText, said } from "../said.js";
import { slash } from "./command-names.js";

const length: NoticeText = (v) => {
  const where = `${said(v, "medium")} @${said(v, "account")}`;
  const lawful =
    said(v, "lawful") === "" ? "" : `${said(v, "chars")} karakter, batas menurut peraturan ${said(v, "lawful")}. `;
  const today = said(v, "max") === "" ? "" : `Hitungan medianya sekarang ${said(v, "length")} dari ${said(v, "max")}. `;
  const parts = said(v, "parts");
  const then = parts === "" ? "" : parts === "0" ? "Tidak muat." : `Menjadi utas ${parts} unggahan.`;
  return `${where}: ${lawful}${today}${then}`.trim();
};

const category: NoticeText = (v) => {
  const [typed, basis] = [said(v, "category"), said(v, "basis")];
  if (typed !== "") return `Kategori "${typed}" tidak ada dalam daftar.`;
  return basis === ""
    ? "Kategorinya belum dipilih dari daftar peraturan."
    : `Dasar lain "${basis}" tidak ada dalam daftar.`;
};

const kinds: Readonly<Record<string, string>> = {
  nik: "NIK",
  kk: "nomor KK",
  phone: "nomor telepon",
  email: "alamat surel",
  plate: "nomor kendaraan",
};

/** What proposals, their checks and their cards say. */
export const content = {
  status: {
    collected: "Konsep",
    submitted: "Menunggu persetujuan pejabat",
    returned: "Dikembalikan pejabat",
    editing: "Sedang disunting",
    ready: "Siap ditayangkan",
    published: "Sudah tayang",
    corrected: "Sudah diralat",
    withdrawn: "Ditarik",
  } satisfies Record<ProposalStatus, string>,
  /** While what is posted is corrected. */
  correcting: {
    editing: "Sudah tayang, ralat sedang disusun",
    submitted: "Sudah tayang, ralat menunggu persetujuan pejabat",
    returned: "Sudah tayang, ralat dikembalikan pejabat",
    ready: "Sudah tayang, ralat siap ditayangkan",
  } satisfies Record<CorrectingStatus, string>,
  heading: (code: string, status: string): string => `Usulan ${code} · ${status}`,
  versionHeading: (code: string, version: number, corrects: boolean): string =>
    `${corrects ? "Ralat usulan" : "Usulan"} ${code} v${version}`,
  fields: {
    theme: "Tema",
    category: "Kategori",
    basis: "Dasar lain",
    source: "Sumber",
    accounts: "Untuk akun",
    wanted: "Rencana tayang",
    audience: "Sasaran",
    influencer: "Pemengaruh",
    policy: "Kebijakan terkait",
    why: "Alasan tetap diajukan",
    cases: "Menanggapi",
    author: "Penyusun",
    published: "Tayang",
    posted: "Sudah tayang",
    corrected: "Tayang setelah diralat",
    left: "Belum tayang di",
    correctionLeft: "Ralat belum tayang di",
    correction: "Diralat karena",
    withdrawn: "Ditarik karena",
  },
  changed: (before: string | undefined, now: string | undefined): string =>
    `${before || "kosong"} → ${now || "kosong"}`,
  /** What a draft lacks. */
  missing: { theme: "Temanya belum diisi.", text: "Naskahnya belum diisi." },
  /** Somebody filled in what another person had changed meanwhile. */
  contested: {
    typed: "Naskah Anda",
    kept: (code: string): string => `… selengkapnya: ${slash("history")} ${code}`,
  },
  noTheme: "tanpa tema",
  noAccounts: "belum ada akun resmi terdaftar",
  body: "Naskah",
  draft: "Naskah yang sedang disusun",
  checks: "Pemeriksaan",
  checksFine: "Tidak ada catatan.",
  severity: {
    block: "Harus diperbaiki",
    "block-with-reason": "Harus diperbaiki atau diberi alasan",
    warn: "Mohon diperhatikan",
  },
  overridden: (reason: string): string => `Diajukan dengan alasan: ${reason.replace(/[.\s]+$/, "")}.`,
  ethics: "Mohon dibaca sebelum mengajukan:",
  /** What was found, where how to mend it does not say that already. */
  finding: {
    hashtag: () => "Temanya belum bertagar dalam naskah.",
    category,
    length,
    "personal-data": (v) => `Tampak seperti ${kinds[said(v, "kind")] ?? "data pribadi"}: ${said(v, "shown")}.`,
    ethics: () => "Daftar etika belum dibaca.",
  } as Readonly<Record<string, NoticeText>>,
  requests: {
    select: (code: string, version: number, corrects: boolean): string =>
      `Mohon keputusan atas ${corrects ? "ralat " : ""}usulan ${code} v${version}. 👍 setuju, 👎 kembalikan.`,
    urgent: (code: string): string =>
      `Mendesak: usulan ${code} tentang kebencanaan. Mohon segera diputuskan (kebijakan internal).`,
    changed: (code: string, version: number): string =>
      `Naskah sudah berubah. Lihat usulan ${code} v${version} pada kartu terbaru.`,
    edited: (code: string, version: number, returnable: boolean): string =>
      `Naskah ini disunting menjadi ${code} v${version}. Persetujuannya tetap berlaku, tidak perlu diputuskan lagi.${returnable ? " Bila tidak setuju, tekan Kembalikan sebelum naskahnya tayang." : ""}`,
    ended: (code: string, status: string): string => `Usulan ${code} tidak perlu diputuskan lagi: ${status}.`,
  },
  pings: {
    reminder: (what: string, who: string, since: string): string =>
      `Izin mengingatkan: usulan ${what} menunggu keputusan ${who} sejak ${since} (target internal).`,
    urgent: (what: string, who: string, since: string): string =>
      `Mendesak: usulan ${what} tentang kebencanaan menunggu keputusan ${who} sejak ${since} (target internal).`,
    head: (what: string, position: string, since: string): string =>
      `Yth. ${position}, usulan ${what} belum diputuskan sejak ${since} (target internal). Mohon arahan.`,
  },
  calendar: {
    heading: (agency: string, from: string, to: string): string => `Kalender konten ${agency}: ${from} sampai ${to}`,
    sections: { waiting: "Menunggu keputusan pejabat", draft: "Masih disusun", ready: "Siap, belum tayang" },
    since: (time: string): string => `sejak ${time}`,
    left: (accounts: string): string => `belum tayang di ${accounts}`,
    wanted: "Rencana tayang",
    posted: "Tayang",
    corrected: "Tayang setelah diralat",
    withdrawn: "Ditarik setelah tayang",
    empty: `Tidak ada konten pada pekan ini. Untuk menyusun konten, ketik ${slash("propose")} dan naskahnya.`,
    emptyWeek: "Tidak ada yang direncanakan atau tayang pada pekan ini.",
    previousWeek: "Pekan sebelumnya",
    thisWeek: "Pekan ini",
    nextWeek: "Pekan berikutnya",
    button: "Kalender konten",
    counts: (of: { readonly waiting: number; readonly returned: number; readonly ready: number }): string => {
      const parts = [
        of.returned > 0 ? `${of.returned} dikembalikan pejabat` : "",
        of.waiting > 0 ? `${of.waiting} menunggu keputusan pejabat` : "",
        of.ready > 0 ? `${of.ready} siap ditayangkan` : "",
      ];
      return `Konten: ${parts.filter((part) => part !== "").join(", ")}. Lihat ${slash("queue")} konten.`;
    },
  },
  silent: {
    heading: (days: number): string => `Lebih dari ${days} hari tanpa unggahan (batas harinya target internal):`,
    since: (account: string, days: number): string => `${account}: ${days} hari sejak unggahan terakhir`,
    never: (account: string, days: number): string => `${account}: belum ada unggahan sejak terdaftar, ${days} hari`,
    advice: `Bila ada yang sudah tayang, mohon dicatat dengan ${slash("posted")}. Untuk menyusun konten, ketik ${slash("propose")}.`,
  },
  postText: (code: string, account: string): string => `${code} untuk ${account}, siap disalin:`,
  postParts: (count: number): string => `Utas ${count} unggahan, tayangkan berurutan:`,
  postPieces: "Naskahnya panjang: mohon salin semua bagian berurutan, lalu sambungkan.",
  postReplaces: {
    what: (corrects: boolean): string => `${corrects ? "Ralat" : "Naskah"} ini menggantikan yang tayang di`,
    elsewhere: (code: string): string => `akun ini (tautannya ada di kartu ${code})`,
  },
  postDone: (code: string, account: string): string => `${code} untuk ${account}, sudah tayang:`,
  postOld: (code: string, account: string): string =>
    `Naskah ${code} untuk ${account} sudah tidak berlaku. Mohon lihat kartunya.`,
  postLeft: (code: string, account: string): string =>
    `${code} dicatat tidak ditayangkan di ${account}. Bila ternyata ditayangkan juga, mohon catat tautannya dengan ${slash("posted")} ${code} TAUTAN.`,
  postEnded: (code: string, account: string): string =>
    `Akun ${account} sudah tidak dipakai, jadi ${code} tidak perlu ditayangkan di sana.`,
  postCopy: (code: string): string =>
    `Salinan ini tidak diperbarui. Naskah yang berlaku ada di kartu ${code}; tautannya juga diisi di sana.`,
  postLength: (length: string, max: string): string => `${length} dari ${max} karakter`,
  buttons: {
    submit: "Ajukan ke pejabat",
    write: "Ubah isian",
    edit: "Sunting",
    discard: "Batal sunting",
    select: "Setujui",
    return: "Kembalikan",
    texts: "Naskah per akun",
    enough: "Cukup, sisanya tidak ditayangkan",
    correct: "Ralat",
    withdraw: "Tarik",
    propose: "Jadikan konten",
  },
  responding: "Konten",
  history: {
    collected: (v) => `menyusun usulan: ${said(v, "theme", "-")}`,
    draftChanged: () => "mengubah konsep",
    contentSubmitted: (v) =>
      said(v, "inherits") === ""
        ? `mengajukan naskah v${said(v, "version", "1")}`
        : `menyunting naskah menjadi v${said(v, "version", "1")}, tanpa persetujuan ulang`,
    contentReady: (v) => `v${said(v, "version", "1")} siap ditayangkan`,
    editingStarted: () => "mulai menyunting",
    editingStopped: () => "membatalkan suntingan",
    contentPublished: (v) => `tayang di ${said(v, "account", "akun resmi")}: ${said(v, "url", "-")}`,
    addressReplaced: (v) =>
      `mengganti tautan di ${said(v, "account", "akun resmi")} dari ${said(v, "former", "-")} menjadi ${said(v, "url", "-")}: ${said(v, "reason", "-")}`,
    contentFinished: () => "tidak ditayangkan di akun lainnya",
    correctionStarted: (v) => `mulai meralat: ${said(v, "reason", "-")}`,
    contentWithdrawn: (v) => `menarik usulan: ${said(v, "reason", "-")}`,
  } as Readonly<Record<string, NoticeText>>,
};
