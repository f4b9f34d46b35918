import { internalPolicy, internalTarget, interpretation, lettered, regulation } from "./citation.js";
import type { Profile } from "./schema.js";

/** How we read the text on answers an agency drafts itself: a gate and an interpretation, in the same words. */
const inHouse = interpretation(
  "Pasal 16",
  "Peraturan tidak mengatur jawaban yang disusun sendiri; langsung ditayangkan kecuali SOP menentukan lain.",
  "The regulation is silent on answers drafted in-house: posted at once unless the SOP says otherwise.",
);

/** The official's approval of content: a step of the flow and its gate, in the same words. */
const contentApproval = internalPolicy(
  "Pasal 10 huruf c",
  "Konten disetujui pejabat penanggung jawab sebelum tayang. Ini kebijakan internal, tidak diwajibkan peraturan.",
  "The responsible official approves content before posting: internal policy, not required by the regulation.",
);

/** Why an edit after selection is approved again: a step of content and a rule of ours, in the same words. */
const reapproval = internalPolicy(
  "Pasal 10 huruf c",
  "Konten yang disunting setelah disetujui perlu disetujui lagi bila isinya berubah; peraturan tidak mengaturnya.",
  "Content edited after approval is approved again when its substance changed; the regulation is silent on it.",
);

/** How we read the list of contents: the list itself and the check against it, in the same words. */
const closedList = interpretation(
  "Pasal 12",
  "Daftar isi pesan kami baca tertutup karena tidak memakai kata antara lain; dasar lain harus disebut.",
  "We read the list of contents as closed, as it does not say 'among others'; another basis must be named.",
);

/** Peraturan Bupati Klaten Nomor 4 Tahun 2020. It has no annex: no flow chart, no deadline. */
export const klaten2020: Profile = {
  key: "klaten-2020",
  title: {
    id: "Peraturan Bupati Klaten Nomor 4 Tahun 2020 tentang Pedoman Pengelolaan Media Sosial di Lingkungan Pemerintah Kabupaten Klaten",
    en: "Regulation 4/2020 of the Regent of Klaten on the management of social media in the regency government",
  },
  shortTitle: "Perbup Klaten 4/2020",
  number: 4,
  year: 2020,
  inForceSince: "2020-01-06",
  inForce: regulation(
    "Pasal 22",
    "Peraturan ini berlaku sejak diundangkan, 6 Januari 2020.",
    "The regulation is in force since its promulgation on 6 January 2020.",
  ),

  roles: {
    officer: {
      name: { id: "petugas", en: "officer" },
      ...regulation(
        "Pasal 10 huruf c",
        "Pejabat dan petugas yang bertanggung jawab atas media sosial ditunjuk.",
        "The official and the officers responsible for the social media are appointed.",
      ),
    },
    official: {
      name: { id: "pejabat", en: "official" },
      ...regulation(
        "Pasal 10 huruf c",
        "Pejabat dan petugas yang bertanggung jawab atas media sosial ditunjuk.",
        "The official and the officers responsible for the social media are appointed.",
      ),
    },
    head: {
      name: { id: "kepala perangkat daerah", en: "head of department" },
      ...regulation(
        "Pasal 11",
        "Pejabat dan petugas ditetapkan dengan Keputusan Kepala Perangkat Daerah masing-masing.",
        "The official and the officers are appointed by decree of the head of their department.",
      ),
    },
    communications: {
      name: { id: "Diskominfo", en: "communications office (Diskominfo)" },
      ...regulation(
        "Pasal 1 angka 4",
        "Dinas Komunikasi Informatika adalah dinas Kabupaten Klaten.",
        "The communications office meant is that of Klaten Regency.",
      ),
    },
  },
  agencyTerm: {
    name: { id: "perangkat daerah", en: "department" },
    ...regulation(
      "Pasal 1 angka 6",
      "Perangkat daerah membantu Bupati dan DPRD menjalankan urusan pemerintahan daerah.",
      "Departments help the Regent and the council to run the regency's affairs.",
    ),
  },
  appointments: [
    {
      role: "officer",
      instrument: { id: "Keputusan Kepala Perangkat Daerah", en: "Decree of the head of the department" },
      issuer: { id: "Kepala Perangkat Daerah", en: "Head of the department" },
      ...regulation(
        "Pasal 11",
        "Petugas ditunjuk dengan Keputusan Kepala Perangkat Daerah.",
        "Officers are appointed by decree of the head of the department.",
      ),
    },
    {
      role: "official",
      instrument: { id: "Keputusan Kepala Perangkat Daerah", en: "Decree of the head of the department" },
      issuer: { id: "Kepala Perangkat Daerah", en: "Head of the department" },
      ...regulation(
        "Pasal 11",
        "Pejabat ditunjuk dengan Keputusan Kepala Perangkat Daerah.",
        "The official is appointed by decree of the head of the department.",
      ),
    },
  ],
  civilServantsOnly: [],
  staffing: [],

  inquiryKinds: [
    { code: "question", name: { id: "Pertanyaan", en: "Question" }, citation: "Pasal 10 huruf f", level: "regulation" },
    { code: "comment", name: { id: "Komentar", en: "Comment" }, citation: "Pasal 10 huruf f", level: "regulation" },
    { code: "input", name: { id: "Masukan", en: "Input" }, citation: "Pasal 10 huruf f", level: "regulation" },
    { code: "complaint", name: { id: "Keluhan", en: "Complaint" }, citation: "Pasal 10 huruf h", level: "regulation" },
  ],
  flow: {
    received: interpretation(
      "Pasal 10 huruf f",
      "Petugas mencatat komentar, masukan dan pertanyaan yang masuk. Peraturan ini tidak memiliki bagan alur.",
      "The officer logs comments, input and questions. This regulation has no flow chart.",
    ),
    available: interpretation(
      "Pasal 10 huruf f",
      "Bila jawabannya sudah tersedia, petugas langsung menjawab; langkah ini bacaan kami.",
      "When the answer is at hand, the officer replies at once; this step is our reading.",
    ),
    contact: internalPolicy(
      "Pasal 16",
      "Bila menjadi kewenangan perangkat daerah lain, petugas meneruskannya; caranya diserahkan kepada SOP.",
      "When another department is competent, the officer forwards it; how is left to the SOP.",
    ),
    agencyAnswer: internalTarget(
      "Pasal 16",
      "Perangkat daerah terkait menjawab melalui petugas. Batas waktunya target internal sampai SOP dicatat.",
      "The related department answers through the officer. The time is an internal target until the SOP is entered.",
    ),
    reply: interpretation(
      "Pasal 10 huruf f",
      "Petugas menjawab warga, bila diteruskan berdasarkan jawaban perangkat daerah terkait.",
      "The officer replies to the citizen, after a forward on the basis of the related department's answer.",
    ),
  },
  gates: {
    available: {
      kind: "none",
      ...interpretation(
        "Pasal 16",
        "Peraturan tidak meminta persetujuan sebelum menjawab; SOP dapat menambahkannya.",
        "The regulation asks for no approval before a reply; the SOP may add one.",
      ),
    },
    inHouse: { kind: "none", ...inHouse },
    forwarded: {
      kind: "none",
      ...interpretation(
        "Pasal 16",
        "Jawaban perangkat daerah terkait langsung ditayangkan kecuali SOP menentukan lain.",
        "The related department's answer is posted at once unless the SOP says otherwise.",
      ),
    },
  },
  deadline: {
    hours: 24,
    ...internalTarget(
      "Pasal 16",
      "Peraturan tidak menentukan batas waktu dan menyerahkannya kepada SOP. Sampai SOP dicatat, 24 jam adalah target internal.",
      "The regulation sets no deadline and leaves it to the SOP. Until that is entered, 24 hours is an internal target.",
    ),
    sop: {
      scope: "government",
      instrument: {
        id: "Keputusan Kepala Dinas Komunikasi Informatika",
        en: "Decree of the head of the communications office",
      },
      issuer: { id: "Kepala Dinas Komunikasi Informatika", en: "Head of the communications office" },
      mayShorten: true,
      mayLengthen: true,
      ...regulation(
        "Pasal 16",
        "Pelayanan informasi mengacu pada SOP yang ditetapkan dengan Keputusan Kepala Dinas Komunikasi Informatika.",
        "The information service follows an SOP set by decree of the head of the communications office.",
      ),
    },
  },

  mediaKinds: [
    {
      code: "blog",
      name: { id: "Blog", en: "Blog" },
      ...regulation(
        "Pasal 18 huruf a",
        "Blog: situs tulisan seseorang atau lembaga.",
        "Blog: a person's or body's writing.",
      ),
    },
    {
      code: "microblog",
      name: { id: "Mikroblog", en: "Microblog" },
      ...regulation(
        "Pasal 18 huruf b",
        "Mikroblog: situs pesan pendek; jumlah karakternya tidak disebut.",
        "Microblog: a site of short messages; the number of characters is not given.",
      ),
    },
    {
      code: "media-sharing",
      name: { id: "Situs berbagi media", en: "Media sharing" },
      ...regulation(
        "Pasal 18 huruf c",
        "Situs untuk berbagi gambar, video atau presentasi.",
        "Sites for sharing images, video or slides.",
      ),
    },
    {
      code: "social-network",
      name: { id: "Jejaring sosial", en: "Social network" },
      ...regulation(
        "Pasal 18 huruf d",
        "Jejaring sosial menghimpun orang dengan kesamaan tertentu.",
        "Social networks gather people who have something in common.",
      ),
    },
    {
      code: "collaboration",
      name: { id: "Wiki", en: "Wiki" },
      ...regulation(
        "Pasal 18 huruf e",
        "Wiki: karya yang ditulis dan diperbaiki bersama, misalnya Wikipedia.",
        "Wiki: a work written and corrected together, such as Wikipedia.",
      ),
    },
    {
      code: "forum",
      name: { id: "Forum", en: "Forum" },
      ...regulation(
        "Pasal 18 huruf f",
        "Forum: situs untuk membahas topik tertentu.",
        "Forum: a site for discussing a topic.",
      ),
    },
    {
      code: "review",
      name: { id: "Situs ulasan", en: "Review site" },
      ...regulation(
        "Pasal 18 huruf g",
        "Situs ulasan: membahas hal yang disukai pesertanya.",
        "Review sites: discuss what their members like.",
      ),
    },
  ],
  media: [
    {
      code: "instagram",
      name: "Instagram",
      kind: "media-sharing",
      citation: "Pasal 18 huruf c",
      level: "interpretation",
    },
    {
      code: "facebook",
      name: "Facebook",
      kind: "social-network",
      citation: "Pasal 18 huruf d",
      level: "interpretation",
    },
    { code: "x", name: "X (Twitter)", kind: "microblog", citation: "Pasal 18 huruf b", level: "interpretation" },
    { code: "youtube", name: "YouTube", kind: "media-sharing", citation: "Pasal 18 huruf c", level: "interpretation" },
    { code: "tiktok", name: "TikTok", kind: "media-sharing", citation: "Pasal 18 huruf c", level: "interpretation" },
    { code: "threads", name: "Threads", kind: "microblog", citation: "Pasal 18 huruf b", level: "interpretation" },
    {
      code: "whatsapp",
      name: "WhatsApp",
      kind: "social-network",
      citation: "Pasal 18 huruf d",
      level: "interpretation",
    },
    {
      code: "linkedin",
      name: "LinkedIn",
      kind: "social-network",
      citation: "Pasal 18 huruf d",
      level: "interpretation",
    },
    { code: "blog", name: "Blog", kind: "blog", citation: "Pasal 18 huruf a", level: "regulation" },
    { code: "wikipedia", name: "Wikipedia", kind: "collaboration", citation: "Pasal 18 huruf e", level: "regulation" },
  ],
  contentCategories: {
    closed: true,
    ...closedList,
    items: [
      {
        code: "activities",
        name: { id: "Kegiatan Bupati atau perangkat daerah", en: "Activities of the Regent or a department" },
        ...regulation(
          "Pasal 12 huruf a",
          "Pesan dapat berisi kegiatan Bupati atau perangkat daerah.",
          "Messages may tell of the activities of the Regent or a department.",
        ),
      },
      {
        code: "local-issues",
        name: { id: "Isu aktual daerah", en: "Current local issues" },
        ...regulation(
          "Pasal 12 huruf b",
          "Pesan dapat berisi isu yang sedang hangat di daerah.",
          "Messages may take up current issues in the regency.",
        ),
      },
      {
        code: "tourism",
        name: { id: "Pariwisata dan potensi daerah", en: "Tourism and local potential" },
        ...regulation(
          "Pasal 12 huruf c",
          "Pesan dapat berisi pariwisata dan potensi daerah lainnya.",
          "Messages may present tourism and other potential of the regency.",
        ),
      },
      {
        code: "policy",
        name: { id: "Kebijakan pusat dan daerah", en: "National and local policy" },
        ...regulation(
          "Pasal 12 huruf d",
          "Pesan dapat berisi kebijakan pemerintah pusat maupun daerah.",
          "Messages may present national and local policy.",
        ),
      },
    ],
    lawfulBases: [
      {
        code: "counter-hoax",
        name: { id: "Menangkal hoaks", en: "Countering hoaxes" },
        ...interpretation(
          "Pasal 3 huruf e",
          "Isi di luar daftar Pasal 12 kami terima bila bertujuan menangkal hoaks.",
          "We accept contents outside the list of Pasal 12 when they counter hoaxes.",
        ),
      },
      {
        code: "programmes",
        name: {
          id: "Program wawasan kebangsaan, infrastruktur atau ekonomi",
          en: "Programmes of national awareness, infrastructure or economy",
        },
        ...interpretation(
          "Pasal 14 huruf b",
          "Isi di luar daftar Pasal 12 kami terima bila tentang program daerah di bidang wawasan kebangsaan, infrastruktur atau ekonomi.",
          "We accept contents outside the list of Pasal 12 about programmes of national awareness, infrastructure or the economy.",
        ),
      },
      {
        code: "unclear-news",
        name: { id: "Menangkal berita yang tidak jelas", en: "Countering unclear news" },
        ...interpretation(
          "Pasal 14 huruf c",
          "Isi di luar daftar Pasal 12 kami terima bila menangkal isu atau berita yang tidak jelas.",
          "We accept contents outside the list of Pasal 12 when they counter issues or news of doubtful truth.",
        ),
      },
      {
        code: "achievements",
        name: { id: "Capaian program prioritas daerah", en: "Achievements of priority programmes" },
        ...interpretation(
          "Pasal 14 huruf d",
          "Isi di luar daftar Pasal 12 kami terima bila menyampaikan capaian program prioritas daerah.",
          "We accept contents outside the list of Pasal 12 when they tell of priority programmes' achievements.",
        ),
      },
    ],
  },
  contentFlow: {
    submitted: internalPolicy(
      "Pasal 10 huruf d",
      "Usulan konten diserahkan ke pejabat; peraturan hanya menyebut membuat dan mengunggah pesan.",
      "A proposal goes to the official; the regulation only speaks of making and uploading messages.",
    ),
    selected: contentApproval,
    reapproval,
    returned: internalPolicy(
      "Pasal 10 huruf c",
      "Usulan yang belum disetujui dikembalikan dengan alasan; peraturan tidak mengaturnya.",
      "A proposal not approved is returned with a reason; the regulation is silent on it.",
    ),
    editing: internalPolicy(
      "Pasal 10 huruf d",
      "Usulan yang disetujui disunting sebelum tayang; peraturan tidak mengaturnya.",
      "An approved proposal is edited before posting; the regulation is silent on it.",
    ),
    published: internalPolicy(
      "Pasal 10 huruf d",
      "Tautan tiap unggahan dicatat untuk laporan; peraturan tidak mengaturnya.",
      "The link of each post is kept for the report; the regulation is silent on it.",
    ),
    withdrawn: internalPolicy(
      "Pasal 10 huruf d",
      "Usulan ditarik dengan alasan, dan yang sudah tayang diturunkan; peraturan tidak mengaturnya.",
      "A proposal is withdrawn with a reason and taken down where posted; the regulation is silent on it.",
    ),
    corrected: internalPolicy(
      "Pasal 10 huruf d",
      "Konten yang keliru diralat dengan alasan dan diputuskan pejabat lagi; peraturan tidak mengaturnya.",
      "Wrong content is corrected with a reason and decided on again; the regulation is silent on it.",
    ),
  },
  contentGate: { kind: "approve", ...contentApproval },
  regularPosting: internalTarget(
    "Pasal 10 huruf d",
    "Peraturan meminta pesan dibuat dan diunggah, tanpa menyebut seberapa sering. Jarak antarunggahan adalah target internal.",
    "The regulation asks for messages to be made and uploaded and does not say how often. That is an internal target.",
  ),
  checks: [
    {
      code: "category",
      severity: "block",
      fix: {
        id: "Mohon pilih kategori Pasal 12 lewat tombol Ubah isian, atau isi Dasar lain dengan salah satu: Pasal 3 huruf e, Pasal 14 huruf b, Pasal 14 huruf c, Pasal 14 huruf d.",
        en: "Press Change and choose a category of Pasal 12, or fill in Other basis with one of: Pasal 3 huruf e, Pasal 14 huruf b, Pasal 14 huruf c, Pasal 14 huruf d.",
      },
      ...closedList,
    },
    {
      code: "length",
      severity: "warn",
      fix: { id: "Mohon ringkas naskah atau pilih media lain.", en: "Shorten the text or choose another medium." },
      ...interpretation(
        "Pasal 18 huruf b",
        "Mikroblog disebut berisi pesan pendek tanpa angka. Kami hanya mengingatkan menurut batas medianya.",
        "Microblogs are said to carry short messages, no number given. We only warn at the medium's own limit.",
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
        "Pasal 15 huruf g",
        "Keterbukaan informasi mengikuti peraturan lain; kami baca termasuk pelindungan data pribadi.",
        "Disclosure follows other laws; we read that to include personal data protection.",
      ),
    },
    {
      code: "ethics",
      severity: "warn",
      fix: { id: "Mohon periksa kembali daftar etika.", en: "Please go through the list of ethics again." },
      ...internalPolicy(
        "Pasal 15",
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
        "Pasal 19 ayat (3) huruf a",
        "Laporan menggambarkan kebijakan layanan informasi media sosial yang dimiliki.",
        "The report describes the policy of the social media information service.",
      ),
    },
    {
      code: "discussion",
      letter: "b",
      name: { id: "Pembahasan isi pesan", en: "Discussion of message contents" },
      source: "both",
      ...regulation(
        "Pasal 19 ayat (3) huruf b",
        "Laporan membahas isi pesan di media sosial.",
        "The report discusses the contents of the messages.",
      ),
    },
    {
      code: "audience",
      letter: "c",
      name: { id: "Jumlah khalayak", en: "Size of the audience" },
      source: "both",
      ...regulation(
        "Pasal 19 ayat (3) huruf c",
        "Laporan memuat jumlah khalayak.",
        "The report states the size of the audience.",
      ),
    },
    {
      code: "comments",
      letter: "d",
      name: { id: "Komentar khalayak", en: "Comments of the audience" },
      source: "computed",
      ...regulation(
        "Pasal 19 ayat (3) huruf d",
        "Laporan memuat komentar khalayak tentang isu atau pesan.",
        "The report covers the audience's comments on issues or messages.",
      ),
    },
    {
      code: "shares",
      letter: "e",
      name: { id: "Jumlah berbagi dan pesan terkirim", en: "Shares and messages sent" },
      source: "both",
      parts: [
        { code: "shares", name: { id: "Jumlah dibagikan", en: "Shares" }, source: "entered" },
        { code: "messages", name: { id: "Pesan yang dikirimkan", en: "Messages sent" }, source: "computed" },
      ],
      ...regulation(
        "Pasal 19 ayat (3) huruf e",
        "Laporan memuat jumlah berbagi dan pesan yang dikirim.",
        "The report counts shares and messages sent.",
      ),
    },
    {
      code: "forwarded-constraints",
      letter: "f",
      name: { id: "Jumlah pesan diteruskan dan kendala", en: "Messages forwarded, and constraints" },
      source: "both",
      parts: [
        { code: "forwarded", name: { id: "Jumlah pesan diteruskan", en: "Messages forwarded" }, source: "both" },
        {
          code: "constraints",
          name: { id: "Kendala eksternal dan internal", en: "External and internal constraints" },
          source: "entered",
        },
      ],
      ...regulation(
        "Pasal 19 ayat (3) huruf f",
        "Laporan memuat jumlah pesan yang diteruskan serta kendala eksternal dan internal.",
        "The report counts the messages forwarded and states external and internal constraints.",
      ),
    },
    {
      code: "recommendations",
      letter: "g",
      name: { id: "Rekomendasi dan rencana tindak lanjut", en: "Recommendations and follow-up plan" },
      source: "entered",
      ...regulation(
        "Pasal 19 ayat (3) huruf g",
        "Laporan memuat rekomendasi dan rencana tindak lanjut agar layanan lebih baik.",
        "The report gives recommendations and a follow-up plan for a better service.",
      ),
    },
  ],
  reportMaker: {
    name: { id: "Pengelola media sosial", en: "Social media manager" },
    ...regulation(
      "Pasal 19 ayat (1)",
      "Pengelola di tiap perangkat daerah wajib membuat laporan paling sedikit sekali setahun.",
      "The managers in each department must report at least once a year.",
    ),
  },
  reportSigner: {
    act: "acknowledge",
    name: { id: "Kepala Perangkat Daerah", en: "Head of the department" },
    ...internalPolicy(
      "Pasal 19 ayat (1)",
      "Kepala perangkat daerah mengetahui laporan sebelum dikirim; pasal hanya menyebut pengelola.",
      "The head of the department acknowledges the report before it is sent; the article names the managers only.",
    ),
  },
  reportRecipients: [
    {
      step: "via",
      name: { id: "Kepala Dinas Komunikasi Informatika", en: "Head of the communications office" },
      ...regulation(
        "Pasal 19 ayat (2)",
        "Laporan disampaikan kepada Bupati melalui Kepala Dinas Komunikasi Informatika.",
        "The report goes to the Regent through the head of the communications office.",
      ),
    },
    {
      step: "to",
      name: { id: "Bupati", en: "Regent" },
      ...regulation(
        "Pasal 19 ayat (2)",
        "Laporan disampaikan kepada Bupati melalui Kepala Dinas Komunikasi Informatika.",
        "The report goes to the Regent through the head of the communications office.",
      ),
    },
  ],
  evaluator: {
    name: { id: "Bupati", en: "Regent" },
    ...regulation(
      "Pasal 20 ayat (1)",
      "Bupati mengevaluasi layanan tiap perangkat daerah berdasarkan laporan yang masuk.",
      "The Regent evaluates each department's service from the reports received.",
    ),
  },
  evaluationFeeds: regulation(
    "Pasal 20 ayat (2)",
    "Hasil evaluasi menjadi bahan kebijakan selanjutnya untuk memperbaiki layanan.",
    "The evaluation informs further policy to improve the service.",
  ),

  interpretations: [
    {
      code: "clock-hours",
      ...internalTarget(
        "Pasal 16",
        "Target dihitung dalam jam biasa: akhir pekan dan hari libur tetap dihitung.",
        "The target runs in clock hours: weekends and holidays count.",
      ),
    },
    {
      code: "clock-start",
      ...interpretation(
        "Pasal 16",
        "Waktu kami hitung sejak penerusan sampai di grup perangkat daerah terkait.",
        "We count the time from the delivery of the forward to the related department's channel.",
      ),
    },
    {
      code: "passing-on",
      ...interpretation(
        "Pasal 16",
        "Bila diteruskan lagi, waktunya dihitung baru; waktu sejak penerusan pertama tetap ditampilkan.",
        "Passing on starts the time anew; the time since the first forward stays visible.",
      ),
    },
    {
      code: "external-agencies",
      ...interpretation(
        "Pasal 1 angka 6; Pasal 16",
        "Badan di luar pemerintah kabupaten, misalnya PLN atau BPN, tidak terikat SOP ini.",
        "Bodies outside the regency government, such as PLN or BPN, are not bound by this SOP.",
      ),
    },
    { code: "in-house", ...inHouse },
    {
      code: "sop-sets-hours",
      ...interpretation(
        "Pasal 16",
        "SOP bebas menentukan jamnya karena peraturan tidak menyebut batas waktu.",
        "The SOP sets the hours freely, as the regulation names no deadline.",
      ),
    },
    {
      code: "internal-timers",
      ...internalTarget(
        "Pasal 16",
        "Waktu tanggapan awal, persetujuan dan tayang adalah target internal.",
        "The times of first reply, approval and posting are internal targets.",
      ),
    },
    {
      code: "reminders",
      ...internalPolicy(
        "Pasal 16",
        "Pengingat dan eskalasi adalah praktik kerja, tidak diatur peraturan.",
        "Reminders and escalations are working practice, not in the regulation.",
      ),
    },
    {
      code: "agency-consent",
      ...internalPolicy(
        "Pasal 16",
        "Perangkat daerah terkait boleh meminta persetujuan pejabatnya lebih dulu, dalam waktu yang sama.",
        "The related department may ask its own official first, within the same time.",
      ),
    },
    {
      code: "two-returns",
      ...internalPolicy(
        "Pasal 16",
        "Setelah dua kali dikembalikan karena bukan kewenangan, Diskominfo menentukan perangkat daerahnya.",
        "After two returns for lack of competence, Diskominfo decides the department.",
      ),
    },
    { code: "reapproval", ...reapproval },
    {
      code: "no-self-approval",
      ...internalPolicy(
        "Pasal 10 huruf c",
        "Naskah sendiri disetujui pejabat lain; peraturan tidak mengaturnya.",
        "One's own text is approved by another official; the regulation is silent on it.",
      ),
    },
    {
      code: "acting",
      ...interpretation(
        "Pasal 11",
        "Plh. atau Plt. bertindak sebagai pejabat selama masa penunjukannya; peraturan tidak menyebutnya.",
        "An acting official acts for the dates of the designation; the regulation does not mention it.",
      ),
    },
    {
      code: "officer-grace",
      ...internalPolicy(
        "Pasal 11",
        "Petugas yang masa tugasnya berakhir masih dapat bekerja 60 hari dengan peringatan; tidak diatur peraturan.",
        "An officer whose appointment ended may go on for 60 days with a warning; the regulation is silent on it.",
      ),
    },
    {
      code: "media-unnamed",
      ...interpretation(
        "Pasal 18",
        "Peraturan hampir tidak menyebut nama media; kami golongkan menurut ciri jenisnya.",
        "The regulation names hardly any medium; we group them by the traits of each kind.",
      ),
    },
    {
      code: "audience-reading",
      ...interpretation(
        "Pasal 1 angka 10; Pasal 19 ayat (3) huruf c",
        "Jumlah khalayak kami tampilkan dua: warga yang bertanya dan pengikut akun.",
        "We show the audience twice: the citizens who asked and the accounts' followers.",
      ),
    },
    {
      code: "forwarded-reading",
      ...interpretation(
        "Pasal 19 ayat (3) huruf f",
        "Pesan diteruskan kami tampilkan dua: dibagikan ulang oleh warga dan diteruskan ke perangkat daerah.",
        "We show messages forwarded twice: re-shared by citizens and forwarded to departments.",
      ),
    },
    {
      code: "weekly-digest",
      ...internalPolicy(
        "Pasal 19 ayat (1)",
        "Yang diwajibkan hanya laporan tahunan; rekap mingguan adalah praktik kerja.",
        "Only the yearly report is required; the weekly digest is working practice.",
      ),
    },
  ],
  ethics: lettered("Pasal 15", {
    a: ["Menjaga kehormatan instansi pemerintah.", "Uphold the honour of the government's bodies."],
    b: ["Cakap, objektif, jujur dan berintegritas.", "Be skilled, objective, honest and of integrity."],
    c: ["Menjaga rahasia negara.", "Keep state secrets."],
    d: ["Menghormati kode etik sebagai ASN.", "Respect the code of ethics as a civil servant."],
    e: [
      "Menyampaikan dan menerima informasi yang benar dan akurat.",
      "Give and take correct and accurate information.",
    ],
    f: ["Menghargai pihak lain dan membina solidaritas.", "Respect others and build solidarity."],
    g: ["Melaksanakan keterbukaan informasi publik sesuai aturan.", "Practise public information disclosure by law."],
  }),
  duties: lettered("Pasal 14", {
    a: [
      "Mengoptimalkan grup pengelola yang sudah ada di perangkat daerah.",
      "Make the best of the managers' existing groups.",
    ],
    b: [
      "Membantu menyebarkan program dan kegiatan Pemerintah Daerah melalui media sosial.",
      "Help to spread the government's programmes and activities on social media.",
    ],
    c: ["Menangkal isu dan berita yang tidak jelas kebenarannya.", "Counter issues and news of doubtful truth."],
    d: ["Menyampaikan capaian program prioritas daerah.", "Tell of the achievements of priority programmes."],
    e: [
      "Membangun hubungan dengan pemangku kepentingan, terutama komunitas.",
      "Build relations with stakeholders, above all communities.",
    ],
  }),
  notes: [
    interpretation(
      "Pasal 16",
      "Peraturan ini tidak memiliki bagan alur dan batas waktu; keduanya menunggu SOP.",
      "This regulation has no flow chart and no deadline; both wait for the SOP.",
    ),
    interpretation(
      "Pasal 10 huruf c; Pasal 14",
      "Pejabat, petugas dan pengelola tidak didefinisikan dalam Pasal 1; pengelola kami baca mencakup keduanya.",
      "Official, officer and manager are not defined in Pasal 1; we read manager to cover the other two.",
    ),
    interpretation(
      "Pasal 22",
      "Ketentuan mulai berlaku berada dalam bab Biaya, tanpa bab penutup; tidak memengaruhi isinya.",
      "The entry into force stands in the chapter on costs, without a closing chapter; it changes nothing.",
    ),
  ],
  articles: [
    regulation(
      "Pasal 1 angka 10",
      "Khalayak adalah masyarakat yang memakai layanan media sosial.",
      "The audience is the public that uses the social media service.",
    ),
    regulation(
      "Pasal 3 huruf e",
      "Pedoman ini juga bertujuan menangkal isu hoaks.",
      "The guideline also aims to counter hoaxes.",
    ),
    regulation(
      "Pasal 5 huruf d",
      "Responsif: masukan ditanggapi dengan cepat dan tepat.",
      "Responsive: input is answered quickly and aptly.",
    ),
    regulation(
      "Pasal 5 huruf f",
      "Pesan mewakili kepentingan instansi, bukan pribadi.",
      "Messages stand for the agency's interest, not a person's.",
    ),
    ...lettered("Pasal 10", {
      a: ["Khalayak ditentukan sesuai segmentasi dalam perencanaan.", "The audience is chosen by the plan's segments."],
      b: [
        "Media sosial dipilih dan dibuat sesuai khalayaknya.",
        "Social media are chosen and made to suit the audience.",
      ],
      c: [
        "Pejabat dan petugas yang bertanggung jawab atas media sosial ditunjuk.",
        "The official and the officers responsible for the social media are appointed.",
      ],
      d: ["Pesan dibuat dan diunggah.", "Messages are made and uploaded."],
      e: ["Percakapan dipantau dan diamati.", "Conversations are followed and watched."],
      f: ["Komentar, masukan dan pertanyaan warga dijawab.", "Citizens' comments, input and questions are answered."],
      g: [
        "Masukan warga dianalisis dan disaring bagi kebijakan.",
        "Citizens' input is analysed and sifted for policy.",
      ],
      h: [
        "Tindak lanjut atau solusi direkomendasikan atas masukan dan keluhan warga.",
        "Follow-up or solutions are recommended on citizens' input and complaints.",
      ],
      i: [
        "Kebijakan dan tindak lanjut disebarluaskan kepada masyarakat.",
        "Policy and follow-up are made known to the public.",
      ],
    }),
    regulation(
      "Pasal 12",
      "Pesan meliputi kegiatan, isu aktual, pariwisata dan potensi daerah, serta kebijakan pemerintah.",
      "Messages cover activities, current issues, tourism and local potential, and government policy.",
    ),
    regulation(
      "Pasal 14",
      "Pasal ini memuat lima tugas dan tanggung jawab pengelola media sosial.",
      "This article holds five duties of the social media managers.",
    ),
    regulation(
      "Pasal 15",
      "Pengelola memegang tujuh butir etika bermedia sosial.",
      "Managers keep seven points of social media ethics.",
    ),
    regulation(
      "Pasal 18",
      "Media sosial dikelompokkan, antara lain, ke dalam tujuh jenis.",
      "Social media are grouped, among others, into seven kinds.",
    ),
  ],
};
