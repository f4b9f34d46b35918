import { type Columns, LEFT_OUT } from "./sheet.js";

/** A sheet of agencies. */
export const agencyColumns: Columns = {
  names: {
    ...{ kode: "code", singkatan: "code", code: "code", nama: "name", name: "name", jenis: "kind", kind: "kind" },
    no: LEFT_OUT,
  },
  needed: ["code", "name"],
};

/** A sheet of people who will join. */
export const peopleColumns: Columns = {
  names: {
    ...{ nama: "name", name: "name", instansi: "agency", agency: "agency", peran: "role", role: "role" },
    ...{ fungsi: "function", function: "function" },
    ...{ jabatan: "position", position: "position", nomor: "number", number: "number" },
    ...{ surat: "instrument", instrument: "instrument", tanggal: "date", date: "date" },
    ...{ mulai: "from", from: "from", sampai: "until", until: "until" },
    ...{ "ponsel bersama": "shared", shared: "shared", asn: "civilServant", "civil servant": "civilServant" },
    no: LEFT_OUT,
  },
  needed: ["name", "agency", "role", "position"],
};
