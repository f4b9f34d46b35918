import type { CodeRefusal, NewsCode, RefusalCode, RegistryRefusal } from "../../domain/notice.js";
import { bareCommand, type NoticeText, said } from "../said.js";
import { slash } from "./command-names.js";
import { contentNews } from "./content-news.js";
import { contentRefusals } from "./content-refusals.js";
import { ending, memberNews } from "./members.js";
import { agency, code, decision, example, file, person, ready, reason, version } from "./notice-parts.js";
import { registry, registryRefusals } from "./registry.js";
import { codeRefusals, setup } from "./setup.js";

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

const refusals: Record<Exclude<RefusalCode, RegistryRefusal | CodeRefusal>, NoticeText> = {
  ...contentRefusals,
  unknownCommand,
  notRegistered: (v) =>
    `Mohon maaf, Anda belum terdaftar di ${said(v, "government", "pemerintah daerah ini")}. Mohon hubungi admin untuk didaftarkan.`,
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

const agencyReturned: NoticeText = (v) => {
  const other = said(v, "suggests");
  const hint = other === "" ? "" : ` Disarankan ke ${other}.`;
  const steps: Readonly<Record<string, string>> = {
    forward: " Mohon diteruskan ke instansi yang berwenang.",
    office: " Diskominfo diminta menentukan instansinya.",
  };
  return `${agency(v)} mengembalikan ${code(v)}: ${reason(v)}.${hint}${steps[said(v, "next")] ?? ""}`;
};

const published: NoticeText = (v) => {
  const url = said(v, "url");
  return url === "" ? `${code(v)} sudah dijawab lewat pesan pribadi.` : `${code(v)} sudah tayang: ${url}`;
};

/** What was done, by the name of the command that did it. */
const doneBy: Readonly<Record<string, (code: string, agency: string, elsewhere: string) => string>> = {
  inquiry: (of) => `${of} sudah dicatat; kartunya ada di grup kerja.`,
  forward: (of) => `${of} sudah diteruskan.`,
  answer: (of) => `Naskah jawaban ${of} sudah tersimpan.`,
  agencyAnswer: (of, holder) => `Jawaban ${of} sudah dikirim ke ${holder}.`,
  use: (of) => `Balasan sudah dijadikan jawaban ${of}.`,
  keep: (of) => `Balasan sudah disimpan sebagai catatan ${of}.`,
  return: (of) => `${of} sudah dikembalikan.`,
  posted: (of) => `${of} sudah dicatat tayang.`,
  close: (of) => `${of} sudah ditutup.`,
  reopen: (of) => `${of} sudah dibuka kembali.`,
  draft: (of) => `${of} mulai disusun internal.`,
  "content.propose": (of, _, elsewhere) =>
    `Konsep ${of} sudah tersimpan${elsewhere === "" ? "" : "; kartunya ada di grup kerja"}.`,
  "content.submit": (of) => `Usulan ${of} sudah diajukan ke pejabat.`,
  "content.discard": (of) => `Suntingan ${of} dibatalkan.`,
  "content.enough": (of) => `${of} dicatat selesai ditayangkan.`,
  "content.posted": (of) => `${of} sudah dicatat tayang.`,
  "content.close": (of) => `Usulan ${of} sudah ditarik.`,
  "content.reopen": (of) => `Ralat ${of} dapat disusun.`,
  take: (of) => `${of} dicatat: sedang ditangani instansi Anda.`,
};

const news: Record<NewsCode, NoticeText> = {
  agencyAnswered: (v) => `Jawaban ${agency(v)} untuk ${code(v)} sudah masuk.${ready(v)}`,
  agencyAnsweredAside: (v) =>
    `${agency(v)} juga menjawab ${code(v)}. Naskah yang sudah disusun tetap dipakai; bila jawaban instansi lebih tepat, mohon kirim dengan ${slash("answer")} ${code(v)}.`,
  agencyReturned,
  agencyPassedOn: (v) => `${agency(v)} meneruskan ${code(v)} ke ${said(v, "to", "instansi lain")}.`,
  forwardWithdrawn: (v) => `${code(v)} tidak perlu dijawab lagi. Terima kasih.`,
  answerApproved: (v) => `${version(v)} siap ditayangkan. ${decision({ ...v, decision: "approve" })}`,
  answerRejected: (v) =>
    `${person(v)}, meminta perbaikan ${version(v)}: ${reason(v)}. Mohon kirim perbaikannya: ${slash("answer")} ${code(v)} TEKS.`,
  answerHeld: (v) => `${person(v)}, menahan dulu ${code(v)}. Mohon tidak ditayangkan sebelum ada keputusan.`,
  answerReady: (v) => `Jawaban ${code(v)} siap ditayangkan. Setelah tayang, mohon isi tautannya.`,
  reported: (v) => `Jawaban ${code(v)} sudah dilaporkan ke pejabat.${ready(v)}`,
  decided: (v) => `${decision(v)} Naskah: ${version(v)}.`,
  undone: (v) =>
    `Keputusan atas ${version(v)} diurungkan ${person(v)}.${said(v, "waits") === "" ? "" : " Menunggu keputusan baru."}`,
  published,
  closed: (v) => `${code(v)} selesai. Alasan: ${reason(v)}.`,
  reopened: (v) => `${code(v)} dibuka kembali: ${reason(v)}.`,
  returnedTwice: (v) =>
    `${code(v)} sudah dua kali dikembalikan. Mohon Diskominfo menentukan instansinya: ${slash("forward")} ${code(v)} INSTANSI.`,
  noChannel: (v) =>
    `${code(v)} belum sampai: ${agency(v)} belum punya grup yang tersambung. Mohon hubungi instansinya langsung, dan admin untuk menyambungkan grupnya.`,
  undeliverable: (v) =>
    `${code(v)} gagal terkirim ke ${agency(v)}, waktunya belum dihitung. Mohon hubungi instansinya langsung, dan admin untuk memeriksa grupnya.`,
  gateUndeliverable: (v) =>
    `Naskah ${code(v)} gagal terkirim ke pejabat, jadi belum boleh ditayangkan. Mohon hubungi admin.`,
  chatBound: (v) => setup.bound(said(v, "agency", "instansi ini"), said(v, "purpose", "grup")),
  inGrace: (v) => {
    const number = said(v, "number");
    const instrument = said(v, "instrument", "Surat penunjukan");
    const letter = number === "" ? instrument : registry.letter(instrument, number);
    return ending.inGrace(letter, said(v, "date", "sebelum hari ini"), said(v, "lastDay", "masa tenggang habis"));
  },
  chatUnbound: (v) => setup.unbound(said(v, "channel", "Grup ini"), said(v, "purpose"), said(v, "agency")),
  appointmentEnded: (v) =>
    memberNews.ended(said(v, "name", "Orang itu"), said(v, "role", "anggota"), said(v, "agency", "instansi itu")),
  appointmentRenewed: (v) => {
    const number = said(v, "number");
    const letter = number === "" ? "" : registry.letter(said(v, "instrument"), number).trim();
    return memberNews.renewed(
      said(v, "name", "Orang itu"),
      said(v, "role", "anggota"),
      said(v, "agency", "instansi itu"),
      letter,
      said(v, "date"),
    );
  },
  personChanged: (v) => memberNews.changed(said(v, "name", "Orang itu")),
  identityRemoved: (v) => memberNews.unlinked(said(v, "name", "Orang itu"), said(v, "platform", "itu")),
  botRemoved: (v) =>
    setup.removed(said(v, "channel", "sebuah grup"), `${said(v, "purpose")} ${said(v, "agency")}`.trim()),
  identityAdded: (v) => setup.identityAdded(said(v, "name", "Anda")),
  ethicsRead: () => setup.ethicsRead,
  cancelled: () => "Dibatalkan.",
  noted: () => "Disimpan sebagai catatan.",
  voiceKept: (v) =>
    `Pesan suara disimpan sebagai catatan ${code(v)}, tetapi tidak dihitung sebagai jawaban. Untuk menjawab, mohon kirim teks: ${slash("answer")} ${code(v)} TEKS.`,
  filesIgnored: (v) =>
    `Berkasnya tidak disimpan${said(v, "command") === "" ? "" : ` karena /${bareCommand(said(v, "command"))} tidak memakai lampiran`}. Mohon kirim bersama ${slash("inquiry")}, ${slash("answer")} atau ${slash("propose")}.`,
  filesKept: (v) => {
    const what = said(v, "voice") === "" ? "Berkas" : "Pesan suara";
    const typed = said(v, "typed") === "" ? "" : " Alasannya mohon diketik.";
    return `${what} ini disimpan sebagai catatan ${code(v)}, lihat ${slash("history")} ${code(v)}.${typed}`;
  },
  editTooLate: (v) =>
    said(v, "opened") === ""
      ? `Pesan diedit, tetapi ${code(v)} tidak berubah. Bila keliru, mohon kirim pesan baru.`
      : `Pesan diedit, tetapi isi ${code(v)} tidak berubah. Bila keliru, mohon tutup lalu catat ulang.`,
  ...contentNews,
  done: (v) => doneBy[said(v, "what")]?.(code(v), agency(v), said(v, "elsewhere")) ?? `${code(v)} sudah diperbarui.`,
};

/** One sentence or two for every notice; a refusal says what to do next. */
export const notices: Record<RefusalCode | NewsCode, NoticeText> = {
  ...refusals,
  ...registryRefusals,
  ...codeRefusals,
  ...news,
};
