import type { FileHandle } from "node:fs/promises";

/** The end record of an archive (PKWARE APPNOTE 4.3.16): 22 bytes and a comment of at most 65,535. */
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const END_MARK = Buffer.from("PK\u0005\u0006", "latin1");
/** An entry of the directory (4.3.12), without its name. */
const ENTRY_BYTES = 46;
const ENTRY_MARK = 0x02014b50;
/** No office document has a directory larger than this; others are not looked into. */
const MAX_DIRECTORY_BYTES = 1_000_000;

/** Reads as much as there is, up to `length` bytes from `position`. */
export const readAt = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
};

const namesIn = (directory: Buffer): readonly string[] => {
  const names: string[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length; ) {
    if (directory.readUInt32LE(at) !== ENTRY_MARK) break;
    const nameBytes = directory.readUInt16LE(at + 28);
    names.push(directory.toString("utf8", at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes));
    at += ENTRY_BYTES + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names;
};

/** The names of the files inside a zip archive, from its directory: nothing is unpacked. Empty where there is none. */
export const archiveNames = async (file: FileHandle, sizeBytes: number): Promise<readonly string[]> => {
  const tailBytes = Math.min(sizeBytes, END_BYTES + MAX_COMMENT_BYTES);
  const tail = await readAt(file, sizeBytes - tailBytes, tailBytes);
  const end = tail.lastIndexOf(END_MARK);
  if (end < 0 || end + END_BYTES > tail.length) return [];
  const length = tail.readUInt32LE(end + 12);
  const position = tail.readUInt32LE(end + 16);
  if (length > MAX_DIRECTORY_BYTES || position + length > sizeBytes) return [];
  return namesIn(await readAt(file, position, length));
};
