import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApi } from "../../adapters/telegram/api.js";
import { defaultSettings } from "../../adapters/telegram/config.js";
import { createDeliver } from "../../adapters/telegram/deliver.js";
import { createOpenFile } from "../../adapters/telegram/files.js";
import { createQueries } from "../../adapters/telegram/queries.js";
import { createSaidLately } from "../../adapters/telegram/said-lately.js";
import { bold, text } from "../../src/chatkit/blocks.js";
import { DeliveryError } from "../../src/ports/chat/failures.js";
import type { Block } from "../../src/ports/chat/outbound.js";
import { maxFileBytes } from "../../src/ports/files.js";
import { allowedFiles, collect, pdfBytes, pngBytes } from "../support/file-bytes.js";
import { createMemoryFiles } from "../support/memory-files.js";
import { createFakeTelegramApi, refusal } from "../support/recorded-telegram-api.js";
import { group, inGroup, message } from "../support/telegram-delivery.js";

type Answer = (request: IncomingMessage, body: Buffer, response: ServerResponse) => void;

let answer: Answer;
let root: string;
let close: () => Promise<void>;
beforeEach(async () => {
  const server = createServer(async (request, response) => {
    answer(request, Buffer.from(await collect(request)), response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
});
afterEach(() => close());

const never = new AbortController().signal;
const failureOf = async (work: Promise<unknown>): Promise<DeliveryError> => {
  const error = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof DeliveryError)) throw new Error(`expected a DeliveryError, got ${String(error)}`);
  return error;
};

describe("a message with a file", () => {
  const files = createMemoryFiles();
  const posts: { readonly method: string; readonly form: FormData }[] = [];
  const refusals: string[] = [];
  beforeEach(() => {
    posts.length = 0;
    answer = async ({ url, headers }, body, response) => {
      const { "content-type": type = "" } = headers;
      const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
      posts.push({ method: url?.split("/").at(-1) ?? "", form });
      const description = refusals.shift();
      response.statusCode = description === undefined ? 200 : 400;
      response.end(
        JSON.stringify(
          description === undefined
            ? { ok: true, result: { message_id: 5 } }
            : { ok: false, error_code: 400, description },
        ),
      );
    };
  });

  const kept = async (bytes: Uint8Array, more: Partial<Extract<Block, { kind: "file" }>> = {}) => {
    const facts = await files.put(
      (async function* () {
        yield bytes;
      })(),
      { maxBytes: maxFileBytes },
    );
    if ("refused" in facts) throw new Error(facts.refused);
    const { key: storeKey, mediaType, sizeBytes } = facts;
    return { kind: "file", storeKey, name: "berkas", mediaType, sizeBytes, altText: "", ...more } as const;
  };
  const deliver = (blocks: readonly Block[], to = inGroup()) => {
    const api = createApi({ token: "1:secret", apiRoot: root });
    const queries = createQueries(1_000, () => {});
    const run = createDeliver({
      api,
      queries,
      said: createSaidLately(),
      settings: defaultSettings,
      files: () => files,
    });
    return run(
      { op: { kind: "post", to, message: message(...blocks) }, idempotencyKey: "k", attempt: 1, locale: "id" },
      never,
    );
  };

  /** The file in a form, and the name it stands under. */
  const fileIn = (form: FormData | undefined): readonly [string, File] => {
    for (const [name, value] of form ?? []) if (typeof value !== "string") return [name, value];
    throw new Error("no file was sent");
  };
  /** The store in memory knows no documents of offices. */
  const known = allowedFiles.filter(([mediaType]) => !mediaType.includes("officedocument"));

  it.each(known)("is sent as what it is, byte for byte: %s", async (mediaType, bytes) => {
    expect(await deliver([await kept(bytes)])).toEqual({ message: { ...group, id: "5" } });
    const [post] = posts;
    const [field, sent] = fileIn(post?.form);
    const as: Record<string, string> = {
      "image/jpeg": "photo",
      "image/png": "photo",
      "image/webp": "photo",
      "video/mp4": "video",
      "audio/ogg": "voice",
      "audio/mpeg": "audio",
      "audio/mp4": "audio",
    };
    expect(field).toBe(as[mediaType] ?? "document");
    expect(post?.method.toLowerCase()).toBe(`send${field}`);
    expect(new Uint8Array(await sent.arrayBuffer())).toEqual(new Uint8Array(bytes));
  });

  it("has its words and what it shows below it, with nested values as JSON", async () => {
    const to = inGroup({ replyTo: "8" });
    await deliver(
      [text(bold("KOBAR-26-0042")), await kept(pdfBytes, { name: 'sur"at\r\n.pdf', altText: "Surat" })],
      to,
    );
    const form = posts[0]?.form;
    expect(form?.get("caption")).toBe("KOBAR-26-0042\nSurat");
    expect(JSON.parse(String(form?.get("caption_entities")))).toEqual([{ type: "bold", offset: 0, length: 13 }]);
    expect(JSON.parse(String(form?.get("reply_parameters")))).toMatchObject({ message_id: 8 });
    expect(fileIn(form)).toMatchObject(["document", { name: "sur_at.pdf" }]);
  });

  it("shortens what the file shows to the room there is, and refuses more words than that", async () => {
    await deliver([text("a".repeat(1000)), await kept(pdfBytes, { altText: "kata ".repeat(100) })]);
    const caption = String(posts[0]?.form.get("caption"));
    expect(caption.length).toBeLessThanOrEqual(1024);
    expect(caption).toMatch(/\nkata( kata)+…$/);
    const error = await failureOf(deliver([text("a".repeat(1025)), await kept(pdfBytes)]));
    expect(error.failure).toEqual({ kind: "permanent", reason: "rejected-content" });
    expect(posts).toHaveLength(1);
  });

  it("is a document where Telegram cannot show it", async () => {
    refusals.push("Bad Request: PHOTO_INVALID_DIMENSIONS");
    await deliver([await kept(pngBytes())]);
    expect(posts.map(({ method }) => method)).toEqual(["sendPhoto", "sendDocument"]);
    expect(fileIn(posts[1]?.form)).toMatchObject(["document", { size: pngBytes().length }]);
  });

  it("is refused where nothing is kept under its key", async () => {
    const error = await failureOf(deliver([await kept(pdfBytes, { storeKey: "0" })]));
    expect(error).toMatchObject({ failure: { kind: "permanent" }, detail: "file-missing" });
    expect(posts).toEqual([]);
  });
});

describe("openFile", () => {
  const ref = { platform: "telegram", handle: "f1", name: "a.png", mediaType: "image/png", sizeBytes: 3 } as const;
  const open = (
    prepare: (telegram: ReturnType<typeof createFakeTelegramApi>) => void = () => {},
    patienceMs = 10_000,
  ) => {
    const telegram = createFakeTelegramApi(root);
    telegram.next("getFile", { file_id: "f1", file_path: "photos/1.png" });
    prepare(telegram);
    return createOpenFile(telegram.api, { ...defaultSettings, patienceMs });
  };
  const refusing = (status: number, description: string) => {
    const telegram = createFakeTelegramApi(root);
    telegram.next("getFile", refusal(status, description));
    return createOpenFile(telegram.api, defaultSettings);
  };

  it("gives the bytes behind the path Telegram names", async () => {
    const asked: (string | undefined)[] = [];
    answer = ({ url }, _, response) => {
      asked.push(url);
      response.end("abc");
    };
    expect(Buffer.from(await collect(await open()(ref, never))).toString()).toBe("abc");
    expect(asked).toEqual(["/file/bot1:secret/photos/1.png"]);
  });

  it.each([
    [400, "Bad Request: file is too big", { kind: "permanent", reason: "rejected-content" }],
    [400, "Bad Request: invalid file_id", { kind: "permanent", reason: "gone" }],
    [
      400,
      "Bad Request: wrong file_id or the file is temporarily unavailable",
      { kind: "retryable", outcome: "not-sent" },
    ],
    [429, "Too Many Requests: retry after 1", { kind: "rate-limited", retryAfterMs: 1000, scope: "conversation" }],
  ])("tells whether it is worth asking again: %i %s", async (status, description, failure) => {
    expect((await failureOf(refusing(status, description)(ref, never))).failure).toEqual(failure);
  });

  it("goes nowhere else, and tells no address", async () => {
    answer = (_, __, response) => response.writeHead(302, { location: `${root}/elsewhere` }).end();
    const error = await failureOf(open()(ref, never));
    expect(error.failure).toEqual({ kind: "retryable", outcome: "not-sent" });
    expect(`${error.message} ${error.stack} ${String(error.cause)}`).not.toContain("secret");
  });

  it("is worth asking again when the server has trouble", async () => {
    answer = (_, __, response) => response.writeHead(502).end();
    expect(await failureOf(open()(ref, never))).toMatchObject({ failure: { kind: "retryable" }, detail: "http-502" });
  });

  it("gives up where no byte comes any more, and where it breaks off", async () => {
    answer = (_, __, response) => response.writeHead(200, { "content-length": "9" }).write("abc");
    const stalled = await failureOf(open(undefined, 50)(ref, never).then(collect));
    expect(stalled).toMatchObject({ failure: { kind: "retryable", outcome: "not-sent" }, detail: "stalled" });
    answer = (_, __, response) => {
      response.writeHead(200, { "content-length": "9" }).write("abc", () => response.destroy());
    };
    const broken = await failureOf(open()(ref, never).then(collect));
    expect(broken.failure).toEqual({ kind: "retryable", outcome: "not-sent" });
  });

  it("ends when it is called off", async () => {
    const off = new AbortController();
    answer = (_, __, response) => response.writeHead(200, { "content-length": "9" }).write("abc", () => off.abort());
    expect((await failureOf(open()(ref, off.signal).then(collect))).failure.kind).toBe("retryable");
  });
});
