import { cleanFileName } from "../../src/chatkit/file-name.js";
import type { FileRef } from "../../src/ports/chat/inbound.js";
import type { BareMessage, TelegramFile } from "./update-schema.js";

type Size = NonNullable<BareMessage["photo"]>[number];

const pixelsOf = ({ width = 0, height = 0 }: Size): number => width * height;

/** A photo comes in several sizes, which are in no promised order: https://core.telegram.org/bots/api#message, photo. */
const largest = (sizes: readonly Size[]): Size | undefined => [...sizes].sort((a, b) => pixelsOf(b) - pixelsOf(a))[0];

interface Kind {
  readonly file: TelegramFile | undefined;
  /** What it is called where the platform knows no name. */
  readonly name: string;
  /** What it is where the platform does not say; a photo and a voice note are always the same. */
  readonly mediaType: string;
}

/**
 * The one file of a message: https://core.telegram.org/bots/api#message. An animation comes as a document too; so it is
 * looked for first.
 */
const kindOf = (message: BareMessage): Kind | undefined => {
  const { photo, animation, document, video, video_note, audio, voice } = message;
  const kinds: readonly Kind[] = [
    { file: photo && largest(photo), name: "photo", mediaType: "image/jpeg" },
    { file: animation, name: "animation", mediaType: "video/mp4" },
    { file: document, name: "document", mediaType: "application/octet-stream" },
    { file: video, name: "video", mediaType: "video/mp4" },
    { file: video_note, name: "video", mediaType: "video/mp4" },
    { file: audio, name: "audio", mediaType: "audio/mpeg" },
    { file: voice && { ...voice, mime_type: "audio/ogg" }, name: "voice", mediaType: "audio/ogg" },
  ];
  return kinds.find(({ file }) => file !== undefined);
};

/** The files of a message: none or one, for an album is a message for each of its files. Zero bytes: size unknown. */
export const filesOf = (message: BareMessage): readonly FileRef[] => {
  const kind = kindOf(message);
  if (kind?.file === undefined) return [];
  const { file_id, file_name, file_size, mime_type } = kind.file;
  const mediaType = mime_type ?? kind.mediaType;
  const name = cleanFileName(file_name ?? `${kind.name}-${message.message_id}`, mediaType);
  return [{ platform: "telegram", handle: file_id, name, mediaType, sizeBytes: file_size ?? 0 }];
};
