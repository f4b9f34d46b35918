import type { Agency, ChannelPurpose } from "../../domain/registry/model.js";
import { slash } from "./command-names.js";

/** What lists of agencies say. */
export const agencies = {
  heading: (total: number): string => `Instansi (${total})`,
  empty: `Belum ada instansi. Untuk menambah: ${slash("agency")} dishub nama="Dinas Perhubungan".`,
  kinds: { internal: "pemerintah daerah", external: "luar pemerintah daerah" } as Readonly<
    Record<Agency["kind"], string>
  >,
  people: (count: number, role: string): string => `${count} ${role}`,
  has: (chats: string): string => chats,
  lacks: (chats: string): string => `belum ada ${chats}`,
  hint: `Untuk melihat satu instansi: ${slash("agency")} dan kodenya.`,
  keepHint: `Untuk menambah: ${slash("agency")} dishub nama="Dinas Perhubungan"; instansi luar seperti PLN dengan jenis=eksternal.`,
  external:
    "Instansi luar pemerintah daerah tidak terikat batas waktu peraturan, jadi penerusan ke sana tanpa batas waktu.",
  added: (name: string, code: string): string => `${name} terdaftar dengan kode ${code}.`,
  changed: (name: string): string => `Data ${name} sudah diubah.`,
  next: (code: string): string =>
    `Langkah berikutnya: sambungkan grupnya lewat ${slash("channel")} ${code}, lalu undang orangnya lewat ${slash("member")}.`,
};

/** What lists of chats say. */
export const channels = {
  heading: (whose: string, total: number): string => `Grup ${whose} yang tersambung (${total})`,
  empty: (whose: string): string =>
    `Belum ada grup ${whose} yang tersambung. Diskominfo atau admin dapat meminta kodenya lewat ${slash("channel")}.`,
  hint: `Grup baru disambungkan dengan kode sekali pakai: minta kodenya di sini, lalu ketik ${slash("setup")} dan kode itu di grupnya.`,
};

/** What is asked before it is done. */
export const confirm = {
  unbind: (name: string, what: string, lost: string): string =>
    `Lepas ${name} (${what})? Sampai ada grup pengganti, ${lost} tidak sampai ke siapa pun. Pesan yang sudah antre tetap terkirim ke grup lama.`,
  endrole: (name: string, role: string, agency: string): string =>
    `Akhiri ${name} sebagai ${role} ${agency}? Hak itu berhenti sekarang juga, tanpa masa tenggang.`,
  unlink: (name: string, platform: string, user: string): string =>
    `Hapus akun ${platform} ${user} milik ${name}? Akun itu tidak lagi dikenal; orang dan perannya tetap terdaftar.`,
  acting: (name: string, home: string, agency: string): string =>
    `${name} terdaftar di ${home}, bukan di ${agency}. Tunjuk ${name} sebagai pengganti pejabat ${agency}? Pengganti dapat menyetujui naskah ${agency}.`,
  actingUntil: (day: string): string => `Sampai ${day}.`,
  accept: (what: string, name: string): string =>
    `Kode itu dibuat untuk ${what}, sedangkan Anda terdaftar sebagai ${name}. Pakai untuk Anda sendiri? Bila tidak, biarkan saja: kodenya belum terpakai.`,
  /** `citation` is empty where the clock is no regulation's. */
  external: (name: string, hours: number, citation: string): string =>
    `Jadikan ${name} instansi luar pemerintah daerah? Penerusan berikutnya ke sana tidak lagi berbatas waktu ${hours} jam${citation === "" ? "" : ` (${citation})`} dan tidak diingatkan, dan SOP-nya tidak dipakai lagi. Yang sudah diteruskan tidak berubah.`,
  /** What a chat of this purpose is told, and nobody else. */
  lost: {
    work: "kartu, pengingat dan penerusan dari instansi lain",
    approval: "naskah yang menunggu keputusan, laporan jawaban dan peringatan batas waktu",
    digest: "rekap",
  } as Readonly<Record<ChannelPurpose, string>>,
};
