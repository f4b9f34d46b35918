import { describe, expect, it } from "vitest";
import { type ChatBench, createChatBench, type Seat } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { fileOf, voice } from "../support/fetched-files.js";
import { expectRefused, noticeOf } from "../support/step-notices.js";

const LINE = '/propose Kantor libur 5 Maret. tema="Libur" tagar=Libur sumber="Surat edaran"';

const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");

const proposed = async (): Promise<ChatBench> => {
  const bench = createChatBench("jabar");
  await bench.type(officer(bench), LINE);
  await bench.relay();
  return bench;
};

describe("a voice note with /propose", () => {
  it("is no text of content: how to send one is said, and nothing is begun", async () => {
    const bench = createChatBench("jabar");
    bench.attach(voice);
    const step = await bench.type(officer(bench), LINE);
    expectRefused(step, "voiceContent", officer(bench));
    expect((await composed(bench, step)).text).toBe(
      "Mohon maaf, pesan suara tidak dapat menjadi naskah konten. Mohon kirim naskahnya sebagai teks: /usul TEKS tema=TEMA.",
    );
    await expect(bench.proposal()).rejects.toThrow("no proposal");
  });

  it("in reply to a proposal's card is kept as a note of it, with what was written beside it, and changes nothing", async () => {
    const bench = await proposed();
    const before = await bench.proposal();
    bench.attach(fileOf(), voice);
    const step = await bench.type(officer(bench), "/usul Dengarkan.", bench.cardMessage(`proposal:${before.id}`));
    expect(step.history).toMatchObject([
      { kind: "refused", subjectId: before.id },
      { kind: "noted", subjectId: before.id, content: { text: "Dengarkan.", by: officer(bench).userId } },
    ]);
    expect(step.history[1]?.content).toMatchObject({ attachments: [{}, { key: voice.file.key }] });
    expect((await composed(bench, step)).text).toBe(
      "Mohon maaf, pesan suara tidak dapat menjadi naskah konten. Pesan suara ini disimpan sebagai catatan JABAR-26-0001. Mohon kirim naskahnya sebagai teks: /usul kode=JABAR-26-0001 TEKS.",
    );
    expect(await bench.proposal()).toEqual(before);
    expect((await composed(bench, await bench.type(officer(bench), "/history 1"))).text).toContain(
      "menyimpan catatan suara: Dengarkan.",
    );
  });

  it("alone keeps no words of the proposal as if they were said", async () => {
    const bench = await proposed();
    const { id } = await bench.proposal();
    bench.attach(voice);
    const step = await bench.type(officer(bench), "/usul", bench.cardMessage(`proposal:${id}`));
    expect(step.history[1]?.content).toMatchObject({ text: "" });
  });

  it("in reply to a case's card is kept with that case", async () => {
    const bench = createChatBench("jabar");
    await bench.type(officer(bench), "/inquiry Benarkah libur?");
    await bench.relay();
    const { id } = await bench.inquiry();
    bench.attach(voice);
    const step = await bench.type(officer(bench), "/usul", bench.cardMessage(`case:${id}`));
    expect(noticeOf(step, "voiceContent").values).toEqual({ code: "JABAR-26-0001", kept: "yes" });
    expect(step.history).toMatchObject([{ kind: "refused" }, { kind: "noted", subjectId: id }]);
    expect((await composed(bench, step)).text).toContain("/usul TEKS tema=TEMA kasus=JABAR-26-0001.");
  });

  it("of content another agency has is kept nowhere", async () => {
    const bench = await proposed();
    bench.attach(voice);
    const step = await bench.type(bench.seat("dlh"), "/usul kode=1");
    expect(expectRefused(step, "voiceContent", bench.seat("dlh")).values).toEqual({});
  });

  it("as the answer to a question leaves that question open, and what was said before", async () => {
    const bench = createChatBench("jabar");
    const [question] = (await bench.type(officer(bench), "/usul Kantor libur 5 Maret.")).rows;
    await bench.relay();
    if (!question) throw new Error("nothing was asked");
    bench.attach(voice);
    const [again] = (await bench.write(officer(bench), "", bench.messageOf(question))).rows;
    expect(again?.content).toMatchObject({ kind: "question", input: "theme", problem: "voiceContent" });
    await bench.relay();
    if (!again) throw new Error("nothing was asked");
    await bench.write(officer(bench), "Libur", bench.messageOf(again));
    expect((await bench.proposal()).draft?.content).toMatchObject({ theme: "Libur", body: "Kantor libur 5 Maret." });
  });

  it("and /answer to content is an answer to nothing, and kept nowhere", async () => {
    const bench = await proposed();
    bench.attach(voice);
    const step = await bench.type(officer(bench), "/jawab 1");
    expect(expectRefused(step, "voiceAnswer", officer(bench)).values).toEqual({});
  });
});
