import { describe, expect, it } from "vitest";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { codesOf, expectRefused, noticeOf } from "../support/step-notices.js";

const forwarded = async (): Promise<ChatBench> => {
  const bench = createChatBench("jabar");
  await bench.type(bench.seat("dukcapil"), "/inquiry Kapan jalan diperbaiki?");
  await bench.type(bench.seat("dukcapil"), "/forward 1 pupr");
  await bench.relay();
  return bench;
};

const cardOf = async (bench: ChatBench) => bench.cardMessage(`forward:${(await bench.inquiry()).forwards[0]?.id}`);

const offerOf = (step: Step, seat: Seat) => {
  const [row] = step.rows;
  if (row?.content.kind !== "offer") throw new Error("nothing was offered");
  expect(step.rows).toHaveLength(1);
  expect(row).toMatchObject({ to: seat.place, whisperTo: { id: seat.userId } });
  return { code: "JABAR-26-0001", reply: row.content.replyId };
};

const use = (values: Readonly<Record<string, string>>) => ({ command: "use", values });
const keep = (values: Readonly<Record<string, string>>) => ({ command: "keep", values });

describe("a plain reply to a card", () => {
  it("becomes nothing by itself: it is kept, and what to do with it is offered", async () => {
    const bench = await forwarded();
    const related = bench.seat("pupr");
    const before = await bench.inquiry();
    const step = await bench.write(related, "Siap", await cardOf(bench));
    const { reply } = offerOf(step, related);
    expect(await bench.inquiry()).toEqual(before);
    expect(await bench.store.replyById("jabar", reply)).toMatchObject({
      text: "Siap",
      state: "offered",
      personId: related.userId,
      message: step.message,
      inquiryId: before.id,
    });
  });

  it("Jadikan jawaban makes it the answer, once", async () => {
    const bench = await forwarded();
    const related = bench.seat("pupr");
    const offer = offerOf(await bench.write(related, "Perbaikan Senin.", await cardOf(bench)), related);
    await bench.press(related, use(offer));
    expect(await bench.inquiry()).toMatchObject({
      status: "reporting",
      answers: [{ text: "Perbaikan Senin.", origin: "forwarded", authorId: related.userId }],
    });
    expect((await bench.store.replyById("jabar", offer.reply))?.state).toBe("answer");
    expectRefused(await bench.press(related, use(offer)), "stale", related);
    expectRefused(await bench.press(related, keep(offer)), "stale", related);
  });

  it("Simpan catatan keeps it in the history and nothing else", async () => {
    const bench = await forwarded();
    const related = bench.seat("pupr");
    const offer = offerOf(await bench.write(related, "Izin, kami cek", await cardOf(bench)), related);
    const before = await bench.inquiry();
    const step = await bench.press(related, keep(offer));
    expect(noticeOf(step, "noted").row.whisperTo?.id).toBe(related.userId);
    expect(step.history).toMatchObject([
      {
        kind: "noted",
        subjectId: before.id,
        actor: related.userId,
        content: { text: "Izin, kami cek", by: related.userId },
      },
    ]);
    expect(await bench.inquiry()).toEqual(before);
    expect((await bench.store.replyById("jabar", offer.reply))?.state).toBe("note");
    expectRefused(await bench.press(related, use(offer)), "stale", related);
  });

  it("an edit counts until it was used, and not after", async () => {
    const bench = await forwarded();
    const related = bench.seat("pupr");
    const step = await bench.write(related, "Perbaikan Senen.", await cardOf(bench));
    const offer = offerOf(step, related);
    expect(await bench.edit(related, step.message, "Perbaikan Senin.")).toMatchObject({ rows: [], history: [] });
    await bench.press(related, use(offer));
    expect((await bench.inquiry()).answers).toMatchObject([{ text: "Perbaikan Senin." }]);
    const late = await bench.edit(related, step.message, "Perbaikan Kamis.");
    expect(noticeOf(late, "editTooLate")).toMatchObject({ values: {}, row: { whisperTo: { id: related.userId } } });
    expect((await bench.store.replyById("jabar", offer.reply))?.text).toBe("Perbaikan Senin.");
    expect((await bench.inquiry()).answers).toHaveLength(1);
  });

  it("an edit by somebody else, an empty one or one too long does not count", async () => {
    const bench = await forwarded();
    const related = bench.seat("pupr");
    const step = await bench.write(related, "Perbaikan Senin.", await cardOf(bench));
    const { reply } = offerOf(step, related);
    await bench.edit({ ...bench.seat("pupr", "official"), place: related.place }, step.message, "Palsu");
    await bench.edit(related, step.message, " \u200B ");
    await bench.edit(related, step.message, "a".repeat(10_001));
    expect((await bench.store.replyById("jabar", reply))?.text).toBe("Perbaikan Senin.");
    const longest = "a".repeat(10_000);
    await bench.edit(related, step.message, longest);
    expect((await bench.store.replyById("jabar", reply))?.text).toBe(longest);
  });

  it("made the answer by a colleague it is still the text of who wrote it, who may not approve it", async () => {
    const bench = await forwarded();
    bench.register((directory) => ({
      ...directory,
      appointments: [
        ...directory.appointments,
        {
          id: "appointment-second",
          personId: "jabar-dukcapil-official",
          agencyId: "jabar-dukcapil",
          role: "officer",
          position: "Petugas",
          instrument: "Surat Perintah",
          number: "1",
          validFrom: new Date(0),
        },
      ],
    }));
    const officer = bench.seat("dukcapil");
    const both = { ...bench.seat("dukcapil", "official"), place: officer.place };
    const home = bench.cardMessage(`case:${(await bench.inquiry()).id}`);
    const offer = offerOf(await bench.write(both, "Kami jawab sendiri.", home), both);
    await bench.press(officer, use(offer));
    expect(await bench.inquiry()).toMatchObject({ status: "approval", answers: [{ authorId: both.userId }] });
    expectRefused(await bench.type(both, "/approve 1"), "ownText", both);
  });

  it("from an agency that has no open forward any more is refused when it is to be used", async () => {
    const bench = await forwarded();
    const related = bench.seat("pupr");
    const offer = offerOf(await bench.write(related, "Perbaikan Senin.", await cardOf(bench)), related);
    await bench.type(related, "/return 1 Bukan kami");
    expectRefused(await bench.press(related, use(offer)), "noOpenForward", related);
    expect((await bench.store.replyById("jabar", offer.reply))?.state).toBe("offered");
  });

  it.each([
    ["to a closed case", async (bench: ChatBench) => void (await bench.type(bench.seat("dukcapil"), "/close 1 noted"))],
    ["of nothing that can be seen", async () => {}],
  ])("%s offers nothing", async (what, prepare) => {
    const bench = await forwarded();
    const card = await cardOf(bench);
    await prepare(bench);
    const step = await bench.write(bench.seat("pupr"), what.startsWith("of") ? " \u200B" : "Senin", card);
    expect(step).toMatchObject({ outcome: "committed", rows: [], history: [] });
  });

  it("by an official offers nothing: only officers answer", async () => {
    const bench = await forwarded();
    await bench.type(bench.seat("pupr"), "/answer 1 Senin.");
    await bench.relay();
    const [answer] = (await bench.inquiry()).answers;
    const step = await bench.write(
      bench.seat("dukcapil", "official"),
      "Baik",
      bench.cardMessage(`approval:${answer?.id}`),
    );
    expect(codesOf(step)).toEqual(["repliedToApproval"]);
    expect(await bench.store.replyByMessage("jabar", step.message)).toBeUndefined();
  });

  it("to news of a case is no reply to its card: a courtesy becomes nothing, and one line says how to answer", async () => {
    const bench = await forwarded();
    const related = bench.seat("pupr");
    const news = noticeOf(await bench.type(related, "/answer 1 Senin."), "done");
    await bench.relay();
    const step = await bench.write(related, "Siap, terima kasih", bench.messageOf(news.row));
    expect(step.rows).toHaveLength(1);
    expect(noticeOf(step, "repliedToNotice").row.whisperTo?.id).toBe(related.userId);
    expect(step.history).toEqual([]);
    expect(await bench.store.replyByMessage("jabar", step.message)).toBeUndefined();
  });

  it("that is too long is refused", async () => {
    const bench = await forwarded();
    const related = bench.seat("pupr");
    expectRefused(await bench.write(related, "a".repeat(10_001), await cardOf(bench)), "tooLong", related);
  });

  it("words about nothing are answered in a group with where help is, to that person alone", async () => {
    const bench = await forwarded();
    const officer = bench.seat("dukcapil");
    const step = await bench.write(officer, "halo");
    expect(step.rows).toMatchObject([
      { content: { kind: "notice", code: "seeHelp" }, whisperTo: { id: officer.userId } },
    ]);
    await bench.relay();
    const help = await bench.type(officer, "/bantuan");
    await bench.relay();
    const [row] = help.rows;
    if (!row) throw new Error("no help");
    expect(codesOf(await bench.write(officer, "makasih", bench.messageOf(row)))).toEqual(["seeHelp"]);
  });

  it("words about nothing are answered with the whole help alone with the bot", async () => {
    const bench = await forwarded();
    const { userId, place } = bench.seat("dukcapil");
    const conversation = { ...place, channel: userId };
    const { rows } = await bench.send({
      ...{ eventId: "halo", occurredAt: bench.now().toISOString(), conversation, direct: true },
      actor: { user: { ...place, id: userId }, displayName: userId, isBot: false },
      ...{ type: "message", message: { ...conversation, id: "halo" }, text: "halo", addressed: true },
    });
    expect(rows).toMatchObject([{ to: conversation, content: { kind: "help", roles: ["officer"] } }]);
  });
});

describe("an edit of a message that was carried out", () => {
  const message = (bench: ChatBench, seat: Seat, id: string) => ({ ...seat.place, id: `${bench.governmentId}-${id}` });
  const typed = async (bench: ChatBench, seat: Seat, command: string, text: string) => {
    const sent = message(bench, seat, command);
    const { platform, workspace, channel } = seat.place;
    await bench.send({
      eventId: `typed-${command}`,
      occurredAt: bench.now().toISOString(),
      conversation: { platform, workspace, channel },
      actor: { user: { platform, workspace, id: seat.userId }, displayName: "-", isBot: false },
      type: "command",
      command,
      input: { kind: "text", text },
      message: sent,
    });
    return sent;
  };

  it("changes nothing, and whoever logged the question is told so, alone", async () => {
    const bench = createChatBench("kobar");
    const officer = bench.seat("dukcapil");
    const sent = await typed(bench, officer, "inquiry", "Kapan lampu diperbaiki? kind=question");
    const before = await bench.inquiry();
    const step = await bench.edit(officer, sent, "/inquiry Kapan jalan diperbaiki? kind=question");
    expect(step.rows).toHaveLength(1);
    expect(noticeOf(step, "editTooLate")).toMatchObject({
      values: { opened: "yes" },
      inquiryId: before.id,
      row: { whisperTo: { id: officer.userId }, replyTo: { message: sent.id } },
    });
    expect(await bench.inquiry()).toEqual(before);
  });

  it("is told to whoever changed a case by it, too", async () => {
    const bench = createChatBench("kobar");
    const officer = bench.seat("dukcapil");
    await typed(bench, officer, "inquiry", "Kapan?");
    const sent = await typed(bench, officer, "answer", "1 Besok.");
    const step = await bench.edit(officer, sent, "/jawab 1 Lusa.");
    expect(noticeOf(step, "editTooLate").values).toEqual({});
    expect((await bench.inquiry()).answers).toMatchObject([{ text: "Besok." }]);
  });

  it("says nothing where the words stayed, somebody else did it, or nothing had come of the message", async () => {
    const bench = createChatBench("kobar");
    const officer = bench.seat("dukcapil");
    const sent = await typed(bench, officer, "inquiry", "Kapan?");
    expect((await bench.edit(officer, sent, "/inquiry  Kapan?\n")).rows).toEqual([]);
    const other = { ...bench.seat("dukcapil", "official"), place: officer.place };
    expect((await bench.edit(other, sent, "/inquiry Palsu")).rows).toEqual([]);
    const refused = await typed(bench, officer, "answer", "99 Besok.");
    expect((await bench.edit(officer, refused, "/answer 1 Besok.")).rows).toEqual([]);
  });

  it("counts the words given in answer to a question as well", async () => {
    const bench = createChatBench("kobar");
    const officer = bench.seat("dukcapil");
    const asked = await bench.type(officer, "/inquiry");
    await bench.relay();
    const [row] = asked.rows;
    if (!row) throw new Error("nothing was asked");
    const { message: words } = await bench.write(officer, "Kapan?", bench.messageOf(row));
    const step = await bench.edit(officer, words, "Di mana?");
    expect(noticeOf(step, "editTooLate").values).toEqual({ opened: "yes" });
  });

  it("of content changes nothing, and says how its text is changed as it stands", async () => {
    const bench = createChatBench("kobar");
    const officer = bench.seat("dukcapil");
    const official = bench.seat("dukcapil", "official");
    const sent = await typed(bench, officer, "usul", "Kantor libur. tema=Libur tagar=Libur");
    const before = await bench.proposal();
    const edited = () => bench.edit(officer, sent, "/usul Kantor buka. tema=Libur tagar=Libur");
    const said = async () => (await composed(bench, await edited())).text;
    expect(noticeOf(await edited(), "contentEditTooLate")).toMatchObject({
      proposalId: before.id,
      row: { whisperTo: { id: officer.userId }, replyTo: { message: sent.id } },
    });
    expect(await bench.proposal()).toEqual(before);
    const { code } = before;
    expect(await said()).toBe(
      `Pesan diedit, tetapi naskah ${code} tidak berubah. Untuk mengubahnya, mohon tekan tombol Ubah isian di kartunya, atau ketik /usul kode=${code} dan naskah barunya.`,
    );
    await bench.press(officer, { command: "submit", values: { code } });
    await bench.type(official, "/setuju 1");
    expect(await said()).toContain("tombol Sunting di kartunya");
    for (const url of ["https://x.com/dukcapil.contoh/status/1", "https://www.instagram.com/p/1"])
      await bench.type(officer, `/tayang 1 ${url}`);
    expect(await said()).toContain("Bila perlu diralat, mohon tekan tombol Ralat");
    const closed = await typed(bench, officer, "tutup", "1 Batal");
    expect(await said()).toContain("sudah ditarik");
    expect(noticeOf(await bench.edit(officer, closed, "/tutup 1 Salah"), "editTooLate").values).toEqual({});
  });
});
