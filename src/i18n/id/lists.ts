import type { Fact } from "../../domain/inquiry/outcome.js";
import type { NoticeValues } from "../../ports/message-content.js";
import { formatCount } from "../format.js";
import { type NoticeText, said } from "../said.js";
import { slash } from "./command-names.js";
import { registryHistory } from "./registry-history.js";
import { rulesHistory } from "./rules-history.js";
import { tried, triedOnContent } from "./tried.js";

const agency = (v: NoticeValues): string => said(v, "agencyId", "instansi terkait");

const count = (of: number): string => formatCount(of, "id");

const forwarded: NoticeText = (v) => {
  const note = said(v, "note");
  return `diteruskan ke ${agency(v)}${note === "" ? "" : `, catatan: ${note}`}`;
};

const returned: NoticeText = (v) => {
  const other = said(v, "suggestsAgencyId");
  return `dikembalikan ${agency(v)}: ${said(v, "reason", "-")}${other === "" ? "" : `, disarankan ke ${other}`}`;
};

const decided: NoticeText = (v) => {
  const reason = said(v, "reason");
  return `v${said(v, "version", "1")}: ${said(v, "decision")}${reason === "" ? "" : `. Alasan: ${reason}`}`;
};

/** What was tried and why it was refused, as far as that was kept. */
const refused: NoticeText = (v) => {
  const what = said(v, "what");
  const why = said(v, "why");
  if (what === "") return "permintaan ditolak, tidak ada yang berubah";
  return `mencoba ${what}, tetapi ditolak${why === "" ? "" : `: ${why}`}`;
};

const kept: Readonly<Record<string, string>> = { voice: "catatan suara", files: "berkas sebagai catatan" };

/** One line for everything that happens to a case; values are already words. */
const history: Record<Fact["kind"] | "refused" | "noted" | "undeliverable", NoticeText> = {
  received: () => "dicatat",
  draftStarted: () => "mulai disusun internal",
  forwarded,
  forwardDelivered: (v) => `terkirim ke grup ${agency(v)}`,
  forwardTaken: (v) => `ditangani ${agency(v)}`,
  forwardReturned: returned,
  forwardPassedOn: (v) => `diteruskan lagi oleh ${agency(v)}`,
  forwardWithdrawn: (v) => `penerusan ke ${agency(v)} ditarik`,
  agencyAnswered: (v) => `jawaban ${agency(v)} masuk`,
  communicationsDecides: () => "Diskominfo diminta menentukan instansinya",
  answerSubmitted: (v) => `menulis naskah jawaban v${said(v, "version", "1")}`,
  reported: (v) => `v${said(v, "version", "1")} dilaporkan ke pejabat`,
  decided,
  ready: (v) => `v${said(v, "version", "1")} siap ditayangkan`,
  published: (v) => `tayang${said(v, "url") === "" ? " lewat pesan pribadi" : `: ${said(v, "url")}`}`,
  closed: (v) => `selesai: ${said(v, "reason", "-")}`,
  reopened: (v) => `dibuka kembali: ${said(v, "reason", "-")}`,
  refused,
  noted: (v) =>
    `menyimpan ${kept[said(v, "kept")] ?? "catatan"}${said(v, "text") === "" ? "" : `: ${said(v, "text")}`}`,
  undeliverable: () => "pesan gagal terkirim, sudah diberitahukan di grup kerja",
};

/** Lists for one person: tasks, search, history, rules, help; and how a missing input is asked for. */
export const lists = {
  history: { ...history, ...registryHistory, ...rulesHistory } as Readonly<Record<string, NoticeText>>,
  tried,
  triedOnContent,
  historyOther: "dicatat dalam riwayat",
  historyHeading: (code: string, total: number): string => `Riwayat ${code} (${count(total)})`,
  historyEmpty: (code: string): string => `Belum ada riwayat ${code}.`,
  historyProgram: "Tanggap",
  queueHeading: (agency: string, total: number): string => `Pertanyaan terbuka ${agency} (${count(total)})`,
  queueEmpty: `Tidak ada pertanyaan warga yang terbuka. Bila ada tulisan warga yang masuk, ketik ${slash("inquiry")}.`,
  findHeading: (words: string, total: number): string => `Hasil pencarian "${words}" (${count(total)})`,
  findEmpty: (words: string): string =>
    `Tidak ada yang cocok dengan "${words}". Mohon coba kata lain, misalnya nama akun atau tema.`,
  rulesHeading: (regulation: string): string => `Dasar: ${regulation}`,
  rulesAbout: (regulation: string, word: string): string => `Dasar tentang "${word}": ${regulation}`,
  rulesEmpty: (word: string): string =>
    `Tidak ada aturan tentang "${word}". Mohon coba kata lain, misalnya ${slash("rules")} jawaban.`,
  page: (page: number, pages?: number): string =>
    pages === undefined ? `Halaman ${count(page)}` : `Halaman ${count(page)} dari ${count(pages)}`,
  pageEmpty: "Halaman ini kosong.",
  helpHeading: "Perintah yang dapat dipakai",
  helpMore: `Cara pakai satu perintah: ${slash("help")} dan namanya, misalnya ${slash("help")} teruskan. Sebagian besar perintah juga tersedia sebagai tombol.`,
  helpUnknown: (command: string): string => `Perintah /${command} tidak dikenal. Berikut daftarnya.`,
  usage: "Cara pakai",
  aliases: "Sebutan lain",
  example: "Contoh",
  optional: "boleh kosong",
  ask: (label: string): string => `${label}?`,
  choices: (options: string): string => `Pilihannya: ${options}.`,
  keptHint: "Konsepnya sudah tersimpan, jadi boleh dijawab nanti.",
  cancelHint: `Untuk membatalkan, ketik ${slash("cancel")}.`,
};
