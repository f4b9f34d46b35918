import { cleanText, limitText } from "./plain-text.js";

/** Within what every file system takes (255 bytes), also where each character takes two. */
const MAX_NAME_CHARS = 100;
const NAMELESS = "file";

/** Separators of paths, what Windows refuses in names, and what begins hidden files or ends in nothing visible. */
const UNSAFE = /[/\\:*?"<>|]/g;
const EDGES = /^[\s._]+|[\s.]+$/g;
const BLANK = /\s+/g;

/** The endings a file of each kind may have; the first is added where a name has none of them. */
const endings: Readonly<Record<string, readonly string[]>> = {
  "image/jpeg": [".jpg", ".jpeg"],
  "image/png": [".png"],
  "image/webp": [".webp"],
  "image/gif": [".gif"],
  "application/pdf": [".pdf"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": [".docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": [".xlsx"],
  "video/mp4": [".mp4", ".m4v"],
  "audio/ogg": [".ogg", ".oga", ".opus"],
  "audio/mpeg": [".mp3"],
  "audio/mp4": [".m4a", ".mp4"],
  "audio/wav": [".wav"],
};

/**
 * The name under which a file is shown and saved: one line without controls, direction marks, path separators or a leading
 * dot, at most 105 characters, with an ending that fits what the file is. Never a path, never empty. Idempotent.
 */
export const cleanFileName = (raw: string, mediaType: string): string => {
  const line = cleanText(raw).replace(UNSAFE, "_").replace(BLANK, " ").replace(EDGES, "");
  const fitting = endings[mediaType] ?? [];
  const lower = line.toLowerCase();
  const ending = fitting.find((each) => lower.endsWith(each));
  const stem = ending === undefined ? line : line.slice(0, -ending.length);
  const kept = limitText(stem, MAX_NAME_CHARS).text.replace(EDGES, "") || NAMELESS;
  return `${kept}${ending === undefined ? (fitting[0] ?? "") : line.slice(-ending.length)}`;
};

/** Longest alternative text, in code points. */
export const maxAltTextChars = 1_000;

/** An alternative text as it is kept: on one line, cut at its limit. Undefined where nothing is left. */
export const cleanAltText = (raw: string | undefined): string | undefined => {
  const line = cleanText(raw ?? "")
    .replace(BLANK, " ")
    .trim();
  return line === "" ? undefined : limitText(line, maxAltTextChars).text.trim();
};
