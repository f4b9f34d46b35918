import { Readable } from "node:stream";
import { cleanFileName } from "../../src/chatkit/file-name.js";
import { splitText } from "../../src/chatkit/split-text.js";
import type { Block, OutboundMessage } from "../../src/ports/chat/outbound.js";
import type { UserRef } from "../../src/ports/chat/refs.js";
import type { FileStore, OpenFile } from "../../src/ports/files.js";
import { maxCaptionChars, telegramCapabilities } from "./capabilities.js";
import type { Formatted } from "./entities.js";
import { deliveryError, isRefused, overLimit } from "./failures.js";
import { format } from "./render.js";

export type FileBlock = Extract<Block, { kind: "file" }>;
type Field = "photo" | "video" | "audio" | "voice" | "document";

/** The largest picture that is shown as one: https://core.telegram.org/bots/api#sendphoto. */
const MAX_PHOTO_BYTES = 10 * 1024 * 1024;

const METHODS: Readonly<Record<Field, string>> = {
  photo: "sendPhoto",
  video: "sendVideo",
  audio: "sendAudio",
  voice: "sendVoice",
  document: "sendDocument",
};

/** How files of a type are shown; all others, and pictures without end, are documents. */
const FIELDS: Readonly<Partial<Record<string, Field>>> = {
  "image/jpeg": "photo",
  "image/png": "photo",
  "image/webp": "photo",
  "video/mp4": "video",
  "audio/mpeg": "audio",
  "audio/mp4": "audio",
  "audio/ogg": "voice",
};

const fieldOf = (mediaType: string, sizeBytes: number): Field => {
  const field = FIELDS[mediaType] ?? "document";
  return field === "photo" && sizeBytes > MAX_PHOTO_BYTES ? "document" : field;
};

/** What Telegram says of a picture too long and thin to be shown, and where somebody takes no voice messages. */
const ONLY_AS_DOCUMENT = /PHOTO_INVALID|PHOTO_EXT_INVALID|IMAGE_PROCESS_FAILED|VOICE_MESSAGES_FORBIDDEN/i;

/** The first file of a message. */
export const fileOf = ({ blocks }: OutboundMessage): FileBlock | undefined =>
  blocks.find((block) => block.kind === "file");

/**
 * What stands below the file: the other blocks and what the file shows, of which as much as there is room for. Throws where the
 * blocks alone are too long.
 */
export const captionOf = ({ blocks }: OutboundMessage, file: FileBlock, front?: UserRef): Formatted => {
  const others = blocks.filter((block) => block !== file);
  const words = others.some(({ kind }) => kind !== "buttons") ? format(others, "", front).text.length : 0;
  if (words > maxCaptionChars) throw overLimit("caption");
  const room = maxCaptionChars - words - 2;
  const shown = room < 2 ? "" : file.altText;
  const altText = shown.length > room ? `${splitText(shown, room)[0]}…` : shown;
  return format([...others, { kind: "text", spans: [{ kind: "plain", text: altText }] }], "", front);
};

/** The stored file of a block, with its bytes. Throws `DeliveryError`. */
export const openStored = async (
  files: Pick<FileStore, "open"> | undefined,
  { storeKey }: FileBlock,
): Promise<OpenFile> => {
  const notSent = (detail: string, cause?: unknown) =>
    deliveryError({ kind: "retryable", outcome: "not-sent" }, detail, cause);
  if (files === undefined) throw notSent("not-started");
  const file = await files.open(storeKey).catch((cause: unknown) => {
    throw notSent("store", cause);
  });
  if (file === undefined) throw deliveryError({ kind: "permanent", reason: "rejected-content" }, "file-missing");
  if (file.sizeBytes > telegramCapabilities.files.maxBytes) throw overLimit("file");
  return file;
};

type Payload = Readonly<Record<string, unknown>>;

/** Beside a file nested values are JSON: https://core.telegram.org/bots/api#sending-files. */
const formOf = (payload: Payload): Payload =>
  Object.fromEntries(
    Object.entries(payload).map(([key, value]) => [key, typeof value === "object" ? JSON.stringify(value) : value]),
  );

/**
 * Sends a file by the method that shows it, read from the store as it is sent; as a document where Telegram refuses to show it.
 */
export const sendFile = async <T>(
  { mediaType, name }: FileBlock,
  { sizeBytes, bytes }: OpenFile,
  payload: Payload,
  call: (method: string, payload: Payload) => Promise<T>,
): Promise<T> => {
  const send = (field: Field): Promise<T> => {
    const source = Readable.from(bytes, { objectMode: false });
    const upload = { source, filename: cleanFileName(name, mediaType) };
    return call(METHODS[field], { ...formOf(payload), [field]: upload }).finally(() => source.destroy());
  };
  const field = fieldOf(mediaType, sizeBytes);
  try {
    return await send(field);
  } catch (error) {
    if (field === "document" || !isRefused(error, ONLY_AS_DOCUMENT)) throw error;
    return await send("document");
  }
};
