import { describe, expect, it } from "vitest";
import type { MemoryOutboxRow } from "../../src/infra/memory/memory-tables.js";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { fileOf, voice } from "../support/fetched-files.js";
import { codesOf, expectRefused, noticeOf } from "../support/step-notices.js";

const TEXT = "Naskah yang diketik lama.";

const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");
const draftOf = async (bench: ChatBench) => (await bench.proposal()).draft?.content;
const questionOf = ({ rows }: Step): MemoryOutboxRow => {
  const found = rows.find(({ content }) => content.kind === "question");
  if (!found) throw new Error("nothing was asked");
  return found;
};
const said = (bench: ChatBench, row: MemoryOutboxRow) => composed(bench, { rows: [row] } as unknown as Step);

/** A draft without a theme, and the question for it. */
const begun = async (line = `/propose ${TEXT}`) => {
  const bench = createChatBench("jabar");
  const question = questionOf(await bench.type(officer(bench), line));
  await bench.relay();
  return { bench, question, answer: (words: string) => bench.write(officer(bench), words, bench.messageOf(question)) };
};

describe("a draft that lacks something", () => {
  it("is kept at once, and what it lacks is asked for", async () => {
    const { bench, question, answer } = await begun();
    expect(await draftOf(bench)).toMatchObject({ theme: "", body: TEXT });
    const asked = await said(bench, question);
    expect(asked.text).toBe(
      "JABAR-26-0001: Apa tema kontennya?\nMisalnya libur layanan\nKonsepnya sudah tersimpan, jadi boleh dijawab nanti.",
    );
    const step = await answer('Libur sumber="Surat edaran"');
    expect(await draftOf(bench)).toMatchObject({ theme: "Libur", body: TEXT, source: "Surat edaran" });
    expect(step.rows.map(({ content }) => content.kind)).not.toContain("question");
  });

  it.each([
    ["31 minutes later", async (bench: ChatBench) => bench.advance(31)],
    ["after another question", (bench: ChatBench) => bench.type(officer(bench), "/inquiry")],
    ["after /cancel", (bench: ChatBench) => bench.type(officer(bench), "/cancel")],
  ])("takes the answer %s", async (_, meanwhile) => {
    const { bench, answer } = await begun();
    await meanwhile(bench);
    await answer("Libur");
    expect(await draftOf(bench)).toMatchObject({ theme: "Libur", body: TEXT });
  });

  it("leaves another question open when it is answered", async () => {
    const { bench, answer } = await begun();
    const other = questionOf(await bench.type(officer(bench), "/inquiry"));
    await bench.relay();
    await answer("Libur");
    await bench.write(officer(bench), "Kapan buka?", bench.messageOf(other));
    expect((await bench.inquiry(2)).text).toBe("Kapan buka?");
  });

  it("takes no answer to what somebody has said meanwhile", async () => {
    const { bench, answer } = await begun();
    await bench.type(officer(bench), "/propose kode=1 tema=Lebaran");
    expectRefusedAbout(await answer("Libur"), "stale");
    expect(await draftOf(bench)).toMatchObject({ theme: "Lebaran" });
  });

  it("asks for a theme before a text, each once it is begun", async () => {
    const bench = createChatBench("jabar");
    const first = questionOf(await bench.type(officer(bench), '/propose sumber="Surat edaran"'));
    await bench.relay();
    await expect(bench.proposal()).rejects.toThrow("no proposal");
    const second = questionOf(await bench.write(officer(bench), "Libur", bench.messageOf(first)));
    await bench.relay();
    expect(await draftOf(bench)).toMatchObject({ theme: "Libur", body: "", source: "Surat edaran" });
    expect((await said(bench, second)).text).toContain("Mohon kirim naskah kontennya.");
    await bench.write(officer(bench), TEXT, bench.messageOf(second));
    expect(await draftOf(bench)).toMatchObject({ theme: "Libur", body: TEXT });
  });

  it("is begun by a picture alone", async () => {
    const bench = createChatBench("jabar");
    bench.attach(fileOf());
    await bench.type(officer(bench), "/propose");
    expect(await draftOf(bench)).toMatchObject({ theme: "", body: "", attachments: [fileOf().file] });
  });

  it("keeps a voice note said instead, asks for words, and the question stands", async () => {
    const { bench, answer } = await begun();
    const { id } = await bench.proposal();
    bench.attach(voice);
    const step = await answer("");
    expect(noticeOf(step, "voiceContent").values).toMatchObject({ kept: "yes" });
    expect(step.history).toMatchObject([{ kind: "refused" }, { kind: "noted", subjectId: id }]);
    await answer("Libur");
    expect(await draftOf(bench)).toMatchObject({ theme: "Libur" });
  });

  it("refuses a theme that is too long, and the question stands", async () => {
    const { bench, answer } = await begun();
    expect(codesOf(await answer("a".repeat(501)))).toEqual(["tooLong"]);
    await answer("Libur");
    expect(await draftOf(bench)).toMatchObject({ theme: "Libur" });
  });

  it("cannot go before the officials, its card and the refusal say why, and any way fills it", async () => {
    const { bench } = await begun();
    const { id, code } = await bench.proposal();
    const card = await composed(bench, await bench.type(officer(bench), "/status 1"));
    expect(card.text).toContain("⛔ Harus diperbaiki: Temanya belum diisi.");
    const step = await bench.press(officer(bench), { command: "submit", values: { code } });
    expectRefused(step, "contentIncomplete", officer(bench));
    expect((await composed(bench, step)).text).toBe(
      "JABAR-26-0001 belum lengkap. Temanya belum diisi. Mohon isi lewat tombol Ubah isian pada kartunya, atau balas kartunya dengan /usul dan isiannya.",
    );
    expectRefused(
      await bench.press(officer(bench), { command: "propose", values: { code } }),
      "contentIncomplete",
      officer(bench),
    );
    expect((await composed(bench, await bench.type(officer(bench), "/queue konten"))).text).toContain("tanpa tema");
    await bench.type(
      officer(bench),
      '/propose tema=Libur tagar=Libur sumber="Surat edaran"',
      bench.cardMessage(`proposal:${id}`),
    );
    await bench.press(officer(bench), { command: "submit", values: { code } });
    expect((await bench.proposal()).status).toBe("submitted");
  });

  it("shows the files of a text that is still to come", async () => {
    const { bench } = await begun("/propose tema=Libur tagar=Libur");
    const card = await composed(bench, await bench.type(officer(bench), "/status 1"));
    expect(card.text).toContain("Naskahnya belum diisi.");
    expect(card.text).toContain("Naskah yang sedang disusun\n#Libur");
  });
});

const expectRefusedAbout = (step: Step, code: "stale"): void => {
  expect(step.history).toMatchObject([{ kind: "refused", content: { why: code } }]);
  expect(codesOf(step)).toEqual([code]);
};
