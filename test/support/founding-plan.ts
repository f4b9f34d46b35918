import type { FoundingPlan } from "../../src/app/founding/plan.js";

/** A small government under Perbup Kotawaringin Barat; a test changes what it is about. */
export const planOfContoh = (change: Partial<FoundingPlan> = {}): FoundingPlan => ({
  government: {
    code: "CONTOH",
    name: "Pemerintah Kabupaten Contoh",
    profile: "kobar-2017",
    zone: "Asia/Pontianak",
    locale: "id",
    example: false,
  },
  communications: "diskominfo",
  agencies: [
    { code: "diskominfo", name: "Dinas Komunikasi dan Informatika", kind: "internal" },
    { code: "pupr", name: "Dinas Pekerjaan Umum", kind: "internal" },
    { code: "pln", name: "PLN", kind: "external" },
  ],
  people: [
    {
      name: "Siti Aminah",
      agency: "diskominfo",
      role: "admin",
      position: "Pranata Humas",
      civilServant: true,
      letter: { instrument: "Keputusan Kepala Instansi", number: "800/1", date: "2026-01-05", until: "2026-12-31" },
    },
    {
      name: "Ponsel piket",
      agency: "pupr",
      role: "officer",
      position: "Petugas",
      shared: true,
      letter: { instrument: "Keputusan Kepala Instansi", number: "" },
    },
  ],
  sops: [
    {
      agency: "pupr",
      number: "067/1",
      date: "2026-01-05",
      issuer: "Kepala Dinas",
      deadlineHours: 12,
      gates: { available: "approve" },
    },
  ],
  accounts: [
    {
      agency: "pupr",
      medium: "instagram",
      handle: "pupr.contoh",
      url: "https://instagram.com/pupr.contoh",
      designation: { instrument: "Keputusan Kepala Instansi", number: "800/2" },
    },
  ],
  settings: { quiet: { from: "20:00", to: "05:00" } },
  chats: [
    { agency: "diskominfo", purposes: ["work", "approval", "digest"] },
    { agency: "pupr", purposes: ["work", "approval"] },
  ],
  ...change,
});
