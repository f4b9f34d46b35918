import type { RegistryRefusal } from "../../domain/notice.js";
import { type NoticeText, said } from "../said.js";
import { slash } from "./command-names.js";

/** Why nothing was registered, and what to do. */
export const registryRefusals: Record<RegistryRefusal, NoticeText> = {
  badHandle: (v) =>
    `Nama akun "${said(v, "handle", "itu")}" hanya boleh berisi huruf, angka, titik, garis bawah dan tanda hubung. Mohon tulis seperti @dishub.`,
  accountTaken: (v) =>
    `${said(v, "account", "Akun itu")} sudah terdaftar untuk ${said(v, "agency", "instansi lain")}. Bila sudah pindah, mohon instansi itu mengakhirinya dulu.`,
  accountUnchanged: (v) =>
    `${said(v, "account", "Akun itu")} sudah terdaftar dengan data yang sama. Untuk mengubahnya, mohon sebutkan isian yang baru.`,
  badPeriod: (v) => `Tanggal itu terlalu awal. Mohon pilih tanggal sesudah ${said(v, "date", "tanggal mulai")}.`,
};

/** What lists and cards of the registry say. Days are already formatted. */
export const registry = {
  accounts: {
    heading: (agency: string, total: number): string => `Akun resmi ${agency} (${total})`,
    empty: (agency: string): string =>
      `Belum ada akun resmi ${agency} yang terdaftar. Untuk mendaftarkan, ketik ${slash("account")} dan nama akunnya.`,
    designation: (instrument: string, number: string): string => `${instrument} Nomor ${number}`,
    undesignated: "surat penetapannya belum dicatat",
    designatedBy: (instrument: string, citation: string): string => `Ditetapkan dengan ${instrument} (${citation}).`,
    since: (day: string): string => `sejak ${day}`,
    until: (day: string): string => `sampai ${day}`,
    hint: `Untuk mengubah: ${slash("account")} nama akun dan isian barunya. Untuk mengakhiri: tambahkan sampai="hari ini".`,
    registered: (account: string, agency: string): string => `${account} terdaftar sebagai akun resmi ${agency}.`,
    changed: (account: string, agency: string): string => `Data ${account}, akun resmi ${agency}, sudah diubah.`,
    ended: (account: string, agency: string): string => `${account} tidak lagi menjadi akun resmi ${agency}.`,
    ending: (account: string, agency: string, day: string): string =>
      `${account} menjadi akun resmi ${agency} sampai ${day}.`,
  },
  buttons: {
    register: "Daftarkan akun",
    end: "Akhiri",
    again: "Daftarkan lagi",
  },
};
