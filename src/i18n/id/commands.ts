import { slash } from "./command-names.js";

/** What an input is called, what helps to fill it in, and how it is asked for when it is missing. */
interface InputWords {
  readonly label: string;
  readonly hint: string;
  readonly question: string;
}

const input = (label: string, hint: string, question: string): InputWords => ({ label, hint, question });

/** Commands, their inputs and forms. Labels fit 45 characters, titles 24, hints and summaries 100: the narrowest platforms. */
export const commands = {
  commands: {
    inquiry: {
      summary: "Catat pertanyaan warga",
      detail: `Mencatat pertanyaan, komentar atau masukan warga. Balas pesan warga dengan ${slash("inquiry")} untuk mengambil teksnya.`,
      example: "/inquiry Kapan lampu jalan di depan pasar diperbaiki? akun=@dishub dari=@warga",
    },
    forward: {
      summary: "Teruskan ke instansi terkait",
      detail:
        "Meneruskan ke satu atau beberapa instansi. Batas waktu berjalan sejak penerusan sampai di grup instansi itu.",
      example: '/forward 42 PUPR catatan="Mohon cek lapangan"',
    },
    answer: {
      summary: "Isi jawaban",
      detail:
        "Mengisi atau mengubah jawaban. Naskah baru menggantikan versi sebelumnya; lampirannya tetap, kecuali dikirim yang baru atau ditulis lampiran=tanpa.",
      example: "/answer 42 Perbaikan dijadwalkan minggu depan.",
    },
    propose: {
      summary: "Usulkan konten untuk akun resmi",
      detail: `Menyusun konten untuk akun resmi instansi. Balas kartu pertanyaan dengan ${slash("propose")} untuk menanggapinya lewat konten. Untuk mengosongkan isian, tulis tanda -.`,
      example:
        '/propose Layanan adminduk libur 5 Maret. tema="Libur layanan" tagar=LayananPublik sumber="Surat edaran"',
    },
    posted: {
      summary: "Catat tautan yang sudah tayang",
      detail:
        "Mencatat tautan jawaban atau konten yang sudah tayang. Bila dijawab lewat pesan pribadi, ketik: pribadi.",
      example: "/posted 42 https://www.instagram.com/p/contoh",
    },
    return: {
      summary: "Kembalikan, bukan kewenangan kami",
      detail: "Mengembalikan penerusan dengan alasan, bila perlu menyarankan instansi lain.",
      example: "/return 42 Jalan provinsi, bukan kabupaten ke=PUPR",
    },
    approve: {
      summary: "Setujui naskah",
      detail: "Pejabat menyetujui naskah jawaban. Reaksi 👍 pada kartunya sama artinya.",
      example: "/approve 42",
    },
    reject: {
      summary: "Minta perbaikan naskah",
      detail: "Pejabat mengembalikan naskah dengan alasan. Reaksi 👎 pada kartunya sama artinya.",
      example: "/reject 42 Mohon sebutkan jadwalnya",
    },
    close: {
      summary: "Tutup dengan alasan",
      detail: "Menutup tanpa jawaban tayang, misalnya karena ganda atau tidak perlu dijawab.",
      example: "/close 42 Dicatat, tidak perlu jawaban",
    },
    reopen: {
      summary: "Buka kembali yang sudah selesai",
      detail: "Membuka kembali pertanyaan yang sudah selesai, misalnya karena warga bertanya lagi.",
      example: "/reopen 42 Warga bertanya lagi",
    },
    status: {
      summary: "Lihat status pertanyaan",
      detail: "Menampilkan kartu terbaru satu pertanyaan.",
      example: "/status 42",
    },
    queue: {
      summary: "Lihat tugas terbuka",
      detail: `Menampilkan yang belum selesai di instansi Anda, yang paling mendesak lebih dulu. Ketik ${slash("queue")} konten untuk kalender konten.`,
      example: "/queue",
    },
    find: {
      summary: "Cari pertanyaan",
      detail: "Mencari menurut kode, isi, penanya, akun atau tema.",
      example: "/find lampu jalan",
    },
    history: {
      summary: "Lihat riwayat pertanyaan",
      detail: "Menampilkan siapa melakukan apa dan kapan.",
      example: "/history 42",
    },
    rules: {
      summary: "Lihat dasar peraturan",
      detail: "Menampilkan ringkasan pasal yang menjadi dasar, dapat dicari dengan satu kata.",
      example: "/rules jawaban",
    },
    help: {
      summary: "Cara pakai",
      detail: "Menampilkan daftar perintah, atau cara pakai satu perintah.",
      example: "/help forward",
    },
    cancel: {
      summary: "Batalkan pengisian",
      detail: "Membatalkan pertanyaan bot yang belum dijawab.",
      example: "/cancel",
    },
  },
  /** The words in capitals of a command's typed form, and the one typed instead of an address. */
  placeholders: {
    TEXT: "TEKS",
    CODE: "KODE",
    AGENCY: "INSTANSI",
    REASON: "ALASAN",
    WORDS: "KATA",
    WORD: "KATA",
    COMMAND: "PERINTAH",
    URL: "TAUTAN",
    content: "konten",
    dm: "pribadi",
    none: "tanpa",
  } as Readonly<Record<string, string>>,
  /** What each input is called where it is typed as name=value, and in help. */
  inputNames: {
    text: "teks",
    kind: "jenis",
    account: "akun",
    from: "dari",
    link: "tautan",
    post: "unggahan",
    sentiment: "sentimen",
    theme: "tema",
    code: "kode",
    agencies: "instansi",
    note: "catatan",
    url: "tautan",
    reason: "alasan",
    to: "ke",
    category: "kategori",
    hashtags: "tagar",
    source: "sumber",
    accounts: "akun",
    wanted: "tanggal",
    basis: "dasar",
    audience: "sasaran",
    influencer: "pemengaruh",
    policy: "kebijakan",
    cases: "kasus",
    why: "alasan",
    words: "kata",
    word: "kata",
    command: "perintah",
    files: "lampiran",
    list: "daftar",
  } as Readonly<Record<string, string>>,
  inputs: {
    text: input("Isi teks", "Tulis atau tempel lengkap", "Mohon kirim teksnya."),
    kind: input("Jenis", "Misalnya pertanyaan atau masukan", "Apa jenisnya?"),
    account: input("Akun resmi", "Akun instansi yang ditanya, misalnya @dishub", "Lewat akun instansi yang mana?"),
    from: input("Penanya", "Nama akun warga, misalnya @warga", "Siapa penanyanya?"),
    link: input("Tautan pertanyaan", "Alamat komentar atau pesan warga", "Mohon kirim tautan pertanyaannya."),
    post: input(
      "Unggahan yang ditanggapi",
      "Alamat unggahan instansi yang dikomentari",
      "Mohon kirim tautan unggahannya.",
    ),
    sentiment: input("Sentimen", "Positif, netral atau negatif", "Bagaimana sentimennya?"),
    theme: input("Tema", "Misalnya lampu jalan", "Apa temanya?"),
    code: input("Kode", "Misalnya KOBAR-26-0042, atau cukup 42", "Untuk kode yang mana? Cukup nomornya, misalnya 42."),
    agencies: input(
      "Instansi tujuan",
      "Kode atau nama, boleh beberapa, misalnya PUPR PDAM",
      "Diteruskan ke instansi mana? Boleh lebih dari satu.",
    ),
    note: input("Catatan", "Keterangan untuk instansi tujuan", "Ada catatan untuk instansi tujuan?"),
    url: input(
      "Tautan jawaban",
      "Tautan jawaban yang sudah tayang; bila lewat pesan pribadi, ketik: pribadi",
      "Mohon kirim tautan jawaban yang sudah tayang, atau ketik: pribadi.",
    ),
    reason: input("Alasan", "Singkat saja", "Apa alasannya?"),
    to: input("Instansi yang disarankan", "Kode atau nama instansi", "Sebaiknya ke instansi mana?"),
    category: input("Kategori", "Isi pesan menurut peraturan", "Apa kategorinya?"),
    hashtags: input("Tagar", "Misalnya LayananPublik; boleh beberapa", "Tagarnya apa?"),
    source: input("Sumber informasi", "Dari mana faktanya, misalnya surat edaran", "Dari mana informasinya?"),
    accounts: input("Akun tujuan", "Kosong berarti semua akun resmi instansi", "Untuk akun resmi yang mana?"),
    wanted: input("Tanggal tayang", "Misalnya besok atau 5/3", "Kapan diinginkan tayang?"),
    basis: input("Dasar lain", "Bila kategorinya di luar daftar peraturan", "Apa dasar lainnya?"),
    audience: input("Sasaran", "Untuk siapa, misalnya pelajar", "Untuk siapa konten ini?"),
    influencer: input("Pemengaruh", "Akun yang diajak menyebarkan", "Siapa yang diajak menyebarkan?"),
    policy: input("Kebijakan terkait", "Kebijakan yang diselaraskan", "Kebijakan mana yang terkait?"),
    cases: input("Pertanyaan yang ditanggapi", "Kode atau nomor, boleh beberapa", "Menanggapi pertanyaan yang mana?"),
    why: input("Alasan tetap diajukan", "Bila ada catatan pemeriksaan yang perlu alasan", "Mengapa tetap diajukan?"),
    words: input("Kata yang dicari", "Kode, isi, penanya, akun atau tema", "Kata apa yang dicari?"),
    word: input("Kata", "Misalnya jawaban atau laporan", "Aturan tentang apa?"),
    files: input(
      "Lampiran",
      "Kosongkan untuk memakai lampiran sebelumnya; pilih tanpa bila tidak perlu",
      "Dengan lampiran atau tanpa?",
    ),
    list: input("Daftar", "Kosong untuk pertanyaan, atau: konten", "Daftar yang mana?"),
    command: input("Perintah", "Misalnya teruskan", "Perintah yang mana?"),
  },
  /** Inputs that mean something else in one command; `inputWords` picks them. */
  commandInputs: {
    "inquiry.text": input(
      "Tulisan warga",
      "Salin dan tempel apa adanya",
      "Mohon kirim pertanyaan atau komentar warga, apa adanya.",
    ),
    "propose.text": input("Naskah", "Naskah lengkap yang akan ditayangkan", "Mohon kirim naskah kontennya."),
    "propose.theme": input("Tema", "Misalnya libur layanan", "Apa tema kontennya?"),
    "posted.account": input("Akun", "Di akun mana ditayangkan, misalnya @dukcapil", "Tayang di akun yang mana?"),
    "answer.text": input("Jawaban", "Naskah lengkap untuk warga", "Mohon kirim naskah jawabannya."),
    "return.reason": input("Alasan", "Mengapa bukan kewenangan instansi Anda", "Apa alasan pengembaliannya?"),
    "reject.reason": input("Yang perlu diperbaiki", "Sebutkan bagian yang perlu diubah", "Apa yang perlu diperbaiki?"),
    "close.reason": input(
      "Diselesaikan karena",
      "Misalnya: spam, unggahan sudah dihapus, pertanyaan ganda dan kodenya",
      "Apa alasan penutupannya?",
    ),
    "reopen.reason": input("Alasan pembukaan kembali", "Singkat saja", "Apa alasan pembukaan kembali?"),
  } as Readonly<Record<string, InputWords>>,
  forms: {
    inquiry: { title: "Catat pertanyaan warga", submit: "Simpan" },
    forward: { title: "Teruskan", submit: "Teruskan" },
    answer: { title: "Jawaban", submit: "Kirim" },
    propose: { title: "Usulan konten", submit: "Simpan konsep" },
    posted: { title: "Sudah tayang", submit: "Simpan" },
    return: { title: "Bukan kewenangan kami", submit: "Kembalikan" },
    reject: { title: "Minta perbaikan", submit: "Kirim" },
    close: { title: "Tutup", submit: "Tutup" },
    reopen: { title: "Buka kembali", submit: "Buka kembali" },
  },
};
