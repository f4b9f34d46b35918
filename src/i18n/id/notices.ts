import type { NewsCode, RefusalCode } from "../../domain/notice.js";
import { bareCommand, type NoticeText, said } from "../said.js";
import { slash } from "./command-names.js";
import { contentNews } from "./content-news.js";
import { ending, memberNews } from "./members.js";
import { agency, code, decision, person, ready, reason, version } from "./notice-parts.js";
import { refusals } from "./refusals.js";
import { registry, registryRefusals } from "./registry.js";
import { settingsRefusals } from "./settings-refusals.js";
import { codeRefusals, setup } from "./setup.js";

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
  sentAlone: () =>
    "Isinya saya kirim lewat percakapan pribadi dengan Tanggap, agar tidak terbaca orang lain. " +
    "Bila belum masuk, buka percakapan pribadi itu, tekan Mulai, lalu ulangi perintahnya di sana.",
  chatBound: (v) => setup.bound(said(v, "agency", "instansi ini"), said(v, "purpose", "grup")),
  inGrace: (v) => {
    const number = said(v, "number");
    const instrument = said(v, "instrument", "Surat penunjukan");
    const letter = number === "" ? instrument : registry.letter(instrument, number);
    return ending.inGrace(letter, said(v, "date", "sebelum hari ini"), said(v, "lastDay", "masa tenggang habis"));
  },
  invitationRecalled: () => setup.recalled,
  chatUnbound: (v) => setup.unbound(said(v, "channel", "Grup ini"), said(v, "purpose"), said(v, "agency")),
  appointmentEnded: (v) =>
    memberNews.ended(said(v, "name", "Orang itu"), said(v, "role", "anggota"), said(v, "agency", "instansi itu")),
  appointmentRenewed: (v) => {
    const number = said(v, "number");
    const letter = number === "" ? "" : registry.letter(said(v, "instrument"), number);
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
  seeHelp: () => `Untuk melihat perintah yang dapat Anda pakai, ketik ${slash("help")}.`,
  noted: () => "Disimpan sebagai catatan.",
  voiceKept: (v) =>
    `Pesan suara disimpan sebagai catatan ${code(v)}, tetapi tidak dihitung sebagai jawaban. Untuk menjawab, mohon kirim teks: ${slash("answer")} ${code(v)} TEKS.`,
  repliedToNotice: (v) =>
    `Balasan ini tidak disimpan. Untuk menjawab ${code(v)}, balas kartunya atau ketik ${slash("answer")} ${code(v)} TEKS.`,
  filesIgnored: (v) =>
    `Berkasnya tidak disimpan${said(v, "command") === "" ? "" : ` karena /${bareCommand(said(v, "command"))} tidak memakai lampiran`}. Mohon kirim bersama ${slash("inquiry")}, ${slash("answer")} atau ${slash("propose")}.`,
  filesAgain: () => "Lampirannya belum tersimpan. Mohon lampirkan lagi saat memperbaiki isian.",
  filesKept: (v) => {
    const what = said(v, "voice") === "" ? "Berkas" : "Pesan suara";
    const typed = said(v, "typed") === "" ? "" : " Alasannya mohon diketik.";
    return `${what} ini disimpan sebagai catatan ${code(v)}, lihat ${slash("history")} ${code(v)}.${typed}`;
  },
  inputUnknown: (v) =>
    `"${said(v, "typed", "itu")}=" bukan nama isian, jadi tetap menjadi bagian teks. Mungkin maksud Anda "${said(v, "meant", "lain")}="?`,
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
  ...settingsRefusals,
  ...news,
};
