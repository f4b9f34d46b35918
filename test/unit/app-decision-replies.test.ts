import { describe, expect, it } from "vitest";
import { type ChatBench, createChatBench, type Seat } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { fileOf } from "../support/fetched-files.js";
import { codesOf, expectRefused, noticeOf } from "../support/step-notices.js";

const official = (bench: ChatBench): Seat => bench.seat("dukcapil", "official");

/** An available answer before the official. */
const asked = async (): Promise<ChatBench> => {
  const bench = createChatBench("jabar");
  await bench.type(bench.seat("dukcapil"), "/inquiry Kapan lampu jalan diperbaiki?");
  await bench.type(bench.seat("dukcapil"), "/answer 1 Besok.");
  await bench.relay();
  return bench;
};

const cardOf = async (bench: ChatBench, version = 1) =>
  bench.cardMessage(`approval:${(await bench.inquiry()).answers[version - 1]?.id}`);

/** Content before the official. */
const proposed = async (): Promise<ChatBench> => {
  const bench = createChatBench("kobar");
  await bench.type(bench.seat("dukcapil"), "/usul Kantor libur. tema=Libur tagar=Libur");
  await bench.press(bench.seat("dukcapil"), { command: "submit", values: { code: "KOBAR-26-0001" } });
  await bench.relay();
  return bench;
};

const selectionOf = async (bench: ChatBench) =>
  bench.cardMessage(`selection:${(await bench.proposal()).versions[0]?.id}`);

describe("one word in reply to the card before the official", () => {
  it.each(["setuju", "Setuju.", "OK", " oke ", "ACC!", "ya", "approved"])(
    "%s approves exactly this text",
    async (word) => {
      const bench = await asked();
      const step = await bench.write(official(bench), word, await cardOf(bench));
      const inquiry = await bench.inquiry();
      expect(inquiry).toMatchObject({ status: "ready", gate: { passed: true } });
      expect(inquiry.decisions).toMatchObject([{ kind: "approve", textId: inquiry.answers[0]?.id }]);
      expect(noticeOf(step, "decided").undo).toEqual({ decisionId: inquiry.decisions[0]?.id });
    },
  );

  it("acknowledges a report", async () => {
    const bench = createChatBench("jabar");
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan?");
    await bench.type(bench.seat("dukcapil"), "/forward 1 pupr");
    await bench.type(bench.seat("pupr"), "/answer 1 Senin.");
    await bench.relay();
    await bench.write(official(bench), "ok", await cardOf(bench));
    expect((await bench.inquiry()).decisions).toMatchObject([{ kind: "acknowledge" }]);
  });

  it("tolak asks for the reason, and rejects with it", async () => {
    const bench = await asked();
    const step = await bench.write(official(bench), "Tolak", await cardOf(bench));
    expect(step.rows).toMatchObject([{ content: { kind: "question", command: "reject", input: "reason" } }]);
    expect((await bench.inquiry()).decisions).toEqual([]);
    await bench.relay();
    const [question] = step.rows;
    if (!question) throw new Error("nothing was asked");
    await bench.write(official(bench), "Mohon sebutkan jadwalnya", bench.messageOf(question));
    expect((await bench.inquiry()).decisions).toMatchObject([{ kind: "reject", reason: "Mohon sebutkan jadwalnya" }]);
  });

  it("decides about content likewise", async () => {
    const bench = await proposed();
    const seat = official(bench);
    expect((await bench.write(seat, "perbaiki", await selectionOf(bench))).rows).toMatchObject([
      { content: { kind: "question", command: "reject", form: "sendBack" } },
    ]);
    await bench.write(seat, "setuju", await selectionOf(bench));
    expect((await bench.proposal()).status).toBe("ready");
  });

  it("never decides about a newer text than that of its card", async () => {
    const bench = await asked();
    const old = await cardOf(bench);
    await bench.type(bench.seat("dukcapil"), "/answer 1 Lusa.");
    await bench.relay();
    for (const word of ["setuju", "tolak"])
      expectRefused(await bench.write(official(bench), word, old), "oldText", official(bench));
    expect((await bench.inquiry()).decisions).toEqual([]);
  });

  it("of who may not decide is refused, and they are told who may", async () => {
    const bench = await asked();
    const officer = { ...bench.seat("dukcapil"), place: official(bench).place };
    for (const word of ["setuju", "tolak"]) {
      const step = await bench.write(officer, word, await cardOf(bench));
      expectRefused(step, "onlyRole", officer);
    }
    expect((await bench.inquiry()).decisions).toEqual([]);
  });

  it("counts on no other message", async () => {
    const bench = await asked();
    const home = bench.cardMessage(`case:${(await bench.inquiry()).id}`);
    await bench.write(official(bench), "setuju", home);
    await bench.write(official(bench), "setuju");
    expect((await bench.inquiry()).decisions).toEqual([]);
  });
});

describe("other words in reply to it", () => {
  it.each(["Setuju, tetapi ganti tanggalnya", "ok ok", "siap", "tidak setuju", "setuju?", "👍"])(
    "%s decides nothing, and the official is told how to",
    async (words) => {
      const bench = await asked();
      const step = await bench.write(official(bench), words, await cardOf(bench));
      expect(noticeOf(step, "repliedToApproval").row.whisperTo?.id).toBe(official(bench).userId);
      expect((await composed(bench, step)).text).toBe(
        'Balasan ini belum dihitung sebagai keputusan atas JABAR-26-0001. Mohon tekan tombol di kartunya, balas kartunya dengan satu kata "setuju", atau ketik /setuju JABAR-26-0001 atau /perbaiki JABAR-26-0001 ALASAN.',
      );
      expect((await bench.inquiry()).decisions).toEqual([]);
    },
  );

  it("a word with a file decides nothing", async () => {
    const bench = await asked();
    bench.attach(fileOf());
    const step = await bench.write(official(bench), "setuju", await cardOf(bench));
    expect(codesOf(step)).toEqual(["repliedToApproval", "filesIgnored"]);
    expect((await bench.inquiry()).decisions).toEqual([]);
  });

  it("are not answered once it was decided", async () => {
    const bench = await asked();
    await bench.type(official(bench), "/setuju 1");
    expect((await bench.write(official(bench), "Terima kasih", await cardOf(bench))).rows).toEqual([]);
  });
});
