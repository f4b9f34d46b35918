import { beforeEach, describe, expect, it } from "vitest";
import { maxFileBytes } from "../../src/ports/files.js";
import { contractSurface } from "../contract/chat-adapter-bench.js";
import { allowedFiles, collect, pdfBytes, pngBytes, refusedFiles } from "../support/file-bytes.js";
import { createMemorySimulatorHost } from "../support/memory-simulator-host.js";
import { createRecordingInbox, type RecordingInbox } from "../support/recording-inbox.js";
import { createSimulatorBench, type SimulatorBench } from "../support/simulator-bench.js";

let bench: SimulatorBench;
let inbox: RecordingInbox;

beforeEach(async () => {
  inbox = createRecordingInbox();
  bench = createSimulatorBench(createMemorySimulatorHost(), inbox, contractSurface);
  await bench.adapter.start(bench.context);
});

const upload = async (bytes: Uint8Array) => {
  const response = await bench.call("POST", "/files", undefined, { body: Buffer.from(bytes) });
  return { status: response.status, body: (await response.json()) as { handle: string; error?: { code: string } } };
};
const handleOf = async (bytes: Uint8Array): Promise<string> => (await upload(bytes)).body.handle;
const send = (event: object) => bench.call("POST", "/events", { as: "budi", channel: "c-kominfo", ...event });
const list = async () =>
  (await (await bench.call("GET", "/channels/c-kominfo/messages")).json()) as {
    id: string;
    text: string;
    blocks: { kind: string; name?: string }[];
  }[];

describe("uploading", () => {
  it("answers the handle, and what the bytes are", async () => {
    expect(await upload(pngBytes())).toEqual({
      status: 201,
      body: { handle: expect.stringMatching(/^[0-9a-f]{64}$/), mediaType: "image/png", sizeBytes: pngBytes().length },
    });
  });

  it.each(refusedFiles)("refuses %s", async (_, bytes) => {
    expect(await upload(bytes)).toMatchObject({ status: 415, body: { error: { code: "bad-file-type" } } });
  });

  it("refuses what is empty or too large", async () => {
    expect(await upload(new Uint8Array())).toMatchObject({ status: 400, body: { error: { code: "empty-file" } } });
    const large = new Uint8Array(maxFileBytes + 1);
    expect(await upload(large)).toMatchObject({ status: 413, body: { error: { code: "file-too-large" } } });
  });

  it("refuses pages of other sites", async () => {
    const response = await bench.call("POST", "/files", undefined, {
      body: Buffer.from(pngBytes()),
      headers: { origin: "https://other.example" },
    });
    expect(response.status).toBe(403);
  });
});

describe("reading", () => {
  it.each(allowedFiles.filter(([mediaType]) => !mediaType.includes("officedocument")))(
    "gives %s back as it is, in a sandbox, to be shown only where it is a picture",
    async (mediaType, bytes) => {
      const response = await bench.call(
        "GET",
        `/files/${await handleOf(bytes)}?name=${encodeURIComponent("a\"b'/é.x")}`,
      );
      expect(response.status).toBe(200);
      const { headers } = response;
      expect(headers.get("content-type")).toBe(mediaType);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
      const kind = mediaType.startsWith("image/") ? "inline" : "attachment";
      expect(headers.get("content-disposition")).toMatch(
        new RegExp(`^${kind}; filename\\*=UTF-8''a_b%27_%C3%A9\\.x\\.\\w+$`),
      );
      expect(await collect(response.body as unknown as AsyncIterable<Uint8Array>)).toEqual(Buffer.from(bytes));
    },
  );

  it.each(["a".repeat(64), "..%2F..%2Fetc%2Fpasswd", "x"])("knows nothing under %s", async (key) => {
    expect((await bench.call("GET", `/files/${key}`)).status).toBe(404);
  });
});

describe("files with events", () => {
  it("go to the bot with a command and are shown with the message, by what they are", async () => {
    const handle = await handleOf(pngBytes());
    const files = [{ handle, name: "../lampu.exe", altText: " Lampu\nmati " }];
    expect((await send({ type: "command", text: "/status", files })).status).toBe(202);
    expect(inbox.events).toMatchObject([
      {
        type: "command",
        files: [
          { platform: "simulator", handle, name: "lampu.exe.png", mediaType: "image/png", altText: "Lampu mati" },
        ],
      },
    ]);
    expect(await list()).toMatchObject([
      { text: "/status", blocks: [{ kind: "text" }, { kind: "file", storeKey: handle, altText: "Lampu mati" }] },
    ]);
  });

  it("may come without words, and stay when words are edited in", async () => {
    const files = [{ handle: await handleOf(pdfBytes), name: "a.pdf" }];
    expect((await send({ type: "message", text: "", files })).status).toBe(202);
    const [message] = await list();
    expect(message).toMatchObject({ text: "", blocks: [{ kind: "file", name: "a.pdf" }] });
    await send({ type: "edited", message: message?.id, text: "@tanggap lihat" });
    expect(await list()).toMatchObject([{ text: "@tanggap lihat", blocks: [{ kind: "text" }, { kind: "file" }] }]);
  });

  it("of a person's message go with a command in reply to it", async () => {
    const handle = await handleOf(pngBytes());
    await send({ type: "message", text: "dari warga", files: [{ handle, name: "a.png", altText: "Lampu" }] });
    const [message] = await list();
    await send({ type: "command", text: "/inquiry", replyTo: message?.id });
    expect(inbox.events).toMatchObject([
      { type: "command", inReplyTo: { text: "dari warga", files: [{ handle, name: "a.png", altText: "Lampu" }] } },
    ]);
  });

  it("go with a form", async () => {
    const files = [{ handle: await handleOf(pngBytes()), name: "a.png" }];
    await send({ type: "form", form: "answer", values: { text: "Besok" }, files });
    expect(inbox.events).toMatchObject([{ type: "form", files: [{ name: "a.png" }] }]);
  });

  it.each([
    ["nothing at all", { type: "message", text: " " }, 400],
    ["a file nobody uploaded", { type: "message", text: "a", files: [{ handle: "a".repeat(64), name: "x" }] }, 404],
    ["eleven", { type: "message", text: "a", files: Array(11).fill({ handle: "a", name: "x" }) }, 400],
  ])("%s is refused and not shown", async (_, event, status) => {
    expect((await send(event)).status).toBe(status);
    expect(await list()).toEqual([]);
    expect(inbox.events).toEqual([]);
  });
});

describe("openFile", () => {
  const never = new AbortController().signal;
  const ref = { platform: "simulator", name: "a", mediaType: "image/png", sizeBytes: 1 } as const;

  it("gives the bytes; what is not there will not be had", async () => {
    const handle = await handleOf(pngBytes());
    expect(await collect(await bench.adapter.openFile({ ...ref, handle }, never))).toEqual(Buffer.from(pngBytes()));
    await expect(bench.adapter.openFile({ ...ref, handle: "x" }, never)).rejects.toMatchObject({
      failure: { kind: "permanent", reason: "gone" },
    });
  });
});
