/** A file in the program's own store. `key` is the SHA-256 of its bytes, hexadecimal; `mediaType` was found in them. */
export interface StoredFile {
  readonly key: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** A file with an inquiry or an answer. `altText` says what a picture shows, for people who do not see it. */
export interface Attachment extends StoredFile {
  readonly altText?: string;
}

/** A text with its files, as somebody wrote it. */
export interface Written {
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** A voice note: kept, never taken as an answer. */
export const isAudio = ({ mediaType }: Pick<StoredFile, "mediaType">): boolean => mediaType.startsWith("audio/");

/**
 * What the hash of an answer is taken over: the text alone where there are no files, else text, files and their alternative
 * texts as canonical JSON. It begins with U+0000, which no stored text can hold, so that no text alone has the same hash.
 */
export const hashedContent = ({ text, attachments }: Written): string => {
  if (attachments.length === 0) return text;
  const files = attachments.map(({ altText, key }) => (altText === undefined ? { key } : { altText, key }));
  return `\u0000${JSON.stringify({ attachments: files, text })}`;
};
