import { createHash } from "node:crypto";
import { abortable } from "../../src/infra/files/abortable.js";
import { mediaTypeOf } from "../../src/infra/files/media-type.js";
import type { FileFacts, FileStore } from "../../src/ports/files.js";
import { collect } from "./file-bytes.js";

/** A store of files in memory that knows no documents. */
export const createMemoryFiles = (): FileStore => {
  const kept = new Map<string, FileFacts & { readonly content: Uint8Array }>();
  return {
    async put(bytes, { maxBytes, signal }) {
      const content = await collect(signal ? abortable(bytes, signal) : bytes);
      const sizeBytes = content.length;
      if (sizeBytes > maxBytes) return { refused: "tooLarge" };
      if (sizeBytes === 0) return { refused: "empty" };
      const mediaType = mediaTypeOf(content);
      if (mediaType === undefined) return { refused: "badType" };
      const facts = { key: createHash("sha256").update(content).digest("hex"), sizeBytes, mediaType };
      kept.set(facts.key, { ...facts, content });
      return facts;
    },
    async open(key) {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      const { content, ...facts } = found;
      const bytes = {
        async *[Symbol.asyncIterator]() {
          yield content;
        },
      };
      return { ...facts, bytes };
    },
  };
};
