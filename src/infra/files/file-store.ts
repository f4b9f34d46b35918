import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { AllowedMediaType, FileFacts, FileRefusal, FileStore } from "../../ports/files.js";
import { abortable } from "./abortable.js";
import { archiveNames, readAt } from "./archive-names.js";
import { HEAD_BYTES, isArchive, mediaTypeOf, officeType } from "./media-type.js";

const KEY = /^[0-9a-f]{64}$/;
/** Files and folders are the program's own user's alone: they may hold citizens' words. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
/** An unfinished file older than this was left by a process that died: no upload takes so long. */
const ABANDONED_MS = 3_600_000;
const READ_BYTES = 65_536;

const detect = async (file: FileHandle, sizeBytes: number): Promise<AllowedMediaType | undefined> => {
  const head = await readAt(file, 0, Math.min(HEAD_BYTES, sizeBytes));
  return isArchive(head) ? officeType(await archiveNames(file, sizeBytes)) : mediaTypeOf(head);
};

type Limits = Parameters<FileStore["put"]>[1];

/** Writes until the source ends or the limit is passed; the file then has at most `maxBytes`. */
const receive = async (file: FileHandle, bytes: AsyncIterable<Uint8Array>, { maxBytes, signal }: Limits) => {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for await (const chunk of bytes) {
    signal?.throwIfAborted();
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBytes) return undefined;
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  signal?.throwIfAborted();
  return { key: hash.digest("hex"), sizeBytes };
};

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
};

async function* read(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, "r");
  try {
    for (let position = 0; ; ) {
      const chunk = await readAt(file, position, READ_BYTES);
      if (chunk.length === 0) return;
      position += chunk.length;
      yield chunk;
    }
  } finally {
    await file.close();
  }
}

const look = async (path: string) => {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const mediaType = await detect(file, size);
    return mediaType && { sizeBytes: size, mediaType };
  } finally {
    await file.close();
  }
};

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

/**
 * Files in a folder: `<folder>/ab/<sha256>`, written beside, fsynced and renamed. A path is made of the folder and of
 * hexadecimal digits, nothing else.
 */
export const createFileStore = (folder: string): FileStore & { sweep(): Promise<void> } => {
  const incoming = join(folder, "incoming");
  const folderOf = (key: string): string => join(folder, key.slice(0, 2));
  const pathOf = (key: string): string => join(folderOf(key), key);

  const settle = async (file: FileHandle, path: string, facts: FileFacts): Promise<FileFacts> => {
    await file.sync();
    await mkdir(folderOf(facts.key), { recursive: true, mode: FOLDER_MODE });
    await rename(path, pathOf(facts.key));
    await syncFolder(folderOf(facts.key));
    await syncFolder(folder);
    return facts;
  };

  const take = async (file: FileHandle, path: string, bytes: AsyncIterable<Uint8Array>, limits: Limits) => {
    const refuse = (refused: FileRefusal) => ({ refused });
    const received = await receive(file, bytes, limits);
    if (received === undefined) return refuse("tooLarge");
    if (received.sizeBytes === 0) return refuse("empty");
    const mediaType = await detect(file, received.sizeBytes);
    return mediaType === undefined ? refuse("badType") : settle(file, path, { ...received, mediaType });
  };

  return {
    async put(bytes, limits) {
      await mkdir(incoming, { recursive: true, mode: FOLDER_MODE });
      const path = join(incoming, randomUUID());
      const source = limits.signal ? abortable(bytes, limits.signal) : bytes;
      const file = await open(path, "wx+", FILE_MODE);
      try {
        return await take(file, path, source, limits);
      } finally {
        await file.close();
        await rm(path, { force: true });
      }
    },
    async open(key) {
      if (!KEY.test(key)) return undefined;
      try {
        const found = await look(pathOf(key));
        return found && { ...found, key, bytes: { [Symbol.asyncIterator]: () => read(pathOf(key)) } };
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    /** Removes what processes that died while receiving left behind. */
    async sweep() {
      const names = await readdir(incoming).catch(() => []);
      for (const name of names) {
        const path = join(incoming, name);
        const found = await stat(path).catch(() => undefined);
        if (found && Date.now() - found.mtimeMs > ABANDONED_MS) await rm(path, { force: true });
      }
    },
  };
};
