import type { Attachment } from "../../src/domain/attachment.js";
import type { FetchedFile } from "../../src/ports/files.js";

/** A fetched picture; `key` tells it from others. */
export const fileOf = (change: Partial<Attachment> = {}): Extract<FetchedFile, { kind: "stored" }> => ({
  kind: "stored",
  file: {
    key: "a".repeat(64),
    name: "lampu.jpg",
    mediaType: "image/jpeg",
    sizeBytes: 2_048,
    altText: "Lampu jalan yang padam",
    ...change,
  },
});

/** A fetched voice note. */
export const voice = fileOf({ key: "b".repeat(64), name: "suara.ogg", mediaType: "audio/ogg" });
