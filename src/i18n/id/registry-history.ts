import type { RegistryChange } from "../../domain/registry/changes.js";
import { type NoticeText, said } from "../said.js";

const invited: NoticeText = (v) => {
  const role = said(v, "role");
  if (role !== "") return `mengundang ${said(v, "name", "seseorang")} sebagai ${role}`;
  const person = said(v, "person");
  return person === "" ? `memberi kode untuk ${said(v, "purpose", "grup")}` : `memberi kode akun lain untuk ${person}`;
};

const renewed: NoticeText = (v) => {
  const until = said(v, "until");
  const number = said(v, "number");
  const letter = number === "" ? "" : ` dengan surat nomor ${number}`;
  return `memperpanjang ${said(v, "person", "seseorang")} sebagai ${said(v, "role", "anggota")}${letter}${until === "" ? "" : `, sampai ${until}`}`;
};

/** What was registered of an agency, in the words after who did it. */
export const registryHistory: Record<RegistryChange, NoticeText> = {
  agencyAdded: (v) => `menambah instansi ini dengan kode ${said(v, "code", "baru")}`,
  agencyChanged: (v) => `mengubah data instansi: ${said(v, "name", "nama")}, ${said(v, "agencyKind", "jenis")}`,
  chatBound: (v) => `${said(v, "purpose", "grup")} disambungkan`,
  chatUnbound: (v) =>
    `melepas ${said(v, "purpose", "grup")}${said(v, "channel") === "" ? "" : `: ${said(v, "channel")}`}`,
  botRemoved: (v) =>
    `bot dikeluarkan dari ${said(v, "purpose", "grup")}${said(v, "channel") === "" ? "" : `: ${said(v, "channel")}`}`,
  chatMoved: (v) => `${said(v, "purpose", "grup")} berpindah alamat; Tanggap ikut pindah`,
  invited,
  invitationRecalled: (v) =>
    `membatalkan kode untuk ${said(v, "name") || said(v, "role") || said(v, "person") || said(v, "purpose", "itu")}`,
  joined: (v) => `bergabung sebagai ${said(v, "role", "anggota")}`,
  personChanged: (v) => `mengubah data ${said(v, "person", "seseorang")}`,
  appointmentEnded: (v) => `mengakhiri ${said(v, "person", "seseorang")} sebagai ${said(v, "role", "anggota")}`,
  appointmentRenewed: renewed,
  identityAdded: (v) => `menambah akun ${said(v, "platform", "lain")}`,
  identityRemoved: (v) => `menghapus akun ${said(v, "platform", "lain")} milik ${said(v, "person", "seseorang")}`,
  ethicsRead: (v) =>
    `menyatakan sudah membaca etika dan kewajiban${said(v, "articles") === "" ? "" : ` (${said(v, "articles")})`}`,
  accountRegistered: (v) => `mendaftarkan akun resmi ${said(v, "account", "baru")}`,
  accountChanged: (v) => `mengubah data akun resmi ${said(v, "account", "itu")}`,
  accountEnded: (v) => `mengakhiri akun resmi ${said(v, "account", "itu")}`,
  actingNamed: (v) =>
    `menunjuk ${said(v, "person", "seseorang")} menggantikan ${said(v, "instead", "pejabat")} sampai ${said(v, "until", "tanggal itu")}`,
  actingEnded: (v) => `mengakhiri ${said(v, "person", "seseorang")} sebagai pengganti ${said(v, "instead", "pejabat")}`,
};
