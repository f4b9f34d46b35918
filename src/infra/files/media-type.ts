import type { AllowedMediaType } from "../../ports/files.js";

/** How many bytes from the beginning the longest of the signatures needs. */
export const HEAD_BYTES = 64;

const ascii = (head: Uint8Array, from: number, text: string): boolean =>
  [...text].every((letter, index) => head[from + index] === letter.charCodeAt(0));

const bytesAt = (head: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte);

const textAt = (head: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...head.subarray(from, from + length));

/** Brands of ISO 14496-12 files that are mp4 (https://mp4ra.org/registered-types/brands); pictures (HEIC, AVIF) and QuickTime are not. */
const FILM_BRANDS = /^(isom|iso[2-9]|mp4[12]|avc1|dash|MSNV|M4V[HP ])$/;
const SOUND_BRANDS = /^(M4A |M4B )$/;

const ofIsoMedia = (head: Uint8Array): AllowedMediaType | undefined => {
  if (!ascii(head, 4, "ftyp")) return undefined;
  const brand = textAt(head, 8, 4);
  if (SOUND_BRANDS.test(brand)) return "audio/mp4";
  return FILM_BRANDS.test(brand) ? "video/mp4" : undefined;
};

const ofRiff = (head: Uint8Array): AllowedMediaType | undefined => {
  if (!ascii(head, 0, "RIFF")) return undefined;
  if (ascii(head, 8, "WEBP")) return "image/webp";
  return ascii(head, 8, "WAVE") ? "audio/wav" : undefined;
};

/** An Ogg page (RFC 3533) whose first packet begins Opus (RFC 7845) or Vorbis sound; films are none. */
const ofOgg = (head: Uint8Array): AllowedMediaType | undefined => {
  if (!ascii(head, 0, "OggS")) return undefined;
  const packet = 27 + (head[26] ?? 0);
  return ascii(head, packet, "OpusHead") || ascii(head, packet, "\u0001vorbis") ? "audio/ogg" : undefined;
};

/** An ID3 tag, or a frame of MPEG layer III: eleven set bits, no reserved version, bit rate or sampling rate. */
const ofMp3 = (head: Uint8Array): AllowedMediaType | undefined => {
  if (ascii(head, 0, "ID3")) return "audio/mpeg";
  const [first = 0, second = 0, third = 0] = head;
  const isFrame = first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08;
  return isFrame && third >> 4 !== 15 && third >> 4 !== 0 && (third & 0x0c) !== 0x0c ? "audio/mpeg" : undefined;
};

/** The kind of file that begins with these bytes; undefined for all that are not allowed, and for archives (see `officeType`). */
export const mediaTypeOf = (head: Uint8Array): AllowedMediaType | undefined => {
  if (bytesAt(head, 0xff, 0xd8, 0xff)) return "image/jpeg";
  if (bytesAt(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (ascii(head, 0, "GIF87a") || ascii(head, 0, "GIF89a")) return "image/gif";
  if (ascii(head, 0, "%PDF-")) return "application/pdf";
  return ofRiff(head) ?? ofIsoMedia(head) ?? ofOgg(head) ?? ofMp3(head);
};

/** Whether it may be a zip archive, which documents of Word and Excel are. */
export const isArchive = (head: Uint8Array): boolean => bytesAt(head, 0x50, 0x4b, 0x03, 0x04);

const OFFICE = "application/vnd.openxmlformats-officedocument";

/** What an archive with these files inside is. Documents with macros are none. */
export const officeType = (names: readonly string[]): AllowedMediaType | undefined => {
  if (!names.includes("[Content_Types].xml") || names.some((name) => /vbaProject/i.test(name))) return undefined;
  if (names.includes("word/document.xml")) return `${OFFICE}.wordprocessingml.document`;
  return names.includes("xl/workbook.xml") ? `${OFFICE}.spreadsheetml.sheet` : undefined;
};
