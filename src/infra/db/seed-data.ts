/** The example governments: one per regulation. Nobody in them exists. */
export interface ExampleGovernment {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly profile: string;
  readonly zone: string;
  /** How its regulation has officers appointed. */
  readonly instrument: string;
}

/** One agency every example government has. */
export interface ExampleAgency {
  readonly code: string;
  readonly name: string;
  /** As chats call it. */
  readonly short: string;
}

export const EXAMPLE_GOVERNMENTS: readonly ExampleGovernment[] = [
  {
    id: "kobar",
    code: "KOBAR",
    name: "Pemerintah Kabupaten Kotawaringin Barat",
    profile: "kobar-2017",
    zone: "Asia/Pontianak",
    instrument: "Keputusan Kepala Instansi",
  },
  {
    id: "klaten",
    code: "KLATEN",
    name: "Pemerintah Kabupaten Klaten",
    profile: "klaten-2020",
    zone: "Asia/Jakarta",
    instrument: "Keputusan Kepala Perangkat Daerah",
  },
  {
    id: "jabar",
    code: "JABAR",
    name: "Pemerintah Daerah Provinsi Jawa Barat",
    profile: "jabar-2019",
    zone: "Asia/Jakarta",
    instrument: "Surat Perintah",
  },
];

export const EXAMPLE_AGENCIES: readonly ExampleAgency[] = [
  { code: "dukcapil", name: "Dinas Kependudukan dan Pencatatan Sipil", short: "Dukcapil" },
  { code: "pupr", name: "Dinas Pekerjaan Umum dan Penataan Ruang", short: "PUPR" },
  { code: "dishub", name: "Dinas Perhubungan", short: "Dishub" },
  { code: "dinkes", name: "Dinas Kesehatan", short: "Dinkes" },
  { code: "disdik", name: "Dinas Pendidikan", short: "Disdik" },
  { code: "dlh", name: "Dinas Lingkungan Hidup", short: "DLH" },
  { code: "satpolpp", name: "Satuan Polisi Pamong Praja", short: "Satpol PP" },
  { code: "diskominfo", name: "Dinas Komunikasi dan Informatika", short: "Diskominfo" },
];

/** Where each example agency has an account. */
export const EXAMPLE_MEDIA = [
  { medium: "instagram", site: "instagram.com" },
  { medium: "x", site: "x.com" },
] as const;

/** The agency that is the communications office. */
export const COMMUNICATIONS_AGENCY = "diskominfo";

/** Invented first names by government: officer, official and head of each agency in the order of EXAMPLE_AGENCIES. */
export const EXAMPLE_NAMES: Readonly<Record<string, string>> = {
  kobar:
    "Rina Surya Melati Bagas Laras Gilang Dina Wira Kirana Tari Yoga Ambar " +
    "Nadia Satria Puspa Rangga Intan Damar Galih Sekar Banyu Ayu Panji Ratih",
  klaten:
    "Wulan Seno Kinanti Jati Retno Bima Sari Wisnu Endah Lintang Cahyo Prapti " +
    "Tyas Guntur Nilam Arum Pandu Wening Krisna Dewi Yudha Anggun Harjo Mawar",
  jabar:
    "Neng Asep Euis Ujang Lilis Cecep Imas Jajang Teti Kokom Dadan Wiwin " +
    "Iis Maman Nining Entin Yayat Titin Agus Elis Wawan Mimin Tatang Rosi",
};
