import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Inbox } from "../../src/ports/chat/adapter.js";
import type { DeliveryFailure } from "../../src/ports/chat/failures.js";
import type { Block, DeliveryOp, Destination, OutboundMessage } from "../../src/ports/chat/outbound.js";
import type { UserRef } from "../../src/ports/chat/refs.js";
import { collect, pngBytes } from "../support/file-bytes.js";
import { createRecordingInbox, type RecordingInbox } from "../support/recording-inbox.js";
import {
  type AdapterBench,
  type CallFault,
  contractSurface,
  never,
  noDeadline,
  plain,
  postTo,
  RETRY_AFTER_S,
  type Session,
  sessionOf,
  withButton,
} from "./chat-adapter-bench.js";

/** What each way to go wrong means for what was to be delivered. */
const failures: readonly (readonly [CallFault, DeliveryFailure])[] = [
  ["server-error", { kind: "retryable", outcome: "unknown" }],
  ["dropped", { kind: "retryable", outcome: "unknown" }],
  ["unreachable", { kind: "retryable", outcome: "not-sent" }],
  ["credentials", { kind: "forbidden", reason: "credentials" }],
];

/** Every kind of block that is words, each with its own. */
const everyBlock: readonly Block[] = [
  { kind: "heading", text: "Judul" },
  {
    kind: "text",
    spans: [
      { kind: "bold", text: "tebal" },
      { kind: "plain", text: " dan " },
      { kind: "italic", text: "miring" },
      { kind: "code", text: "<kode>" },
      { kind: "link", text: "tautan", url: "https://example.org/a" },
      { kind: "time", text: "Senin 10.00", at: "2026-01-05T03:00:00.000Z" },
    ],
  },
  { kind: "fields", items: [{ label: "Status", value: [{ kind: "bold", text: "Terbuka" }] }] },
  { kind: "quote", spans: [{ kind: "plain", text: "kutipan *satu*" }] },
  { kind: "code", text: "baris()" },
  { kind: "divider" },
  { kind: "note", spans: [{ kind: "italic", text: "catatan kaki" }] },
];

const words = [
  ...["Judul", "tebal dan miring", "<kode>", "tautan", "Senin 10.00", "Status", "Terbuka"],
  ...["kutipan *satu*", "baris()", "catatan kaki"],
];

/** Runs what the contract asks of abilities that not every platform has. */
export const describeAbilities = (name: string, createBench: (inbox: Inbox) => Promise<AdapterBench>): void => {
  describe(`chat adapter contract, abilities: ${name}`, () => {
    let inbox: RecordingInbox;
    let bench: AdapterBench;
    let session: Session;

    beforeEach(async () => {
      inbox = createRecordingInbox();
      bench = await createBench(inbox);
      session = sessionOf(bench, inbox);
      await bench.adapter.start(bench.context);
    });
    afterEach(async () => {
      await bench.adapter.stop(noDeadline());
      await bench.dispose();
    });

    const whisper = (user: UserRef, otherwise: "conversation" | "drop"): DeliveryOp => {
      const to: Destination = { kind: "whisper", conversation: bench.driver.conversation, user, otherwise };
      return { kind: "post", to, message: plain("hanya untuk Anda") };
    };

    it("shows the words of every kind of block", async () => {
      await session.posted({ summary: "ringkasan", blocks: everyBlock });
      const [shown] = await session.ofBot();
      for (const each of words) expect(shown?.text).toContain(each);
    });

    it("answers the message it is to answer", async () => {
      const card = await session.posted(plain("kartu"), "1");
      const to: Destination = { kind: "conversation", conversation: bench.driver.conversation, replyTo: card.id };
      await session.deliver({ kind: "post", to, message: plain("jawaban") }, "2");
      expect((await session.ofBot()).map(({ replyTo }) => replyTo)).toEqual([undefined, card.id]);
    });

    it("posts though what it is to answer is gone", async () => {
      const card = await session.posted(plain("kartu"), "1");
      await session.deliver({ kind: "remove", target: card }, "2");
      const to: Destination = { kind: "conversation", conversation: bench.driver.conversation, replyTo: card.id };
      await session.deliver({ kind: "post", to, message: plain("jawaban") }, "3");
      expect((await session.ofBot()).map(({ text }) => text)).toEqual(["jawaban"]);
    });

    it("names a person who is to be told, and nobody because of a text", async ({ skip }) => {
      const { person } = bench.driver;
      if (person?.sign === undefined) return skip("no text of this platform calls anybody");
      const { user, sign } = person;
      await session.posted(plain(`kepada ${sign} dan @everyone`), "text");
      const mention: Block = { kind: "text", spans: [{ kind: "mention", user, fallback: "Budi" }] };
      await session.posted({ summary: "ringkasan", blocks: [mention] }, "mention");
      const seen = await session.ofBot();
      expect(seen.map(({ mentions }) => mentions)).toEqual([[], [user.id]]);
      expect(seen[0]?.text).toBe(`kepada ${sign} dan @everyone`);
    });

    describe("files", () => {
      const bytes = pngBytes();

      it("tells of a file with the words beside it, and opens it", async ({ skip }) => {
        const { driver, adapter } = bench;
        if (!driver.sendFile) return skip("the stand-in sends no files");
        expect(await driver.sendFile({ name: "jalan.png", bytes }, "jalan rusak")).toEqual({ acknowledged: true });
        const heard = session.lastEvent();
        expect(heard).toMatchObject({ type: "message", addressed: true, text: expect.stringContaining("jalan rusak") });
        const [file] = heard.files ?? [];
        if (file === undefined) throw new Error("no file was told of");
        expect(file).toMatchObject({ platform: adapter.platform, sizeBytes: bytes.length });
        expect(Buffer.from(await collect(await adapter.openFile(file, never)))).toEqual(Buffer.from(bytes));
      });

      it("sends a file of the program's, with its words", async ({ skip }) => {
        const { capabilities } = bench.adapter;
        const stored = await bench.keepFile?.(bytes);
        if (capabilities.files.perMessage === 0 || stored === undefined) return skip("no files go out");
        const file: Block = { kind: "file", ...stored, name: "jalan.png", altText: "Jalan berlubang" };
        const text: Block = { kind: "text", spans: [{ kind: "plain", text: "Lampiran" }] };
        await session.posted({ summary: "ringkasan", blocks: [text, file] });
        const [shown] = await session.ofBot();
        expect(shown?.text).toContain("Lampiran");
        expect(shown?.files.map((each) => Buffer.from(each.bytes))).toEqual([Buffer.from(bytes)]);
      });
    });

    describe("who and where", () => {
      it("tells a reaction of somebody hidden without naming anybody", async ({ skip }) => {
        if (!bench.driver.reactHidden) return skip("nobody is hidden here");
        const card = await session.posted(plain("kartu"));
        await bench.driver.reactHidden(card.id, "approve");
        expect(session.lastEvent()).toMatchObject({ type: "reaction", reaction: "approve", change: "added" });
        expect(session.lastEvent().actor).toBeUndefined();
      });

      it("takes what others say to each other, and keeps nothing of it", async ({ skip }) => {
        if (!bench.driver.sayToOthers) return skip("the bot is not told of it");
        expect(await bench.driver.sayToOthers("besok rapat jam 9")).toEqual({ acknowledged: true });
        expect(inbox.events).toEqual([]);
      });

      it("tells the thread of a command, and answers in it", async ({ skip }) => {
        const { driver } = bench;
        const { thread } = driver;
        if (!thread || !driver.commandInThread) return skip("there are no threads");
        await driver.commandInThread("status");
        expect(session.lastEvent()).toMatchObject({ type: "command", command: "status", conversation: thread });
        const posted = await session.posted(plain("di utas"), "thread", thread);
        const { thread: _thread, ...place } = thread;
        expect(posted).toMatchObject(place);
        expect((await session.ofBot()).at(-1)).toMatchObject({ text: "di utas", thread: thread.thread });
      });

      it("tells one person alone what is whispered after they pressed a button", async ({ skip }) => {
        const { driver } = bench;
        if (!driver.toldAlone || !driver.person) return skip("the stand-in cannot tell who sees it");
        const card = await session.posted(withButton("Setujui", "tok_1"));
        await driver.press(card.id, "Setujui");
        await session.deliver(whisper(driver.person.user, "conversation"), "whisper");
        expect(await driver.toldAlone()).toEqual(["hanya untuk Anda"]);
        expect(await session.ofBot()).toHaveLength(1);
      });

      it("tells nobody else what nobody else may hear", async ({ skip }) => {
        const { person } = bench.driver;
        if (!person) return skip("nobody is there");
        const dropped = await session.deliver(whisper(person.user, "drop"), "drop").catch((e: unknown) => e);
        if (dropped instanceof Error) expect(dropped).toMatchObject({ failure: { kind: "permanent" } });
        expect(await session.ofBot()).toEqual([]);
      });

      it("says a whisper to all, and for whom it is, where it can tell nobody alone", async ({ skip }) => {
        const { driver } = bench;
        if (!driver.toldAlone || !driver.person) return skip("the stand-in cannot tell who sees it");
        await session.deliver(whisper(driver.person.user, "conversation"), "whisper");
        const open = await session.ofBot();
        const texts = [...(await driver.toldAlone()), ...open.map(({ text }) => text)];
        expect(texts.length).toBeGreaterThan(0);
        for (const text of texts) expect(text).toContain("hanya untuk Anda");
        // In front of all it names whom it is for.
        for (const { mentions } of open) if (mentions) expect(mentions).toEqual([driver.person.user.id]);
        expect(open.length).toBeLessThanOrEqual(1);
      });
    });

    describe("coming and going", () => {
      it("tells that the bot was removed, and that nothing arrives there", async ({ skip }) => {
        const { driver } = bench;
        if (!driver.removeBot) return skip("nobody can remove the bot");
        expect(await driver.removeBot()).toEqual({ acknowledged: true });
        expect(session.lastEvent()).toMatchObject({ type: "removed", conversation: driver.conversation });
        const error = await session.failure(postTo(driver.conversation, plain("x")), "1");
        expect(error.failure).toEqual({ kind: "forbidden", reason: "not-a-member" });
      });

      it("tells another address of a chat, and where to send instead", async ({ skip }) => {
        const { driver } = bench;
        if (!driver.relocate) return skip("addresses stay");
        const { to, acknowledged } = await driver.relocate();
        expect(acknowledged).toBe(true);
        const moves = inbox.events.filter(({ type }) => type === "relocated");
        expect(moves.length).toBeGreaterThan(0);
        for (const move of moves) expect(move).toMatchObject({ conversation: to, from: driver.conversation });
        expect(new Set(inbox.events.map(({ type }) => type))).toEqual(new Set(["relocated"]));
        const error = await session.failure(postTo(driver.conversation, plain("x")), "1");
        expect(error.failure).toEqual({ kind: "relocated", to });
        await session.posted(plain("di rumah baru"), "2", to);
      });

      it("greets where it is added, and asks for what it lacks", async ({ skip }) => {
        if (!bench.driver.addBot) return skip("nobody can add the bot");
        const { greeting, needsAdmin } = contractSurface;
        const asMember = (await bench.driver.addBot("member")).join("\n");
        expect(asMember).toContain(greeting.id);
        const mustAsk = bench.adapter.capabilities.reactions.observe === "if-admin";
        if (mustAsk) expect(asMember).toContain(needsAdmin.id);
        const asAdministrator = (await bench.driver.addBot("administrator")).join("\n");
        expect(asAdministrator).toContain(greeting.id);
        expect(asAdministrator).not.toContain(needsAdmin.id);
        expect(inbox.events).toEqual([]);
      });
    });

    describe("failures", () => {
      const post = (message: OutboundMessage = plain("x")): DeliveryOp => postTo(bench.driver.conversation, message);

      it.for(failures)("calls %s what it is, after one attempt", async ([fault, failure], { skip }) => {
        if (!bench.driver.fail) return skip("no call fails");
        await bench.driver.fail(fault);
        expect((await session.failure(post(), "1")).failure).toEqual(failure);
        expect(await session.ofBot()).toEqual([]);
      });

      it("tells how long to wait when it was too much", async ({ skip }) => {
        if (!bench.driver.fail) return skip("no call fails");
        await bench.driver.fail("rate-limited");
        const { failure } = await session.failure(post(), "1");
        expect(failure).toMatchObject({ kind: "rate-limited", retryAfterMs: RETRY_AFTER_S * 1000 });
        await session.deliver(post(), "2");
        expect(await session.ofBot()).toHaveLength(1);
      });

      it("waits for an answer as long as it may, and does not know then", async ({ skip }) => {
        if (!bench.driver.fail) return skip("no call fails");
        const { reached } = await bench.driver.fail("silent");
        const patience = new AbortController();
        void reached.then(() => patience.abort());
        expect((await session.failure(post(), "1", patience.signal)).failure).toEqual({
          kind: "retryable",
          outcome: "unknown",
        });
      });
    });
  });
};
