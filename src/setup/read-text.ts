import { done, type Problem, problemAt, problems, type Read } from "./problem.js";

/** The largest file that is read, in bytes: a thousand agencies need a tenth of it. */
export const maxFileBytes = 1_000_000;

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, index) => bytes[index] === byte);

const utf8 = new TextDecoder("utf-8", { fatal: true });

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    utf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
};

const LINE_FEED = 0x0a;

/** The lines, counted from 1, that hold bytes no UTF-8 text has. */
const brokenLines = (bytes: Uint8Array): readonly number[] => {
  const found: number[] = [];
  for (let start = 0, line = 1; start <= bytes.length; line += 1) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed;
    if (!isUtf8(bytes.subarray(start, end))) found.push(line);
    start = end + 1;
  }
  return found;
};

/** Why the file as a whole is no text that can be read. */
const faultOf = (bytes: Uint8Array): Problem["code"] | undefined => {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return "workbook";
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return "utf16";
  return bytes.includes(0) ? "binary" : undefined;
};

/**
 * The file's text: UTF-8, with or without the mark Excel puts before it. Workbooks, UTF-16 and the old Windows-1252 are
 * told apart and refused with what to do; of the latter every line that shows it.
 */
export const readText = (file: string, bytes: Uint8Array): Read<string> => {
  if (bytes.length > maxFileBytes)
    return problems([problemAt({ file }, "fileTooBig", { max: `${maxFileBytes / 1_000_000} MB` })]);
  const fault = faultOf(bytes);
  if (fault) return problems([problemAt({ file }, fault)]);
  if (isUtf8(bytes)) return done(utf8.decode(bytes));
  return problems(brokenLines(bytes).map((line) => problemAt({ file, line }, "notUtf8")));
};
