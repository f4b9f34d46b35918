import { type NoticeText, said } from "../said.js";
import { slash } from "./command-names.js";

/** What is amiss with what somebody typed of a proposal. */
export const contentRefusals = {
  pastDay: (v) => `Tanggal "${said(v, "day", "itu")}" sudah lewat. Mohon tulis hari ini atau sesudahnya.`,
  sameDraft: (v) =>
    `Isi ${said(v, "code", "usulan ini")} tidak berubah. Untuk mengubahnya, mohon balas kartunya, misalnya: ${slash("propose")} sumber="Surat edaran".`,
  contentIncomplete: (v) =>
    `${said(v, "code", "Usulan ini")} belum lengkap. ${said(v, "missing", "Tema atau naskahnya belum diisi.")} Mohon isi lewat tombol Ubah isian pada kartunya, atau balas kartunya dengan ${slash("propose")} dan isiannya.`,
  contested: (v) =>
    `Sejak formulirnya dibuka, ${said(v, "inputs", "isian")} ${said(v, "code", "usulan ini")} sudah diubah orang lain, jadi isian Anda belum dipakai. Bila isian Anda yang benar, mohon isi lagi lewat tombol Ubah isian.`,
  unknownAccount: (v) =>
    `Akun "${said(v, "account", "itu")}" tidak ditemukan.${said(v, "known") === "" ? " Belum ada akun resmi terdaftar untuk instansi ini." : ` Akun resmi instansi ini: ${said(v, "known")}.`}`,
  whichAccount: (v) =>
    `${said(v, "code", "usulan ini")} ditujukan untuk beberapa akun. Mohon sebutkan salah satu, misalnya akun=${said(v, "example", "x:dukcapil.contoh")}.`,
  severalAccounts: (v) =>
    `"${said(v, "account", "Akun itu")}" dipakai beberapa akun. Mohon sebutkan salah satu, misalnya akun=${said(v, "example", "x:dukcapil.contoh")}.`,
  otherSite: (v) => {
    const other = said(v, "other") === "" ? "" : `, melainkan di ${said(v, "other")}`;
    return `Tautan ${said(v, "url", "itu")} bukan unggahan ${said(v, "account", "akun itu")}${other}. Mohon periksa tautannya, atau sebutkan akunnya dengan akun=AKUN.`;
  },
  accountEnded: (v) =>
    `Akun ${said(v, "account", "itu")} sudah tidak dipakai sejak ${said(v, "date", "tanggal akhirnya")}, jadi tautannya tidak dapat dicatat. Bila masih dipakai, mohon daftarkan lagi dengan ${slash("account")}.`,
  profileAddress: (v) =>
    `Tautan ${said(v, "url", "itu")} adalah halaman akun, bukan satu unggahan. Mohon buka unggahannya, lalu salin tautannya dari sana.`,
  addressTaken: (v) =>
    `Tautan ${said(v, "url", "itu")} sudah dicatat untuk ${said(v, "taken", "usulan lain")}. Mohon salin tautan unggahan ${said(v, "code", "usulan ini")} sendiri. Bila yang keliru ${said(v, "taken", "usulan lain itu")}, mohon ganti dulu di sana: ${slash("posted")} ${said(v, "taken", "KODE")} TAUTAN alasan="ALASAN".`,
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
