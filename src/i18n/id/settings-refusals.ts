import type { SettingsRefusal } from "../../domain/notice.js";
import { type NoticeText, said, withBasis } from "../said.js";
import { slash } from "./command-names.js";

/** Why a setting, a cell of the access table or an SOP stays as it is, and what to do. */
export const settingsRefusals: Record<SettingsRefusal, NoticeText> = {
  unknownSetting: (v) =>
    `Pengaturan "${said(v, "typed", "itu")}" tidak dikenal. Yang dapat diatur: ${said(v, "known", `lihat ${slash("settings")}`)}.`,
  badSetting: (v) =>
    `"${said(v, "typed", "Isian itu")}" tidak dapat dipakai untuk ${said(v, "setting", "pengaturan ini")}. ${said(v, "bounds", "Mohon lihat batasnya")} Misalnya: ${said(v, "example", "lihat daftarnya")}.`,
  sameSetting: (v) => `${said(v, "setting", "Pengaturan itu")} sudah seperti itu. Tidak ada yang perlu diubah.`,
  unknownRight: (v) =>
    `Hak "${said(v, "typed", "itu")}" tidak dikenal. Mohon pilih salah satu dari ${slash("access")}, misalnya ${said(v, "example", "menutup pertanyaan")}.`,
  unknownRole: (v) =>
    `Peran "${said(v, "typed", "itu")}" tidak dikenal. Pilihannya: ${said(v, "known", `lihat ${slash("access")}`)}.`,
  accessBound: (v) => {
    const basis = said(v, "citation") === "" ? "" : `${said(v, "citation")}, ${said(v, "level", "peraturan")}`;
    return `Hak ${said(v, "role", "peran ini")} untuk ${said(v, "right", "hal ini")} tidak dapat diatur menjadi "${said(v, "scope", "itu")}". ${withBasis(said(v, "bound", "Batasnya tetap."), basis)} Yang dapat dipilih: ${said(v, "allowed", "tetap seperti sekarang")}.`;
  },
  sameAccess: (v) =>
    `Hak ${said(v, "role", "peran ini")} untuk ${said(v, "right", "hal ini")} sudah "${said(v, "scope", "begitu")}". Tidak ada yang perlu diubah.`,
  sopBadHours: (v) =>
    `"${said(v, "typed", "Isian itu")}" bukan jumlah jam. Mohon tulis bilangan bulat, misalnya 12, paling banyak ${said(v, "max", "720")}.`,
  sopHours: (v) =>
    `SOP dapat mempersingkat batas waktu, tidak dapat memperpanjangnya: paling lama ${said(v, "max", "24")} jam (${said(v, "citation", "peraturan")}). Mohon tulis jam yang lebih sedikit.`,
  sopGate: (v) =>
    `SOP hanya dapat menambah syarat. Untuk ${said(v, "origin", "jawaban ini")} peraturan meminta ${said(v, "gate", "lebih")} (${said(v, "citation", "peraturan")}). Mohon pilih yang sama atau lebih ketat.`,
  sopForAll: (v) =>
    `Peraturan ini mengenal satu SOP untuk semua instansi (${said(v, "citation", "peraturan")}). Mohon tulis tanpa nama instansi.`,
  sopExternal: (v) =>
    `${said(v, "agency", "Instansi itu")} berada di luar pemerintah daerah, jadi SOP-nya tidak dicatat di sini. Mohon pilih instansi lain.`,
  sopLater: (v) =>
    `Tanggal SOP "${said(v, "day", "itu")}" belum tiba. Mohon tulis tanggal suratnya, misalnya 5/3/2026.`,
  sopUnchanged: (v) =>
    `SOP Nomor ${said(v, "number", "itu")} sudah tercatat dengan isi yang sama. Untuk mengubahnya, mohon sebutkan isian yang baru.`,
};
