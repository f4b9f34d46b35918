/** The smallest files of each kind, made by hand: enough for what finds their kind. */
const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));

const join = (...parts: readonly (Uint8Array | string)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? latin(part) : part)));

/** A picture of one red point, PNG, that browsers show. `seed` makes another file of the same picture. */
export const pngBytes = (seed = ""): Uint8Array =>
  join(
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==",
      "base64",
    ),
    seed,
  );

const u16 = (value: number): Uint8Array => Uint8Array.of(value & 255, value >> 8);
const u32 = (value: number): Uint8Array => join(u16(value & 0xffff), u16(value >>> 16));

/** An archive whose directory names these (empty) files. */
export const zipBytes = (names: readonly string[]): Uint8Array => {
  const local = join("PK\u0003\u0004", new Uint8Array(26));
  const directory = join(
    ...names.map((name) =>
      join("PK\u0001\u0002", new Uint8Array(24), u16(Buffer.byteLength(name)), new Uint8Array(16), name),
    ),
  );
  const end = join("PK\u0005\u0006", new Uint8Array(8), u32(directory.length), u32(local.length), u16(0));
  return join(local, directory, end);
};

export const docxBytes = zipBytes(["[Content_Types].xml", "_rels/.rels", "word/document.xml"]);
export const xlsxBytes = zipBytes(["[Content_Types].xml", "xl/workbook.xml"]);
export const pdfBytes = latin("%PDF-1.7\n%%EOF\n");
/** The first page of a voice note as Telegram sends it: Opus in Ogg. */
export const voiceBytes = join("OggS", new Uint8Array(22), Uint8Array.of(1, 19), "OpusHead", new Uint8Array(11));

/** Every kind that is allowed, with a file of it. */
export const allowedFiles: readonly (readonly [string, Uint8Array])[] = [
  ["image/jpeg", join(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), "JFIF")],
  ["image/png", pngBytes()],
  ["image/webp", join("RIFF", u32(4), "WEBPVP8 ")],
  ["image/gif", latin("GIF89a")],
  ["application/pdf", pdfBytes],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", docxBytes],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsxBytes],
  ["video/mp4", join(Uint8Array.of(0, 0, 0, 24), "ftypisom", new Uint8Array(8))],
  ["audio/ogg", voiceBytes],
  ["audio/mpeg", join("ID3", new Uint8Array(7))],
  ["audio/mpeg", join(Uint8Array.of(0xff, 0xfb, 0x90, 0x64), new Uint8Array(60))],
  ["audio/mp4", join(Uint8Array.of(0, 0, 0, 24), "ftypM4A ", new Uint8Array(8))],
  ["audio/wav", join("RIFF", u32(4), "WAVEfmt ")],
];

/** What is refused, whatever it is called. */
export const refusedFiles: readonly (readonly [string, Uint8Array])[] = [
  ["a web page", latin("<!doctype html><script>alert(1)</script>")],
  ["a drawing that may hold scripts", latin('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ["a program", latin("MZ\u0090\u0000")],
  ["a plain text", latin("halo")],
  ["one byte", Uint8Array.of(0xff)],
  ["an archive", zipBytes(["a.txt"])],
  ["a document with macros", zipBytes(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"])],
  ["an archive without its end", docxBytes.subarray(0, docxBytes.length - 10)],
  [
    "an archive whose directory lies elsewhere",
    join("PK\u0003\u0004", "PK\u0005\u0006", new Uint8Array(8), u32(9e5), u32(9e5), u16(0)),
  ],
  ["a HEIC picture", join(Uint8Array.of(0, 0, 0, 24), "ftypheic", new Uint8Array(8))],
  ["an Ogg film", join("OggS", new Uint8Array(22), Uint8Array.of(1, 42), "\u0080theora", new Uint8Array(30))],
  ["AAC without a container", join(Uint8Array.of(0xff, 0xf1, 0x50, 0x80), new Uint8Array(60))],
];

/** Bytes as a stream, in pieces. `onRead` hears how many were taken so far. */
export async function* streamOf(bytes: Uint8Array, pieceBytes = 7, onRead?: (total: number) => void) {
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    yield bytes.subarray(at, at + pieceBytes);
    onRead?.(Math.min(at + pieceBytes, bytes.length));
  }
}

/** A whole stream as one piece. */
export const collect = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
};
