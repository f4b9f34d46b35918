import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAgencySheet } from "../../src/setup/agency-sheet.js";
import { agencyColumns, peopleColumns } from "../../src/setup/columns.js";
import { day } from "../../src/setup/fields.js";
import { readText } from "../../src/setup/read-text.js";
import { readSheet, type Sheet } from "../../src/setup/sheet.js";

const read = (text: string, maxLines = 100): Sheet => readSheet("x.csv", text, agencyColumns, maxLines);
const cells = (text: string) => read(text).lines.map((line) => line.cells);
const faults = (sheet: Sheet) => sheet.problems.map(({ line, code }) => `${line} ${code}`);

const pupr = { code: "pupr", name: "Dinas PU", kind: "internal" };

describe("a sheet", () => {
  it.each([
    "code,name,kind\npupr,Dinas PU,internal\n",
    "kode;nama;jenis\r\npupr;Dinas PU;internal\r\n",
    "Kode\tNama\tJenis\npupr\tDinas PU\tinternal",
    "KODE ; NAMA ; JENIS\rpupr ; Dinas PU ; internal\r",
    "sep=;\r\nkode;nama;jenis\r\npupr;Dinas PU;internal\r\n",
    '"kode";"nama";"jenis"\n"pupr";"Dinas PU";"internal"\n',
    "No.;Singkatan;Nama;Jenis;;\n1;pupr;Dinas PU;internal;;\n;;;;;\n\n",
    "jenis,nama,kode\ninternal,Dinas PU,pupr\n",
  ])("is read as spreadsheets write it: %j", (text) => {
    expect(read(text)).toEqual({
      lines: [{ place: { file: "x.csv", line: expect.any(Number) }, cells: pupr, headers: expect.any(Object) }],
      problems: [],
    });
  });

  it("keeps separators and quotation marks within quoted cells", () => {
    expect(cells('kode;nama\npupr;"Dinas PU; ""Bina Marga"""\n')).toEqual([
      { code: "pupr", name: 'Dinas PU; "Bina Marga"' },
    ]);
    expect(cells('kode,nama\npupr,"Dinas PU, Bina Marga"\n')[0]?.name).toBe("Dinas PU, Bina Marga");
  });

  it("names every bad line, and reads the others", () => {
    const sheet = read(
      'kode;nama;jenis\npupr;"Dinas PU;internal\ndishub;Dinas Perhubungan;internal\ndlh;Dinas "LH";internal\nd;e;f;g\nsatu\n',
    );
    expect(faults(sheet)).toEqual(["2 csvQuote", "4 csvQuote", "5 csvCells", "6 csvCells"]);
    expect(sheet.lines.map((line) => line.cells.code)).toEqual(["dishub"]);
  });

  it.each([
    ["", ["undefined csvEmpty"]],
    ["\n\n;;\n", ["undefined csvEmpty"]],
    ["pupr;Dinas PU\n", ["1 csvUnknownColumn", "1 csvUnknownColumn", "1 csvMissingColumn", "1 csvMissingColumn"]],
    ["kode;jenis\npupr;internal\n", ["1 csvMissingColumn"]],
    ["kode;nama;kode\npupr;Dinas PU;x\n", ["1 csvColumnTwice"]],
    ["kode;nama;constructor\n", ["1 csvUnknownColumn"]],
    ['kode;"nama\n', ["1 csvQuote"]],
    ["kode;nama;\npupr;Dinas PU;sisa\n", ["2 csvCells"]],
  ])("without usable columns is refused: %j", (text, expected) => {
    expect(faults(read(text))).toEqual(expected);
  });

  it("has a most of lines", () => {
    expect(faults(read(`kode;nama\n${"a;b\n".repeat(101)}`))).toEqual(["undefined tooMany"]);
  });

  it("calls its columns as its first line does, in what is said of them", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tanggap-sheet-"));
    const path = join(folder, "x.csv");
    writeFileSync(path, "Kode;NAMA;Jenis\nd p u;Dinas PU;\npln;PLN;luar\nbpn;BPN;entah\npln;Lain;\n");
    const read = await readAgencySheet(path);
    rmSync(folder, { recursive: true });
    expect(read.kind === "problems" && read.problems.map(({ line, key, code }) => [line, key, code])).toEqual([
      [2, "Kode", "badAgencyCode"],
      [4, "Jenis", "badChoice"],
      [5, "Kode", "agencyTwice"],
    ]);
    const [twice] = readSheet("x.csv", "Kode;Nama;KODE\n", agencyColumns, 10).problems;
    expect(twice?.values).toEqual({ name: "KODE" });
    expect(readSheet("x.csv", "Kode\n", agencyColumns, 10).problems[0]?.values).toMatchObject({ name: "nama" });
  });

  it.each([
    ["31 Desember 2026", "2026-12-31"],
    ["5 januari 2026", "2026-01-05"],
    ["1 Agu 2026", "2026-08-01"],
    ["5/1/2026", "2026-01-05"],
    ["2026-01-05", "2026-01-05"],
    ["5 Januari", undefined],
    ["besok", undefined],
    ["Jumat", undefined],
    ["5/1/26", undefined],
    ["31 Februari 2026", undefined],
    ["1 Januari 1900", undefined],
  ])("takes the day %s as the chat does, with its year", (typed, iso) => {
    expect(day.safeParse(typed).data).toBe(iso);
  });

  it("of people has their letters", () => {
    const { lines } = readSheet(
      "o.csv",
      "Nama;Instansi;Peran;Jabatan;Nomor;Tanggal;ASN\nRina;pupr;petugas;Staf;800/1;5/1/2026;ya\n",
      peopleColumns,
      10,
    );
    expect(lines[0]?.cells).toEqual({
      ...{ name: "Rina", agency: "pupr", role: "petugas", position: "Staf" },
      ...{ number: "800/1", date: "5/1/2026", civilServant: "ya" },
    });
  });
});

describe("the bytes of a file", () => {
  const textOf = (bytes: Uint8Array) => readText("x.csv", bytes);
  const codes = (bytes: Uint8Array) => {
    const text = textOf(bytes);
    return text.kind === "done" ? [] : text.problems.map(({ line, code }) => `${line ?? "-"} ${code}`);
  };

  it("may begin with the mark Excel writes", () => {
    expect(textOf(Buffer.from("\uFEFFkode;nama\n"))).toEqual({ kind: "done", value: "kode;nama\n" });
  });

  it.each([
    [
      "Windows-1252",
      Buffer.from("kode;nama\na;Kantor \u201cX\u201d\nb;caf\u00e9\nc;baik\n", "latin1"),
      ["2 notUtf8", "3 notUtf8"],
    ],
    ["UTF-16", Buffer.from("\uFEFFkode", "utf16le"), ["- utf16"]],
    ["a workbook", Buffer.from("PK\u0003\u0004rest"), ["- workbook"]],
    ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), ["- workbook"]],
    ["a picture", Buffer.from([0x89, 0x50, 0, 1]), ["- binary"]],
    ["too much", Buffer.alloc(1_000_001, "a"), ["- fileTooBig"]],
  ])("are refused where they are %s", (_, bytes, expected) => {
    const raw =
      _ === "Windows-1252"
        ? Buffer.concat([
            Buffer.from("kode;nama\na;"),
            Buffer.from([0x93, 0x58, 0x94]),
            Buffer.from("\nb;caf"),
            Buffer.from([0xe9]),
            Buffer.from("\nc;baik\n"),
          ])
        : bytes;
    expect(codes(raw)).toEqual(expected);
  });

  it("and any bytes at all are text or named problems", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = textOf(bytes);
        if (text.kind === "done") read(text.value);
        else expect(text.problems.length).toBeGreaterThan(0);
      }),
    );
  });
});
