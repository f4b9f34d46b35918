import { slash } from "./command-names.js";

/** What cards, requests to officials and pings say. Times and durations are already formatted. */
export const cards = {
  left: (duration: string): string => `sisa ${duration}`,
  late: (duration: string): string => `lewat ${duration}`,
  clockWaits: "dihitung sejak terkirim",
  noClock: "instansi di luar pemerintah daerah, tanpa batas 24 jam",
  delivered: (time: string): string => `terkirim ${time}`,
  notDelivered: "belum terkirim",
  taken: (time: string): string => `ditangani sejak ${time}`,
  answeredAt: (time: string): string => `sudah dijawab ${time}`,
  returnedBecause: (reason: string): string => `alasan: ${reason}`,
  suggested: (agency: string): string => `disarankan ke ${agency}`,
  sinceFirst: (duration: string): string => `${duration} sejak penerusan pertama`,
  until: (time: string): string => `batas ${time}`,
  question: "Pertanyaan warga",
  answer: (version: number): string => `Naskah jawaban v${version}`,
  agencyAnswer: (agency: string): string => `Jawaban ${agency}`,
  changes: (version: number): string => `Perubahan dari v${version}`,
  changesLegend: { read: "Cara membaca", removed: "dihapus", added: "ditambah" },
  tooManyChanges: "Naskah hampir seluruhnya baru. Mohon dibaca utuh.",
  sameText: "Teksnya tidak berubah.",
  fileChanges: {
    added: "Lampiran baru:",
    removed: "Lampiran dihapus:",
    described: "Teks alternatif berubah:",
    reordered: "Urutan lampiran berubah.",
  },
  twoReturns: "Sudah dua kali dikembalikan. Diskominfo menentukan instansinya.",
  forwardedAgain: "Pertanyaan ini diteruskan lagi kepada instansi Anda. Mohon lihat kartunya yang terbaru.",
  reason: (reason: string): string => `Yang perlu diperbaiki: ${reason}`,
  privateMessage: "lewat pesan pribadi",
  basis: (citation: string, level: string): string => `Dasar: ${citation} · ${level}`,
  basisLevel: (level: string): string => `Sifat dasar: ${level}`,
  basisButton: (citation: string): string => `Dasar: ${citation}`,
  issuedBy: (citation: string, issuer: string): string => `${citation} (${issuer})`,
  more: (code: string): string => `… selengkapnya: ${slash("status")} ${code}`,
  cut: "…",
  requests: {
    approve: (code: string, version: number): string =>
      `Mohon persetujuan ${code} v${version}. 👍 setuju, 👎 minta perbaikan.`,
    report: (code: string): string =>
      `Izin melaporkan jawaban ${code} sebelum ditayangkan. 👍 mengetahui, 👎 minta perbaikan.`,
    several: (given: number, needed: number): string => `Perlu ${needed} persetujuan, sudah ada ${given}.`,
    /** `away`: officials whom somebody acts for, who may not decide it; empty where there is none. */
    instead: (who: string, away: string): string =>
      away === ""
        ? `Tidak ada pejabat lain yang dapat memutuskan naskah ini, jadi kami mohon keputusan ${who} (kebijakan internal).`
        : `Pengganti ${away} tidak dapat memutuskan naskah ini, jadi kami mohon keputusan ${who} (kebijakan internal). ${away} tetap dapat memutuskan.`,
    changed: (code: string, version: number): string =>
      `Naskah sudah berubah. Lihat ${code} v${version} pada kartu terbaru.`,
    ended: (code: string, status: string): string => `${code} tidak perlu diputuskan lagi: ${status}.`,
  },
  pings: {
    reminder: (code: string, agency: string, time: string): string =>
      `Izin mengingatkan: ${code} menunggu jawaban ${agency} sampai ${time}.`,
    lastHour: (code: string, left: string): string => `Sisa ${left} untuk ${code}. Mohon tanggapannya.`,
    due: (code: string): string => `Batas waktu ${code} terlewati. Mohon jawaban atau kendalanya.`,
    internalDue: (code: string, agency: string): string =>
      `Target internal ${code} terlewati: jawaban ${agency} belum masuk.`,
    head: (code: string, position: string): string => `Yth. ${position}, mohon arahan untuk ${code}.`,
    communications: (code: string, agency: string, time: string): string =>
      `Mohon bantuan koordinasi ${code}: jawaban ${agency} ditunggu sejak ${time}.`,
    summary: (codes: string): string => `Izin mengingatkan: ${codes}.`,
  },
  offer: {
    question: (code: string): string =>
      `Balasan untuk ${code} diterima. Mohon pilih: jadikan jawaban, atau simpan sebagai catatan.`,
    wordless: (code: string): string =>
      `Lampiran untuk ${code} diterima, tetapi tanpa teks. Agar dapat menjadi jawaban, mohon kirim ulang beserta teksnya.`,
    answer: (code: string): string => `Sudah dijadikan jawaban ${code}.`,
    note: (code: string): string => `Disimpan sebagai catatan ${code}.`,
  },
  copy: {
    heading: (code: string, version: number): string => `Naskah ${code} v${version}, siap disalin:`,
    old: (code: string, version: number): string => `Naskah sudah berubah. Mohon pakai ${code} v${version}.`,
    notReady: (code: string, status: string): string => `Mohon belum ditayangkan: ${code} sekarang "${status}".`,
  },
};
