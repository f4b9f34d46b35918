import type { Attachment } from "../domain/attachment.js";

export type { Attachment, StoredFile } from "../domain/attachment.js";

/**
 * Largest file that is taken in, in bytes: what Telegram's getFile gives a bot
 * (https://core.telegram.org/bots/api#getfile), so that nothing works on one platform that cannot work on another.
 */
export const maxFileBytes = 20 * 1024 * 1024;

/** Most files with one message: an album of Telegram or a message of Discord has 10 (https://core.telegram.org/bots/api#sendmediagroup). */
export const maxFilesPerMessage = 10;

/** Kinds of files that are kept: pictures, documents and films people post, and sound for voice notes. */
export const allowedMediaTypes = [
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/gif",
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "video/mp4",
  "audio/ogg",
  "audio/mpeg",
  "audio/mp4",
  "audio/wav",
] as const;

export type AllowedMediaType = (typeof allowedMediaTypes)[number];

/** Why bytes were not kept: over the limit, of no allowed kind whatever they are called, or none at all. */
export type FileRefusal = "tooLarge" | "badType" | "empty";

/** What is known of kept bytes. `mediaType` is found in them, never taken from anybody's word. */
export interface FileFacts {
  readonly key: string;
  readonly sizeBytes: number;
  readonly mediaType: AllowedMediaType;
}

export interface OpenFile extends FileFacts {
  /** Read lazily, from the beginning for each reader. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The program's own store of files, by what is in them. No name from outside ever becomes part of a path. */
export interface FileStore {
  /**
   * Keeps the bytes, durable once resolved; the same bytes again are the same file. Stops reading at the first byte over
   * `maxBytes`. A refusal, an error of the source and an abort leave nothing behind; the latter two reject.
   */
  put(
    bytes: AsyncIterable<Uint8Array>,
    limits: { readonly maxBytes: number; readonly signal?: AbortSignal },
  ): Promise<FileFacts | { readonly refused: FileRefusal }>;
  /** Undefined for a key nothing is kept under, and for what is no key. */
  open(key: string): Promise<OpenFile | undefined>;
}

/** A file of an event after it was fetched: kept, or missing for good. `quoted`: of the message the event answers. */
export type FetchedFile = { readonly quoted?: true } & (
  | { readonly kind: "stored"; readonly file: Attachment }
  | { readonly kind: "missing"; readonly name: string; readonly why: FileRefusal | "tooMany" | "gone" }
);
