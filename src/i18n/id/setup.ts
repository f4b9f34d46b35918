import type { CodeRefusal } from "../../domain/notice.js";
import type { ChannelPurpose, InvitationGift } from "../../domain/registry/model.js";
import { type NoticeText, said } from "../said.js";
import { slash } from "./command-names.js";

/** Why a one-time code did nothing, and what to do. */
export const codeRefusals: Record<CodeRefusal, NoticeText> = {
  codeMissing: (v) =>
    said(v, "command") === "setup"
      ? `Mohon ketik ${slash("setup")} dan kode grupnya, misalnya ${slash("setup")} ${said(v, "letters", "KOBAR")}-7K3F9-QXM2P. Kode itu dari admin.`
      : `Mohon ketik ${slash("join")} dan kode undangan Anda, misalnya ${slash("join")} ${said(v, "letters", "KOBAR")}-7K3F9-QXM2P. Kode itu dari admin.`,
  codeUnknown: (v) =>
    `Kode itu tidak dikenal. Mohon periksa tiap hurufnya lalu ketik lagi ${slash(said(v, "command") === "setup" ? "setup" : "join")}, atau minta kode baru kepada admin.`,
  codeUsed: () => "Kode itu sudah dipakai. Mohon minta kode baru kepada admin.",
  codeExpired: () => "Masa berlaku kode itu sudah habis. Mohon minta kode baru kepada admin.",
  codeRecalled: () => "Kode itu sudah dibatalkan atau diganti kode baru. Mohon minta kode terbaru kepada admin.",
  codeTries: () => "Terlalu banyak kode yang salah. Mohon coba lagi satu jam lagi, atau hubungi admin.",
  codeOfChat: () => `Kode itu untuk menyambungkan grup. Di grup itu, mohon ketik ${slash("setup")} dan kodenya.`,
  codeOfPerson: () => `Kode itu undangan untuk orang. Mohon ketik ${slash("join")} dan kodenya.`,
  codeShared: () =>
    "Kode itu untuk ponsel bersama, sedangkan akun ini dipakai admin. Mohon ketik kodenya dari ponsel bersama itu, atau minta kode lain kepada admin.",
  codeNamed: (v) =>
    `Kode itu dibuat untuk ${said(v, "invited", "orang lain")}, sedangkan Anda terdaftar sebagai ${said(v, "name", "orang lain")}. Kodenya belum terpakai. Bila memang untuk Anda, mohon minta admin membuat kode atas nama Anda.`,
  roleKnown: (v) =>
    `Anda sudah menjadi ${said(v, "role", "anggota")} ${said(v, "agency", "instansi itu")}, jadi kode itu tidak diperlukan. Bila suratnya baru, mohon admin memperpanjangnya lewat ${slash("member")}.`,
  chatTaken: (v) =>
    said(v, "same") === "yes"
      ? `Grup ini sudah tersambung sebagai ${said(v, "purpose", "grup")} ${said(v, "agency", "instansi")}. Tidak ada yang perlu diulang.`
      : `Grup ini sudah menjadi ${said(v, "purpose", "grup")} ${said(v, "agency", "instansi")}. Satu grup hanya untuk satu keperluan. Kodenya masih berlaku untuk grup lain.`,
  purposeTaken: (v) =>
    said(v, "asked") === ""
      ? `${said(v, "agency", "Instansi itu")} sudah punya ${said(v, "purpose", "grup itu")}: ${said(v, "channel", "grup lain")}. Bila ingin pindah, mohon admin melepas grup lama dulu; kodenya masih berlaku.`
      : `${said(v, "agency", "Instansi itu")} sudah punya ${said(v, "purpose", "grup itu")}: ${said(v, "channel", "grup lain")}. Bila ingin pindah, mohon lepas dulu grup itu lewat ${slash("channel")}.`,
  identityTaken: (v) =>
    `Di sini Anda sudah dikenal sebagai ${said(v, "name", "orang lain")}. Bila keliru, mohon hubungi admin.`,
};

const purposes: Readonly<Record<ChannelPurpose, string>> = {
  work: "grup kerja",
  approval: "grup persetujuan",
  digest: "grup rekap",
};

/** What a digest chat is for until there is a digest. */
const noDigestYet = "Rekap mingguan belum dikirim oleh Tanggap; grup ini menerima pengingat masa tugas.";

/** Chats and people joining: what they are told, and how their chats are called. */
export const setup = {
  purposes,
  /** Behind the agency's code: "DISHUB · Kerja". */
  channelNames: { work: "Kerja", approval: "Persetujuan", digest: "Rekap" } as Readonly<Record<ChannelPurpose, string>>,
  /** Said once, where everybody in the chat reads it. */
  bound: (agency: string, purpose: string): string =>
    `Grup ini sekarang ${purpose} ${agency}. Yang disimpan hanya perintah, balasan dan sebutan kepada bot, tombol dan reaksi; percakapan lain tidak disimpan. ${purpose === purposes.digest ? `${noDigestYet} ` : ""}Ketik ${slash("help")} untuk mulai.`,
  unbound: (channel: string, purpose: string, agency: string): string =>
    `${channel} tidak lagi menjadi ${`${purpose} ${agency}`.trim() || "grup instansi"}. Untuk menyambungkan grup lain, minta kode lewat ${slash("channel")}.`,
  removed: (channel: string, whose: string): string =>
    `Bot dikeluarkan dari ${channel}${whose === "" ? "" : ` (${whose})`}. Pesan untuk grup itu tidak sampai. Mohon masukkan lagi bot ke grup itu, atau lepas grupnya lewat ${slash("channel")}.`,
  welcome: (name: string, role: string, agency: string): string =>
    `Selamat datang, ${name}. Anda terdaftar sebagai ${role} ${agency}. Ketik ${slash("help")} untuk melihat yang dapat Anda lakukan.`,
  letter: (letter: string, day: string): string => `Dasar: ${letter}${day === "" ? "" : `, berlaku sampai ${day}`}.`,
  pleaseRead: "Mohon dibaca:",
  toReadAlone: (ethics: string, duties: string): string =>
    "Etika serta tugas dan kewajiban saya kirim lewat percakapan pribadi dengan Tanggap. " +
    `Bila belum masuk, buka percakapan pribadi itu, tekan Mulai, lalu ketik ${slash("rules")} ${ethics} dan ${slash("rules")} ${duties}.`,
  lists: {
    ethics: (article: string): string => `Etika (${article})`,
    duties: (article: string): string => `Tugas dan kewajiban (${article})`,
  },
  readEthics: "Sudah saya baca",
  ethicsRead: "Terima kasih. Tercatat bahwa Anda sudah membacanya.",
  identityAdded: (name: string): string =>
    `Akun ini sekarang dikenal sebagai ${name}, dengan peran yang sama seperti sebelumnya.`,
  recalled: "Kode itu dibatalkan dan tidak dapat dipakai lagi.",
  /** A code nobody has used yet, in a list. */
  open: (what: string, day: string): string => `Kode untuk ${what} belum dipakai, berlaku sampai ${day}`,
  moreOpen: (count: number): string => `Masih ada ${count} kode lain yang belum dipakai.`,
  recall: (what: string): string => `Batalkan kode: ${what}`,
  invitation: {
    heading: (what: string): string => `Kode untuk ${what}`,
    what: {
      chat: (purpose: string, agency: string): string => `${purpose} ${agency}`,
      role: (role: string, agency: string): string => `${role} ${agency}`,
      identity: (name: string): string => `akun lain milik ${name}`,
    } satisfies Readonly<Record<InvitationGift["kind"], (first: string, second: string) => string>>,
    how: {
      chat: "Ketik baris itu di grup yang ingin disambungkan.",
      role: "Kirim baris itu kepada orangnya. Ia mengetiknya di grup atau di percakapan pribadi dengan bot.",
      identity: "Ketik baris itu dengan akun yang lain itu.",
    } as Readonly<Record<InvitationGift["kind"], string>>,
    namesakes: (names: string): string =>
      `Sudah terdaftar: ${names}. Bila orangnya sama, ia mengetik kode ini dengan akunnya yang sudah terdaftar; peran ini lalu menjadi tambahan. Dengan akun lain ia tercatat sebagai orang baru.`,
    once: (day: string): string => `Hanya dapat dipakai sekali, sampai ${day}. Kode ini tidak ditampilkan lagi.`,
  },
};
