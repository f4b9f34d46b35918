import { internalPolicy, internalTarget, interpretation, lettered, regulation } from "./citation.js";
import type { Profile } from "./schema.js";

/** How we read the text on answers an agency drafts itself: a gate and an interpretation, in the same words. */
const inHouse = interpretation(
  "Lamp. C angka 2",
  "Bagan tidak mengatur jawaban yang disusun sendiri. Kami baca sama dengan jawaban tersedia: perlu persetujuan.",
  "The chart has no branch for answers drafted in-house. We read it as an available answer: approval needed.",
);

/** Why an edit after selection is approved again: a step of content and an interpretation, in the same words. */
const reapproval = interpretation(
  "Lamp. D angka 4",
  "Lampiran tidak meminta persetujuan kedua setelah penyuntingan. Kami meminta lagi bila isinya berubah.",
  "The annex asks for no second approval after editing. We ask again when the substance changed.",
);

/** Peraturan Gubernur Jawa Barat Nomor 29 Tahun 2019. */
export const jabar2019: Profile = {
  key: "jabar-2019",
  title: {
    id: "Peraturan Gubernur Jawa Barat Nomor 29 Tahun 2019 tentang Pedoman Pengelolaan dan Pelayanan Informasi Melalui Media Sosial di Lingkungan Pemerintah Daerah Provinsi Jawa Barat",
    en: "Regulation 29/2019 of the Governor of West Java on managing and serving information on social media in the provincial government",
  },
  shortTitle: "Pergub Jawa Barat 29/2019",
  number: 29,
  year: 2019,
  inForceSince: "2019-06-25",
  inForce: regulation(
    "Pasal 15",
    "Peraturan ini berlaku sejak diundangkan, 25 Juni 2019.",
    "The regulation is in force since its promulgation on 25 June 2019.",
  ),

  roles: {
    officer: {
      name: { id: "pengelola", en: "officer" },
      ...regulation(
        "Pasal 1 angka 6",
        "Pengelola adalah ASN yang diangkat dan bertanggung jawab mengelola media sosial instansinya.",
        "A manager is a civil servant appointed to be responsible for running the agency's social media.",
      ),
    },
    official: {
      name: { id: "pejabat", en: "official" },
      ...regulation(
        "Pasal 5 huruf d",
        "Petugas dan pejabat yang bertanggung jawab atas media sosial ditunjuk.",
        "Officers and the official responsible for the social media are appointed.",
      ),
    },
    head: {
      name: { id: "kepala perangkat daerah/ketua LNS", en: "head of the department or non-structural body" },
      ...regulation(
        "Pasal 6 ayat (1)",
        "Akun resmi ditunjuk oleh kepala, ketua atau pimpinan perangkat daerah atau LNS.",
        "Official accounts are designated by the head of the department or non-structural body.",
      ),
    },
    communications: {
      name: { id: "Diskominfo", en: "communications office (Diskominfo)" },
      ...internalPolicy(
        "Pasal 1 angka 4",
        "Diskominfo mengoordinasi sebagai salah satu perangkat daerah; peraturan ini tidak menyebutnya.",
        "Diskominfo coordinates as one of the departments; this regulation does not name it.",
      ),
    },
  },
  agencyTerm: {
    name: { id: "perangkat daerah/LNS", en: "department or non-structural body" },
    ...regulation(
      "Pasal 2 ayat (1)",
      "Pedoman ini berlaku bagi perangkat daerah provinsi, termasuk UPTD dan biro, serta lembaga nonstruktural (LNS).",
      "The guideline binds provincial departments, with their technical units and bureaus, and non-structural bodies.",
    ),
  },
  appointments: [
    {
      role: "officer",
      scope: "agency",
      instrument: { id: "Surat Perintah", en: "Letter of assignment" },
      issuer: { id: "Kepala Perangkat Daerah atau Kepala Biro", en: "Head of the department or bureau" },
      ...regulation(
        "Pasal 6 ayat (2)",
        "Pelaksana ditunjuk dengan Surat Perintah Kepala Perangkat Daerah atau Kepala Biro.",
        "Officers are appointed by letter of assignment of the head of the department or bureau.",
      ),
    },
    {
      role: "official",
      scope: "agency",
      instrument: { id: "Surat Perintah", en: "Letter of assignment" },
      issuer: { id: "Kepala Perangkat Daerah atau Kepala Biro", en: "Head of the department or bureau" },
      ...regulation(
        "Pasal 6 ayat (2)",
        "Pejabat ditunjuk dengan Surat Perintah Kepala Perangkat Daerah atau Kepala Biro.",
        "The official is appointed by letter of assignment of the head of the department or bureau.",
      ),
    },
    {
      role: "officer",
      scope: "non-structural",
      instrument: { id: "Penunjukan Ketua/Pimpinan LNS", en: "Designation by the chair of the body" },
      issuer: { id: "Ketua/Pimpinan LNS", en: "Chair of the non-structural body" },
      ...regulation(
        "Pasal 6 ayat (3)",
        "Pelaksana di LNS ditunjuk oleh ketua atau pimpinannya; bentuk suratnya tidak ditentukan.",
        "Officers of a non-structural body are appointed by its chair; the form of the letter is not given.",
      ),
    },
    {
      role: "official",
      scope: "non-structural",
      instrument: { id: "Penunjukan Ketua/Pimpinan LNS", en: "Designation by the chair of the body" },
      issuer: { id: "Ketua/Pimpinan LNS", en: "Chair of the non-structural body" },
      ...interpretation(
        "Pasal 6 ayat (3)",
        "Ayat ini hanya menyebut pelaksana; kami baca pejabat di LNS juga ditunjuk ketua atau pimpinannya.",
        "The paragraph names officers only; we read that a body's official is appointed by its chair as well.",
      ),
    },
  ],
  accountDesignation: {
    instrument: { id: "Surat penunjukan", en: "Letter of designation" },
    issuer: {
      id: "Kepala Perangkat Daerah atau Ketua/Pimpinan LNS",
      en: "Head of the department or chair of the body",
    },
    ...regulation(
      "Pasal 6 ayat (1)",
      "Akun resmi ditunjuk oleh kepala, ketua atau pimpinan; bentuk suratnya tidak ditentukan.",
      "Official accounts are designated by the head or chair; the form of the letter is not given.",
    ),
  },
  civilServantsOnly: [
    {
      role: "officer",
      ...regulation("Pasal 1 angka 6", "Pengelola harus pegawai ASN.", "Managers must be civil servants."),
    },
  ],
  staffing: [
    {
      code: "admin",
      name: { id: "Admin", en: "Admin" },
      ...regulation(
        "Pasal 6 ayat (4)",
        "Pelaksana paling sedikit terdiri atas admin, desain grafis dan tim kreatif.",
        "The officers are at least an admin, a graphic designer and a creative team.",
      ),
    },
    {
      code: "graphic-design",
      name: { id: "Desain grafis", en: "Graphic design" },
      ...regulation(
        "Pasal 6 ayat (4)",
        "Pelaksana mencakup desain grafis.",
        "The officers include a graphic designer.",
      ),
    },
    {
      code: "creative-team",
      name: { id: "Tim kreatif", en: "Creative team" },
      ...regulation("Pasal 6 ayat (4)", "Pelaksana mencakup tim kreatif.", "The officers include a creative team."),
    },
  ],

  inquiryKinds: [
    { code: "question", name: { id: "Pertanyaan", en: "Question" }, citation: "Lamp. C angka 1", level: "regulation" },
    { code: "comment", name: { id: "Komentar", en: "Comment" }, citation: "Lamp. C angka 1", level: "regulation" },
    { code: "criticism", name: { id: "Kritik", en: "Criticism" }, citation: "Lamp. C angka 1", level: "regulation" },
    { code: "suggestion", name: { id: "Saran", en: "Suggestion" }, citation: "Lamp. C angka 1", level: "regulation" },
    { code: "opinion", name: { id: "Pendapat", en: "Opinion" }, citation: "Pasal 5 huruf h", level: "regulation" },
    { code: "input", name: { id: "Masukan", en: "Input" }, citation: "Pasal 5 huruf h", level: "regulation" },
  ],
  flow: {
    received: regulation(
      "Lamp. C angka 1",
      "Pengelola menerima pertanyaan, komentar, kritik atau saran warga di media sosial.",
      "The manager receives citizens' questions, comments, criticism or suggestions on social media.",
    ),
    available: regulation(
      "Lamp. C angka 2",
      "Bila jawabannya tersedia, pengelola langsung menjawab setelah meminta persetujuan pejabat.",
      "When the answer is at hand, the manager replies at once after asking the official's approval.",
    ),
    contact: regulation(
      "Lamp. C angka 3",
      "Bila kewenangan perangkat daerah atau instansi lain dan tidak dapat dijawab langsung, pengelola menghubunginya.",
      "When another department or body is competent and no direct answer is possible, the manager contacts it.",
    ),
    agencyAnswer: regulation(
      "Lamp. C angka 4",
      "Instansi terkait memberi jawaban melalui pengelola paling lama dalam 24 jam.",
      "The related agency gives its answer through the manager within 24 hours.",
    ),
    reply: regulation(
      "Lamp. C angka 5",
      "Pengelola menjawab warga dari jawaban instansi itu setelah melaporkannya kepada pejabat.",
      "The manager replies from that agency's answer after reporting it to the official.",
    ),
  },
  gates: {
    available: {
      kind: "approve",
      ...regulation(
        "Lamp. C angka 2",
        "Jawaban yang tersedia ditayangkan setelah pejabat menyetujuinya.",
        "An available answer is posted after the official approved it.",
      ),
    },
    inHouse: { kind: "approve", ...inHouse },
    forwarded: {
      kind: "report",
      ...regulation(
        "Lamp. C angka 5",
        "Jawaban instansi terkait dilaporkan kepada pejabat, lalu ditayangkan.",
        "The related agency's answer is reported to the official, then posted.",
      ),
    },
  },
  deadline: {
    hours: 24,
    ...regulation(
      "Lamp. C angka 4",
      "Instansi terkait menjawab paling lama 24 jam.",
      "The related agency answers within 24 hours.",
    ),
    sop: {
      scope: "agency",
      instrument: { id: "Penetapan Kepala Instansi", en: "Decision of the head of the agency" },
      issuer: { id: "Kepala Instansi", en: "Head of the agency" },
      mayShorten: true,
      mayLengthen: false,
      maxHours: 24,
      ...regulation(
        "Pasal 8 ayat (1)",
        "Pelayanan informasi tiap instansi mengacu pada SOP yang ditetapkan Kepala Instansi.",
        "Each agency's information service follows an SOP set by its head.",
      ),
    },
  },

  mediaKinds: [
    {
      code: "collaboration",
      name: { id: "Proyek kolaborasi", en: "Collaborative project" },
      ...regulation(
        "Lamp. B angka 1",
        "Proyek kolaborasi: karya yang ditulis dan diperbaiki bersama, misalnya Wikipedia.",
        "Collaborative projects: works written and corrected together, such as Wikipedia.",
      ),
    },
    {
      code: "blog",
      name: { id: "Blog", en: "Blog" },
      ...regulation(
        "Lamp. B angka 2",
        "Blog: situs tulisan seseorang atau lembaga, dengan domain sendiri atau menumpang.",
        "Blog: a site of a person's or body's writing, on its own domain or a host's.",
      ),
    },
    {
      code: "microblog",
      name: { id: "Mikroblog", en: "Microblog" },
      maxChars: 140,
      ...regulation(
        "Lamp. B angka 3",
        "Mikroblog: situs pesan pendek, paling banyak 140 karakter termasuk spasi, seperti Twitter.",
        "Microblog: short messages of at most 140 characters with spaces, such as Twitter.",
      ),
    },
    {
      code: "media-sharing",
      name: { id: "Situs berbagi media", en: "Media sharing" },
      ...regulation(
        "Lamp. B angka 4",
        "Situs berbagi gambar, video atau presentasi, seperti YouTube dan Instagram.",
        "Sites for sharing images, video or slides, such as YouTube and Instagram.",
      ),
    },
    {
      code: "social-network",
      name: { id: "Jejaring sosial", en: "Social network" },
      ...regulation(
        "Lamp. B angka 5",
        "Jejaring sosial menghimpun orang dengan kesamaan tertentu, seperti Facebook dan WhatsApp.",
        "Social networks gather people who have something in common, such as Facebook and WhatsApp.",
      ),
    },
  ],
  media: [
    { code: "instagram", name: "Instagram", kind: "media-sharing", citation: "Lamp. B angka 4", level: "regulation" },
    { code: "facebook", name: "Facebook", kind: "social-network", citation: "Lamp. B angka 5", level: "regulation" },
    { code: "x", name: "X (Twitter)", kind: "microblog", citation: "Lamp. B angka 3", level: "regulation" },
    { code: "youtube", name: "YouTube", kind: "media-sharing", citation: "Lamp. B angka 4", level: "regulation" },
    { code: "tiktok", name: "TikTok", kind: "media-sharing", citation: "Lamp. B angka 4", level: "interpretation" },
    { code: "threads", name: "Threads", kind: "microblog", citation: "Lamp. B angka 3", level: "interpretation" },
    { code: "whatsapp", name: "WhatsApp", kind: "social-network", citation: "Lamp. B angka 5", level: "regulation" },
    { code: "line", name: "LINE", kind: "social-network", citation: "Lamp. B angka 5", level: "regulation" },
    { code: "linkedin", name: "LinkedIn", kind: "social-network", citation: "Lamp. B angka 5", level: "regulation" },
    { code: "pinterest", name: "Pinterest", kind: "media-sharing", citation: "Lamp. B angka 4", level: "regulation" },
    { code: "snapchat", name: "Snapchat", kind: "media-sharing", citation: "Lamp. B angka 4", level: "regulation" },
    { code: "blog", name: "Blog", kind: "blog", citation: "Lamp. B angka 2", level: "regulation" },
  ],
  contentCategories: {
    closed: false,
    ...regulation(
      "Pasal 7",
      "Daftar isi pesan bersifat contoh (antara lain); isi lain tetap boleh.",
      "The list of message contents gives examples; other contents are allowed.",
    ),
    items: [
      {
        code: "activities",
        name: { id: "Kegiatan instansi", en: "Agency activities" },
        ...regulation(
          "Pasal 7 huruf a",
          "Pesan dapat berisi kegiatan instansi.",
          "Messages may tell of the agency's activities.",
        ),
      },
      {
        code: "local-issues",
        name: { id: "Isu aktual Jawa Barat", en: "Current issues in West Java" },
        ...regulation(
          "Pasal 7 huruf b",
          "Pesan dapat berisi isu yang sedang hangat di Jawa Barat.",
          "Messages may take up current issues in West Java.",
        ),
      },
      {
        code: "disaster",
        name: { id: "Kebencanaan", en: "Disasters" },
        alertsOfficials: true,
        alsoCalled: ["bencana", "bencana alam", "darurat", "siaga bencana"],
        ...regulation(
          "Pasal 7 huruf c",
          "Pesan dapat berisi informasi kebencanaan.",
          "Messages may give information on disasters.",
        ),
      },
      {
        code: "investment",
        name: { id: "Promosi daerah untuk investasi", en: "Promotion for investment" },
        ...regulation(
          "Pasal 7 huruf d",
          "Pesan dapat mempromosikan daerah untuk menunjang investasi.",
          "Messages may promote the province to support investment.",
        ),
      },
      {
        code: "clarification",
        name: { id: "Klarifikasi isu atau berita", en: "Clarification of issues or news" },
        ...regulation(
          "Pasal 7 huruf e",
          "Pesan dapat berisi klarifikasi isu atau berita.",
          "Messages may clarify issues or news.",
        ),
      },
      {
        code: "hoax",
        name: { id: "Penjelasan hoaks", en: "Explanation of hoaxes" },
        ...regulation("Pasal 7 huruf f", "Pesan dapat menjelaskan hoaks.", "Messages may explain hoaxes."),
      },
      {
        code: "policy",
        name: { id: "Kebijakan pusat dan provinsi", en: "National and provincial policy" },
        ...regulation(
          "Pasal 7 huruf g",
          "Pesan dapat berisi kebijakan pemerintah pusat dan provinsi.",
          "Messages may present national and provincial policy.",
        ),
      },
      {
        code: "single-narrative",
        name: { id: "Narasi tunggal", en: "Single narrative" },
        ...regulation(
          "Pasal 7 huruf h",
          "Pesan dapat berisi narasi tunggal pemerintah.",
          "Messages may carry the government's single narrative.",
        ),
      },
      {
        code: "culture",
        name: { id: "Pewarisan nilai budaya", en: "Passing on of culture" },
        ...regulation(
          "Pasal 7 huruf i",
          "Pesan dapat mewariskan nilai-nilai budaya.",
          "Messages may pass on cultural values.",
        ),
      },
    ],
    lawfulBases: [],
  },
  contentFlow: {
    submitted: regulation(
      "Lamp. D angka 1",
      "Pengelola mengumpulkan informasi dan menyerahkannya kepada pejabat.",
      "The manager collects information and hands it to the official.",
    ),
    selected: regulation(
      "Lamp. D angka 2",
      "Pejabat memilih dan menentukan informasi yang akan diunggah.",
      "The official selects and decides the information to be uploaded.",
    ),
    reapproval,
    returned: regulation(
      "Lamp. D angka 3",
      "Informasi yang tidak dipilih dikembalikan kepada pengelola.",
      "Information not selected goes back to the manager.",
    ),
    editing: regulation(
      "Lamp. D angka 4",
      "Informasi yang dipilih langsung disunting.",
      "Information that was selected is edited next.",
    ),
    published: regulation(
      "Lamp. D angka 5",
      "Pengelola menentukan konten media sosial yang tepat, lalu menyebarkannya.",
      "The manager chooses the fitting social media content and spreads it.",
    ),
    withdrawn: internalPolicy(
      "Lamp. D angka 5",
      "Usulan ditarik dengan alasan, dan yang sudah tayang diturunkan; peraturan tidak mengaturnya.",
      "A proposal is withdrawn with a reason and taken down where posted; the regulation is silent on it.",
    ),
    corrected: internalPolicy(
      "Lamp. D angka 5",
      "Konten yang keliru diralat dengan alasan dan diputuskan pejabat lagi; peraturan tidak mengaturnya.",
      "Wrong content is corrected with a reason and decided on again; the regulation is silent on it.",
    ),
  },
  contentGate: {
    kind: "approve",
    ...regulation(
      "Lamp. D angka 2",
      "Konten ditayangkan setelah dipilih dan ditentukan pejabat.",
      "Content is posted after the official selected and decided it.",
    ),
  },
  regularPosting: regulation(
    "Pasal 5 huruf f; Pasal 5 huruf g",
    "Pesan diunggah secara teratur; informasi dan fitur diperbarui secara berkala.",
    "Messages are uploaded regularly; information and features are updated periodically.",
  ),
  checks: [
    {
      code: "source",
      severity: "block",
      fix: { id: "Mohon sebutkan sumber informasinya.", en: "Name the source of the information." },
      ...regulation(
        "Pasal 9 huruf f",
        "Informasi harus jelas sumbernya dan dapat dipastikan benar.",
        "Information must have a clear source and be verifiably true.",
      ),
    },
    {
      code: "length",
      severity: "warn",
      fix: { id: "Mohon ringkas naskah atau pilih media lain.", en: "Shorten the text or choose another medium." },
      ...interpretation(
        "Lamp. B angka 3",
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
        "Pasal 10 huruf d",
        "Pengelola wajib memperhatikan peraturan lain; kami baca termasuk pelindungan data pribadi.",
        "Managers must heed other laws; we read that to include personal data protection.",
      ),
    },
    {
      code: "ethics",
      severity: "warn",
      fix: { id: "Mohon periksa kembali daftar etika.", en: "Please go through the list of ethics again." },
      ...internalPolicy(
        "Pasal 9",
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
        "Pasal 12 ayat (3) huruf a",
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
        "Pasal 12 ayat (3) huruf b",
        "Laporan membahas isi pesan yang disampaikan.",
        "The report discusses the contents of the messages.",
      ),
    },
    {
      code: "comments-sentiment",
      letter: "c",
      name: { id: "Komentar dan sifatnya", en: "Comments and their sentiment" },
      source: "both",
      parts: [
        {
          code: "comments",
          name: { id: "Komentar tentang isi pesan", en: "Comments on the contents" },
          source: "computed",
        },
        {
          code: "sentiment",
          name: { id: "Sifat komentar: positif, netral, negatif", en: "Sentiment: positive, neutral, negative" },
          source: "both",
        },
      ],
      ...regulation(
        "Pasal 12 ayat (3) huruf c",
        "Laporan memuat komentar tentang isi pesan dan sifatnya: positif, netral atau negatif.",
        "The report covers comments on the contents and whether they are positive, neutral or negative.",
      ),
    },
    {
      code: "shares",
      letter: "d",
      name: { id: "Jumlah berbagi dan pesan terkirim", en: "Shares and messages sent" },
      source: "both",
      parts: [
        { code: "shares", name: { id: "Jumlah dibagikan", en: "Shares" }, source: "entered" },
        { code: "messages", name: { id: "Pesan yang dikirimkan", en: "Messages sent" }, source: "computed" },
      ],
      ...regulation(
        "Pasal 12 ayat (3) huruf d",
        "Laporan memuat jumlah berbagi dan pesan yang dikirim.",
        "The report counts shares and messages sent.",
      ),
    },
    {
      code: "traffic",
      letter: "e",
      name: { id: "Lalu lintas, pengunjung, halaman dan viral", en: "Traffic, visitors, pages and viral reach" },
      source: "entered",
      parts: [
        {
          code: "conversations",
          name: { id: "Lalu lintas percakapan", en: "Conversation traffic" },
          source: "entered",
        },
        { code: "visitors", name: { id: "Jumlah pengunjung", en: "Visitors" }, source: "entered" },
        { code: "pages", name: { id: "Halaman yang disimak", en: "Pages viewed" }, source: "entered" },
        { code: "viral", name: { id: "Komunikasi viral", en: "Viral reach" }, source: "entered" },
      ],
      ...regulation(
        "Pasal 12 ayat (3) huruf e",
        "Laporan memuat lalu lintas percakapan, pengunjung, halaman yang disimak dan komunikasi viral.",
        "The report states conversation traffic, visitors, pages viewed and viral communication.",
      ),
    },
    {
      code: "constraints",
      letter: "f",
      name: { id: "Kendala eksternal dan internal", en: "External and internal constraints" },
      source: "entered",
      ...regulation(
        "Pasal 12 ayat (3) huruf f",
        "Laporan memuat kendala eksternal dan internal.",
        "The report states external and internal constraints.",
      ),
    },
    {
      code: "recommendations",
      letter: "g",
      name: { id: "Rekomendasi dan rencana tindak lanjut", en: "Recommendations and follow-up plan" },
      source: "entered",
      ...regulation(
        "Pasal 12 ayat (3) huruf g",
        "Laporan memuat rekomendasi dan rencana tindak lanjut agar layanan lebih baik.",
        "The report gives recommendations and a follow-up plan for a better service.",
      ),
    },
  ],
  reportMaker: {
    name: { id: "Kepala Perangkat Daerah/Ketua LNS", en: "Head of the department or chair of the body" },
    ...regulation(
      "Pasal 12 ayat (1)",
      "Kepala perangkat daerah atau ketua LNS wajib membuat laporan paling sedikit sekali setahun.",
      "The head of the department or chair of the body must report at least once a year.",
    ),
  },
  reportSigner: {
    act: "sign",
    name: { id: "Kepala Perangkat Daerah/Ketua LNS", en: "Head of the department or chair of the body" },
    ...interpretation(
      "Pasal 12 ayat (1)",
      "Kewajiban melapor ada pada kepala atau ketua; kami baca beliau yang menandatanganinya.",
      "The duty to report is the head's or chair's; we read that they sign the report.",
    ),
  },
  reportRecipients: [
    {
      step: "via",
      name: { id: "Kepala Perangkat Daerah/Ketua LNS", en: "Head of the department or chair of the body" },
      ...regulation(
        "Pasal 12 ayat (2)",
        "Laporan disampaikan kepada Gubernur melalui kepala perangkat daerah atau ketua LNS.",
        "The report goes to the Governor through the head of the department or chair of the body.",
      ),
    },
    {
      step: "to",
      name: { id: "Gubernur", en: "Governor" },
      ...regulation(
        "Pasal 12 ayat (2)",
        "Laporan disampaikan kepada Gubernur melalui kepala perangkat daerah atau ketua LNS.",
        "The report goes to the Governor through the head of the department or chair of the body.",
      ),
    },
  ],
  evaluator: {
    name: {
      id: "Gubernur melalui Kepala Perangkat Daerah/Ketua LNS",
      en: "Governor, through the head of the department or chair of the body",
    },
    ...regulation(
      "Pasal 13 ayat (1)",
      "Gubernur melalui kepala perangkat daerah atau ketua LNS mengevaluasi layanan berdasarkan laporan.",
      "The Governor, through the head of the department or chair of the body, evaluates the service from the reports.",
    ),
  },
  evaluationFeeds: regulation(
    "Pasal 13 ayat (2)",
    "Hasil evaluasi dipakai memperbaiki layanan tahun berikutnya.",
    "The evaluation serves to improve the next year's service.",
  ),

  interpretations: [
    {
      code: "clock-hours",
      ...interpretation(
        "Lamp. C angka 4",
        "Kami baca 24 jam sebagai jam biasa: akhir pekan dan hari libur tetap dihitung.",
        "We read the 24 hours as clock hours: weekends and holidays count.",
      ),
    },
    {
      code: "clock-start",
      ...interpretation(
        "Lamp. C angka 4",
        "Kami hitung 24 jam sejak penerusan sampai di grup instansi terkait.",
        "We count the 24 hours from the delivery of the forward to the related agency's channel.",
      ),
    },
    {
      code: "passing-on",
      ...interpretation(
        "Lamp. C angka 4",
        "Bila diteruskan lagi ke instansi ketiga, 24 jam dihitung baru; waktu sejak penerusan pertama tetap ditampilkan.",
        "Passing on to a third agency starts a new 24 hours; the time since the first forward stays visible.",
      ),
    },
    {
      code: "external-agencies",
      ...interpretation(
        "Lamp. C angka 3; Lamp. C angka 4",
        "Lampiran menyebut instansi lain; kami baca badan di luar pemerintah provinsi, misalnya PLN, tidak terikat 24 jam.",
        "The annex says other agencies; we read that bodies outside the province, such as PLN, are not bound by the 24 hours.",
      ),
    },
    { code: "in-house", ...inHouse },
    {
      code: "report-delivered",
      ...interpretation(
        "Lamp. C angka 5",
        "Melaporkan kami baca terpenuhi saat laporan sampai ke pejabat; menunggu Mengetahui adalah pengaturan.",
        "We read reporting as done once the report reached the official; waiting for an acknowledgement is a setting.",
      ),
    },
    { code: "reapproval", ...reapproval },
    {
      code: "sop-shortens",
      ...interpretation(
        "Pasal 8 ayat (1); Lamp. C angka 4",
        "SOP instansi dapat mempersingkat 24 jam, tidak dapat memperpanjangnya.",
        "An agency's SOP may shorten the 24 hours and cannot lengthen them.",
      ),
    },
    {
      code: "internal-timers",
      ...internalTarget(
        "Lamp. C angka 4",
        "Hanya jawaban instansi terkait yang dibatasi waktu. Waktu tanggapan awal, persetujuan dan tayang adalah target internal.",
        "Only the related agency's answer is timed. First reply, approval and posting have internal targets.",
      ),
    },
    {
      code: "reminders",
      ...internalPolicy(
        "Lamp. C angka 4",
        "Pengingat dan eskalasi sebelum dan sesudah 24 jam adalah praktik kerja, tidak diatur peraturan.",
        "Reminders and escalations around the 24 hours are working practice, not in the regulation.",
      ),
    },
    {
      code: "agency-consent",
      ...internalPolicy(
        "Lamp. C angka 4",
        "Instansi terkait boleh meminta persetujuan pejabatnya lebih dulu, tetap dalam 24 jamnya.",
        "The related agency may ask its own official first, within its 24 hours.",
      ),
    },
    {
      code: "two-returns",
      ...internalPolicy(
        "Lamp. C angka 3",
        "Setelah dua kali dikembalikan karena bukan kewenangan, Diskominfo menentukan instansinya.",
        "After two returns for lack of competence, Diskominfo decides the agency.",
      ),
    },
    {
      code: "no-self-approval",
      ...internalPolicy(
        "Lamp. C angka 2",
        "Naskah sendiri disetujui pejabat lain; peraturan tidak mengaturnya.",
        "One's own text is approved by another official; the regulation is silent on it.",
      ),
    },
    {
      code: "acting",
      ...interpretation(
        "Pasal 6 ayat (2)",
        "Plh. atau Plt. bertindak sebagai pejabat selama masa penunjukannya; peraturan tidak menyebutnya.",
        "An acting official acts for the dates of the designation; the regulation does not mention it.",
      ),
    },
    {
      code: "officer-grace",
      ...internalPolicy(
        "Pasal 6 ayat (2)",
        "Pengelola yang masa tugasnya berakhir masih dapat bekerja 60 hari dengan peringatan; tidak diatur peraturan.",
        "A manager whose appointment ended may go on for 60 days with a warning; the regulation is silent on it.",
      ),
    },
    {
      code: "disaster-alert",
      ...internalPolicy(
        "Pasal 7 huruf c",
        "Usulan konten kebencanaan dikabarkan ke semua pejabat instansi sekaligus; peraturan tidak mengaturnya.",
        "Disaster content alerts all officials of the agency at once; the regulation is silent on it.",
      ),
    },
    {
      code: "media-unnamed",
      ...interpretation(
        "Lamp. B",
        "Media yang tidak disebut Lampiran, misalnya TikTok, kami golongkan ke jenis yang paling dekat.",
        "A medium the annex does not name, such as TikTok, is put under the nearest kind.",
      ),
    },
    {
      code: "weekly-digest",
      ...internalPolicy(
        "Pasal 12 ayat (1)",
        "Yang diwajibkan hanya laporan tahunan; rekap mingguan adalah praktik kerja.",
        "Only the yearly report is required; the weekly digest is working practice.",
      ),
    },
  ],
  ethics: lettered("Pasal 9", {
    a: [
      "Setia pada Pancasila, UUD 1945 dan pemerintahan yang sah; bekerja profesional dan tidak berpihak.",
      "Be loyal to Pancasila, the constitution and the lawful government; work professionally and impartially.",
    ],
    b: [
      "Menjunjung etika dan nilai dasar serta menjaga reputasi ASN.",
      "Uphold the ethics, values and reputation of the civil service.",
    ],
    c: [
      "Menjaga rahasia kebijakan dan memberi informasi kedinasan yang benar.",
      "Keep policy confidential where due and give correct official information.",
    ],
    d: [
      "Tidak memakai informasi internal untuk keuntungan sendiri atau orang lain.",
      "Do not use internal information for one's own or others' gain.",
    ],
    e: [
      "Memakai media sosial dengan bijak untuk mempererat persatuan.",
      "Use social media wisely, in favour of unity.",
    ],
    f: [
      "Memastikan informasi jelas sumbernya, benar, dan bukan kebohongan.",
      "Make sure that information has a clear source, is true and holds no lie.",
    ],
    g: [
      "Tidak membuat atau menyebarkan hoaks, fitnah, provokasi, radikalisme, terorisme dan pornografi.",
      "Do not make or spread hoaxes, slander, provocation, radicalism, terrorism or pornography.",
    ],
    h: [
      "Tidak menyebarkan kebencian SARA, asusila, judi, penghinaan, pencemaran nama baik, pemerasan atau ancaman.",
      "Do not spread hatred of groups, indecency, gambling, insults, defamation, extortion or threats.",
    ],
    i: ["Melaksanakan keterbukaan informasi publik sesuai aturan.", "Practise public information disclosure by law."],
  }),
  duties: lettered("Pasal 10", {
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
      "Pasal 4 ayat (2)",
      "Ayat (2) merujuk dirinya sendiri; kami baca merujuk ayat (1).",
      "Paragraph (2) refers to itself; we read it as paragraph (1).",
    ),
    interpretation(
      "Pasal 6 ayat (2)",
      "Ayat ini merujuk Pasal 8; kami baca Pasal 5 huruf d, yang menyebut penunjukan petugas dan pejabat.",
      "The paragraph refers to Pasal 8; we read Pasal 5 huruf d, which names the appointments.",
    ),
    interpretation(
      "Pasal 12 ayat (2)",
      "Kepala yang membuat laporan juga menjadi perantaranya; kami baca beliau menyampaikannya langsung kepada Gubernur.",
      "The head who makes the report is also its go-between; we read that it goes from the head to the Governor.",
    ),
    interpretation(
      "Pasal 1 angka 6; Pasal 5 huruf d; Pasal 6 ayat (2)",
      "Pengelola, petugas dan pelaksana kami baca sebagai peran yang sama.",
      "We read pengelola, petugas and pelaksana as one role.",
    ),
    interpretation(
      "Lamp. B angka 4; Lamp. B angka 5",
      "Facebook disebut pada dua jenis; kami catat sebagai jejaring sosial.",
      "Facebook is named under two kinds; we file it as a social network.",
    ),
  ],
  articles: [
    regulation(
      "Pasal 1 angka 4",
      "Perangkat daerah membantu Gubernur dan DPRD menjalankan urusan pemerintahan daerah.",
      "Departments help the Governor and the council to run the province's affairs.",
    ),
    regulation(
      "Pasal 1 angka 5",
      "LNS adalah tim, forum atau sebutan lain di luar struktur yang mendukung perangkat daerah, biro atau UPTD.",
      "Non-structural bodies are teams or forums outside the structure that support departments, bureaus or units.",
    ),
    regulation(
      "Pasal 1 angka 13",
      "Influencer adalah orang yang banyak pengikutnya dan berpengaruh di media sosial.",
      "Influencers are people with many followers and influence on social media.",
    ),
    regulation(
      "Pasal 4 ayat (1)",
      "Pesan dirancang tepat dan akurat, lalu disebarkan di media sosial perangkat daerah atau LNS.",
      "Messages are designed to be apt and accurate and spread on the social media of each department or body.",
    ),
    regulation(
      "Pasal 4 ayat (2)",
      "Penyampaian pesan dapat memanfaatkan influencer.",
      "Influencers may be used to convey messages.",
    ),
    ...lettered("Pasal 5", {
      a: [
        "Sasaran masyarakat ditentukan sesuai kebiasaan teknologinya.",
        "The target public is chosen by its use of technology.",
      ],
      b: [
        "Akun dipilih, dibuat dan dikembangkan sesuai sasarannya.",
        "Accounts are chosen, made and grown to suit the public.",
      ],
      c: [
        "Akun resmi perangkat daerah dan LNS ditunjuk.",
        "Official accounts of departments and bodies are designated.",
      ],
      d: [
        "Petugas dan pejabat yang bertanggung jawab atas media sosial ditunjuk.",
        "Officers and the official responsible for the social media are appointed.",
      ],
      e: ["Pesan diselaraskan dengan kebijakan provinsi.", "Messages are aligned with provincial policy."],
      f: [
        "Pesan dirancang dan diunggah secara teratur sesuai ciri tiap media sosial.",
        "Messages are designed and uploaded regularly, to suit each social medium.",
      ],
      g: ["Informasi dan fitur diperbarui secara berkala.", "Information and features are kept up to date."],
      h: [
        "Komentar, pendapat, masukan, pertanyaan dan saran warga ditanggapi.",
        "Citizens' comments, opinions, input, questions and suggestions are answered.",
      ],
      i: ["Lalu lintas percakapan dipantau.", "Conversation traffic is followed."],
      j: ["Masukan warga dianalisis untuk memperbaiki kebijakan.", "Citizens' input is analysed to improve policy."],
      k: [
        "Tindak lanjut direkomendasikan sesuai masukan dan aspirasi warga.",
        "Follow-up is recommended from citizens' input.",
      ],
      l: ["Kebijakan dan tindak lanjut program disebarkan.", "Policy and the follow-up of programmes are made known."],
    }),
    regulation(
      "Pasal 6 ayat (2)",
      "Pelaksana dan pejabat ditunjuk dengan Surat Perintah Kepala Perangkat Daerah atau Kepala Biro.",
      "Officers and officials are appointed by letter of assignment of the head of the department or bureau.",
    ),
    regulation(
      "Pasal 6 ayat (5)",
      "Jenis akun yang dapat menjadi akun resmi ada di Lampiran.",
      "The kinds of account that may be official are in the annex.",
    ),
    regulation(
      "Pasal 8 ayat (2)",
      "Bagan alur pelayanan informasi ada di Lampiran.",
      "The flow chart of the information service is in the annex.",
    ),
    regulation("Pasal 9", "Pengelola memegang sembilan butir etika.", "Managers keep nine points of ethics."),
    regulation(
      "Lamp. A angka 2 huruf a",
      "Interaktif dan responsif: komunikasi dua arah, masukan ditanggapi dengan cepat dan tepat.",
      "Interactive and responsive: two-way communication, input answered quickly and aptly.",
    ),
    regulation(
      "Lamp. A angka 2 huruf h",
      "Pesan mewakili kepentingan instansi, bukan pribadi.",
      "Messages stand for the agency's interest, not a person's.",
    ),
    regulation(
      "Lamp. B",
      "Lampiran B menyebut lima jenis media sosial beserta contohnya.",
      "Annex B names five kinds of social media with examples.",
    ),
    regulation("Lamp. D angka 6", "Informasi diterima masyarakat.", "The information reaches the public."),
  ],
};
