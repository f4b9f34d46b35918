import type { RegistryRefusal } from "../../domain/notice.js";
import { type NoticeText, said } from "../said.js";
import { slash } from "./command-names.js";
import { ending, members } from "./members.js";
import { agencies, channels, confirm } from "./registry-lists.js";

/** Why nothing was registered, and what to do. */
export const registryRefusals: Record<RegistryRefusal, NoticeText> = {
  badHandle: (v) =>
    `Nama akun "${said(v, "handle", "itu")}" hanya boleh berisi huruf, angka, titik, garis bawah dan tanda hubung. Mohon tulis seperti @dishub.`,
  accountTaken: (v) =>
    `${said(v, "account", "Akun itu")} sudah terdaftar untuk ${said(v, "agency", "instansi lain")}. Bila sudah pindah, mohon instansi itu mengakhirinya dulu.`,
  accountUnchanged: (v) =>
    `${said(v, "account", "Akun itu")} sudah terdaftar dengan data yang sama. Untuk mengubahnya, mohon sebutkan isian yang baru.`,
  badPeriod: (v) => `Tanggal itu terlalu awal. Mohon pilih tanggal sesudah ${said(v, "date", "tanggal mulai")}.`,
  unknownPerson: (v) =>
    `"${said(v, "person", "Orang itu")}" tidak ditemukan di antara orang yang terdaftar. Mohon tulis nama lengkapnya, atau hubungi admin untuk mendaftarkannya.`,
  whichPerson: (v) =>
    `Ada beberapa orang bernama "${said(v, "person", "itu")}". Mohon tulis nama lengkapnya: ${said(v, "known", "-")}.`,
  noOfficial: (v) => {
    const who = said(v, "agency", "Instansi itu");
    const code = said(v, "code");
    const elsewhere =
      code === "" ? "" : ` Untuk pejabat instansi lain, tambahkan instansi=, misalnya instansi=${code}.`;
    return said(v, "vacant") === ""
      ? `${who} belum punya pejabat yang terdaftar. ${code === "" ? "Mohon hubungi admin untuk mendaftarkannya." : elsewhere.trim()}`
      : `Jabatan pejabat ${who} sedang kosong. Untuk menunjuk Plt., mohon ulangi dan tambahkan jenis=plt.${elsewhere}`;
  },
  actingWhere: (v) =>
    `Ada pejabat bernama "${said(v, "official", "itu")}" di beberapa instansi: ${said(v, "known", "-")}. Mohon ulangi dan tambahkan instansi=, misalnya instansi=${said(v, "code", "dishub")}.`,
  tooEarly: (v) => `Tanggal itu terlalu awal. Mohon pilih ${said(v, "date", "hari ini")} atau sesudahnya.`,
  actingSelf: () => "Pengganti tidak dapat menunjuk dirinya sendiri. Mohon sebut orang lain.",
  actingShared: (v) =>
    `${said(v, "name", "Orang itu")} terdaftar sebagai ponsel bersama, jadi tidak dapat menggantikan pejabat. Mohon sebut orang lain.`,
  actingAlready: (v) =>
    `${said(v, "name", "Orang itu")} sudah menjadi ${said(v, "position", "pengganti")} sampai ${said(v, "date", "tanggal itu")}. Mohon pilih tanggal lain, atau akhiri dulu lewat ${slash("acting")}.`,
  badAgencyCode: (v) =>
    `Kode "${said(v, "code", "itu")}" tidak dapat dipakai. Mohon tulis satu kata pendek, misalnya ${slash("agency")} dishub nama="Dinas Perhubungan".`,
  agencyTaken: (v) =>
    `Sebutan itu sudah dipakai ${said(v, "agency", "instansi lain")} (kode ${said(v, "code", "yang sama")}). Mohon pilih yang lain.`,
  agencyUnchanged: (v) =>
    `${said(v, "agency", "Instansi itu")} sudah tercatat seperti itu. Untuk mengubahnya, mohon sebutkan nama atau jenis yang baru.`,
  lastAdmin: (v) =>
    said(v, "date") === ""
      ? `Ini admin terakhir yang masih dapat bertugas. Mohon undang admin lain dulu: ${slash("member")} NAMA peran=admin.`
      : `Dengan begitu, setelah ${said(v, "date")} tidak ada lagi admin yang dapat bertugas. Mohon undang admin lain (${slash("member")} NAMA peran=admin) atau perpanjang masa tugas admin yang lain dulu.`,
  letterTooLate: () => "Tanggal surat itu belum tiba. Mohon periksa tanggalnya.",
  memberKnown: (v) =>
    `${said(v, "name", "Orang itu")} sudah menjadi ${said(v, "role", "anggota")} ${said(v, "agency", "instansi itu")}. Untuk memperpanjang: ${slash("member")} dan namanya, lalu tekan tombol perpanjang. Bila orang lain, mohon tulis nama yang berbeda.`,
  memberInvited: (v) =>
    `${said(v, "name", "Orang itu")} sudah diundang sebagai ${said(v, "role", "anggota")} ${said(v, "agency", "instansi itu")}, tetapi kodenya belum dipakai. Kode itu berlaku sampai ${said(v, "date", "tanggal itu")}. Bila hilang, undang lagi: kode baru menggantikannya.`,
  memberUnchanged: (v) => `Data ${said(v, "name", "orang itu")} sudah seperti itu. Mohon sebutkan yang perlu diubah.`,
  officeElsewhere: (v) =>
    `Diskominfo di sini adalah ${said(v, "agency", "instansi lain")}, dan hanya boleh satu. Bila pindah, mohon akhiri dulu peran Diskominfo di sana lewat ${slash("member")}.`,
  officeExternal: (v) =>
    `${said(v, "agency", "Instansi itu")} tidak dapat sekaligus menjadi Diskominfo dan instansi luar: penerusan ke instansi luar tidak berbatas waktu.`,
  noFunctions: (v) =>
    said(v, "role") === ""
      ? "Peraturan di sini tidak menyebut fungsi yang harus diisi. Mohon ulangi tanpa fungsi."
      : `Fungsi hanya dicatat untuk ${said(v, "role")}. Mohon ulangi tanpa fungsi, atau sebut ${said(v, "role")} dan instansinya.`,
};

/** What lists and cards of the registry say. Days are already formatted. */
export const registry = {
  accounts: {
    heading: (agency: string, total: number): string => `Akun resmi ${agency} (${total})`,
    empty: (agency: string): string =>
      `Belum ada akun resmi ${agency} yang terdaftar. Untuk mendaftarkan, ketik ${slash("account")} dan nama akunnya.`,
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
  acting: {
    heading: (agency: string, total: number): string => `Pengganti pejabat ${agency} (${total})`,
    empty: (agency: string): string =>
      `Saat ini tidak ada yang menggantikan pejabat ${agency}. Bila pejabat cuti, ketik ${slash("acting")} dan nama penggantinya.`,
    elsewhere: (agencies: string, code: string): string =>
      `Ada juga pengganti di ${agencies}. Untuk melihatnya: ${slash("acting")} instansi=${code}.`,
    insteadOf: (official: string): string => `menggantikan ${official}`,
    period: (from: string, until: string): string => `${from} sampai ${until}`,
    stands: (who: string, official: string, day: string): string => `${who}, menggantikan ${official} sampai ${day}.`,
    ended: (name: string, position: string): string => `${name} tidak lagi menjadi ${position}.`,
    letter: "Surat penunjukan",
    stillDecides: "Pejabat yang digantikan tetap dapat memutuskan.",
    ownTexts: (name: string): string => `Naskah yang disusun ${name} sendiri perlu diputuskan orang lain.`,
    draftsAlone: (name: string): string =>
      `${name} satu-satunya pejabat. Naskah yang disusunnya sendiri belum dapat diputuskan siapa pun. Mohon admin mendaftarkan pejabat lain.`,
    drafts: (name: string, who: string): string =>
      `${name} satu-satunya pejabat. Naskah yang disusunnya sendiri diputuskan ${who} (kebijakan internal).`,
  },
  agencies,
  channels,
  members,
  ending,
  confirm,
  letter: (instrument: string, number: string): string => `${instrument === "" ? "surat" : instrument} Nomor ${number}`,
  buttons: {
    register: "Daftarkan akun",
    end: "Akhiri",
    again: "Daftarkan lagi",
    leave: "Saya cuti",
    name: "Tunjuk pengganti",
    endOf: (name: string): string => `Akhiri: ${name}`,
    addAgency: "Tambah instansi",
    change: "Ubah",
    chats: "Grup",
    newCode: "Kode baru",
    sureActing: "Ya, tunjuk",
    sureExternal: "Ya, jadikan instansi luar",
    unbind: (name: string): string => `Lepas: ${name}`,
    sureUnbind: "Ya, lepas",
    history: "Riwayat",
    people: "Orang",
    invite: "Undang",
    link: "Kode akun lain",
    unlink: (platform: string, user: string): string => `Hapus akun: ${platform} ${user}`,
    sureAccept: "Ya, untuk saya",
    sureUnlink: "Ya, hapus",
    renew: (role: string): string => `Perpanjang: ${role}`,
    sureEnd: "Ya, akhiri",
  },
};
