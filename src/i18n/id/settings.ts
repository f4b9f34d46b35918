import type { AnswerOrigin, BoundReason, GateKind, GrantedScope, SettingName } from "../../domain/registry/model.js";
import { slash } from "./command-names.js";

/** What one setting is called, what it is typed as, what it means, and a value as it is typed. */
interface SettingWords {
  readonly label: string;
  readonly typed: string;
  readonly means: string;
  readonly example: string;
}

const names: Record<SettingName, SettingWords> = {
  remindBeforeMinutes: {
    label: "Pengingat batas waktu",
    typed: "pengingat",
    means: "Berapa lama sebelum batas waktunya instansi terkait diingatkan.",
    example: "12 jam, 3 jam, 1 jam",
  },
  quiet: {
    label: "Jam tenang",
    typed: "jam-tenang",
    means: "Pada jam ini pengingat tidak dikirim. Batas waktu tetap berjalan.",
    example: "21.00-06.00",
  },
  remindOfficialsAfterMinutes: {
    label: "Pengingat untuk pejabat",
    typed: "pengingat-pejabat",
    means: "Berapa lama setelah konten diajukan pejabat diingatkan.",
    example: "4 jam, 24 jam",
  },
  remindUrgentAfterMinutes: {
    label: "Pengingat mendesak",
    typed: "pengingat-mendesak",
    means: "Sama, untuk konten kebencanaan; juga dikirim pada jam tenang.",
    example: "15 menit, 1 jam",
  },
  askHeadAfterMinutes: {
    label: "Lapor ke kepala",
    typed: "lapor-kepala",
    means: "Berapa lama setelah konten diajukan kepala diberi tahu bila belum diputuskan.",
    example: "2 hari",
  },
  approvalsNeeded: {
    label: "Jumlah persetujuan",
    typed: "jumlah-persetujuan",
    means: "Berapa pejabat yang perlu menyetujui satu naskah, sebanyak-banyaknya yang ada.",
    example: "2",
  },
  reportNeedsAcknowledgement: {
    label: "Menunggu Mengetahui",
    typed: "mengetahui",
    means: "Jawaban yang dilaporkan baru siap ditayangkan setelah pejabat menekan Mengetahui.",
    example: "ya",
  },
  contentEditsNeedApproval: {
    label: "Persetujuan ulang",
    typed: "persetujuan-ulang",
    means: "Konten yang diubah setelah disetujui perlu disetujui lagi.",
    example: "ya",
  },
  spellingKeepsApproval: {
    label: "Perbaikan ejaan",
    typed: "ejaan",
    means: "Perbaikan ejaan saja tidak membatalkan persetujuan.",
    example: "tidak",
  },
  silentAfterDays: {
    label: "Akun sepi",
    typed: "akun-sepi",
    means: "Setelah berapa hari tanpa unggahan akun resmi diingatkan.",
    example: "7 hari",
  },
  digestAt: {
    label: "Rekap mingguan",
    typed: "rekap",
    means: "Kapan rekap mingguan akan dikirim. Rekap ini belum tersedia; belum ada yang dikirim.",
    example: "Senin 08.00",
  },
  locale: { label: "Bahasa", typed: "bahasa", means: "Bahasa semua pesan Tanggap.", example: "Indonesia" },
};

/** Of a role as the profile calls it. */
const reasons: Record<BoundReason, (role: string) => string> = {
  everybody: () => "Setiap orang yang terdaftar boleh melihatnya.",
  auditorReads: (role) => `Tugas ${role} hanya membaca.`,
  ownAgency: (role) => `Peran ${role} diangkat untuk satu instansi.`,
  oneVoice: () => "Hal ini selalu atas nama satu instansi.",
  officerServes: (role) => `Ini memang tugas ${role}.`,
  officialDecides: () => "Yang memutuskan naskah adalah pejabat.",
  officialNamed: () => "Pejabat dan penggantinya ditunjuk oleh yang berwenang.",
  communicationsDecides: () => "Setelah dua kali dikembalikan, hanya Diskominfo yang menentukan instansinya.",
  adminsAlone: () => "Admin hanya ditunjuk dan diberhentikan oleh admin.",
  wholeGovernment: () => "Hal ini berlaku untuk seluruh pemerintah daerah.",
  keeper: () => "Harus selalu ada yang dapat mengubahnya kembali.",
};

const rights: Readonly<Record<string, string>> = {
  "inquiry.log": "mencatat pertanyaan warga",
  "case.read": "membaca pertanyaan dan konten",
  "case.forward": "meneruskan pertanyaan",
  "case.answer": "menjawab",
  "case.return": "mengembalikan penerusan",
  "case.post": "mencatat yang sudah tayang",
  "case.close": "menutup pertanyaan",
  "case.reopen": "membuka kembali pertanyaan",
  "answer.decide": "memutuskan naskah",
  "content.propose": "menyusun dan mengajukan konten",
  "content.end": "menarik dan meralat konten",
  "account.keep": "mendaftarkan akun resmi",
  "acting.name": "menunjuk pengganti pejabat",
  "settings.keep": "mengubah pengaturan dan SOP",
  "registry.read": "membaca daftar orang dan grup",
  "registry.keep": "mengelola instansi, orang dan grup",
  "admin.keep": "mengelola admin",
  registered: "membaca bantuan, aturan dan pengaturan",
};

/** What the government set, in plain words. */
export const settings = {
  names: names as Readonly<Record<SettingName, SettingWords>>,
  pages: { reminders: "Pengingat", approval: "Persetujuan", other: "Lain-lain" },
  heading: (page: string): string => `Pengaturan: ${page}`,
  isDefault: "bawaan",
  otherwise: (standard: string): string => `bawaan: ${standard}`,
  rule: (level: string, citation: string): string => (citation === "" ? level : `${level}, ${citation}`),
  hint: (typed: string, example: string): string =>
    `Untuk mengubah, ketik misalnya: ${slash("settings")} ${typed} ${example}. Untuk kembali ke semula: ${slash("settings")} ${typed} bawaan.`,
  seeAlso: `Hak tiap peran: ${slash("access")}. SOP: ${slash("sop")}. Riwayat: ${slash("settings")} riwayat.`,
  /** What its history is of. */
  all: "pengaturan, hak dan SOP",
  bounds: {
    durations: (count: string, least: string, most: string): string =>
      `Paling banyak ${count} waktu, masing-masing ${least} sampai ${most}; atau: tidak ada.`,
    duration: (least: string, most: string): string => `Antara ${least} dan ${most}.`,
    span: (most: string): string => `Dari jam sampai jam, paling lama ${most}; atau: tidak ada.`,
    yesNo: "Ya atau tidak.",
    days: (least: string, most: string): string => `Antara ${least} dan ${most} hari.`,
    countOrAll: (least: string, most: string): string => `Antara ${least} dan ${most}, atau: semua.`,
    weekTime: "Hari dan jam setempat.",
    language: "Indonesia atau Inggris.",
  },
  values: {
    yes: "ya",
    no: "tidak",
    none: "tidak ada",
    all: "semua",
    standard: "bawaan",
    weekdays: "Senin; Selasa; Rabu; Kamis; Jumat; Sabtu; Minggu",
    languages: { id: "Indonesia", en: "Inggris" },
    units: { day: "hari", hour: "jam", minute: "menit" },
    /** Other words people type for them, separated by semicolons. */
    alsoTyped: { day: "hr", hour: "j", minute: "mnt; m", yes: "iya; aktif", no: "tdk; nonaktif", none: "tanpa; -" },
    hours: (hours: string): string => `${hours} jam`,
    count: (count: string, unit: string): string => `${count} ${unit}`,
    clockSeparator: ".",
  },
  changed: (label: string, value: string, before: string): string =>
    `${label} sekarang: ${value}. Sebelumnya: ${before}.`,
  buttons: {
    change: (label: string): string => `Ubah: ${label}`,
    restore: "Kembalikan seperti semula",
  },
  access: {
    heading: "Hak tiap peran",
    of: (right: string): string => `Siapa yang dapat ${right}`,
    reasons: reasons as Readonly<Record<BoundReason, (role: string) => string>>,
    rights,
    /** Other words people use for a right, separated by semicolons. */
    alsoRights: {
      "case.answer": "jawaban",
      "answer.decide": "menyetujui; setuju; persetujuan; menolak",
      "content.propose": "mengusulkan; usul; mengajukan konten",
      "acting.name": "plh; plt; pengganti",
      "registry.keep": "mengundang; undangan",
    } as Readonly<Record<string, string>>,
    scopes: { none: "tidak", own: "instansinya sendiri", any: "semua instansi" } as Readonly<
      Record<GrantedScope, string>
    >,
    nobody: "tidak ada",
    granted: (scope: string, roles: string): string => `${scope}: ${roles}`,
    or: " atau ",
    set: "diubah",
    fixed: (why: string): string => `Tetap. ${why}`,
    free: (scopes: string, why: string): string => `Pilihan: ${scopes}. ${why}`.trim(),
    hint: (right: string): string =>
      `Untuk melihat atau mengubah satu hak, ketik misalnya: ${slash("access")} ${right}.`,
    cell: (role: string, right: string): string => `${role} untuk ${right}`,
    changed: (cell: string, value: string, before: string): string =>
      `Hak ${cell} sekarang: ${value}. Sebelumnya: ${before}.`,
    change: "Ubah",
  },
  sop: {
    heading: (total: number): string => `SOP yang tercatat (${total})`,
    empty: (hours: string, basis: string): string =>
      `Belum ada SOP yang tercatat. Batas waktu yang berlaku: ${hours} (${basis}).`,
    forAll: "Semua instansi",
    /** The same within a sentence. */
    ofAll: "semua instansi",
    number: (number: string): string => `SOP Nomor ${number}`,
    noHours: (hours: string): string => `batas waktu ${hours}, menurut peraturan`,
    hours: (hours: string, standard: string): string => `batas waktu ${hours} (tanpa SOP: ${standard})`,
    gate: (origin: string, gate: string): string => `${origin}: ${gate}`,
    origins: {
      available: "jawaban yang tersedia",
      inHouse: "jawaban yang disusun internal",
      forwarded: "jawaban instansi terkait",
    } as Readonly<Record<AnswerOrigin, string>>,
    gates: {
      none: "tanpa syarat",
      report: "dilaporkan ke pejabat",
      approve: "persetujuan pejabat",
    } as Readonly<Record<GateKind, string>>,
    registered: (number: string, whose: string): string => `SOP Nomor ${number} tercatat untuk ${whose}.`,
    changed: (number: string, whose: string): string => `SOP Nomor ${number} untuk ${whose} sudah diubah.`,
    ended: (number: string, whose: string): string => `SOP Nomor ${number} untuk ${whose} tidak berlaku lagi.`,
    /** What is another now, in front of what changed. */
    replaces: (number: string): string => `Menggantikan SOP Nomor ${number}, yang tidak berlaku lagi.`,
    differs: (what: string, before: string, after: string): string => `${what}: dari ${before} menjadi ${after}`,
    deadline: "batas waktu",
    onlyNew: "Berlaku untuk penerusan dan jawaban berikutnya. Batas waktu yang sudah berjalan tidak berubah.",
    hint: `Untuk mencatat, ketik misalnya: ${slash("sop")} 12/2026 tertanggal=5/3/2026 jam=12.`,
    register: "Catat SOP",
    change: (whose: string): string => `Ubah: ${whose}`,
    end: (whose: string): string => `Akhiri: ${whose}`,
  },
};
