import { beforeEach, describe, expect, it, vi } from "vitest";
import { FilesAway, GIVE_UP_MS, withFiles } from "../../src/infra/files/fetch-files.js";
import { DeliveryError, type DeliveryFailure } from "../../src/ports/chat/failures.js";
import type { FileRef } from "../../src/ports/chat/inbound.js";
import { maxFileBytes } from "../../src/ports/files.js";
import type { InboxWork } from "../../src/ports/protocol.js";
import { VersionConflict } from "../../src/ports/store.js";
import { pngBytes, streamOf } from "../support/file-bytes.js";
import { createMemoryFiles } from "../support/memory-files.js";
import { silentLogger } from "../support/silent-logger.js";

const ref = (name: string, change: Partial<FileRef> = {}): FileRef => ({
  platform: "simulator",
  handle: name,
  name,
  mediaType: "image/png",
  sizeBytes: 70,
  ...change,
});

const workWith = (files: readonly FileRef[], change: Partial<InboxWork> = {}): InboxWork => ({
  id: "1",
  governmentId: "g",
  leaseToken: "l",
  payload: {
    type: "chat",
    event: {
      type: "command",
      eventId: "e",
      occurredAt: "2026-03-02T02:00:00.000Z",
      conversation: { platform: "simulator", workspace: "g", channel: "c" },
      command: "inquiry",
      input: { kind: "text", text: "Kapan?" },
      files,
    },
  },
  ...change,
});

const failing = (failure: DeliveryFailure) => () => {
  throw new DeliveryError(failure, "simulator", "scripted");
};

let handled: InboxWork[];
let opened: string[];
let nowMs: number;
/** What opening a file of this name does; without an entry it is a picture. */
let script: Record<string, () => AsyncIterable<Uint8Array>>;

beforeEach(() => {
  handled = [];
  opened = [];
  nowMs = 0;
  script = {};
});

const createHandle = (conflicts = 0, patience: { claimMs?: number; silenceMs?: number } = {}) => {
  let left = conflicts;
  return withFiles(
    async (work) => {
      handled.push(work);
      if (left-- > 0) throw new VersionConflict("another");
      return "committed";
    },
    {
      store: createMemoryFiles(),
      openFile: async ({ handle }) => {
        opened.push(handle);
        return (script[handle] ?? (() => streamOf(pngBytes(handle))))();
      },
      isHeard: async ({ direct }) => direct === true,
      logger: silentLogger,
      nowMs: () => nowMs,
      claimMs: 5_000,
      silenceMs: 5_000,
      ...patience,
    },
  );
};

const outcome = () => handled.at(-1)?.files?.map((each) => (each.kind === "stored" ? each.file.name : each.why));

describe("files of an event", () => {
  it("are fetched in order before it is handled, once also when it is decided again", async () => {
    const handle = createHandle(1);
    const work = workWith([ref("a.png", { altText: "Lampu" }), ref("b.png")]);
    await expect(handle(work)).rejects.toBeInstanceOf(VersionConflict);
    await handle(work);
    expect(opened).toEqual(["a.png", "b.png"]);
    expect(handled[1]?.files).toEqual(handled[0]?.files);
    expect(handled[0]?.files).toMatchObject([
      { kind: "stored", file: { name: "a.png", mediaType: "image/png", altText: "Lampu" } },
      { kind: "stored", file: { name: "b.png" } },
    ]);
  });

  it("are fetched of what somebody says alone to the bot, where no chat is bound", async () => {
    const { governmentId: _, ...alone } = workWith([ref("a.png")]);
    if (alone.payload.type !== "chat") throw new Error("no event");
    const event = { ...alone.payload.event, direct: true as const };
    await createHandle()({ ...alone, payload: { type: "chat", event } });
    expect(outcome()).toEqual(["a.png"]);
  });

  it("are not fetched for a chat nobody bound, and are none where there are none", async () => {
    const { governmentId: _, ...stranger } = workWith([ref("a.png")]);
    await createHandle()(stranger);
    await createHandle()(workWith([]));
    expect(opened).toEqual([]);
    expect(handled.map(({ files }) => files)).toEqual([undefined, undefined]);
  });

  it.each([
    ["too large by the platform's word", "tooLarge", ref("x", { sizeBytes: maxFileBytes + 1 }), undefined],
    ["too large by its bytes", "tooLarge", ref("x"), () => streamOf(new Uint8Array(maxFileBytes + 1), 1 << 20)],
    ["a web page under a picture's name", "badType", ref("x"), () => streamOf(Buffer.from("<html>"))],
    ["empty", "empty", ref("x"), () => streamOf(new Uint8Array())],
    ["gone from the platform", "gone", ref("x"), failing({ kind: "permanent", reason: "gone" })],
    ["barred", "gone", ref("x"), failing({ kind: "forbidden", reason: "missing-scope" })],
  ] as const)("%s: the event is handled with the file named as missing", async (_, why, file, open) => {
    if (open) script.x = open;
    await createHandle()(workWith([ref("a.png"), file, ref("b.png")]));
    expect(outcome()).toEqual(["a.png", why, "b.png"]);
  });

  it("include those of the message a command answers, marked as such", async () => {
    const work = workWith([ref("a.png")]);
    if (work.payload.type !== "chat") throw new Error("no event");
    const { conversation } = work.payload.event;
    const inReplyTo = { message: { ...conversation, id: "1" }, files: [ref("b.png")] };
    await createHandle()({ ...work, payload: { type: "chat", event: { ...work.payload.event, inReplyTo } } });
    expect(handled[0]?.files?.map(({ quoted = false }) => quoted)).toEqual([false, true]);
    expect(outcome()).toEqual(["a.png", "b.png"]);
  });

  it("over ten are not fetched", async () => {
    await createHandle()(workWith(Array.from({ length: 12 }, (_, index) => ref(`${index}.png`))));
    expect(opened).toHaveLength(10);
    expect(outcome()?.slice(9)).toEqual(["9.png", "tooMany", "tooMany"]);
  });

  it.each([
    ["busy", failing({ kind: "rate-limited", retryAfterMs: 1, scope: "platform" })],
    [
      "cut off while it is read",
      async function* () {
        yield pngBytes();
        throw new Error("socket hang up");
      },
    ],
  ] as const)(
    "that cannot be had now (%s) put the event back; what was fetched is not fetched again",
    async (_, open) => {
      script.b = open;
      const handle = createHandle();
      const work = () => workWith([ref("a"), ref("b"), ref("c")]);
      await expect(handle(work())).rejects.toBeInstanceOf(FilesAway);
      expect(handled).toEqual([]);
      delete script.b;
      await handle(work());
      expect(opened).toEqual(["a", "b", "b", "c"]);
      expect(outcome()).toEqual(["a", "b", "c"]);
    },
  );

  it("that hang are let go in time", async () => {
    script.a = async function* () {
      await new Promise(() => {});
      yield pngBytes();
    };
    await expect(createHandle(0, { silenceMs: 20 })(workWith([ref("a")]))).rejects.toBeInstanceOf(FilesAway);
  });

  it("that take longer than a claim waits go on meanwhile, and are not begun again", async () => {
    let goOn = (): void => {};
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    script.a = async function* () {
      yield pngBytes("a").subarray(0, 10);
      await gate;
      yield pngBytes("a").subarray(10);
    };
    const handle = createHandle(0, { claimMs: 1 });
    const work = () => workWith([ref("a"), ref("b")]);
    await expect(handle(work())).rejects.toBeInstanceOf(FilesAway);
    goOn();
    await vi.waitFor(async () => expect(await handle(work())).toBe("committed"));
    expect(opened).toEqual(["a", "b"]);
    expect(outcome()).toEqual(["a", "b"]);
  });

  it("that cannot be had for five minutes hold up their chat no longer", async () => {
    script.a = failing({ kind: "retryable", outcome: "not-sent" });
    const handle = createHandle();
    await expect(handle(workWith([ref("a")]))).rejects.toBeInstanceOf(FilesAway);
    nowMs = GIVE_UP_MS;
    await expect(handle(workWith([ref("a")]))).rejects.toBeInstanceOf(FilesAway);
    nowMs += 1;
    await handle(workWith([ref("a"), ref("b")]));
    expect(outcome()).toEqual(["gone", "b"]);
  });

  it("called sound by the platform are sound, where the bytes may be either", async () => {
    const film = Buffer.from("\0\0\0\u0018ftypisom\0\0\0\0\0\0\0\0", "latin1");
    script.a = () => streamOf(film);
    script.b = () => streamOf(film);
    await createHandle()(workWith([ref("a", { mediaType: "audio/mp4" }), ref("b", { mediaType: "video/mp4" })]));
    const types = handled[0]?.files?.map((each) => each.kind === "stored" && each.file.mediaType);
    expect(types).toEqual(["audio/mp4", "video/mp4"]);
  });
});
