import { type InputWords, input } from "../input-words.js";

/** The words of the commands by which a government decides its own rules, in the parts of `commands`. */
export const settingsCommands = {
  commands: {
    settings: {
      summary: "Lihat atau ubah pengaturan",
      detail:
        "Tanpa isian menampilkan semua pengaturan dengan arti, batas dan dasarnya. Dengan nama dan nilai: mengubahnya. Semua boleh melihat; yang mengubah Diskominfo atau admin.",
      example: "/pengaturan jam-tenang 20.00-05.00",
    },
    access: {
      summary: "Lihat atau ubah hak tiap peran",
      detail:
        "Tanpa isian menampilkan siapa dapat melakukan apa. Dengan nama hak, peran dan lingkup: mengubahnya, sejauh peraturan membolehkan.",
      example: '/akses menutup peran=Diskominfo lingkup="semua instansi"',
    },
    sop: {
      summary: "Lihat atau catat SOP",
      detail:
        "Tanpa isian menampilkan SOP yang tercatat. Dengan nomor: mencatat atau mengubahnya. SOP dapat mempersingkat batas waktu dan menambah syarat, tidak melonggarkan peraturan.",
      example: "/sop 12/2026 tertanggal=5/3/2026 jam=12",
    },
  },
  placeholders: { NAME: "NAMA", VALUE: "NILAI", RIGHT: "HAK", NUMBER: "NOMOR", HOURS: "JAM" },
  inputNames: {
    setting: "pengaturan",
    value: "nilai",
    right: "hak",
    scope: "lingkup",
    letterDate: "tertanggal",
    issuer: "penerbit",
    hours: "jam",
    available: "tersedia",
    inhouse: "internal",
    forwarded: "diteruskan",
  },
  inputs: {
    setting: input("Pengaturan", "Misalnya jam-tenang", "Pengaturan yang mana?"),
    value: input("Nilai baru", "Seperti pada daftarnya, atau: bawaan", "Nilai barunya apa?"),
    right: input("Hak", "Misalnya menutup pertanyaan", "Hak yang mana?"),
    scope: input("Lingkup", "Tidak, instansinya sendiri, atau semua instansi", "Sampai mana?"),
    letterDate: input("Tanggal surat", "Misalnya 5/3/2026", "Tanggal berapa suratnya?"),
    issuer: input("Penerbit", "Kosong berarti menurut peraturan", "Siapa yang menetapkannya?"),
    hours: input("Batas waktu (jam)", "Misalnya 12; tanda - berarti menurut peraturan", "Berapa jam batas waktunya?"),
    available: input("Jawaban yang tersedia", "Syarat sebelum tayang, bila ada", "Apa syaratnya?"),
    inhouse: input("Jawaban yang disusun internal", "Syarat sebelum tayang, bila ada", "Apa syaratnya?"),
    forwarded: input("Jawaban instansi terkait", "Syarat sebelum tayang, bila ada", "Apa syaratnya?"),
  },
  commandInputs: {
    "access.role": input("Peran", "Misalnya pejabat atau Diskominfo", "Untuk peran apa?"),
    "sop.number": input("Nomor SOP", "Misalnya 12/2026", "Berapa nomor SOP-nya?"),
    "sop.letterDate": input("Tanggal SOP", "Misalnya 5/3/2026", "SOP itu tertanggal berapa?"),
  } as Readonly<Record<string, InputWords>>,
  forms: {
    settings: { title: "Ubah pengaturan", submit: "Simpan" },
    access: { title: "Ubah hak", submit: "Simpan" },
    sop: { title: "Catat SOP", submit: "Simpan" },
  },
  /** Words of closed choices. */
  choices: {
    own: "instansinya sendiri",
    any: "semua instansi",
    report: "dilaporkan ke pejabat",
    approve: "persetujuan pejabat",
  },
};
