import { type NoticeText, said } from "../said.js";
import { slash } from "./command-names.js";

/** What is amiss with what somebody typed of a proposal. */
export const contentRefusals = {
  pastDay: (v) => `Tanggal "${said(v, "day", "itu")}" sudah lewat. Mohon tulis hari ini atau sesudahnya.`,
  sameDraft: (v) =>
    `Isi ${said(v, "code", "usulan ini")} tidak berubah. Untuk mengubahnya, mohon balas kartunya, misalnya: ${slash("propose")} sumber="Surat edaran".`,
  unknownAccount: (v) =>
    `Akun "${said(v, "account", "itu")}" tidak ditemukan.${said(v, "known") === "" ? " Belum ada akun resmi terdaftar untuk instansi ini." : ` Akun resmi instansi ini: ${said(v, "known")}.`}`,
  whichAccount: (v) =>
    `${said(v, "code", "usulan ini")} ditujukan untuk beberapa akun. Mohon sebutkan salah satu, misalnya akun=${said(v, "example", "x:dukcapil.contoh")}.`,
  severalAccounts: (v) =>
    `"${said(v, "account", "Akun itu")}" dipakai beberapa akun. Mohon sebutkan salah satu, misalnya akun=${said(v, "example", "x:dukcapil.contoh")}.`,
  voiceContent: (v) => {
    const code = said(v, "code");
    const kept = said(v, "kept") === "" ? "" : ` Pesan suara ini disimpan sebagai catatan ${code}.`;
    const about = code === "" ? "" : ` kasus=${code}`;
    const how = said(v, "changes") === "" ? `TEKS tema=TEMA${about}` : `kode=${code} TEKS`;
    return `Mohon maaf, pesan suara tidak dapat menjadi naskah konten.${kept} Mohon kirim naskahnya sebagai teks: ${slash("propose")} ${how}.`;
  },
  badDay: (v) => {
    const dates = said(v, "short") === "" ? "" : `, ${said(v, "short")} atau ${said(v, "long")}`;
    return `"${said(v, "day", "Isian itu")}" bukan tanggal. Mohon tulis misalnya besok, Senin${dates}.`;
  },
  badHashtag: (v) =>
    `Tagar "${said(v, "hashtag", "itu")}" hanya boleh berisi huruf, angka dan garis bawah. Mohon diperbaiki.`,
} satisfies Readonly<Record<string, NoticeText>>;
