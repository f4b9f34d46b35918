import { type InputWords, input } from "../input-words.js";
import { slash } from "./command-names.js";

const letterNumber = input(
  "Nomor surat",
  "Misalnya 800/12/2026; tulis - bila belum ada",
  "Berapa nomor suratnya? Bila belum ada, tulis -.",
);
const letterEnd = input(
  "Berlaku sampai",
  "Misalnya 31/12/2026; tulis - bila tanpa batas",
  "Berlaku sampai tanggal berapa? Bila tanpa batas, tulis -.",
);
const agencyKind = input(
  "Jenis instansi",
  "Internal: pemerintah daerah; eksternal: di luarnya, misalnya PLN",
  "Internal atau eksternal?",
);

/** The words of the commands that keep the registry, in the parts of `commands`. */
export const registryCommands = {
  commands: {
    setup: {
      summary: "Sambungkan grup ini dengan kode dari admin",
      detail:
        "Grup ini menjadi grup kerja, persetujuan atau rekap instansi. Kodenya dari admin dan hanya dapat dipakai sekali.",
      example: `${slash("setup")} KOBAR-7K3F9-QXM2P`,
    },
    join: {
      summary: "Gabung dengan kode undangan",
      detail: "Anda mendapat peran yang tercantum pada undangan. Kodenya dari admin dan hanya dapat dipakai sekali.",
      example: `${slash("join")} KOBAR-7K3F9-QXM2P`,
    },
    account: {
      summary: "Lihat atau daftarkan akun resmi",
      detail:
        'Tanpa isian menampilkan akun resmi instansi. Dengan nama akun: mendaftarkan atau mengubahnya. Untuk mengakhiri, tambahkan sampai="hari ini".',
      example: `${slash("account")} @dukcapil.contoh media=Instagram tautan=https://www.instagram.com/dukcapil.contoh nomor=12/2026`,
    },
    acting: {
      summary: "Lihat atau tunjuk pelaksana harian (Plh.)",
      detail:
        "Tanpa isian menampilkan siapa yang menggantikan pejabat. Pejabat yang cuti, kepala instansi atau admin menunjuk penggantinya dengan nama dan tanggal terakhir.",
      example: `${slash("acting")} Rina sampai=5/3 nomor=800/12/2026`,
    },
    agency: {
      summary: "Lihat atau atur instansi",
      detail:
        'Tanpa isian menampilkan semua instansi, dengan kode satu instansi. Diskominfo dan admin menambah atau mengubahnya dengan nama="…"; instansi luar seperti PLN dengan jenis=eksternal.',
      example: `${slash("agency")} pln nama="PLN ULP Contoh" jenis=eksternal`,
    },
    channel: {
      summary: "Lihat grup instansi, atau minta kode untuk grup baru",
      detail:
        "Menampilkan grup yang tersambung. Diskominfo dan admin meminta kode untuk grup kerja, persetujuan atau rekap, dan melepas grup.",
      example: `${slash("channel")} dishub keperluan=kerja`,
    },
    member: {
      summary: "Lihat orang instansi, atau undang orang baru",
      detail:
        "Tanpa isian menampilkan orang dan perannya, dengan nama satu orang. Diskominfo dan admin mengundang dengan peran; orangnya lalu memakai kode undangan. Nomor surat yang belum ada ditulis -.",
      example: `${slash("member")} "Rina Contoh" peran=pejabat jabatan="Sekretaris Dinas" nomor=800/12/2026 instansi=dishub`,
    },
  },
  placeholders: {
    HANDLE: "AKUN",
    PERSON: "NAMA",
    DATE: "TANGGAL",
    external: "eksternal",
    history: "riwayat",
    yes: "ya",
    no: "tidak",
    work: "kerja",
    approval: "persetujuan",
    digest: "rekap",
  },
  inputNames: {
    secret: "rahasia",
    handle: "nama",
    medium: "media",
    number: "nomor",
    instrument: "surat",
    until: "sampai",
    agency: "instansi",
    person: "orang",
    official: "pejabat",
    name: "nama",
    purpose: "keperluan",
    role: "peran",
    position: "jabatan",
    dated: "tertanggal",
    function: "fungsi",
    asn: "asn",
    shared: "bersama",
  },
  inputs: {
    secret: input("Kode", "Misalnya KOBAR-7K3F9-QXM2P", "Apa kodenya?"),
    handle: input("Nama akun", "Seperti di medianya, misalnya @dishub", "Apa nama akunnya? Misalnya @dishub."),
    medium: input("Media", "Misalnya Instagram atau TikTok", "Di media apa akun itu?"),
    number: input("Nomor surat", "Misalnya 800/12/2026", "Berapa nomor suratnya?"),
    instrument: input("Nama surat", "Misalnya Surat Perintah", "Apa nama suratnya?"),
    until: input("Sampai tanggal", "Misalnya besok, Jumat depan atau 5/3", "Sampai tanggal berapa?"),
    person: input("Nama pengganti", "Orang yang terdaftar, misalnya Rina", "Siapa yang menggantikan?"),
    official: input(
      "Pejabat yang digantikan",
      "Kosong berarti Anda sendiri, atau satu-satunya pejabat",
      "Pejabat mana yang digantikan?",
    ),
    agency: input("Instansi", "Kode atau nama; kosong berarti instansi grup ini", "Untuk instansi mana?"),
    name: input("Nama lengkap", "Misalnya Dinas Perhubungan", "Apa nama lengkapnya?"),
    purpose: input("Keperluan grup", "Kerja, persetujuan atau rekap", "Untuk keperluan apa grup itu?"),
    role: input("Peran", "Misalnya pelaksana, pejabat atau admin", "Apa perannya?"),
    position: input("Jabatan", "Misalnya Sekretaris Dinas", "Apa jabatannya?"),
    dated: input("Tanggal surat", "Misalnya 5 Januari 2026", "Tanggal berapa suratnya?"),
    function: input("Fungsi", "Bila peraturannya menyebut fungsi, misalnya desain grafis", "Apa fungsinya?"),
    asn: input("ASN", "Ya atau tidak", "Apakah ASN?"),
    shared: input("Ponsel bersama", "Ya bila ponselnya dipakai beberapa orang", "Apakah ponselnya dipakai bersama?"),
  },
  commandInputs: {
    "account.url": input("Tautan akun", "Alamat halaman akunnya", "Mohon kirim tautan halaman akunnya."),
    "account.number": input("Nomor surat penetapan", "Misalnya 800/12/2026", "Berapa nomor surat penetapannya?"),
    "account.instrument": input(
      "Surat penetapan",
      "Misalnya Keputusan Kepala Instansi",
      "Dengan surat apa akun itu ditetapkan?",
    ),
    "member.from": input("Mulai tanggal", "Kosong berarti mulai sekarang", "Mulai tanggal berapa?"),
    "acting.from": input("Mulai tanggal", "Kosong berarti mulai sekarang", "Mulai tanggal berapa?"),
    "acting.kind": input("Plh. atau Plt.", "Plh. untuk sementara, Plt. bila jabatannya kosong", "Plh. atau Plt.?"),
    "agency.agency": input(
      "Kode instansi",
      "Satu kata pendek, misalnya dishub",
      "Apa kodenya? Satu kata, misalnya dishub.",
    ),
    "agency.kind": agencyKind,
    "agency.list": input("Daftar", "Riwayat, atau kosong", "Daftar yang mana?"),
    "editagency.kind": agencyKind,
    "channel.agency": input("Instansi", "Kode atau nama instansi", "Untuk instansi mana?"),
    "member.person": input("Nama", "Nama lengkap, misalnya Rina Contoh", "Siapa namanya?"),
    "member.number": letterNumber,
    "member.until": letterEnd,
    "renew.number": letterNumber,
    "renew.until": letterEnd,
    "renew.position": input("Jabatan", "Kosong berarti tetap", "Apa jabatannya?"),
  } as Readonly<Record<string, InputWords>>,
  forms: {
    setup: { title: "Sambungkan grup", submit: "Sambungkan" },
    join: { title: "Gabung", submit: "Gabung" },
    account: { title: "Daftarkan akun resmi", submit: "Simpan" },
    acting: { title: "Pengganti pejabat", submit: "Tunjuk" },
    agency: { title: "Tambah instansi", submit: "Simpan" },
    editagency: { title: "Ubah instansi", submit: "Simpan" },
    channel: { title: "Kode untuk grup baru", submit: "Minta kode" },
    member: { title: "Undang orang", submit: "Minta kode" },
    renew: { title: "Perpanjang", submit: "Simpan" },
  },
};
