import type { FileRef } from "../../src/ports/chat/inbound.js";
import type { Block } from "../../src/ports/chat/outbound.js";

type FileBlock = Extract<Block, { readonly kind: "file" }>;

/** The files of an event; absent where there are none. */
export const carried = (files: readonly FileRef[]) => (files.length > 0 ? { files } : {});

/** The blocks of a person's message with files: none without. */
export const blocksOf = (text: string, files: readonly Block[]): readonly Block[] => {
  if (files.length === 0) return [];
  return text.trim() === "" ? files : [{ kind: "text", spans: [{ kind: "plain", text }] }, ...files];
};

/** Files as blocks show them. */
export const shownFiles = (refs: readonly FileRef[]): readonly FileBlock[] =>
  refs.map(({ handle, name, mediaType, sizeBytes, altText = "" }) => ({
    kind: "file",
    storeKey: handle,
    name,
    mediaType,
    sizeBytes,
    altText,
  }));

/** The files among a stored message's blocks. */
export const filesAmong = (blocks: unknown): readonly FileBlock[] =>
  Array.isArray(blocks) ? (blocks as readonly Block[]).filter((block) => block.kind === "file") : [];

/** A shown file as events carry it: the reverse of `shownFiles`. */
export const refOfBlock = ({ storeKey, name, mediaType, sizeBytes, altText }: FileBlock): FileRef => ({
  platform: "simulator",
  handle: storeKey,
  name,
  mediaType,
  sizeBytes,
  ...(altText === "" ? {} : { altText }),
});
