import { messageObject } from "../message-object.js";
import { badRequest } from "../refusal.js";
import type { Params } from "../request.js";
import type { FileKind, Kept, KeptFile, World } from "../world.js";
import { writablePlaceOf } from "./checks.js";
import { keepSent, textOf } from "./messages.js";

/** Largest photo and largest file a bot sends (https://core.telegram.org/bots/api#sending-files), and largest it is given (#getfile). */
const MAX_PHOTO_BYTES = 10 * 1024 * 1024;
const MAX_SENT_BYTES = 50 * 1024 * 1024;
const MAX_GIVEN_BYTES = 20 * 1024 * 1024;

/** How pictures begin that Telegram shows: JPEG, PNG, GIF, WebP. */
const PICTURES = ["ffd8ff", "89504e47", "47494638", "52494646"];

const isPicture = (bytes: Uint8Array): boolean => {
  const start = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  return PICTURES.some((each) => start.startsWith(each));
};

/** A file's fields in a message (https://core.telegram.org/bots/api#photosize, #document and beside them). */
export const fileFields = (kind: FileKind, file: KeptFile, name: string, mediaType: string): unknown => {
  const common = { file_id: file.id, file_unique_id: `unique-${file.id}`, file_size: file.bytes.length };
  const thumbnail = { file_id: `${file.id}-thumb`, file_unique_id: `unique-${file.id}-thumb`, file_size: 100 };
  switch (kind) {
    case "photo":
      return [
        { ...thumbnail, width: 90, height: 60 },
        { ...common, width: 1280, height: 853 },
      ];
    case "document":
      return { ...common, file_name: name, mime_type: mediaType };
    case "video":
      return { ...common, width: 640, height: 360, duration: 3, file_name: name, mime_type: mediaType };
    case "audio":
      return { ...common, duration: 3, file_name: name, mime_type: mediaType };
    case "voice":
      return { ...common, duration: 3, mime_type: mediaType };
    default:
      return kind satisfies never;
  }
};

/** Keeps a file under the name of its kind. */
export const keepFile = (
  world: World,
  kind: FileKind,
  { name, mediaType, bytes }: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array },
): NonNullable<Kept["file"]> => {
  const named = kind === "photo" ? "photo.jpg" : name;
  return { kind, fields: fileFields(kind, world.addFile(bytes, `${kind}s`, named), name, mediaType) };
};

const checkSize = (kind: FileKind, bytes: Uint8Array): void => {
  const most = kind === "photo" ? MAX_PHOTO_BYTES : MAX_SENT_BYTES;
  if (bytes.length === 0) throw badRequest("file must be non-empty");
  if (bytes.length > most)
    throw badRequest(`file of size ${bytes.length} bytes is too big for a ${kind}; the maximum size is ${most} bytes`);
  if (kind === "photo" && !isPicture(bytes)) throw badRequest("IMAGE_PROCESS_FAILED");
};

/** `sendPhoto` and its siblings. */
export const sendFile =
  (kind: FileKind) =>
  async (world: World, params: Params): Promise<unknown> => {
    writablePlaceOf(world, params);
    const given = params[kind];
    if (!(given instanceof File))
      throw badRequest("wrong remote file identifier specified: the stand-in takes uploads");
    const bytes = new Uint8Array(await given.arrayBuffer());
    checkSize(kind, bytes);
    const caption = textOf(params, "caption");
    const file = keepFile(world, kind, { name: given.name, mediaType: given.type, bytes });
    return messageObject(world, keepSent(world, params, { ...caption, file }));
  };

export const getFile = (world: World, { file_id: id }: Params): unknown => {
  const file = world.files.get(String(id));
  // What was never an identifier is told from what is none any more (Client::check_remote_file_id and what follows it,
  // https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/Client.cpp).
  if (!/^file-\d+/.test(String(id))) throw badRequest("invalid file_id");
  if (file === undefined) throw badRequest("wrong file_id or the file is temporarily unavailable");
  if (file.bytes.length > MAX_GIVEN_BYTES) throw badRequest("file is too big");
  return {
    ...{ file_id: file.id, file_unique_id: `unique-${file.id}`, file_size: file.bytes.length, file_path: file.path },
  };
};
