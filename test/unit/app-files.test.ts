import { describe, expect, it } from "vitest";
import { hashedContent } from "../../src/domain/attachment.js";
import { systemIds } from "../../src/infra/system.js";
import { createChatBench } from "../support/chat-bench.js";
import { fileOf, voice } from "../support/fetched-files.js";
import { expectRefused, noticeOf } from "../support/step-notices.js";

const picture = fileOf();
const other = fileOf({ key: "c".repeat(64), name: "jadwal.pdf", mediaType: "application/pdf" });

const asked = async (government: "jabar" | "kobar" = "jabar") => {
  const bench = createChatBench(government);
  const officer = bench.seat("dukcapil");
  bench.attach(picture);
  await bench.type(officer, "/inquiry Kapan lampu diperbaiki?");
  await bench.relay();
  return { bench, officer };
};

describe("files with commands", () => {
  it("are stored with an inquiry and with each version of an answer, and the history tells of them", async () => {
    const { bench, officer } = await asked();
    expect((await bench.inquiry()).attachments).toEqual([picture.file]);
    bench.attach(picture, other);
    const step = await bench.type(officer, "/answer 1 Besok.");
    const [answer] = (await bench.inquiry()).answers;
    expect(answer?.attachments).toEqual([picture.file, other.file]);
    expect(answer?.hash).toBe(
      systemIds.hashOf(hashedContent({ text: "Besok.", attachments: [picture.file, other.file] })),
    );
    expect(step.history).toMatchObject([
      { kind: "answerSubmitted", content: { attachments: [{ key: picture.file.key }, {}] } },
    ]);
  });

  it("stay with a new text, are replaced by new ones, and go when nobody wants them; each is a version of its own", async () => {
    const { bench, officer } = await asked();
    bench.attach(picture);
    await bench.type(officer, "/answer 1 Besok.");
    expectRefused(await bench.type(officer, "/answer 1 Besok."), "unchanged", officer);
    await bench.type(officer, "/answer 1 Lusa.");
    bench.attach(other);
    await bench.type(officer, "/answer 1 Lusa.");
    await bench.type(officer, "/jawab 1 Lusa. lampiran=tanpa");
    const { answers, decisions } = await bench.inquiry();
    expect(answers.map(({ attachments }) => attachments.map(({ name }) => name))).toEqual([
      ["lampu.jpg"],
      ["lampu.jpg"],
      ["jadwal.pdf"],
      [],
    ]);
    expect(answers.at(-1)?.hash).toBe(systemIds.hashOf("Lusa."));
    expect(decisions).toEqual([]);
  });

  it("void what was approved when only they change", async () => {
    const { bench, officer } = await asked();
    const official = bench.seat("dukcapil", "official");
    await bench.type(officer, "/answer 1 Besok.");
    await bench.type(official, "/approve 1");
    expect((await bench.inquiry()).status).toBe("ready");
    bench.attach(picture);
    await bench.type(officer, "/answer 1 Besok.");
    expect(await bench.inquiry()).toMatchObject({ status: "approval", gate: { passed: false } });
  });

  it("come with a related agency's answer when it becomes version 1", async () => {
    const { bench, officer } = await asked();
    await bench.type(officer, "/forward 1 pupr");
    await bench.relay();
    bench.attach(other);
    await bench.type(bench.seat("pupr"), "/answer 1 Senin.");
    expect(await bench.inquiry()).toMatchObject({
      forwards: [{ answer: { text: "Senin.", attachments: [other.file] } }],
      answers: [{ origin: "forwarded", attachments: [other.file] }],
    });
  });

  it("of the holder's own do not pass as the agency's words", async () => {
    const { bench, officer } = await asked();
    await bench.type(officer, "/forward 1 pupr");
    await bench.relay();
    await bench.type(officer, "/answer 1 Jawaban kami.");
    await bench.type(bench.seat("pupr"), "/answer 1 Senin.");
    bench.attach(picture);
    await bench.type(officer, "/answer 1 Senin.");
    expect((await bench.inquiry()).answers.at(-1)?.origin).toBe("available");
    await bench.type(officer, "/answer 1 Senin. files=none");
    expect((await bench.inquiry()).answers.at(-1)?.origin).toBe("forwarded");
  });

  it("wait for what is asked after them", async () => {
    const { bench, officer } = await asked();
    bench.attach(other);
    const [question] = (await bench.type(officer, "/answer 1")).rows;
    await bench.relay();
    if (!question) throw new Error("nothing was asked");
    bench.attach(picture);
    await bench.write(officer, "Besok.", bench.messageOf(question));
    expect((await bench.inquiry()).answers).toMatchObject([
      { text: "Besok.", attachments: [other.file, picture.file] },
    ]);
  });

  it("have their names and alternative texts cleaned, whatever the platform says", async () => {
    const bench = createChatBench("jabar");
    bench.attach(fileOf({ name: "../../\u202Egpj.exe\0", altText: " \u200B " }));
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan?");
    const [file] = (await bench.inquiry()).attachments;
    expect(file).toEqual({ key: "a".repeat(64), name: "gpj.exe.jpg", mediaType: "image/jpeg", sizeBytes: 2_048 });
  });

  it("of a citizen's message come with the inquiry that takes its text, and with nothing else", async () => {
    const bench = createChatBench("jabar");
    const officer = bench.seat("dukcapil");
    bench.attach(other, { ...picture, quoted: true });
    await bench.type(officer, "/inquiry", { text: "Kapan lampu diperbaiki?" });
    expect(await bench.inquiry()).toMatchObject({
      text: "Kapan lampu diperbaiki?",
      attachments: [other.file, picture.file],
    });
    bench.attach({ ...voice, quoted: true });
    await bench.type(officer, "/answer 1 Besok.", { text: "dengar ini" });
    expect((await bench.inquiry()).answers).toMatchObject([{ text: "Besok.", attachments: [] }]);
    bench.attach({ kind: "missing", name: "x", why: "gone", quoted: true });
    expect((await bench.type(officer, "/status 1", { text: "apa ini" })).rows).toHaveLength(1);
    bench.attach({ kind: "missing", name: "x", why: "gone", quoted: true });
    expectRefused(await bench.type(officer, "/inquiry Ini?", { text: "apa ini" }), "fileGone", officer);
  });

  it("that a command has no use for are not kept, and the person is told", async () => {
    const { bench, officer } = await asked();
    bench.attach(picture);
    const step = await bench.type(officer, "/status 1");
    expect(step.rows.map(({ content }) => content.kind)).toEqual(["status", "notice"]);
    expect(step.rows[1]).toMatchObject({ whisperTo: { id: officer.userId }, content: { code: "filesIgnored" } });
  });
});

describe("files with a reply to a card", () => {
  it("are offered with it, and become the answer's", async () => {
    const { bench, officer } = await asked();
    bench.attach(picture);
    const step = await bench.write(officer, "Besok.", bench.cardMessage(`case:${(await bench.inquiry()).id}`));
    const [row] = step.rows;
    if (row?.content.kind !== "offer") throw new Error("nothing was offered");
    const reply = row.content.replyId;
    expect(await bench.store.replyById("jabar", reply)).toMatchObject({
      state: "offered",
      attachments: [picture.file],
    });
    await bench.press(officer, { command: "use", values: { code: "JABAR-26-0001", reply } });
    expect((await bench.inquiry()).answers).toMatchObject([{ text: "Besok.", attachments: [picture.file] }]);
  });

  it("without a text can only be kept, until the text is added", async () => {
    const { bench, officer } = await asked();
    bench.attach(picture);
    const step = await bench.write(officer, "", bench.cardMessage(`case:${(await bench.inquiry()).id}`));
    const [row] = step.rows;
    if (row?.content.kind !== "offer") throw new Error("nothing was offered");
    const values = { code: "JABAR-26-0001", reply: row.content.replyId };
    expectRefused(await bench.press(officer, { command: "use", values }), "emptyText", officer);
    const kept = await bench.press(officer, { command: "keep", values });
    expect(kept.history).toMatchObject([{ kind: "noted", content: { text: "", attachments: [picture.file] } }]);
  });

  it("that cannot be had refuse it: nothing is kept of it", async () => {
    const { bench, officer } = await asked();
    bench.attach(picture, { kind: "missing", name: "film.mp4", why: "tooLarge" });
    const step = await bench.write(officer, "Besok.", bench.cardMessage(`case:${(await bench.inquiry()).id}`));
    const { values } = noticeOf(step, "fileTooLarge");
    expect(values).toEqual({ file: "film.mp4", max: 20 });
    expect(await bench.store.replyByMessage("jabar", step.message)).toBeUndefined();
  });
});

describe("a voice note", () => {
  it("in reply to a card is kept as a note, and is no answer", async () => {
    const { bench, officer } = await asked();
    const before = await bench.inquiry();
    bench.attach(voice);
    const step = await bench.write(officer, "", bench.cardMessage(`case:${before.id}`));
    expect(noticeOf(step, "voiceKept").row.whisperTo?.id).toBe(officer.userId);
    expect(step.history).toMatchObject([
      { kind: "noted", subjectId: before.id, content: { by: officer.userId, attachments: [voice.file] } },
    ]);
    expect(await bench.inquiry()).toEqual(before);
    const reply = await bench.store.replyByMessage("jabar", step.message);
    expect(reply?.state).toBe("note");
    const values = { code: "JABAR-26-0001", reply: reply?.id ?? "" };
    expectRefused(await bench.press(officer, { command: "use", values }), "stale", officer);
  });

  it("with /answer is refused, also with a text, and kept with the case", async () => {
    const { bench, officer } = await asked();
    const before = await bench.inquiry();
    bench.attach(picture, voice);
    const step = await bench.type(officer, "/answer 1 Dengarkan saja.");
    expect(noticeOf(step, "voiceAnswer").values).toMatchObject({ kept: "yes" });
    expect(step.history.map(({ kind }) => kind)).toEqual(["refused", "noted"]);
    expect(await bench.inquiry()).toEqual(before);
  });

  it("as the answer to a question leaves the question open", async () => {
    const { bench, officer } = await asked();
    const [question] = (await bench.type(officer, "/answer 1")).rows;
    await bench.relay();
    if (!question) throw new Error("nothing was asked");
    bench.attach(voice);
    const [again] = (await bench.write(officer, "", bench.messageOf(question))).rows;
    expect(again?.content).toMatchObject({ kind: "question", input: "text", problem: "voiceAnswer" });
    await bench.relay();
    if (!again) throw new Error("nothing was asked");
    await bench.write(officer, "Besok.", bench.messageOf(again));
    expect((await bench.inquiry()).answers).toMatchObject([{ text: "Besok.", attachments: [] }]);
  });

  it("may be what a citizen sent", async () => {
    const bench = createChatBench("jabar");
    bench.attach(voice);
    await bench.type(bench.seat("dukcapil"), "/inquiry Warga bertanya lewat suara: kapan?");
    expect((await bench.inquiry()).attachments).toEqual([voice.file]);
  });
});
