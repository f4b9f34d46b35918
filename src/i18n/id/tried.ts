/** What somebody tried who was refused, as the history tells it: after "mencoba". By the name of the command. */
export const tried: Readonly<Record<string, string>> = {
  forward: "meneruskan",
  answer: "mengisi jawaban",
  propose: "mengubah usulan",
  posted: "mencatat tayang",
  return: "mengembalikan penerusan",
  approve: "menyetujui",
  reject: "meminta perbaikan",
  close: "menutup",
  reopen: "membuka kembali",
  status: "melihat status",
  history: "melihat riwayat",
  draft: "menyusun jawaban",
  take: "menangani",
  aware: "menyatakan mengetahui",
  hold: "menahan naskah",
  undo: "mengurungkan keputusan",
  use: "menjadikan balasan sebagai jawaban",
  keep: "menyimpan catatan",
  copy: "menyalin naskah",
  reply: "membalas kartu",
  reaction: "menyetujui dengan reaksi",
  reactionReject: "meminta perbaikan dengan reaksi",
  submit: "mengajukan ke pejabat",
  discard: "membatalkan suntingan",
  enough: "mencatat selesai ditayangkan",
};

/** The same of content, where a command means something else. */
export const triedOnContent: Readonly<Record<string, string>> = {
  reject: "mengembalikan usulan",
  close: "menarik usulan",
  reopen: "meralat",
  reactionReject: "mengembalikan usulan dengan reaksi",
};
