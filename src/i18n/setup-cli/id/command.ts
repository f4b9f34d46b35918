import type { Role } from "../../../domain/registry/model.js";
import type { Removed } from "../../../ports/founding.js";
import { slash } from "../../id/command-names.js";

/** What the setup says outside its questions. */
export const command = {
  usage: [
    "Pemakaian: npm run setup                           bertanya langkah demi langkah di terminal",
    "           npm run setup -- BERKAS.yaml            dari berkas; contohnya docs/setup.example.yaml",
    "           npm run setup -- --renew HURUF          kode baru pengganti kode yang belum dipakai",
    "           npm run setup -- --admin HURUF          kode untuk admin baru, bila admin lama sudah tidak ada",
    "           npm run setup -- --remove-trial HURUF   menghapus uji coba beserta semua isinya",
    "",
    "  --check          hanya memeriksa berkas; tidak ada yang disimpan",
    "  --json           hasilnya sebagai JSON",
    "  --codes-to FILE  menulis kode ke berkas baru FILE, tidak ke layar",
    "  --yes            menghapus uji coba tanpa bertanya lagi",
    "  --lang id|en     bahasa tulisan ini",
    "  -h, --help       menampilkan keterangan ini",
    "",
    "Keterangan tiap isian: docs/setup.md",
  ].join("\n"),
  unknownOption: (option: string): string => `Pilihan ${option} tidak dikenal. Lihat: npm run setup -- --help`,
  unknownLanguage: "Bahasa yang tersedia hanya id dan en, misalnya: npm run setup -- --lang en",
  oneFile: "Sebutkan satu berkas saja, misalnya: npm run setup -- setup.yaml",
  needsFile: (option: string): string => `${option} memerlukan berkas, misalnya: npm run setup -- setup.yaml ${option}`,
  needsValue: (option: string): string => `${option} memerlukan isian. Lihat: npm run setup -- --help`,
  notBoth: (one: string, other: string): string => `${one} dan ${other} tidak dapat dipakai bersama.`,
  onlyWith: (option: string, other: string): string => `${option} hanya dipakai bersama ${other}.`,
  noTerminal: "Pertanyaan langkah demi langkah memerlukan terminal. Sebutkan berkas: npm run setup -- setup.yaml",
  badFile: (count: number): string => `${count} hal perlu diperbaiki. Tidak ada yang disimpan.`,
  atLine: (line: number): string => `baris ${line}`,
  good: (name: string, code: string): string => `Berkas ini dapat dipakai: ${name} (${code}).`,
  counts: (agencies: number, people: number, chats: number): string =>
    `${agencies} instansi, kode untuk ${people} orang dan ${chats} grup.`,
  nothingSaved: "Ini hanya pemeriksaan; belum ada yang disimpan.",
  exists: (code: string): string =>
    `${code} sudah disiapkan; tidak ada yang diubah. Untuk perubahan, admin memakai ${slash("agency")}, ${slash("member")}, ${slash("channel")} dan ${slash("account")} di obrolan. Kode yang belum dipakai dapat diganti: npm run setup -- --renew ${code}`,
  unknownGovernment: (code: string): string => `Tidak ada pemerintah daerah dengan huruf ${code} di basis data ini.`,
  removal: {
    question: (code: string): string =>
      `Uji coba ${code} akan dihapus dengan semua orang, grup, pertanyaan dan riwayatnya, dan tidak dapat dikembalikan. Ketik hurufnya sekali lagi`,
    others: (code: string): string => `Itu bukan ${code}. Ctrl-C membatalkan.`,
    left: "Dibatalkan. Tidak ada yang dihapus.",
  },
  removed: (code: string, { name, agencies, people, chats, cases, posts }: Removed): string =>
    `${name} (${code}) sudah dihapus: ${agencies} instansi, ${people} orang, ${chats} grup, ${cases} pertanyaan, ${posts} konten, beserta kode dan riwayatnya. Hurufnya dapat dipakai lagi.`,
  isReal: (code: string): string =>
    `${code} bukan uji coba. Pemerintah daerah yang dipakai sungguhan tidak dapat dihapus; tidak ada yang diubah.`,
  isRunning: (code: string): string =>
    `Program sedang berjalan, atau baru saja terhenti paksa. Hentikan dulu, tunggu 15 detik, lalu hapus ${code}. Tidak ada yang dihapus.`,
  unsure: (code: string): string =>
    `Penghapusan ${code} perlu dipastikan. Jalankan di terminal, atau tambahkan --yes. Tidak ada yang dihapus.`,
  nothingToRenew: (code: string): string =>
    `Semua kode ${code} dari penyiapan sudah dipakai. Kode baru diberikan admin lewat ${slash("member")} dan ${slash("channel")}.`,
  codesTaken: (path: string): string =>
    `Berkas ${path} sudah ada atau tidak dapat dibuat. Pilih nama lain untuk --codes-to. Tidak ada yang disimpan.`,
  interrupted: "Dihentikan. Tidak ada yang disimpan.",
  founded: (name: string, code: string, isTrial: boolean): string =>
    `${name} (${code}) sudah disiapkan${isTrial ? " sebagai uji coba di simulator" : ""}.`,
  renewed: (code: string): string => `Kode ${code} yang belum dipakai sudah diganti; yang lama tidak berlaku lagi.`,
  adminInvited: (code: string): string =>
    `Kode untuk satu admin ${code}. Siapa pun yang mengetiknya menjadi admin, jadi berikan hanya kepada orangnya.`,
  codes: {
    heading: (time: string): string => `Kode satu kali, berlaku sampai ${time}. Kode ini tidak ditampilkan lagi.`,
    written: (path: string, time: string): string =>
      `Kode ditulis ke ${path}. Berlaku sampai ${time}; hapus berkas itu setelah kodenya dibagikan.`,
    people: "Untuk orang: ketik di grup atau di percakapan pribadi dengan bot",
    several: (name: string, count: number): string =>
      `${name} mendapat ${count} kode, satu untuk tiap peran: ketik semuanya, satu per satu.`,
    chats: "Untuk grup: ketik di dalam grup itu",
  },
  roles: {
    officer: "petugas",
    official: "pejabat",
    head: "kepala",
    communications: "Diskominfo",
    admin: "admin",
    auditor: "pengawas",
  } as Readonly<Record<Role, string>>,
  next: {
    heading: "Selanjutnya",
    trial: [
      "Jalankan program dengan npm start bila belum berjalan, lalu buka alamat yang ditampilkannya.",
      "Pilih pemerintah daerah ini, tambahkan grup dan orang, lalu ketik kodenya sebagai orang itu.",
    ],
    real: [
      "Jalankan program dengan npm start bila belum berjalan, dan hubungkan aplikasi obrolan (README).",
      `Tambahkan bot ke tiap grup, lalu ketik ${slash("setup")} dan kodenya di grup itu.`,
      `Bagikan kode orang secara pribadi; ia mengetik ${slash("join")} dan kodenya. Admin lebih dulu.`,
    ],
    more: (code: string): string =>
      `Instansi, orang dan grup lain: admin memakai ${slash("agency")}, ${slash("member")} dan ${slash("channel")}. Kode yang terlewat waktunya: npm run setup -- --renew ${code}`,
    noCommunications: `Belum ada yang memegang peran Diskominfo: eskalasi belum ada penerimanya. Undang lewat ${slash("member")}.`,
  },
};

/** Texts of the setup's command in one language. */
export type CommandTexts = typeof command;
