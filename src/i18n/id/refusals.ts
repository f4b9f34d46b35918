import type { CodeRefusal, RefusalCode, RegistryRefusal, SettingsRefusal } from "../../domain/notice.js";
import { bareCommand, type NoticeText, said } from "../said.js";
import { slash } from "./command-names.js";
import { contentRefusals } from "./content-refusals.js";
import { agency, code, decision, example, file, version } from "./notice-parts.js";

const onlyRole: NoticeText = (v) => {
  if (said(v, "officialOnly") === "yes") return `Mohon maaf, hanya ${said(v, "who", "pejabat")} yang dapat menyetujui.`;
  const roles = said(v, "who", "petugas");
  const who = said(v, "name") === "" ? roles : `${said(v, "name")} (pejabat yang digantikan), ${roles}`;
  return said(v, "elsewhere") === "yes"
    ? `Mohon maaf, di grup ini hanya ${who} yang dapat melakukan ini. Mohon tulis di grup instansi Anda.`
    : `Mohon maaf, hanya ${who} yang dapat melakukan ini. Silakan hubungi yang bersangkutan.`;
};

const unknownCommand: NoticeText = (v) => {
  const suggestion = bareCommand(said(v, "suggestion"));
  const meant = suggestion === "" ? "" : ` Maksudnya /${suggestion}?`;
  return `Perintah /${bareCommand(said(v, "command"))} tidak dikenal.${meant} Daftar perintah: ${slash("help")}.`;
};

const undoTooLate: NoticeText = (v) => {
  const late = `Keputusan ${code(v)} tidak dapat diurungkan lagi.`;
  if (said(v, "version") !== "")
    return `${late} ${version(v)} sedang menunggu keputusan, mohon putuskan lewat kartunya.`;
  return said(v, "returned") === ""
    ? `${late} Bila perlu, mohon minta naskahnya diubah.`
    : `${late} Mohon tunggu naskah perbaikannya.`;
};

const notReady: NoticeText = (v) => {
  const status = said(v, "status");
  const now = status === "" ? "" : ` (sekarang: ${status})`;
  return `${code(v)} belum siap ditayangkan${now}. Mohon lihat langkah berikutnya di ${slash("status")} ${code(v)}.`;
};

/** Why something was not done, and what to do. */
export const refusals: Record<Exclude<RefusalCode, RegistryRefusal | CodeRefusal | SettingsRefusal>, NoticeText> = {
  ...contentRefusals,
  unknownCommand,
  notRegistered: (v) =>
    `Mohon maaf, Anda belum terdaftar di ${said(v, "government", "pemerintah daerah ini")}. Sudah punya kode? Ketik ${slash("join")} dan kodenya. Bila belum, mohon hubungi admin untuk didaftarkan.`,
  onlyRole,
  unknownCase: (v) => `${code(v)} tidak ditemukan. Mohon periksa kodenya, atau cari dengan ${slash("find")}.`,
  unknownAgency: (v) =>
    said(v, "agency") === ""
      ? "Instansinya belum disebut. Mohon tulis kode atau nama lengkapnya."
      : `Instansi "${said(v, "agency")}" tidak ditemukan. Mohon tulis kode atau nama lengkapnya${example(v)}.`,
  otherAgency: (v) =>
    said(v, "agency") === ""
      ? `Mohon maaf, ${code(v)} ditangani instansi lain. Mohon hubungi instansi yang menanganinya.`
      : `Mohon maaf, ${code(v)} ditangani ${agency(v)}. Mohon hubungi instansi tersebut.`,
  closedCase: (v) => `${code(v)} sudah selesai. Bila perlu dilanjutkan: ${slash("reopen")} ${code(v)} ALASAN.`,
  notClosed: (v) => `${code(v)} masih berjalan, tidak perlu dibuka kembali. Mohon lihat ${slash("status")} ${code(v)}.`,
  alreadyClosed: (v) => `${code(v)} sudah selesai, tidak perlu ditutup lagi.`,
  alreadyForwarded: (v) =>
    `${code(v)} sudah diteruskan ke ${agency(v)} dan masih menunggu jawaban. Tidak perlu diteruskan lagi.`,
  ownAgency: (v) =>
    `${agency(v)} sudah menangani pertanyaan ini. Mohon pilih instansi lain, atau jawab langsung dengan ${slash("answer")}.`,
  communicationsDecides: (v) =>
    `${code(v)} sudah dua kali dikembalikan. Diskominfo yang menentukan instansinya, mohon ditunggu.`,
  noOpenForward: (v) =>
    `Tidak ada penerusan ${code(v)} yang menunggu jawaban instansi Anda. Mohon lihat ${slash("status")} ${code(v)}.`,
  noAnswer: (v) => `${code(v)} belum ada jawabannya. Mohon isi dulu: ${slash("answer")} ${code(v)} TEKS.`,
  notReady,
  originalNeeded: (v) =>
    `Mohon sebutkan pertanyaan yang sama dengan ini, misalnya: ${slash("close")} ${code(v)} ganda 42.`,
  notAwaiting: (v) => `${code(v)} tidak sedang menunggu keputusan. Mohon lihat ${slash("status")} ${code(v)}.`,
  alreadyDecided: (v) => `${code(v)} sudah diputuskan. ${decision(v)}`,
  ownText: (v) => `Naskah sendiri perlu disetujui ${said(v, "who", "pejabat lain")}.`,
  appointmentExpired: (v) => {
    const number = said(v, "number");
    const kind = said(v, "kind");
    const unlettered = kind === "" ? "Surat penunjukan" : `Penunjukan ${kind}`;
    const instrument = `${said(v, "instrument", unlettered)}${number === "" ? "" : ` Nomor ${number}`}`;
    return `${instrument} berakhir ${said(v, "date", "sebelum hari ini")}. Mohon hubungi admin.`;
  },
  sharedPhone: (v) => {
    if (said(v, "member") !== "")
      return "Mohon maaf, orang dan peran tidak dapat diatur lewat ponsel bersama. Mohon gunakan akun pribadi.";
    if (said(v, "rules") !== "")
      return "Mohon maaf, pengaturan, hak dan SOP tidak dapat diubah lewat ponsel bersama. Mohon gunakan akun pribadi.";
    return said(v, "acting") === ""
      ? "Mohon maaf, ponsel bersama tidak dapat dipakai untuk menyetujui. Mohon gunakan akun pribadi pejabat."
      : "Mohon maaf, pengganti pejabat tidak dapat diatur lewat ponsel bersama. Mohon gunakan akun pribadi.";
  },
  oldText: (v) => `Naskah sudah berubah. Lihat ${version(v)}.`,
  undoTooLate,
  undoOther: (v) => `Hanya ${said(v, "name", "yang memutuskan")} yang dapat mengurungkan keputusannya atas ${code(v)}.`,
  tooLong: (v) =>
    `Teks terlalu panjang: ${said(v, "length", "?")} karakter, paling banyak ${said(v, "max", "?")}. Mohon dipersingkat.`,
  emptyText: () => "Teksnya masih kosong. Mohon diisi.",
  badUrl: (v) => {
    const orPrivate = said(v, "orPrivate") === "yes" ? " Bila dijawab lewat pesan pribadi, tulis: pribadi." : "";
    const link = said(v, "url") === "" ? "Tautannya" : `Tautan "${said(v, "url")}"`;
    return `${link} belum lengkap. Mohon salin alamat yang diawali https://.${orPrivate}`;
  },
  badChoice: (v) =>
    `"${said(v, "value", "Isian ini")}" tidak ada dalam pilihan ${said(v, "input", "itu")}. Pilihannya: ${said(v, "choices", "-")}.`,
  unchanged: (v) => `Naskah ${code(v)} sama dengan versi sebelumnya. Tidak ada yang perlu dikirim ulang.`,
  stale: () => "Langkah ini sudah tidak berlaku. Mohon gunakan kartu yang terbaru.",
  othersQuestion: (v) =>
    `Pertanyaan itu untuk ${said(v, "name", "orang lain")}, jadi balasan Anda tidak dihitung. Bila perlu, mohon ketik sendiri perintahnya.`,
  fileTooLarge: (v) =>
    `${file(v)} terlalu besar (maks. ${said(v, "max", "20")} MB). Mohon kirim ulang yang lebih kecil.`,
  fileBadType: (v) =>
    `${file(v)} tidak dapat diterima. Mohon kirim ulang sebagai gambar (JPG, PNG, WebP, GIF), PDF, Word, Excel, atau video MP4.`,
  fileEmpty: (v) => `${file(v)} ternyata kosong. Mohon kirim ulang.`,
  fileGone: (v) => `${file(v)} tidak dapat diambil. Mohon kirim ulang.`,
  tooManyFiles: (v) =>
    `Terlalu banyak berkas (maks. ${said(v, "max", "10")}). Mohon kirim ulang dengan berkas lebih sedikit.`,
  voiceAnswer: (v) => {
    const kept = said(v, "kept") === "" ? "" : ` Pesan suara ini disimpan sebagai catatan ${code(v)}.`;
    const answer = `${slash("answer")} ${said(v, "code", "KODE")} TEKS`;
    return `Mohon maaf, pesan suara tidak dapat menjadi jawaban.${kept} Mohon kirim jawabannya sebagai teks: ${answer}.`;
  },
  nothingToCancel: () => "Tidak ada yang perlu dibatalkan.",
  notConnected: () =>
    `Percakapan ini belum terhubung dengan Tanggap. Bila Anda punya kode undangan, ketik ${slash("join")} dan kodenya. Bila kode itu untuk grup, ketik ${slash("setup")} dan kodenya di grup itu. Kode diberikan oleh admin.`,
  anonymous: () => "Mohon maaf, pengirim anonim tidak dapat dikenali. Mohon kirim dengan akun sendiri.",
  withdrawn: (v) => `${code(v)} sudah ditarik. Bila masih perlu, mohon ajukan usulan baru.`,
  editFirst: (v) => `${code(v)} sudah disetujui pejabat. Untuk mengubahnya, mohon tekan tombol sunting atau ralat.`,
  notTarget: (v) =>
    `${code(v)} tidak ditujukan untuk akun ${said(v, "account", "itu")}. Mohon pilih akun yang tercantum di kartunya.`,
  alreadyPosted: (v) => {
    const which = said(v, "typed") === "" ? "" : ` akun=${said(v, "typed")}`;
    return `${code(v)} sudah dicatat tayang di ${said(v, "account", "akun itu")}. Bila tautannya keliru, mohon ganti dengan ${slash("posted")} ${code(v)} TAUTAN${which} alasan="ALASAN".`;
  },
  notPosted: (v) =>
    said(v, "account") === ""
      ? `${code(v)} belum tayang di satu akun pun. Mohon isi dulu tautannya: ${slash("posted")} ${code(v)}.`
      : `${code(v)} belum dicatat tayang di ${said(v, "account")}. Mohon isi tautannya tanpa alasan: ${slash("posted")} ${code(v)} TAUTAN.`,
  notForContent: (v) =>
    `${code(v)} adalah usulan konten. Perintah ini untuk pertanyaan warga; mohon lihat ${slash("status")} ${code(v)}.`,
  onlyContent: (v) =>
    `${code(v)} adalah pertanyaan warga, bukan usulan konten. Mohon lihat ${slash("status")} ${code(v)}.`,
  checksFailed: (v) =>
    `${code(v)} belum dapat diajukan. ${said(v, "checks", "Mohon lihat pemeriksaannya pada kartu.")}`,
  noAccount: (v) =>
    `${code(v)} belum punya akun tujuan. Mohon daftarkan akun resmi instansi dulu, lalu pilih akunnya lewat tombol ubah.`,
};
