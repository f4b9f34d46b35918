import type { DecisionKind } from "../../domain/approval/model.js";
import type { ClosedReason, ForwardStatus, InquiryKind, InquiryStatus, Sentiment } from "../../domain/inquiry/model.js";
import type { Level } from "../../domain/level.js";
import { media } from "../media.js";

const kinds = {
  question: "Pertanyaan",
  comment: "Komentar",
  criticism: "Kritik",
  suggestion: "Saran",
  opinion: "Pendapat",
  input: "Masukan",
  complaint: "Keluhan",
} satisfies Record<InquiryKind, string>;

const sentiments = { positive: "Positif", neutral: "Netral", negative: "Negatif" } satisfies Record<Sentiment, string>;

const closedReasons = {
  answered: "Sudah dijawab",
  duplicate: "Pertanyaan ganda",
  noted: "Dicatat, tidak perlu jawaban",
  spam: "Spam",
  abusive: "Mengandung kata kasar atau penghinaan",
  outside: "Di luar kewenangan pemerintah daerah",
  withdrawn: "Ditarik oleh penanya",
  deleted: "Unggahan sudah dihapus",
  other: "Alasan lain",
} satisfies Record<ClosedReason, string>;

/** Categories of content and other lawful bases; a profile has its own names for those it knows. */
const categories = {
  activities: "Kegiatan instansi",
  "local-issues": "Isu aktual daerah",
  policy: "Kebijakan pemerintah",
  tourism: "Pariwisata dan potensi daerah",
  disaster: "Kebencanaan",
  investment: "Promosi untuk investasi",
  clarification: "Klarifikasi isu atau berita",
  hoax: "Penjelasan hoaks",
  "single-narrative": "Narasi tunggal",
  culture: "Pewarisan nilai budaya",
  "counter-hoax": "Menangkal hoaks",
  programmes: "Program pemerintah daerah",
  "unclear-news": "Menangkal berita tidak jelas",
  achievements: "Capaian program prioritas",
};

/** Short labels: states, levels, kinds, reasons, fields and buttons. */
export const labels = {
  status: {
    received: "Diterima",
    drafting: "Disusun internal",
    forwarded: "Diteruskan",
    answered: "Jawaban instansi masuk",
    approval: "Menunggu persetujuan pejabat",
    reporting: "Jawaban instansi masuk",
    reported: "Sudah dilaporkan ke pejabat",
    revising: "Perlu perbaikan",
    ready: "Siap ditayangkan",
    published: "Sudah tayang",
    closed: "Selesai",
    reopened: "Dibuka kembali",
    reportingOwn: "Sedang dilaporkan ke pejabat",
    returned: "Dikembalikan, perlu diteruskan",
  } satisfies Record<InquiryStatus | "reopened" | "reportingOwn" | "returned", string>,
  forwardedTo: (agencies: string): string => `Diteruskan ke ${agencies}`,
  forwardStatus: {
    open: "Menunggu jawaban",
    answered: "Sudah dijawab",
    returned: "Dikembalikan",
    passed: "Diteruskan ke instansi lain",
    withdrawn: "Ditarik kembali",
  } satisfies Record<ForwardStatus, string>,
  overdue: {
    regulation: "Lewat 24 jam",
    sop: "Lewat target SOP",
    interpretation: "Lewat 24 jam",
    "internal-policy": "Lewat target internal",
    "internal-target": "Lewat target internal",
  } satisfies Record<Level, string>,
  level: {
    regulation: "Peraturan",
    sop: "SOP",
    interpretation: "Tafsir",
    "internal-policy": "Kebijakan internal",
    "internal-target": "Target internal",
  } satisfies Record<Level, string>,
  kinds,
  sentiments,
  closedReasons,
  /** Words of every closed choice, by their code. */
  choices: {
    ...kinds,
    ...sentiments,
    ...closedReasons,
    none: "tanpa",
    content: "konten",
    ...categories,
    ...media,
    plh: "Plh.",
    plt: "Plt.",
  } as Readonly<Record<string, string>>,
  /** Other words people use for a reason to close, separated by semicolons. */
  closeWords: {
    duplicate: "duplikat; ganda; dobel; sama",
    noted: "dicatat; catat; tidak perlu dijawab",
    spam: "iklan",
    abusive: "kasar; menghina",
    outside: "luar; bukan kewenangan; di luar kewenangan",
    withdrawn: "ditarik; dicabut",
    deleted: "dihapus",
  } as Readonly<Record<string, string>>,
  roles: { admin: "admin", auditor: "pengawas" },
  /** Joins the last two of several names. */
  or: "atau",
  peopleOf: (roles: string, agency: string): string => `${roles} ${agency}`.trim(),
  decided: {
    approve: (by: string): string => `Disetujui ${by}.`,
    reject: (by: string): string => `Dikembalikan untuk perbaikan oleh ${by}.`,
    acknowledge: (by: string): string => `Diketahui ${by}.`,
    hold: (by: string): string => `Ditahan dulu oleh ${by}.`,
    undo: (by: string): string => `Keputusan diurungkan ${by}.`,
  } satisfies Record<DecisionKind, (by: string) => string>,
  fields: {
    kind: "Jenis",
    account: "Akun",
    asker: "Penanya",
    link: "Tautan",
    post: "Unggahan",
    sentiment: "Sentimen",
    theme: "Tema",
    agency: "Instansi",
    deadline: "Batas waktu",
    note: "Catatan",
    duplicateOf: "Sama dengan",
    published: "Tayang",
    reason: "Diselesaikan karena",
  },
  buttons: {
    forward: "Teruskan",
    answer: "Jawab",
    draft: "Susun jawaban",
    edit: "Ubah",
    fixForm: "Perbaiki isian",
    makeAnswer: "Jadikan jawaban",
    note: "Simpan catatan",
    approve: "Setujui",
    changes: "Minta perbaikan",
    aware: "Mengetahui",
    hold: "Tahan dulu",
    notOurs: "Bukan kewenangan kami",
    take: "Kami tangani",
    copy: "Salin naskah",
    posted: "Sudah tayang, isi tautan",
    close: "Tutup",
    reopen: "Buka kembali",
    undo: "Urungkan",
    next: "Berikutnya",
    previous: "Sebelumnya",
  },
};
