import { said, type NoticeText as Words } from "../../said.js";
import { settingHints } from "./settings.js";

const hints: Readonly<Record<string, string>> = settingHints;

const first = (v: Parameters<Words>[0]): string => `${said(v, "file")} baris ${said(v, "line")}`;

/** What is wrong at a place of the setup's files, and how to mend it. */
export const problems = {
  fileMissing: (v) =>
    `Berkas ini tidak ditemukan atau tidak dapat dibaca (${said(v, "path")}). Periksa nama dan foldernya.`,
  lettersAlone: (v) =>
    `Tidak ada berkas bernama ini. Bila maksudnya huruf pemerintah daerah, tulis "--" sebelum pilihannya: npm run setup -- --renew ${said(v, "value")}`,
  fileTooBig: (v) => `Berkas terlalu besar. Paling besar ${said(v, "max")}.`,
  workbook: () =>
    `Ini buku kerja Excel, bukan teks. Di Excel pilih "Simpan Sebagai", lalu "CSV UTF-8 (dibatasi koma)".`,
  utf16: () =>
    `Berkas ini tersimpan sebagai UTF-16. Di Excel pilih "Simpan Sebagai", lalu "CSV UTF-8 (dibatasi koma)"; untuk YAML pilih UTF-8.`,
  binary: () => "Berkas ini bukan teks. Simpan sebagai teks UTF-8.",
  notUtf8: () =>
    `Ada huruf di baris ini yang tersimpan dengan cara lama (Windows-1252). Simpan ulang sebagai UTF-8; di Excel pilih "CSV UTF-8 (dibatasi koma)".`,
  brokenCharacter: (v) => `"${said(v, "value")}" berisi huruf yang rusak. Ketik ulang.`,
  yamlSyntax: (v) =>
    `YAML tidak dapat dibaca di sini (${said(v, "reason")}). Periksa spasi di depan baris, titik dua dan tanda kutip.`,
  yamlUnclosed: () => `Tanda kutip atau kurung yang dibuka di baris ini tidak ditutup. Tutup di baris yang sama.`,
  yamlTwice: () => "Isian ini sudah ada di atas. Hapus salah satunya.",
  yamlAlias: () => `Singkatan YAML (& dan *) tidak dipakai di sini. Tulis isinya lengkap, atau beri tanda kutip.`,
  yamlKey: () => "Nama isian harus berupa kata. Tulis seperti pada contoh docs/setup.example.yaml.",
  yamlNoMap: () => "Berkas ini kosong atau bukan daftar isian. Mulailah dari contoh docs/setup.example.yaml.",
  yamlTooDeep: () => "Berkas ini bersarang terlalu dalam. Mulailah dari contoh docs/setup.example.yaml.",
  missing: () => "Isian ini wajib tetapi belum ada. Tambahkan.",
  empty: () => "Isian ini kosong. Isi, atau hapus barisnya bila tidak wajib.",
  unknownKey: (v) =>
    `Isian "${said(v, "name")}" tidak dikenal. Yang dikenal: ${said(v, "allowed", "lihat docs/setup.md")}.`,
  wantsText: () => "Di sini diperlukan teks biasa, bukan daftar.",
  wantsList: () => `Di sini diperlukan daftar: tiap butir di baris sendiri, diawali "- ".`,
  wantsMap: () => `Di sini diperlukan isian bernama, misalnya "name: …".`,
  tooLong: (v) => `Terlalu panjang: ${said(v, "length")} huruf. Paling banyak ${said(v, "max")}.`,
  tooMany: (v) => `Terlalu banyak. Paling banyak ${said(v, "max")}.`,
  badLetters: (v) => `"${said(v, "value")}" bukan huruf kode. Pakai 2 sampai 10 huruf tanpa spasi, misalnya KOBAR.`,
  lettersTaken: (v) => `${said(v, "value")} sudah dipakai pemerintah daerah lain di basis data ini. Pilih huruf lain.`,
  badAgencyCode: (v) =>
    `"${said(v, "value")}" bukan kode instansi. Pakai satu kata, 2 sampai 20 huruf kecil atau angka, diawali huruf, misalnya pupr.`,
  badZone: (v) =>
    `Zona waktu "${said(v, "value")}" tidak dikenal. Pakai WIB, WITA, WIT, atau nama seperti Asia/Jakarta.`,
  badDay: (v) => `"${said(v, "value")}" bukan tanggal. Tulis seperti 5 Januari 2026, 5/1/2026 atau 2026-01-05.`,
  badPeriod: (v) =>
    `Masa berlaku berakhir (${said(v, "until")}) sebelum mulai (${said(v, "from")}). Perbaiki salah satunya.`,
  adminShared: () =>
    "Admin pertama tidak boleh memakai ponsel bersama: lewat ponsel itu ia tidak dapat mengatur apa pun. Hapus isian ini.",
  adminLater: (v) =>
    `Admin pertama harus dapat bertugas hari ini (${said(v, "today")}), padahal suratnya baru berlaku ${said(v, "value")}. Isi letter.from dengan hari ini atau sebelumnya.`,
  adminEnds: (v) =>
    `Masa tugas admin pertama berakhir ${said(v, "value")}, terlalu cepat. Pilih ${said(v, "earliest")} atau sesudahnya, atau hapus isian ini.`,
  badUrl: (v) => `"${said(v, "value")}" bukan alamat web. Tulis seperti https://instagram.com/contoh.`,
  badHandle: (v) =>
    `Nama akun "${said(v, "value")}" hanya boleh berisi huruf, angka, titik, garis bawah dan tanda hubung.`,
  badChoice: (v) =>
    `"${said(v, "value", "Isian itu")}" tidak dikenal di sini. Pilih salah satu: ${said(v, "choices")}.`,
  officeElsewhere: (v) =>
    `Peran "${said(v, "value")}" hanya untuk instansi yang disebut pada communications (${said(v, "office")}). Perbaiki peran atau instansinya.`,
  officeExternal: (v) =>
    `${said(v, "value")} adalah Diskominfo (communications), jadi tidak dapat menjadi instansi luar. Hapus isian ini.`,
  badFunction: (v) =>
    `Fungsi "${said(v, "value")}" tidak dikenal di sini. ${said(v, "choices") === "" ? "Peraturan ini tidak menyebut fungsi; hapus isian itu." : `Hanya untuk petugas, salah satu: ${said(v, "choices")}.`}`,
  badNumber: (v) =>
    `"${said(v, "value")}" bukan angka yang dapat dipakai. Pakai bilangan bulat ${said(v, "min")} sampai ${said(v, "max")}.`,
  badTime: (v) => `"${said(v, "value")}" bukan jam. Tulis seperti "21:00".`,
  badSetting: (v) => `Isian ini tidak dapat dipakai. ${hints[said(v, "setting")] ?? "Lihat docs/setup.md."}`,
  badValue: () => "Isian ini tidak dapat dipakai. Lihat docs/setup.md.",
  unknownRight: (v) => `Hak "${said(v, "value")}" tidak dikenal. Yang dikenal: ${said(v, "known")}.`,
  badAccess: (v) => {
    const basis = said(v, "citation") === "" ? "" : ` (${said(v, "citation")})`;
    return `${said(v, "right")} untuk ${said(v, "role")} tidak dapat diatur menjadi ${said(v, "value")}${basis}. Yang dapat dipilih: ${said(v, "allowed")}.`;
  },
  agencyTwice: (v) => `"${said(v, "value")}" sudah ada di ${first(v)}. Tiap kode dan nama instansi hanya sekali.`,
  unknownAgency: (v) =>
    `Instansi "${said(v, "value")}" tidak ada dalam daftar instansi. Tambahkan, atau perbaiki tulisannya.`,
  twoNames: (v) =>
    `Dua nama untuk satu kode: "${said(v, "value")}" di sini dan "${said(v, "other")}" di ${first(v)}. Hapus nama di sini.`,
  personTwice: (v) =>
    `${said(v, "value")} sudah ada dengan peran dan instansi yang sama di ${first(v)}. Hapus salah satunya.`,
  sopOfGovernment: () => "Menurut peraturan ini SOP berlaku untuk semua instansi. Hapus isian agency.",
  sopOfAgency: () => "Menurut peraturan ini SOP ditetapkan per instansi. Tambahkan isian agency.",
  sopTooLong: (v) =>
    `SOP tidak boleh lebih lama daripada peraturan: paling lama ${said(v, "max")} jam (${said(v, "citation")}).`,
  sopGate: (v) =>
    `SOP hanya dapat menambah syarat: untuk jawaban ini peraturan meminta ${said(v, "gate")} (${said(v, "citation")}). Tulis yang sama atau lebih ketat, atau hapus isian ini.`,
  sopLater: (v) => `Tanggal SOP ${said(v, "value")} belum tiba. Tulis tanggal suratnya.`,
  sopExternal: (v) =>
    `"${said(v, "value")}" berada di luar pemerintah daerah, jadi SOP-nya tidak dicatat di sini. Hapus SOP ini.`,
  sopTwice: (v) => `SOP untuk instansi ini sudah ada di ${first(v)}. Hapus salah satunya.`,
  accountTwice: (v) => `Akun ini sudah ada di ${first(v)}. Hapus salah satunya.`,
  needsDesignation: (v) =>
    `Menurut ${said(v, "citation")} akun ditetapkan dengan ${said(v, "instrument")}. Tambahkan "designation: { number: … }".`,
  needsInstrument: () => `Tambahkan nama suratnya: "designation: { instrument: …, number: … }".`,
  csvEmpty: () => "Berkas ini kosong. Baris pertama berisi nama kolom, misalnya kode;nama;jenis.",
  csvQuote: () => `Tanda kutip (") di baris ini tidak berpasangan. Perbaiki, dan tulis tiap data dalam satu baris.`,
  csvCells: (v) =>
    `Baris ini punya ${said(v, "found")} kolom, seharusnya ${said(v, "wanted")}. Periksa titik koma atau komanya.`,
  csvUnknownColumn: (v) =>
    `Kolom "${said(v, "name")}" tidak dikenal. Hapus, atau pakai salah satu: ${said(v, "known")}.`,
  csvColumnTwice: (v) => `Kolom "${said(v, "name")}" ada dua kali. Hapus salah satunya.`,
  csvMissingColumn: (v) =>
    `Kolom "${said(v, "name")}" tidak ada di baris ini, yang seharusnya berisi nama kolom: ${said(v, "known")}.`,
} satisfies Readonly<Record<string, Words>>;
