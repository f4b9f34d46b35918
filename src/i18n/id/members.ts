import { slash } from "./command-names.js";

/** What lists of people say. Days are already formatted. */
export const members = {
  heading: (agency: string, total: number): string => `Orang ${agency} (${total})`,
  empty: (agency: string): string =>
    `Belum ada orang ${agency} yang terdaftar. Diskominfo atau admin dapat mengundang lewat ${slash("member")}.`,
  from: (day: string): string => `mulai ${day}`,
  until: (day: string): string => `sampai ${day}`,
  noEnd: "tanpa batas waktu",
  over: (day: string): string => `sudah berakhir ${day}`,
  inGrace: (day: string, last: string): string => `sudah berakhir ${day}, masa tenggang sampai ${last}`,
  noLetter: "nomor surat belum dicatat",
  dated: (day: string): string => `, ${day}`,
  on: (platforms: string): string => `akun: ${platforms}`,
  unreachable: "tanpa akun, jadi belum dapat memakai bot",
  shared: "ponsel bersama",
  ethicsUnread: "etika dan kewajiban belum dibaca",
  notCivilServant: (citation: string): string => `bukan ASN (${citation})`,
  lacking: (names: string): string => `Belum ada yang memegang fungsi: ${names}.`,
  appointedBy: (instrument: string, citation: string): string => `Ditunjuk dengan ${instrument} (${citation}).`,
  changeHint: `Untuk mengubah: ${slash("member")} dan namanya, dengan asn=ya atau asn=tidak, bersama=ya, atau fungsi=….`,
};

/** What is told of appointments that end. */
export const ending = {
  heading: "Masa tugas yang perlu diperpanjang:",
  soon: (who: string, day: string, days: number): string =>
    `${who}: berakhir ${["hari ini", "besok"][days] ?? `${days} hari lagi`} (${day})`,
  grace: (who: string, day: string, last: string): string =>
    `${who}: sudah berakhir ${day}, masih dapat bekerja sampai ${last}`,
  more: (count: number): string => `Masih ada ${count} lainnya; lihat ${slash("member")} tiap instansi.`,
  advice: `Mohon siapkan surat barunya. Diskominfo atau admin mencatatnya lewat ${slash("member")}, tombol perpanjang.`,
  actingAdvice: `Bila pengganti pejabat masih diperlukan, tunjuk lagi lewat ${slash("acting")}.`,
  policy: "Pengingat 30 dan 7 hari sebelumnya adalah kebijakan internal.",
  inGrace: (letter: string, day: string, last: string): string =>
    `${letter} berakhir ${day}. Anda masih dapat bekerja sampai ${last} (kebijakan internal). Mohon minta surat baru lalu hubungi admin.`,
};

/** What was done to somebody's roles and accounts. */
export const memberNews = {
  ended: (name: string, role: string, agency: string): string =>
    `${name} tidak lagi menjadi ${role} ${agency}. Untuk mengundang lagi: ${slash("member")}.`,
  renewed: (name: string, role: string, agency: string, letter: string, day: string): string =>
    `${name} tetap menjadi ${role} ${agency}${letter === "" ? "" : ` dengan ${letter}`}${day === "" ? "" : `, sampai ${day}`}.`,
  changed: (name: string): string => `Data ${name} sudah diubah.`,
  unlinked: (name: string, platform: string): string =>
    `Akun ${platform} milik ${name} sudah dihapus. Untuk menyambungkan akun baru, minta kode lewat ${slash("member")}.`,
};
