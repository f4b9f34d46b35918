/** What officers call each command: its name or one of its aliases, as a test holds. */
const names = {
  inquiry: "catat",
  forward: "teruskan",
  answer: "jawab",
  propose: "usul",
  posted: "tayang",
  return: "kembalikan",
  approve: "setuju",
  reject: "perbaiki",
  close: "tutup",
  reopen: "bukalagi",
  status: "status",
  queue: "tugas",
  find: "cari",
  history: "riwayat",
  account: "akun",
  acting: "plh",
  agency: "instansi",
  channel: "grup",
  member: "anggota",
  join: "gabung",
  setup: "sambungkan",
  rules: "aturan",
  help: "bantuan",
  cancel: "batal",
} as const;

/** Every command's name in Indonesian sentences, by its own. */
export const commandNames: Readonly<Record<string, string>> = names;

/** A command as Indonesian sentences name it: "/bantuan". */
export const slash = (command: keyof typeof names): string => `/${names[command]}`;
