import { type Context, Hono } from "hono";
import { cleanAltText, cleanFileName } from "../../src/chatkit/file-name.js";
import type { ChatAdapter } from "../../src/ports/chat/adapter.js";
import { DeliveryError } from "../../src/ports/chat/failures.js";
import type { FileRef } from "../../src/ports/chat/inbound.js";
import { type FileRefusal, type FileStore, maxFileBytes } from "../../src/ports/files.js";
import type { EventRequest } from "./event-schema.js";
import { type Refusal, refuse, unavailable } from "./refusal.js";
import { requestBody } from "./request-body.js";

type Sent = NonNullable<Extract<EventRequest, { type: "message" }>["files"]>;

const refusals: Readonly<Record<FileRefusal, Refusal>> = {
  tooLarge: refuse(413, "file-too-large", `A file may have ${maxFileBytes} bytes.`),
  badType: refuse(415, "bad-file-type", "The file is of no kind that is kept, whatever it is called."),
  empty: refuse(400, "empty-file", "The file is empty."),
};

const unknownFile = (): Refusal => refuse(404, "unknown-file", "There is no such file.");

/** What a browser may show in place; everything else is only saved. */
const SHOWN = new Set(["image/jpeg", "image/png", "image/webp", "image/gif"]);

/** RFC 6266 with the name as RFC 8187 wants it. */
const disposition = (mediaType: string, name: string): string => {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
  return `${SHOWN.has(mediaType) ? "inline" : "attachment"}; filename*=UTF-8''${encoded}`;
};

const headersOf = (mediaType: string, sizeBytes: number, name: string) => ({
  "content-type": mediaType,
  "content-length": String(sizeBytes),
  "content-disposition": disposition(mediaType, name),
  "content-security-policy": "sandbox; default-src 'none'",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  // The key is the content's hash: what is under it never changes.
  "cache-control": "private, max-age=31536000, immutable",
});

const streamOf = (bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> => {
  const source = bytes[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await source.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await source.return?.();
      },
    },
    { highWaterMark: 0 },
  );
};

type Answer = (c: Context, refusal: Refusal) => Response;

/** Of a refused upload so much more is read and dropped before it is answered. */
const DRAINED_BYTES = maxFileBytes;

/** Nobody is there to be told; only the program's log would take it for an error. */
const brokenOff = (): Refusal => refuse(400, "broken-off", "The upload ended before the file did.");

const takeUpload = async (files: FileStore, request: Request, stopped: AbortSignal) => {
  if (request.body === null) return { outcome: { refused: "empty" } as const, isRead: true };
  const { bytes, drain } = requestBody(request.body);
  const signal = AbortSignal.any([stopped, request.signal]);
  const isTooLarge = Number(request.headers.get("content-length") ?? 0) > maxFileBytes;
  const outcome = isTooLarge
    ? ({ refused: "tooLarge" } as const)
    : await files.put(bytes, { maxBytes: maxFileBytes, signal });
  return { outcome, isRead: "refused" in outcome ? await drain(DRAINED_BYTES, signal) : true };
};

/** Uploading a file's raw bytes, and reading them again. Bodies are limited while they are read. */
export const fileRoutes = (files: FileStore, stopped: AbortSignal, answer: Answer): Hono =>
  new Hono()
    .post("/files", async (c) => {
      const taken = await takeUpload(files, c.req.raw, stopped).catch((error: unknown) => {
        if (stopped.aborted || c.req.raw.signal.aborted) return undefined;
        throw error;
      });
      if (taken === undefined) return answer(c, stopped.aborted ? unavailable() : brokenOff());
      const { outcome, isRead } = taken;
      if (!isRead) c.header("connection", "close");
      if ("refused" in outcome) return answer(c, refusals[outcome.refused]);
      const { key, mediaType, sizeBytes } = outcome;
      return c.json({ handle: key, mediaType, sizeBytes }, 201);
    })
    .get("/files/:key", async (c) => {
      const file = await files.open(c.req.param("key"));
      if (file === undefined) return answer(c, unknownFile());
      const name = cleanFileName(c.req.query("name") ?? "", file.mediaType);
      return c.body(streamOf(file.bytes), 200, headersOf(file.mediaType, file.sizeBytes, name));
    });

/** What a person attached, as events carry it; refused where a handle names nothing. */
export const refsOf = async (
  files: Pick<FileStore, "open">,
  sent: Sent | undefined,
): Promise<readonly FileRef[] | Refusal> => {
  const refs: FileRef[] = [];
  for (const { handle, name, altText } of sent ?? []) {
    const file = await files.open(handle);
    if (file === undefined) return unknownFile();
    const { mediaType, sizeBytes } = file;
    const described = cleanAltText(altText);
    refs.push({
      platform: "simulator",
      handle,
      name: cleanFileName(name, mediaType),
      mediaType,
      sizeBytes,
      ...(described === undefined ? {} : { altText: described }),
    });
  }
  return refs;
};

/** The adapter's `openFile`: the platform's files are the program's own. */
export const createOpenFile =
  (files: Pick<FileStore, "open">): ChatAdapter["openFile"] =>
  async ({ handle }) => {
    const file = await files.open(handle).catch((cause: unknown) => {
      throw new DeliveryError({ kind: "retryable", outcome: "not-sent" }, "simulator", "store", { cause });
    });
    if (file === undefined) throw new DeliveryError({ kind: "permanent", reason: "gone" }, "simulator", "unknown-file");
    return file.bytes;
  };
