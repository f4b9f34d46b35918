import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFileStore } from "../../src/infra/files/file-store.js";
import { allowedMediaTypes, maxFileBytes } from "../../src/ports/files.js";
import { allowedFiles, collect, docxBytes, pngBytes, refusedFiles, streamOf } from "../support/file-bytes.js";

let folder: string;
let store: ReturnType<typeof createFileStore>;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "tanggap-files-")), "files");
  store = createFileStore(folder);
});
afterEach(() => rm(join(folder, ".."), { recursive: true, force: true }));

const put = (bytes: Uint8Array, maxBytes = maxFileBytes) => store.put(streamOf(bytes), { maxBytes });
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
/** Every file below the folder, by its path from there. */
const kept = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => statSync(join(folder, name)).isFile());

describe("what is kept", () => {
  it.each(allowedFiles)(
    "finds that it is %s, and gives it back as it was, also to a new process",
    async (mediaType, bytes) => {
      const key = sha256(bytes);
      const facts = { key, sizeBytes: bytes.length, mediaType };
      expect(await put(bytes)).toEqual(facts);
      const found = await createFileStore(folder).open(key);
      expect(found).toMatchObject(facts);
      for (const _ of "twice") expect(await collect(found?.bytes ?? streamOf(bytes))).toEqual(Buffer.from(bytes));
      expect(kept()).toEqual([`${key.slice(0, 2)}/${key}`]);
    },
  );

  it("shows every allowed kind above", () => {
    expect(new Set(allowedFiles.map(([mediaType]) => mediaType))).toEqual(new Set(allowedMediaTypes));
  });

  it("is one file for the same bytes, also at once; nobody else may read it", async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => put(pngBytes())));
    expect(new Set(results.map((each) => JSON.stringify(each))).size).toBe(1);
    const [name = ""] = kept();
    expect(kept()).toHaveLength(1);
    expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it("may be exactly as large as the limit", async () => {
    expect(await put(pngBytes(), pngBytes().length)).toMatchObject({ mediaType: "image/png" });
  });
});

describe("what is refused leaves nothing", () => {
  it.each(refusedFiles)("%s", async (_, bytes) => {
    expect(await put(bytes)).toEqual({ refused: "badType" });
    expect(kept()).toEqual([]);
  });

  it("nothing at all", async () => {
    expect(await put(new Uint8Array())).toEqual({ refused: "empty" });
    expect(kept()).toEqual([]);
  });

  it("21 MB: it stops reading at the limit", async () => {
    const piece = 256 * 1024;
    const large = Buffer.concat([pngBytes(), Buffer.alloc(21 * 1024 * 1024)]);
    let taken = 0;
    const source = streamOf(large, piece, (total) => {
      taken = total;
    });
    expect(await store.put(source, { maxBytes: maxFileBytes })).toEqual({ refused: "tooLarge" });
    expect(taken).toBeLessThanOrEqual(maxFileBytes);
    expect(kept()).toEqual([]);
  });

  it("a source that fails, and one that is aborted while it hangs", async () => {
    const failing = (async function* () {
      yield pngBytes();
      throw new Error("the line is cut");
    })();
    await expect(store.put(failing, { maxBytes: maxFileBytes })).rejects.toThrow("the line is cut");
    const abort = new AbortController();
    const hanging = (async function* () {
      yield pngBytes();
      queueMicrotask(() => abort.abort(new Error("enough")));
      await new Promise(() => {});
    })();
    await expect(store.put(hanging, { maxBytes: maxFileBytes, signal: abort.signal })).rejects.toThrow("enough");
    await expect(store.put(streamOf(docxBytes), { maxBytes: 99_999, signal: abort.signal })).rejects.toThrow("enough");
    expect(kept()).toEqual([]);
  });
});

describe("keys", () => {
  it.each([
    "",
    "..",
    "../../etc/passwd",
    "incoming",
    "a".repeat(63),
    "A".repeat(64),
    `${"a".repeat(64)}/..`,
    `${"a".repeat(63)}\0`,
  ])("%j opens nothing", async (key) => {
    await put(pngBytes());
    expect(await store.open(key)).toBeUndefined();
  });

  it("that nothing is kept under open nothing, also before there is a folder", async () => {
    expect(await store.open("a".repeat(64))).toBeUndefined();
  });
});

it("removes what a process that died left half received, and nothing that is under way", async () => {
  await put(pngBytes());
  const [dead, alive] = [join(folder, "incoming", "dead"), join(folder, "incoming", "alive")];
  for (const path of [dead, alive]) writeFileSync(path, "x");
  utimesSync(dead, new Date(0), new Date(0));
  await store.sweep();
  expect(readdirSync(join(folder, "incoming"))).toEqual(["alive"]);
});
