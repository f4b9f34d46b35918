import { type InputWords, input } from "../input-words.js";

/** The words of the commands that keep accounts, in the parts of `commands`. */
export const registryCommands = {
  commands: {
    account: {
      summary: "Lihat atau daftarkan akun resmi",
      detail:
        'Tanpa isian menampilkan akun resmi instansi. Dengan nama akun: mendaftarkan atau mengubahnya. Untuk mengakhiri, tambahkan sampai="hari ini".',
      example:
        "/account @dukcapil.contoh media=Instagram tautan=https://www.instagram.com/dukcapil.contoh nomor=12/2026",
    },
  },
  placeholders: { HANDLE: "AKUN", DATE: "TANGGAL" },
  inputNames: {
    handle: "nama",
    medium: "media",
    number: "nomor",
    instrument: "surat",
    until: "sampai",
    agency: "instansi",
  },
  inputs: {
    handle: input("Nama akun", "Seperti di medianya, misalnya @dishub", "Apa nama akunnya? Misalnya @dishub."),
    medium: input("Media", "Misalnya Instagram atau TikTok", "Di media apa akun itu?"),
    number: input("Nomor surat", "Misalnya 800/12/2026", "Berapa nomor suratnya?"),
    instrument: input("Nama surat", "Misalnya Surat Perintah", "Apa nama suratnya?"),
    until: input("Sampai tanggal", "Misalnya besok, 5/3 atau 5 Maret 2026", "Sampai tanggal berapa?"),
    agency: input("Instansi", "Kode atau nama; kosong berarti instansi grup ini", "Untuk instansi mana?"),
  },
  commandInputs: {
    "account.url": input("Tautan akun", "Alamat halaman akunnya", "Mohon kirim tautan halaman akunnya."),
    "account.number": input("Nomor surat penetapan", "Misalnya 800/12/2026", "Berapa nomor surat penetapannya?"),
    "account.instrument": input(
      "Surat penetapan",
      "Misalnya Keputusan Kepala Instansi",
      "Dengan surat apa akun itu ditetapkan?",
    ),
  } as Readonly<Record<string, InputWords>>,
  forms: { account: { title: "Daftarkan akun resmi", submit: "Simpan" } },
};
