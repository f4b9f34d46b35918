import { internalPolicy, internalTarget, interpretation, lettered, regulation } from "./citation.js";
import type { Profile } from "./schema.js";

/** How we read the text on answers an agency drafts itself: a gate and an interpretation, in the same words. */
const inHouse = interpretation(
  "Lamp. B angka 2",
  "Bagan tidak mengatur jawaban yang disusun sendiri. Kami baca sama dengan jawaban tersedia: langsung ditayangkan.",
  "The chart has no branch for answers drafted in-house. We read it as an available answer: posted at once.",
);

/** The official's approval of content: a step of the flow and its gate, in the same words. */
const contentApproval = internalPolicy(
  "Pasal 9 huruf d",
  "Konten disetujui pejabat penanggung jawab sebelum tayang. Ini kebijakan internal, tidak diwajibkan peraturan.",
  "The responsible official approves content before posting: internal policy, not required by the regulation.",
);

/** Why an edit after selection is approved again: a step of content and a rule of ours, in the same words. */
const reapproval = internalPolicy(
  "Pasal 9 huruf d",
  "Konten yang disunting setelah disetujui perlu disetujui lagi bila isinya berubah; peraturan tidak mengaturnya.",
  "Content edited after approval is approved again when its substance changed; the regulation is silent on it.",
);

/** Peraturan Bupati Kotawaringin Barat Nomor 20 Tahun 2017. */
export const kobar2017: Profile = {
  key: "kobar-2017",
  title: {
    id: "Peraturan Bupati Kotawaringin Barat Nomor 20 Tahun 2017 tentang Pedoman Pengelolaan Media Sosial Pemerintah Kabupaten Kotawaringin Barat",
    en: "Regulation 20/2017 of the Regent of Kotawaringin Barat on the management of the regency government's social media",
  },
  shortTitle: "Perbup Kotawaringin Barat 20/2017",
  number: 20,
  year: 2017,
  inForceSince: "2017-10-23",
  inForce: regulation(
    "Pasal 19",
    "Peraturan ini berlaku sejak diundangkan, 23 Oktober 2017.",
    "The regulation is in force since its promulgation on 23 October 2017.",
  ),

  roles: {
    officer: {
      name: { id: "petugas", en: "officer" },
      ...regulation(
        "Pasal 1 angka 7",
        "Petugas adalah ASN yang diberi tugas menjalankan media sosial dan melayani informasi di sana.",
        "An officer is a civil servant assigned to run the social media and serve information there.",
      ),
    },
    official: {
      name: { id: "pejabat", en: "official" },
      ...regulation(
        "Pasal 1 angka 6",
        "Pejabat adalah ASN yang diangkat dan bertanggung jawab atas media sosial instansinya.",
        "An official is a civil servant appointed to be responsible for the agency's social media.",
      ),
    },
    head: {
      name: { id: "kepala instansi", en: "head of agency" },
      ...regulation(
        "Pasal 10 ayat (1)",
        "Akun resmi, petugas dan pejabat ditetapkan dengan Keputusan Kepala Instansi.",
        "Official accounts, officers and officials are appointed by decree of the head of the agency.",
      ),
    },
    communications: {
      name: { id: "Diskominfo", en: "communications office (Diskominfo)" },
      ...regulation(
        "Pasal 1 angka 4",
        "Dinas adalah Dinas Komunikasi, Informatika, Statistik dan Persandian kabupaten.",
        "The office meant is the regency's office of communications, informatics, statistics and coding.",
      ),
    },
  },
  agencyTerm: {
    name: { id: "instansi", en: "agency" },
    ...regulation(
      "Pasal 1 angka 5",
      "Instansi meliputi perangkat daerah, UPT dan lembaga nonstruktural di lingkungan pemerintah kabupaten.",
      "Agencies are the regency's departments, technical units and non-structural bodies.",
    ),
  },
  appointments: [
    {
      role: "officer",
      instrument: { id: "Keputusan Kepala Instansi", en: "Decree of the head of the agency" },
      issuer: { id: "Kepala Instansi", en: "Head of the agency" },
      ...regulation(
        "Pasal 10 ayat (1)",
        "Petugas ditunjuk dengan Keputusan Kepala Instansi.",
        "Officers are appointed by decree of the head of the agency.",
      ),
    },
    {
      role: "official",
      instrument: { id: "Keputusan Kepala Instansi", en: "Decree of the head of the agency" },
      issuer: { id: "Kepala Instansi", en: "Head of the agency" },
      ...regulation(
        "Pasal 10 ayat (1)",
        "Pejabat yang bertanggung jawab ditunjuk dengan Keputusan Kepala Instansi.",
        "The responsible official is appointed by decree of the head of the agency.",
      ),
    },
  ],
  accountDesignation: {
    instrument: { id: "Keputusan Kepala Instansi", en: "Decree of the head of the agency" },
    issuer: { id: "Kepala Instansi", en: "Head of the agency" },
    ...regulation(
      "Pasal 10 ayat (1)",
      "Akun resmi instansi ditetapkan dengan Keputusan Kepala Instansi.",
      "The agency's official accounts are designated by decree of its head.",
    ),
  },
  civilServantsOnly: [
    {
      role: "officer",
      ...regulation("Pasal 1 angka 7", "Petugas harus pegawai ASN.", "Officers must be civil servants."),
    },
    {
      role: "official",
      ...regulation("Pasal 1 angka 6", "Pejabat harus pegawai ASN.", "Officials must be civil servants."),
    },
  ],
  staffing: [],

  inquiryKinds: [
    { code: "question", name: { id: "Pertanyaan", en: "Question" }, citation: "Lamp. B angka 1", level: "regulation" },
    { code: "comment", name: { id: "Komentar", en: "Comment" }, citation: "Lamp. B angka 1", level: "regulation" },
    { code: "criticism", name: { id: "Kritik", en: "Criticism" }, citation: "Lamp. B angka 1", level: "regulation" },
    { code: "suggestion", name: { id: "Saran", en: "Suggestion" }, citation: "Lamp. B angka 1", level: "regulation" },
    { code: "input", name: { id: "Masukan", en: "Input" }, citation: "Pasal 9 huruf g", level: "regulation" },
  ],
  flow: {
    received: regulation(
      "Lamp. B angka 1",
      "Petugas menerima pertanyaan, komentar, kritik atau saran warga di media sosial.",
      "The officer receives citizens' questions, comments, criticism or suggestions on social media.",
    ),
    available: regulation(
      "Lamp. B angka 2",
      "Bila jawabannya sudah tersedia, petugas langsung menjawab.",
      "When the answer is at hand, the officer replies at once.",
    ),
    contact: regulation(
      "Lamp. B angka 3",
      "Bila menjadi kewenangan instansi lain, petugas menghubungi instansi tersebut.",
      "When another agency is competent, the officer contacts that agency.",
    ),
    agencyAnswer: regulation(
      "Lamp. B angka 4",
      "Instansi terkait memberi jawaban melalui petugas paling lama dalam 24 jam.",
      "The related agency gives its answer through the officer within 24 hours.",
    ),
    reply: regulation(
      "Lamp. B angka 5",
      "Petugas menjawab warga berdasarkan jawaban instansi terkait.",
      "The officer replies to the citizen on the basis of the related agency's answer.",
    ),
  },
  gates: {
    available: {
      kind: "none",
      ...regulation(
        "Lamp. B angka 2",
        "Jawaban yang tersedia langsung ditayangkan; SOP instansi dapat menambah persetujuan.",
        "An available answer is posted at once; the agency's SOP may add an approval.",
      ),
    },
    inHouse: { kind: "none", ...inHouse },
    forwarded: {
      kind: "none",
      ...regulation(
        "Lamp. B angka 5",
        "Jawaban instansi terkait langsung dipakai menjawab warga; SOP instansi dapat menambah persetujuan.",
        "The related agency's answer is used for the reply at once; the agency's SOP may add an approval.",
      ),
    },
  },
  deadline: {
    hours: 24,
    ...regulation(
      "Lamp. B angka 4",
      "Instansi terkait menjawab paling lama 24 jam.",
      "The related agency answers within 24 hours.",
    ),
    sop: {
      scope: "agency",
      instrument: { id: "Keputusan Kepala Instansi", en: "Decree of the head of the agency" },
      issuer: { id: "Kepala Instansi", en: "Head of the agency" },
      mayShorten: true,
      mayLengthen: false,
      maxHours: 24,
      ...regulation(
        "Pasal 12 ayat (1)",
        "Pelayanan informasi tiap instansi mengacu pada SOP yang ditetapkan dengan Keputusan Kepala Instansi.",
        "Each agency's information service follows an SOP set by decree of its head.",
      ),
    },
  },

  mediaKinds: [
    {
      code: "blog",
      name: { id: "Blog", en: "Blog" },
      ...regulation(
        "Lamp. A angka 1",
        "Blog: situs tulisan seseorang atau lembaga, dengan domain sendiri atau menumpang.",
        "Blog: a site of a person's or body's writing, on its own domain or a host's.",
      ),
    },
    {
      code: "microblog",
      name: { id: "Mikroblog", en: "Microblog" },
      maxChars: 140,
      ...regulation(
        "Lamp. A angka 2",
        "Mikroblog: situs pesan pendek, paling banyak 140 karakter termasuk spasi, seperti Twitter.",
        "Microblog: short messages of at most 140 characters with spaces, such as Twitter.",
      ),
    },
    {
      code: "media-sharing",
      name: { id: "Situs berbagi media", en: "Media sharing" },
      ...regulation(
        "Lamp. A angka 3",
        "Situs berbagi gambar, suara, video atau presentasi, seperti Instagram dan YouTube.",
        "Sites for sharing images, sound, video or slides, such as Instagram and YouTube.",
      ),
    },
    {
      code: "social-network",
      name: { id: "Jejaring sosial", en: "Social network" },
      ...regulation(
        "Lamp. A angka 4",
        "Jejaring sosial menghimpun orang dengan kesamaan tertentu, seperti Facebook dan LinkedIn.",
        "Social networks gather people who have something in common, such as Facebook and LinkedIn.",
      ),
    },
    {
      code: "collaboration",
      name: { id: "Situs kolaborasi", en: "Collaboration site" },
      ...regulation(
        "Lamp. A angka 5",
        "Situs kolaborasi: isi ditulis dan diperbaiki bersama, misalnya Wikipedia.",
        "Collaboration sites: contents written and corrected together, such as Wikipedia.",
      ),
    },
    {
      code: "forum",
      name: { id: "Forum", en: "Forum" },
      ...regulation(
        "Lamp. A angka 6",
        "Forum: situs untuk membahas topik tertentu, misalnya Kaskus.",
        "Forum: a site for discussing a topic, such as Kaskus.",
      ),
    },
  ],
  media: [
    { code: "instagram", name: "Instagram", kind: "media-sharing", citation: "Lamp. A angka 3", level: "regulation" },
    { code: "facebook", name: "Facebook", kind: "social-network", citation: "Lamp. A angka 4", level: "regulation" },
    { code: "x", name: "X (Twitter)", kind: "microblog", citation: "Lamp. A angka 2", level: "regulation" },
    { code: "youtube", name: "YouTube", kind: "media-sharing", citation: "Lamp. A angka 3", level: "regulation" },
    { code: "tiktok", name: "TikTok", kind: "media-sharing", citation: "Lamp. A angka 3", level: "interpretation" },
    { code: "threads", name: "Threads", kind: "microblog", citation: "Lamp. A angka 2", level: "interpretation" },
    {
      code: "whatsapp",
      name: "WhatsApp",
      kind: "social-network",
      citation: "Lamp. A angka 4",
      level: "interpretation",
    },
    { code: "linkedin", name: "LinkedIn", kind: "social-network", citation: "Lamp. A angka 4", level: "regulation" },
    { code: "blog", name: "Blog", kind: "blog", citation: "Lamp. A angka 1", level: "regulation" },
    { code: "kaskus", name: "Kaskus", kind: "forum", citation: "Lamp. A angka 6", level: "regulation" },
  ],
  contentCategories: {
    closed: false,
    ...regulation(
      "Pasal 11",
      "Daftar isi pesan bersifat contoh (antara lain); isi lain tetap boleh.",
      "The list of message contents gives examples; other contents are allowed.",
    ),
    items: [
      {
        code: "activities",
        name: { id: "Kegiatan instansi", en: "Agency activities" },
        ...regulation(
          "Pasal 11 huruf a",
          "Pesan dapat berisi kegiatan instansi.",
          "Messages may tell of the agency's activities.",
        ),
      },
      {
        code: "local-issues",
        name: { id: "Isu aktual daerah", en: "Current local issues" },
        ...regulation(
          "Pasal 11 huruf b",
          "Pesan dapat berisi isu yang sedang hangat di daerah.",
          "Messages may take up current issues in the regency.",
        ),
      },
      {
        code: "policy",
        name: { id: "Kebijakan pusat dan provinsi", en: "National and provincial policy" },
        ...regulation(
          "Pasal 11 huruf c",
          "Pesan dapat berisi kebijakan pemerintah pusat dan provinsi.",
          "Messages may present national and provincial policy.",
        ),
      },
    ],
    lawfulBases: [],
  },
  contentFlow: {
    submitted: internalPolicy(
      "Pasal 9 huruf e",
      "Usulan konten diserahkan ke pejabat; peraturan hanya menyebut membuat dan mengunggah pesan.",
      "A proposal goes to the official; the regulation only speaks of making and uploading messages.",
    ),
    selected: contentApproval,
    reapproval,
    returned: internalPolicy(
      "Pasal 9 huruf d",
      "Usulan yang belum disetujui dikembalikan dengan alasan; peraturan tidak mengaturnya.",
      "A proposal not approved is returned with a reason; the regulation is silent on it.",
    ),
    editing: internalPolicy(
      "Pasal 9 huruf e",
      "Usulan yang disetujui disunting sebelum tayang; peraturan tidak mengaturnya.",
      "An approved proposal is edited before posting; the regulation is silent on it.",
    ),
    published: internalPolicy(
      "Pasal 9 huruf e",
      "Tautan tiap unggahan dicatat untuk laporan; peraturan tidak mengaturnya.",
      "The link of each post is kept for the report; the regulation is silent on it.",
    ),
    withdrawn: internalPolicy(
      "Pasal 9 huruf e",
      "Usulan ditarik dengan alasan, dan yang sudah tayang diturunkan; peraturan tidak mengaturnya.",
      "A proposal is withdrawn with a reason and taken down where posted; the regulation is silent on it.",
    ),
    corrected: internalPolicy(
      "Pasal 9 huruf e",
      "Konten yang keliru diralat dengan alasan dan diputuskan pejabat lagi; peraturan tidak mengaturnya.",
      "Wrong content is corrected with a reason and decided on again; the regulation is silent on it.",
    ),
  },
  contentGate: { kind: "approve", ...contentApproval },
  regularPosting: internalTarget(
    "Pasal 9 huruf e",
    "Peraturan meminta pesan dibuat dan diunggah, tanpa menyebut seberapa sering. Jarak antarunggahan adalah target internal.",
    "The regulation asks for messages to be made and uploaded and does not say how often. That is an internal target.",
  ),
  checks: [
    {
      code: "hashtag",
      severity: "block",
      fix: {
        id: "Mohon isi Tagar lewat tombol Ubah isian, misalnya PelayananPublik.",
        en: "Press Change and fill in Hashtags, e.g. PublicService.",
      },
      ...regulation("Pasal 9 huruf e", "Tema pesan diberi tagar.", "The theme carries a hashtag."),
    },
    {
      code: "length",
      severity: "warn",
      fix: { id: "Mohon ringkas naskah atau pilih media lain.", en: "Shorten the text or choose another medium." },
      ...interpretation(
        "Lamp. A angka 2",
        "Lampiran menyebut 140 karakter sebagai ciri mikroblog. Kami hanya mengingatkan, tidak menolak.",
        "The annex gives 140 characters as a trait of microblogs. We warn and do not refuse.",
      ),
    },
    {
      code: "personal-data",
      severity: "block-with-reason",
      fix: {
        id: "Mohon hapus data pribadi, atau tulis mengapa perlu ditayangkan: tekan Ubah isian, lalu isi Alasan tetap diajukan.",
        en: "Remove personal data, or say why it has to be posted: press Change, then fill in Reason to propose it all the same.",
      },
      ...interpretation(
        "Pasal 14 huruf d",
        "Pengelola wajib memperhatikan peraturan lain; kami baca termasuk pelindungan data pribadi.",
        "Managers must heed other laws; we read that to include personal data protection.",
      ),
    },
    {
      code: "ethics",
      severity: "warn",
      fix: { id: "Mohon periksa kembali daftar etika.", en: "Please go through the list of ethics again." },
      ...internalPolicy(
        "Pasal 13",
        "Daftar etika diperiksa sebelum diajukan. Etikanya diatur; memeriksanya di sini kebijakan internal.",
        "The ethics are checked before submission. They are law; checking them here is internal policy.",
      ),
    },
  ],

  reportItems: [
    {
      code: "policy",
      letter: "a",
      name: { id: "Gambaran umum kebijakan layanan", en: "Overview of the service policy" },
      source: "both",
      ...regulation(
        "Pasal 16 ayat (3) huruf a",
        "Laporan menggambarkan kebijakan layanan informasi media sosial yang dimiliki.",
        "The report describes the policy of the social media information service.",
      ),
    },
    {
      code: "audience",
      letter: "b",
      name: { id: "Jumlah khalayak", en: "Size of the audience" },
      source: "both",
      ...regulation(
        "Pasal 16 ayat (3) huruf b",
        "Laporan memuat jumlah khalayak.",
        "The report states the size of the audience.",
      ),
    },
    {
      code: "discussion",
      letter: "c",
      name: { id: "Pembahasan isi pesan", en: "Discussion of message contents" },
      source: "both",
      ...regulation(
        "Pasal 16 ayat (3) huruf c",
        "Laporan membahas isi pesan yang disampaikan.",
        "The report discusses the contents of the messages.",
      ),
    },
    {
      code: "comments",
      letter: "d",
      name: { id: "Komentar tentang isi pesan", en: "Comments on the contents" },
      source: "computed",
      ...regulation(
        "Pasal 16 ayat (3) huruf d",
        "Laporan memuat komentar tentang isi pesan.",
        "The report covers comments on the contents.",
      ),
    },
    {
      code: "shares",
      letter: "e",
      name: { id: "Jumlah penyebaran dan pesan terkirim", en: "Shares and messages sent" },
      source: "both",
      parts: [
        { code: "shares", name: { id: "Jumlah penyebaran", en: "Shares" }, source: "entered" },
        { code: "messages", name: { id: "Pesan yang dikirimkan", en: "Messages sent" }, source: "computed" },
      ],
      ...regulation(
        "Pasal 16 ayat (3) huruf e",
        "Laporan memuat jumlah penyebaran informasi dan pesan yang dikirim.",
        "The report counts how often information was spread and messages sent.",
      ),
    },
    {
      code: "forwarded",
      letter: "f",
      name: { id: "Jumlah pesan diteruskan", en: "Messages forwarded" },
      source: "both",
      ...regulation(
        "Pasal 16 ayat (3) huruf f",
        "Laporan memuat jumlah pesan yang diteruskan.",
        "The report counts the messages forwarded.",
      ),
    },
    {
      code: "constraints",
      letter: "g",
      name: { id: "Kendala dari dalam dan luar instansi", en: "Constraints inside and outside the agency" },
      source: "entered",
      ...regulation(
        "Pasal 16 ayat (3) huruf g",
        "Laporan memuat kendala dari dalam maupun luar instansi.",
        "The report states constraints from inside and outside the agency.",
      ),
    },
    {
      code: "recommendations",
      letter: "h",
      name: { id: "Rekomendasi dan rencana tindak lanjut", en: "Recommendations and follow-up plan" },
      source: "entered",
      ...regulation(
        "Pasal 16 ayat (3) huruf h",
        "Laporan memuat rekomendasi dan rencana tindak lanjut agar layanan lebih baik.",
        "The report gives recommendations and a follow-up plan for a better service.",
      ),
    },
  ],
  reportMaker: {
    name: { id: "Instansi", en: "Agency" },
    ...regulation(
      "Pasal 16 ayat (1)",
      "Instansi wajib membuat laporan layanan paling sedikit sekali setahun.",
      "Each agency must report on the service at least once a year.",
    ),
  },
  reportSigner: {
    act: "sign",
    name: { id: "Kepala Instansi", en: "Head of the agency" },
    ...interpretation(
      "Pasal 16 ayat (1)",
      "Kewajiban melapor ada pada instansi; kami baca kepala instansi yang menandatanganinya.",
      "The duty to report is the agency's; we read that its head signs the report.",
    ),
  },
  reportRecipients: [
    {
      step: "via",
      name: { id: "Dinas (Diskominfo)", en: "Communications office (Diskominfo)" },
      ...regulation(
        "Pasal 16 ayat (2)",
        "Laporan disampaikan kepada Bupati melalui Dinas.",
        "The report goes to the Regent through the communications office.",
      ),
    },
    {
      step: "to",
      name: { id: "Bupati", en: "Regent" },
      ...regulation(
        "Pasal 16 ayat (2)",
        "Laporan disampaikan kepada Bupati melalui Dinas.",
        "The report goes to the Regent through the communications office.",
      ),
    },
  ],
  evaluator: {
    name: { id: "Bupati melalui Dinas", en: "Regent, through the communications office" },
    ...regulation(
      "Pasal 17 ayat (1)",
      "Bupati melalui Dinas mengevaluasi layanan instansi berdasarkan laporannya.",
      "The Regent, through the communications office, evaluates the agencies' service from their reports.",
    ),
  },
  evaluationFeeds: regulation(
    "Pasal 17 ayat (2)",
    "Hasil evaluasi dipakai memperbaiki layanan tahun berikutnya.",
    "The evaluation serves to improve the next year's service.",
  ),

  interpretations: [
    {
      code: "clock-hours",
      ...interpretation(
        "Lamp. B angka 4",
        "Kami baca 24 jam sebagai jam biasa: akhir pekan dan hari libur tetap dihitung.",
        "We read the 24 hours as clock hours: weekends and holidays count.",
      ),
    },
    {
      code: "clock-start",
      ...interpretation(
        "Lamp. B angka 4",
        "Kami hitung 24 jam sejak penerusan sampai di grup instansi terkait.",
        "We count the 24 hours from the delivery of the forward to the related agency's channel.",
      ),
    },
    {
      code: "passing-on",
      ...interpretation(
        "Lamp. B angka 4",
        "Bila diteruskan lagi ke instansi ketiga, 24 jam dihitung baru; waktu sejak penerusan pertama tetap ditampilkan.",
        "Passing on to a third agency starts a new 24 hours; the time since the first forward stays visible.",
      ),
    },
    {
      code: "external-agencies",
      ...interpretation(
        "Pasal 1 angka 5; Lamp. B angka 4",
        "Instansi di luar pemerintah kabupaten, misalnya PLN atau BPN, tidak terikat batas 24 jam.",
        "Bodies outside the regency government, such as PLN or BPN, are not bound by the 24 hours.",
      ),
    },
    { code: "in-house", ...inHouse },
    {
      code: "sop-shortens",
      ...interpretation(
        "Pasal 12 ayat (1); Lamp. B angka 4",
        "SOP instansi dapat mempersingkat 24 jam, tidak dapat memperpanjangnya.",
        "An agency's SOP may shorten the 24 hours and cannot lengthen them.",
      ),
    },
    {
      code: "internal-timers",
      ...internalTarget(
        "Lamp. B angka 4",
        "Hanya jawaban instansi terkait yang dibatasi waktu. Waktu tanggapan awal, persetujuan dan tayang adalah target internal.",
        "Only the related agency's answer is timed. First reply, approval and posting have internal targets.",
      ),
    },
    {
      code: "reminders",
      ...internalPolicy(
        "Lamp. B angka 4",
        "Pengingat dan eskalasi sebelum dan sesudah 24 jam adalah praktik kerja, tidak diatur peraturan.",
        "Reminders and escalations around the 24 hours are working practice, not in the regulation.",
      ),
    },
    {
      code: "agency-consent",
      ...internalPolicy(
        "Lamp. B angka 4",
        "Instansi terkait boleh meminta persetujuan pejabatnya lebih dulu, tetap dalam 24 jamnya.",
        "The related agency may ask its own official first, within its 24 hours.",
      ),
    },
    {
      code: "two-returns",
      ...internalPolicy(
        "Lamp. B angka 3",
        "Setelah dua kali dikembalikan karena bukan kewenangan, Diskominfo menentukan instansinya.",
        "After two returns for lack of competence, Diskominfo decides the agency.",
      ),
    },
    { code: "reapproval", ...reapproval },
    {
      code: "no-self-approval",
      ...internalPolicy(
        "Pasal 9 huruf d",
        "Naskah sendiri disetujui pejabat lain; peraturan tidak mengaturnya.",
        "One's own text is approved by another official; the regulation is silent on it.",
      ),
    },
    {
      code: "acting",
      ...interpretation(
        "Pasal 10 ayat (1)",
        "Plh. atau Plt. bertindak sebagai pejabat selama masa penunjukannya; peraturan tidak menyebutnya.",
        "An acting official acts for the dates of the designation; the regulation does not mention it.",
      ),
    },
    {
      code: "officer-grace",
      ...internalPolicy(
        "Pasal 10 ayat (1)",
        "Petugas yang masa tugasnya berakhir masih dapat bekerja 60 hari dengan peringatan; tidak diatur peraturan.",
        "An officer whose appointment ended may go on for 60 days with a warning; the regulation is silent on it.",
      ),
    },
    {
      code: "media-unnamed",
      ...interpretation(
        "Lamp. A",
        "Media yang tidak disebut Lampiran, misalnya TikTok, kami golongkan ke jenis yang paling dekat.",
        "A medium the annex does not name, such as TikTok, is put under the nearest kind.",
      ),
    },
    {
      code: "audience-reading",
      ...interpretation(
        "Pasal 1 angka 8; Pasal 16 ayat (3) huruf b",
        "Jumlah khalayak kami tampilkan dua: warga yang bertanya dan pengikut akun.",
        "We show the audience twice: the citizens who asked and the accounts' followers.",
      ),
    },
    {
      code: "forwarded-reading",
      ...interpretation(
        "Pasal 16 ayat (3) huruf f",
        "Pesan diteruskan kami tampilkan dua: dibagikan ulang oleh warga dan diteruskan ke instansi.",
        "We show messages forwarded twice: re-shared by citizens and forwarded to agencies.",
      ),
    },
    {
      code: "weekly-digest",
      ...internalPolicy(
        "Pasal 16 ayat (1)",
        "Yang diwajibkan hanya laporan tahunan; rekap mingguan adalah praktik kerja.",
        "Only the yearly report is required; the weekly digest is working practice.",
      ),
    },
  ],
  ethics: lettered("Pasal 13", {
    a: ["Menjaga kehormatan instansi.", "Uphold the honour of the agency."],
    b: ["Cakap, objektif, jujur dan berintegritas.", "Be skilled, objective, honest and of integrity."],
    c: ["Menjaga rahasia negara dan memegang sumpah jabatan.", "Keep state secrets and the oath of office."],
    d: ["Menegakkan etika demi nama baik instansi.", "Uphold ethics for the agency's good name."],
    e: ["Menghormati kode etik ASN.", "Respect the civil servants' code of ethics."],
    f: [
      "Menyampaikan dan menerima informasi yang benar dan akurat.",
      "Give and take correct and accurate information.",
    ],
    g: [
      "Menghargai pihak lain serta menjaga solidaritas dan nama baik instansi maupun perorangan.",
      "Respect others, and keep solidarity and the good name of agencies and persons.",
    ],
    h: ["Melaksanakan keterbukaan informasi publik sesuai aturan.", "Practise public information disclosure by law."],
  }),
  duties: lettered("Pasal 14", {
    a: ["Menguasai dan menjalankan ketentuan layanan informasi.", "Master and apply the rules of the service."],
    b: ["Berkomitmen mendukung layanan informasi media sosial.", "Be committed to the social media service."],
    c: [
      "Berkoordinasi dan bekerja sama agar layanan publik efisien.",
      "Coordinate so that public service is efficient.",
    ],
    d: ["Memperhatikan peraturan perundang-undangan.", "Heed the laws in force."],
  }),
  notes: [
    interpretation(
      "Lampiran",
      "Nomor peraturan pada kepala Lampiran kosong; kami baca sebagai Lampiran Nomor 20 Tahun 2017.",
      "The heading of the annex lacks the number; we read it as the annex of Regulation 20/2017.",
    ),
    interpretation(
      "Pasal 19",
      "Penutup menyebut Lembaran Daerah, sedangkan peraturan ini dimuat dalam Berita Daerah Tahun 2017 Nomor 20.",
      "The closing names the Lembaran Daerah, yet the regulation stands in the Berita Daerah 2017 number 20.",
    ),
  ],
  articles: [
    regulation(
      "Pasal 1 angka 8",
      "Khalayak adalah masyarakat yang memakai layanan media sosial.",
      "The audience is the public that uses the social media service.",
    ),
    regulation(
      "Pasal 3 huruf d",
      "Responsif: masukan ditanggapi dengan cepat dan tepat.",
      "Responsive: input is answered quickly and aptly.",
    ),
    regulation(
      "Pasal 3 huruf f",
      "Pesan mewakili kepentingan instansi, bukan pribadi.",
      "Messages stand for the agency's interest, not a person's.",
    ),
    ...lettered("Pasal 9", {
      a: [
        "Khalayak sasaran ditentukan sesuai kebiasaan teknologinya.",
        "The target audience is chosen by its use of technology.",
      ],
      b: ["Akun dipilih dan dibuat sesuai khalayak sasaran.", "Accounts are chosen and made to suit the audience."],
      c: ["Instansi menunjuk akun resminya.", "The agency designates its official accounts."],
      d: [
        "Petugas dan pejabat yang bertanggung jawab atas media sosial ditunjuk.",
        "Officers and the official responsible for the social media are appointed.",
      ],
      e: [
        "Pesan dibuat dan diunggah dengan tagar # di depan temanya.",
        "Messages are made and uploaded with # before their theme.",
      ],
      f: ["Percakapan di media sosial dipantau.", "Conversations on social media are followed."],
      g: ["Komentar, masukan dan pertanyaan warga dijawab.", "Citizens' comments, input and questions are answered."],
      h: ["Masukan warga dianalisis untuk memperbaiki kebijakan.", "Citizens' input is analysed to improve policy."],
      i: [
        "Tindak lanjut direkomendasikan sesuai masukan dan aspirasi warga.",
        "Follow-up is recommended from citizens' input.",
      ],
      j: [
        "Kebijakan dan tindak lanjut program disebarluaskan.",
        "Policy and the follow-up of programmes are made known.",
      ],
    }),
    regulation(
      "Pasal 10 ayat (2)",
      "Jenis akun yang dapat menjadi akun resmi ada di Lampiran A.",
      "The kinds of account that may be official are in Annex A.",
    ),
    regulation(
      "Pasal 12 ayat (2)",
      "Bagan alur pelayanan informasi ada di Lampiran B.",
      "The flow chart of the information service is in Annex B.",
    ),
    regulation(
      "Pasal 13",
      "Instansi memegang delapan butir etika dalam mengelola media sosial.",
      "Agencies keep eight points of ethics in running social media.",
    ),
    regulation(
      "Lampiran",
      "Lampiran memuat jenis media sosial (A) dan bagan alur layanan (B).",
      "The annex holds the kinds of social media (A) and the flow chart of the service (B).",
    ),
    regulation(
      "Lamp. A",
      "Lampiran A menyebut enam jenis media sosial beserta contohnya.",
      "Annex A names six kinds of social media with examples.",
    ),
  ],
};
