import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Inbox } from "../../src/ports/chat/adapter.js";
import { DeliveryError } from "../../src/ports/chat/failures.js";
import type { DeliveryOp } from "../../src/ports/chat/outbound.js";
import type { MessageRef } from "../../src/ports/chat/refs.js";
import { hostileTexts, unstorableTexts } from "../support/hostile-texts.js";
import { createRecordingInbox, type RecordingInbox } from "../support/recording-inbox.js";
import { describeAbilities } from "./chat-adapter-abilities.js";
import {
  type AdapterBench,
  delivery,
  never,
  noDeadline,
  plain,
  postTo,
  type Session,
  sessionOf,
  withButton,
} from "./chat-adapter-bench.js";

/** Runs the contract every adapter keeps against one of them. */
export const describeChatAdapter = (name: string, createBench: (inbox: Inbox) => Promise<AdapterBench>): void => {
  describe(`chat adapter contract: ${name}`, () => {
    let inbox: RecordingInbox;
    let bench: AdapterBench;

    beforeEach(async () => {
      inbox = createRecordingInbox();
      bench = await createBench(inbox);
      await bench.adapter.start(bench.context);
    });
    afterEach(async () => {
      inbox.mode("take");
      await bench.adapter.stop(noDeadline());
      await bench.dispose();
    });

    const session = (): Session => sessionOf(bench, inbox);
    const deliver: Session["deliver"] = (...given) => session().deliver(...given);
    const posted: Session["posted"] = (...given) => session().posted(...given);
    const failure: Session["failure"] = (...given) => session().failure(...given);
    const ofBot: Session["ofBot"] = () => session().ofBot();
    const lastEvent: Session["lastEvent"] = () => session().lastEvent();

    describe("life", () => {
      it("rejects a second start", async () => {
        await expect(bench.adapter.start(bench.context)).rejects.toThrow();
      });

      it("tells its health from memory", async () => {
        const fresh = await createBench(createRecordingInbox());
        expect(fresh.adapter.health().state).toBe("stopped");
        await fresh.dispose();
        expect(["starting", "online"]).toContain(bench.adapter.health().state);
        await bench.adapter.stop(noDeadline());
        expect(bench.adapter.health().state).toBe("stopped");
        expect(bench.adapter.health().since).toBeInstanceOf(Date);
      });

      it("waits in stop for what it accepted, and stops once only", async () => {
        inbox.mode("hold");
        const called = inbox.called();
        const said = bench.driver.command("status");
        await called;
        let isStopped = false;
        const stopping = bench.adapter.stop(noDeadline()).then(() => {
          isStopped = true;
        });
        await turn();
        expect(isStopped).toBe(false);
        inbox.mode("take");
        await stopping;
        expect(await said).toEqual({ acknowledged: true });
        expect(inbox.events).toHaveLength(1);
        await bench.adapter.stop(noDeadline());
      });

      it("stops at its deadline though an event hangs", async () => {
        inbox.mode("hold");
        const called = inbox.called();
        const said = bench.driver.command("status");
        await called;
        await bench.adapter.stop(AbortSignal.abort());
        inbox.mode("take");
        await said;
      });

      it("takes nothing in after stop", async () => {
        await bench.adapter.stop(noDeadline());
        expect(await bench.driver.command("status")).toEqual({ acknowledged: false });
        expect(inbox.events).toEqual([]);
      });
    });

    describe("inbound", () => {
      it("acknowledges after the inbox has the event, not before", async () => {
        inbox.mode("hold");
        const called = inbox.called();
        let isAcknowledged = false;
        const said = bench.driver.command("status").then((sent) => {
          isAcknowledged = sent.acknowledged;
        });
        await called;
        await turn();
        expect(isAcknowledged).toBe(false);
        inbox.mode("take");
        await said;
        expect(isAcknowledged).toBe(true);
      });

      it("does not acknowledge what the inbox rejected, and takes it when it comes again", async () => {
        inbox.mode("reject");
        expect(await bench.driver.say("tolong dibantu")).toEqual({ acknowledged: false });
        inbox.mode("take");
        expect(await bench.driver.redeliver()).toEqual({ acknowledged: true });
        expect(inbox.events).toHaveLength(1);
        expect(await bench.driver.read()).toHaveLength(1);
      });

      it("makes one event of a redelivery", async () => {
        await bench.driver.command("status");
        expect(await bench.driver.redeliver()).toEqual({ acknowledged: true });
        expect(inbox.events).toHaveLength(1);
      });

      it("tells a command with its name and where it was typed", async () => {
        await bench.driver.command("status");
        const { conversation } = bench.driver;
        expect(lastEvent()).toMatchObject({ type: "command", command: "status", conversation });
        expect(lastEvent().actor).toMatchObject({ isBot: false, user: { platform: bench.adapter.platform } });
      });

      it("tells a text said to the bot, and what it answers", async () => {
        const card = await posted(plain("kartu KOBAR-26-0001"));
        await bench.driver.reply(card.id, "Siap, kami cek");
        expect(lastEvent()).toMatchObject({
          type: "message",
          text: "Siap, kami cek",
          addressed: true,
          inReplyTo: { message: card, text: expect.stringContaining("KOBAR-26-0001"), author: { isBot: true } },
        });
      });

      it("tells an edit of a text said to the bot", async () => {
        await bench.driver.say("salah ketik");
        await bench.driver.edit("betul ketik");
        if (bench.claims.includes("edited"))
          expect(lastEvent()).toMatchObject({ type: "edited", text: expect.stringContaining("betul ketik") });
        else expect(inbox.events.map(({ type }) => type)).toEqual(["message"]);
      });

      it("tells a pressed button by its token", async () => {
        const card = await posted(withButton("Setujui", "tok_1"));
        await bench.driver.press(card.id, "Setujui");
        expect(lastEvent()).toMatchObject({ type: "action", token: "tok_1", message: card });
      });

      it("tells a reaction by its meaning, and its removal", async () => {
        const card = await posted(plain("kartu"));
        await bench.driver.react(card.id, "approve");
        expect(lastEvent()).toMatchObject({ type: "reaction", reaction: "approve", change: "added", message: card });
        await bench.driver.unreact(card.id, "approve");
        expect(lastEvent()).toMatchObject({ type: "reaction", reaction: "approve", change: "removed", message: card });
        await bench.driver.react(card.id, "reject");
        expect(lastEvent()).toMatchObject({ type: "reaction", reaction: "reject", change: "added" });
        expect(new Set(inbox.events.map(({ eventId }) => eventId)).size).toBe(3);
      });

      it("tells a form's values", async () => {
        if (!bench.claims.includes("form")) return expect(bench.adapter.capabilities.forms.style).toBe("dialogue");
        await bench.driver.submit({ text: "Jawaban kami" });
        expect(lastEvent()).toMatchObject({ type: "form", form: "answer", values: { text: "Jawaban kami" } });
      });

      it("tells plain JSON: what is stored is what was said", async () => {
        await bench.driver.say("halo bot");
        expect(JSON.parse(JSON.stringify(lastEvent()))).toEqual(lastEvent());
        expect(new Date(lastEvent().occurredAt).toISOString()).toBe(lastEvent().occurredAt);
      });

      it.each(hostileTexts)("hears literally: %j", async (text) => {
        await bench.driver.say(text);
        const heard = lastEvent();
        expect(heard.type === "message" ? heard.text : heard).toContain(text);
      });
    });

    describe("openFile", () => {
      it("tells that a file nobody sent will never be had", async () => {
        const { platform } = bench.adapter;
        const nothing = { platform, handle: "0", name: "a.png", mediaType: "image/png", sizeBytes: 1 };
        const error = await bench.adapter.openFile(nothing, never).catch((e: unknown) => e);
        expect(error).toBeInstanceOf(DeliveryError);
        expect(error).toMatchObject({ failure: { kind: "permanent" } });
      });
    });

    describe("deliver", () => {
      it("posts once for all attempts with one key", async () => {
        const op = postTo(bench.driver.conversation, plain("satu kali"));
        const first = await deliver(op, "same", 1);
        if (bench.adapter.capabilities.dedupe === "none") return expect(await ofBot()).toHaveLength(1);
        expect(await deliver(op, "same", 2)).toEqual(first);
        expect((await ofBot()).map(({ text }) => text)).toEqual(["satu kali"]);
        await deliver(op, "other", 1);
        expect(await ofBot()).toHaveLength(2);
      });

      it("edits in place, a repeat included", async () => {
        const target = await posted(plain("lama"));
        const op: DeliveryOp = { kind: "edit", target, message: plain("baru") };
        expect((await deliver(op, "edit", 1)).message).toEqual(target);
        expect((await deliver(op, "edit", 2)).message).toEqual(target);
        expect((await ofBot()).map(({ text }) => text)).toEqual(["baru"]);
      });

      it("removes, a repeat included", async () => {
        const target = await posted(plain("hapus"));
        await deliver({ kind: "remove", target }, "remove", 1);
        await deliver({ kind: "remove", target }, "remove", 2);
        expect(await ofBot()).toEqual([]);
      });

      it("reacts and takes it back, repeats included", async () => {
        const target = await posted(plain("reaksi"));
        for (const reaction of bench.adapter.capabilities.reactions.send) {
          await deliver({ kind: "react", target, reaction }, `react ${reaction}`, 1);
          await deliver({ kind: "react", target, reaction }, `react ${reaction}`, 2);
          expect((await ofBot())[0]?.botReactions).toHaveLength(1);
          await deliver({ kind: "unreact", target, reaction }, `unreact ${reaction}`, 1);
          await deliver({ kind: "unreact", target, reaction }, `unreact ${reaction}`, 2);
          expect((await ofBot())[0]?.botReactions).toEqual([]);
        }
      });

      it.each(hostileTexts)("shows literally: %j", async (text) => {
        await posted(plain(text));
        expect((await ofBot())[0]?.text).toBe(bench.shownAs?.(text) ?? text);
      });

      it.each(unstorableTexts)("comes to no harm from %j", async (text) => {
        const outcome = await posted(plain(text)).catch((error: unknown) => error);
        if (outcome instanceof Error)
          expect(outcome).toMatchObject({ name: "DeliveryError", failure: { kind: "permanent" } });
        else expect(await ofBot()).toHaveLength(1);
      });

      it("takes a text of the size it names, and refuses a longer one for good", async () => {
        const { maxChars } = bench.adapter.capabilities.text;
        await posted(plain("a".repeat(maxChars)), "fits");
        const tooLong = postTo(bench.driver.conversation, plain("a".repeat(maxChars + 1)));
        expect((await failure(tooLong, "long")).failure).toEqual({ kind: "permanent", reason: "rejected-content" });
        expect(await ofBot()).toHaveLength(1);
      });

      it("carries a token of the size it names, and refuses a longer one for good", async () => {
        const { tokenBytes } = bench.adapter.capabilities.buttons;
        const card = await posted(withButton("Tekan", "t".repeat(tokenBytes)));
        await bench.driver.press(card.id, "Tekan");
        expect(lastEvent()).toMatchObject({ type: "action", token: "t".repeat(tokenBytes) });
        const tooLong = postTo(bench.driver.conversation, withButton("Tekan", "t".repeat(tokenBytes + 1)));
        expect((await failure(tooLong, "long")).failure.kind).toBe("permanent");
      });

      it("tells that a channel or a message is gone", async () => {
        const nowhere = { ...bench.driver.conversation, channel: "0" };
        const target: MessageRef = { ...bench.driver.conversation, id: "999999999" };
        const lost = { kind: "permanent", reason: "gone" };
        expect((await failure(postTo(nowhere, plain("x")), "1")).failure).toEqual(lost);
        expect((await failure({ kind: "edit", target, message: plain("x") }, "2")).failure).toEqual(lost);
        expect((await failure({ kind: "react", target, reaction: "approve" }, "3")).failure).toEqual(lost);
      });

      it("sends nothing when it was called off before", async () => {
        const op = postTo(bench.driver.conversation, plain("batal"));
        const error = await bench.adapter.deliver(delivery(op, "off"), AbortSignal.abort()).catch((e: unknown) => e);
        expect(error).toBeInstanceOf(DeliveryError);
        expect(error).toMatchObject({ failure: { kind: "retryable", outcome: "not-sent" } });
        expect(await ofBot()).toEqual([]);
      });
    });
  });
  describeAbilities(name, createBench);
};
