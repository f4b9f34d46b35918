import { type NoticeText, said } from "../said.js";
import { slash } from "./command-names.js";
import { agency, code, decision, person, reason, version } from "./notice-parts.js";

const contentPublished: NoticeText = (v) => {
  const left = said(v, "left", "0");
  const others =
    said(v, "enough") === "" ? `Masih ada ${left} akun lagi.` : `Belum tayang di ${left} akun tujuan lainnya.`;
  const rest = left === "0" ? " Sudah tayang di semua akun tujuan." : ` ${others}`;
  return `${code(v)} tayang di ${said(v, "account", "akun resmi")}: ${said(v, "url", "tautannya ada di kartu")}.${rest}`;
};

const contentWithdrawn: NoticeText = (v) => {
  const isPosted = said(v, "posted", "0") !== "0";
  if (said(v, "officials") !== "") {
    const waited = said(v, "waited") === "" ? "" : " Tidak perlu diputuskan lagi.";
    const taken = isPosted ? " Petugas sudah diminta menurunkan unggahannya." : "";
    return `${isPosted ? "Konten" : "Usulan"} ${code(v)} ditarik: ${reason(v)}.${waited}${taken}`;
  }
  const posted = isPosted ? " Mohon unggahannya juga diturunkan." : "";
  return `Usulan ${code(v)} ditarik: ${reason(v)}.${posted}`;
};

/** What to do instead of editing a message, as the content stands. */
const changing: Readonly<Record<string, (code: string) => string>> = {
  write: (of) => `Untuk mengubahnya, mohon tekan tombol Ubah isian di kartunya, atau ketik ${typedAnew(of)}.`,
  edit: (of) => `Untuk mengubahnya, mohon tekan tombol Sunting di kartunya, atau ketik ${typedAnew(of)}.`,
  correct: () => "Bila perlu diralat, mohon tekan tombol Ralat di kartunya.",
  anew: () => "Usulannya sudah ditarik; bila masih perlu, mohon ajukan usulan baru.",
};

const typedAnew = (of: string): string => `${slash("propose")} kode=${of} dan naskah barunya`;

/** How to decide, for whoever replied in other words. */
const undecided: NoticeText = (v) => {
  const typed = `${slash("approve")} ${code(v)} atau ${slash("reject")} ${code(v)} ALASAN`;
  return `Balasan ini belum dihitung sebagai keputusan atas ${code(v)}. Mohon tekan tombol di kartunya, balas kartunya dengan satu kata "setuju", atau ketik ${typed}.`;
};

/** True however often it was approved: messages that exist are edited in place. */
const eachText =
  "Naskah tiap akun ada di pesannya masing-masing; bila tidak terlihat, tekan Naskah per akun pada kartunya.";

/** What happened to content, said to those who wait for it. */
export const contentNews = {
  contentSelected: (v) =>
    `Usulan ${version(v)} siap ditayangkan. ${decision({ ...v, decision: "approve" })} ${eachText}`,
  contentSelectedEditing: (v) =>
    `Usulan ${version(v)} sedang disunting, jadi belum dapat ditayangkan. ${decision({ ...v, decision: "approve" })} Mohon ajukan suntingannya atau batalkan.`,
  contentReturned: (v) =>
    `${person(v)}, mengembalikan usulan ${version(v)}: ${reason(v)}. Mohon perbaiki lewat tombol ubah, lalu ajukan lagi.`,
  contentReady: (v) => `Usulan ${code(v)} siap ditayangkan. ${eachText}`,
  contentEdited: (v) => {
    const by = said(v, "names", "petugas");
    const what = `${code(v)} yang sudah disetujui`;
    const done = said(v, "spelling") === "" ? `Naskah ${what} disunting` : `Ejaan naskah ${what} diperbaiki`;
    return `${done} ${by}, sekarang v${said(v, "version", "2")}. Persetujuannya tetap berlaku.`;
  },
  contentUrgent: (v) =>
    `Mendesak: usulan ${version(v)} tentang kebencanaan. Mohon segera diputuskan lewat kartu ini (kebijakan internal).`,
  contentPublished,
  contentWithdrawn,
  addressReplaced: (v) =>
    `Tautan ${code(v)} di ${said(v, "account", "akun resmi")} diganti: ${said(v, "url", "lihat kartunya")}. Alasan: ${reason(v)}. Tautan sebelumnya: ${said(v, "former", "ada di riwayat")}.`,
  repliedToContent: (v) => {
    const what = said(v, "kept") === "voice" ? "Pesan suara" : "Berkas";
    const kept = said(v, "kept") === "" ? "" : `${what} ini disimpan sebagai catatan ${code(v)}. `;
    const then =
      said(v, "asked") === ""
        ? `Balasan ini tidak mengubah ${code(v)}. Untuk mengubahnya, mohon balas kartunya dengan ${slash("propose")} dan isiannya.`
        : undecided(v);
    return kept + then;
  },
  repliedToApproval: (v) => undecided(v),
  contentEditTooLate: (v) =>
    `Pesan diedit, tetapi naskah ${code(v)} tidak berubah. ${changing[said(v, "next")]?.(code(v)) ?? ""}`.trim(),
  correctionStarted: (v) => `Ralat ${code(v)} mulai disusun: ${reason(v)}. Mohon ubah naskahnya, lalu ajukan.`,
  noApprovalChannel: (v) =>
    `Usulan ${code(v)} belum sampai ke pejabat: ${agency(v)} belum punya grup persetujuan. Mohon hubungi admin untuk menyambungkannya.`,
} satisfies Readonly<Record<string, NoticeText>>;
