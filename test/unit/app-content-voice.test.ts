import { describe, expect, it } from "vitest";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { fileOf, voice } from "../support/fetched-files.js";
import { codesOf, expectRefused, noticeOf } from "../support/step-notices.js";

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
    const [question] = (await bench.type(officer(bench), '/usul sumber="Surat edaran"')).rows;
    await bench.relay();
    if (!question) throw new Error("nothing was asked");
    bench.attach(voice);
    const [again] = (await bench.write(officer(bench), "", bench.messageOf(question))).rows;
    expect(again?.content).toMatchObject({ kind: "question", input: "theme", problem: "voiceContent" });
    await bench.relay();
    if (!again) throw new Error("nothing was asked");
    await bench.write(officer(bench), "Libur", bench.messageOf(again));
    expect((await bench.proposal()).draft?.content).toMatchObject({ theme: "Libur", source: "Surat edaran" });
  });

  it("and /answer to content is an answer to nothing, and kept nowhere", async () => {
    const bench = await proposed();
    bench.attach(voice);
    const step = await bench.type(officer(bench), "/jawab 1");
    expect(expectRefused(step, "voiceAnswer", officer(bench)).values).toEqual({});
  });
});

/** A version before the officials, whose reason for 👎 is asked for. */
const asked = async () => {
  const bench = await proposed();
  await bench.press(officer(bench), { command: "submit", values: { code: "1" } });
  await bench.relay();
  const official = bench.seat("dukcapil", "official");
  const { id, versions } = await bench.proposal();
  const [question] = (await bench.react(official, bench.cardMessage(`selection:${versions[0]?.id}`), "reject")).rows;
  await bench.relay();
  if (!question) throw new Error("nothing was asked");
  return { bench, official, id, answer: (words: string) => bench.write(official, words, bench.messageOf(question)) };
};

const picture = fileOf();

describe("what is sent with a reason", () => {
  it("is kept as a note: spoken, the reason itself is asked for again, and the note is not kept twice", async () => {
    const { bench, official, id, answer } = await asked();
    bench.attach(voice);
    const step = await answer("");
    expect(step.history).toMatchObject([
      { kind: "noted", subjectId: id, actor: official.userId, content: { attachments: [voice.file] } },
    ]);
    expect((await composed(bench, step)).text).toBe(
      "Pesan suara ini disimpan sebagai catatan JABAR-26-0001, lihat /riwayat JABAR-26-0001. Alasannya mohon diketik.",
    );
    const again = step.rows[1];
    expect(again?.content).toMatchObject({ kind: "question", input: "reason" });
    await bench.relay();
    if (!again) throw new Error("nothing was asked");
    const done = await bench.write(official, "Salah tanggal", bench.messageOf(again));
    expect(done.history.map(({ kind }) => kind)).toEqual(["decided"]);
    expect((await bench.proposal()).status).toBe("returned");
  });

  it("stands in the history beside a reason that was typed", async () => {
    const { bench, official, id, answer } = await asked();
    bench.attach(picture);
    const step = await answer("Lihat coretan saya.");
    expect(step.history).toMatchObject([
      { kind: "decided", content: { reason: "Lihat coretan saya." } },
      { kind: "noted", subjectId: id, content: { text: "", attachments: [picture.file] } },
    ]);
    expect(noticeOf(step, "filesKept").values).toEqual({ code: "JABAR-26-0001" });
    expect((await composed(bench, await bench.type(official, "/history 1"))).text).toContain(picture.file.name);
  });

  it.each(["/close 1 Acaranya batal", "/reject 1 Mohon lihat foto"])("is kept with %s", async (line) => {
    const { bench, official, id } = await asked();
    bench.attach(picture);
    const step = await bench.type(official, line);
    expect(step.history.at(-1)).toMatchObject({ kind: "noted", subjectId: id });
  });

  it("is kept with the reason a question is reopened for, and though that is refused", async () => {
    const bench = createChatBench("jabar");
    await bench.type(officer(bench), "/inquiry Kapan buka?");
    const { id } = await bench.inquiry();
    for (const kinds of [
      ["refused", "noted"],
      ["reopened", "noted"],
    ]) {
      bench.attach(picture);
      const step = await bench.type(officer(bench), "/reopen 1 Lihat foto");
      expect(step.history.map(({ kind, subjectId }) => [kind, subjectId])).toEqual(kinds.map((kind) => [kind, id]));
      await bench.type(officer(bench), "/close 1 spam");
    }
  });

  it("about nothing the person may decide is not kept, and they are told", async () => {
    const { bench } = await asked();
    bench.attach(picture);
    const step = await bench.type(bench.seat("dlh", "official"), "/reject 1 Lihat foto");
    expect(codesOf(step)).toEqual(["otherAgency", "filesIgnored"]);
    expect(step.history.map(({ kind }) => kind)).toEqual(["refused"]);
  });

  it("that cannot be had refuses it", async () => {
    const { bench, answer } = await asked();
    bench.attach({ kind: "missing", name: "film.mp4", why: "tooLarge" });
    expect(codesOf(await answer("Lihat film"))).toEqual(["fileTooLarge"]);
    expect((await bench.proposal()).status).toBe("submitted");
  });
});

describe("a reply to a proposal's card without a command", () => {
  const told = async (bench: ChatBench, step: Step) => (await composed(bench, step)).text;

  it("has its voice note kept, and says what to do", async () => {
    const bench = await proposed();
    const before = await bench.proposal();
    bench.attach(voice);
    const step = await bench.write(officer(bench), " Tolong dengar. ", bench.cardMessage(`proposal:${before.id}`));
    expect(step.history).toMatchObject([
      { kind: "noted", subjectId: before.id, content: { text: "Tolong dengar.", attachments: [voice.file] } },
    ]);
    expect(await told(bench, step)).toBe(
      "Pesan suara ini disimpan sebagai catatan JABAR-26-0001. Balasan ini tidak mengubah JABAR-26-0001. Untuk mengubahnya, mohon balas kartunya dengan /usul dan isiannya.",
    );
    expect(await bench.proposal()).toEqual(before);
  });

  it("has an official's picture kept, which decides nothing", async () => {
    const { bench, official } = await asked();
    const { id, versions, status } = await bench.proposal();
    bench.attach(picture);
    const step = await bench.write(official, "", bench.cardMessage(`selection:${versions[0]?.id}`));
    expect(step.history).toMatchObject([{ kind: "noted", subjectId: id }]);
    expect(await told(bench, step)).toContain("Berkas ini disimpan sebagai catatan JABAR-26-0001. Balasan ini belum");
    expect((await bench.proposal()).status).toBe(status);
  });

  it("of somebody who neither writes nor decides it is not kept, and they are told", async () => {
    const bench = await proposed();
    bench.attach(picture);
    const auditor = { ...bench.seat("dukcapil", "auditor"), place: bench.place("dukcapil") };
    const step = await bench.write(auditor, "", bench.cardMessage(`proposal:${(await bench.proposal()).id}`));
    expect(codesOf(step)).toEqual(["repliedToContent", "filesIgnored"]);
    expect(step.history).toEqual([]);
  });

  it("with a file that cannot be had is refused", async () => {
    const bench = await proposed();
    bench.attach({ kind: "missing", name: "a.jpg", why: "empty" });
    const step = await bench.write(officer(bench), "", bench.cardMessage(`proposal:${(await bench.proposal()).id}`));
    expect(codesOf(step)).toEqual(["fileEmpty"]);
  });
});

describe("files nothing has a use for", () => {
  it("are told not to be kept: with words said to nobody, and in reply to a closed question", async () => {
    const bench = createChatBench("jabar");
    bench.attach(picture);
    expect(codesOf(await bench.write(officer(bench), "Halo"))).toEqual(["seeHelp", "filesIgnored"]);
    await bench.type(officer(bench), "/inquiry Kapan buka?");
    await bench.relay();
    await bench.type(officer(bench), "/close 1 spam");
    bench.attach(voice);
    const step = await bench.write(officer(bench), "", bench.cardMessage(`case:${(await bench.inquiry()).id}`));
    expect((await composed(bench, step)).text).toBe(
      "Berkasnya tidak disimpan. Mohon kirim bersama /catat, /jawab atau /usul.",
    );
  });

  it("are told so in a dialogue too, and do not wait for its end", async () => {
    const bench = createChatBench("jabar");
    await bench.type(officer(bench), "/inquiry Kapan buka?");
    const [question] = (await bench.type(officer(bench), "/forward 1")).rows;
    await bench.relay();
    if (!question) throw new Error("nothing was asked");
    bench.attach(voice);
    expect(codesOf(await bench.write(officer(bench), "", bench.messageOf(question)))).toEqual(["filesIgnored"]);
  });
});
