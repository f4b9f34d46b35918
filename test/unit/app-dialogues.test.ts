import { describe, expect, it } from "vitest";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { codesOf, expectRefused, noticeOf } from "../support/step-notices.js";

const URL = "https://contoh.invalid/p/1";

const withCase = async (government: "kobar" | "jabar" = "kobar"): Promise<ChatBench> => {
  const bench = createChatBench(government);
  await bench.type(bench.seat("dukcapil"), "/inquiry Kapan lampu jalan diperbaiki?");
  await bench.relay();
  return bench;
};

/** The question an event asked, sent as a message that can be replied to. */
const questionOf = async (bench: ChatBench, step: Step, seat: Seat) => {
  const row = step.rows.find(({ content }) => content.kind === "question");
  if (!row) throw new Error(`nothing was asked, but: ${codesOf(step).join()}`);
  expect(step.rows).toHaveLength(1);
  expect(row).toMatchObject({ to: seat.place, whisperTo: { id: seat.userId }, expectsReplyFrom: { id: seat.userId } });
  await bench.relay();
  return { content: row.content, message: bench.messageOf(row) };
};

const dialogueOf = (bench: ChatBench, { userId, place }: Seat) =>
  bench.store.dialogue(bench.governmentId, `${place.platform}:${place.workspace}:${place.channel}`, userId);

describe("what is missing is asked for, one question at a time", () => {
  it("the code, then the text", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const first = await questionOf(bench, await bench.type(officer, "/answer"), officer);
    const asking = { kind: "question", personId: officer.userId, at: bench.now().toISOString(), command: "answer" };
    expect(first.content).toEqual({ ...asking, input: "code" });
    const second = await questionOf(bench, await bench.write(officer, "1", first.message), officer);
    expect(second.content).toEqual({ ...asking, input: "text" });
    expect(await dialogueOf(bench, officer)).toMatchObject({
      command: "answer",
      asking: "text",
      values: { code: "1" },
    });
    await bench.write(officer, "Besok pagi.", second.message);
    expect((await bench.inquiry()).answers).toMatchObject([{ text: "Besok pagi.", authorId: officer.userId }]);
    expect(await dialogueOf(bench, officer)).toBeUndefined();
  });

  it("only the code, when the text is already there", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const { content, message } = await questionOf(bench, await bench.type(officer, "/answer Besok pagi."), officer);
    expect(content).toMatchObject({ input: "code" });
    await bench.write(officer, "KOBAR-26-0001", message);
    expect((await bench.inquiry()).answers).toMatchObject([{ text: "Besok pagi." }]);
  });

  it("only the text, in reply to a card", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const card = bench.cardMessage(`case:${(await bench.inquiry()).id}`);
    const { content } = await questionOf(bench, await bench.type(officer, "/answer", card), officer);
    expect(content).toMatchObject({ input: "text" });
  });

  it("never what is optional", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const { content, message } = await questionOf(bench, await bench.type(officer, "/forward 1"), officer);
    expect(content).toMatchObject({ input: "agencies" });
    await bench.write(officer, "PUPR", message);
    expect(await bench.inquiry()).toMatchObject({ status: "forwarded" });
  });

  it("takes key=value beside what was asked for, in either language", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const { message } = await questionOf(bench, await bench.type(officer, "/forward 1"), officer);
    await bench.write(officer, 'PUPR catatan="Mohon cek"', message);
    expect((await bench.inquiry()).forwards).toMatchObject([{ agencyId: "kobar-pupr", note: "Mohon cek" }]);
    const again = await questionOf(bench, await bench.type(bench.seat("pupr"), "/return 1"), bench.seat("pupr"));
    await bench.write(bench.seat("pupr"), "to=dishub Bukan kami", again.message);
    expect((await bench.inquiry()).forwards).toMatchObject([{ returned: { reason: "Bukan kami" } }]);
  });

  it("keeps key=value in the answer to a command that has no such inputs", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const { message } = await questionOf(bench, await bench.type(officer, "/answer 1"), officer);
    await bench.write(officer, '"Rumusnya catatan=x"', message);
    expect((await bench.inquiry()).answers).toMatchObject([{ text: '"Rumusnya catatan=x"' }]);
  });

  it("a wrong answer is asked again with what is wrong about it, as often as it takes", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    await bench.type(officer, "/answer 1 Besok.");
    let { message } = await questionOf(bench, await bench.type(officer, "/posted 1"), officer);
    for (const wrong of ["di instagram", "ftp://contoh.invalid/x"]) {
      const again = await questionOf(bench, await bench.write(officer, wrong, message), officer);
      expect(again.content).toMatchObject({
        command: "posted",
        input: "url",
        problem: "badUrl",
        problemValues: { url: wrong },
      });
      message = again.message;
    }
    expect((await bench.inquiry()).status).toBe("ready");
    await bench.write(officer, URL, message);
    expect((await bench.inquiry()).publications).toMatchObject([{ url: URL }]);
  });

  it("an agency there is not is asked for again, with all that was said", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const { message } = await questionOf(bench, await bench.type(officer, "/forward 1"), officer);
    const wrong = await bench.write(officer, 'xyz catatan="Mohon cek"', message);
    const again = await questionOf(bench, wrong, officer);
    expect(again.content).toMatchObject({ command: "forward", input: "agencies", problem: "unknownAgency" });
    expect(wrong.history).toMatchObject([{ kind: "refused", content: { what: "forward", why: "unknownAgency" } }]);
    const own = await questionOf(bench, await bench.write(officer, "dukcapil", again.message), officer);
    expect(own.content).toMatchObject({ input: "agencies", problem: "ownAgency" });
    await bench.write(officer, "pupr", own.message);
    expect((await bench.inquiry()).forwards).toMatchObject([{ agencyId: "kobar-pupr", note: "Mohon cek" }]);
  });

  it("a code nobody knows and a repeated question nobody named are asked for again", async () => {
    const bench = await withCase();
    await bench.type(bench.seat("dukcapil"), "/inquiry Yang kedua?");
    const officer = bench.seat("dukcapil");
    const first = await questionOf(bench, await bench.type(officer, "/close"), officer);
    const code = await questionOf(bench, await bench.write(officer, "99", first.message), officer);
    expect(code.content).toMatchObject({ input: "code", problem: "unknownCase", problemValues: { code: "99" } });
    let asked = await questionOf(bench, await bench.write(officer, "2", code.message), officer);
    expect(asked.content).toMatchObject({ input: "reason" });
    for (const [said, problem] of [
      ["ganda", "originalNeeded"],
      ["ganda 99", "unknownCase"],
    ] as const) {
      asked = await questionOf(bench, await bench.write(officer, said, asked.message), officer);
      expect(asked.content).toMatchObject({ input: "reason", problem });
    }
    await bench.write(officer, "ganda 1", asked.message);
    expect((await bench.inquiry(2)).closed).toMatchObject({ reason: "duplicate" });
  });

  it("what is wrong of what was said before is asked for, and nothing else again", async () => {
    const bench = await withCase();
    const [officer, related] = [bench.seat("dukcapil"), bench.seat("pupr")];
    await bench.type(officer, "/forward 1 pupr");
    const first = await questionOf(bench, await bench.type(related, "/return 1 to=xyz"), related);
    const again = await questionOf(bench, await bench.write(related, "Bukan kami", first.message), related);
    expect(again.content).toMatchObject({ input: "to", problem: "unknownAgency", problemValues: { agency: "xyz" } });
    await bench.write(related, "dishub", again.message);
    expect((await bench.inquiry()).forwards).toMatchObject([{ returned: { reason: "Bukan kami" } }]);
  });

  it("an address of content that is none of a post is asked for again", async () => {
    const bench = createChatBench("kobar");
    const [officer, official] = [bench.seat("dukcapil"), bench.seat("dukcapil", "official")];
    await bench.type(officer, "/usul Kantor libur. tema=Libur tagar=Libur");
    await bench.press(officer, { command: "submit", values: { code: "KOBAR-26-0001" } });
    await bench.type(official, "/setuju 1");
    await bench.relay();
    const { message } = await questionOf(bench, await bench.type(officer, "/tayang 1"), officer);
    const again = await questionOf(
      bench,
      await bench.write(officer, "https://x.com/dukcapil.contoh", message),
      officer,
    );
    expect(again.content).toMatchObject({ input: "url", problem: "profileAddress" });
    await bench.write(officer, "https://x.com/dukcapil.contoh/status/1", again.message);
    expect((await bench.proposal()).publications).toHaveLength(1);
  });

  it("a text that is too long is asked for again", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const { message } = await questionOf(bench, await bench.type(officer, "/answer 1"), officer);
    const again = await questionOf(bench, await bench.write(officer, "a".repeat(10_001), message), officer);
    expect(again.content).toMatchObject({ problem: "tooLong", problemValues: { length: 10_001, max: 10_000 } });
  });

  it("outside a dialogue a wrong input is refused", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    await bench.type(officer, "/answer 1 Besok.");
    expectRefused(await bench.type(officer, "/posted 1 di instagram"), "badUrl", officer);
    expectRefused(await bench.type(officer, `/answer 1 ${"a".repeat(10_001)}`), "tooLong", officer);
    expectRefused(await bench.type(officer, "/answer 1 \u200B\u2060"), "emptyText", officer);
    expect(await dialogueOf(bench, officer)).toBeUndefined();
  });

  it("a refused end of a dialogue ends it", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const { message } = await questionOf(bench, await bench.type(officer, "/reopen 1"), officer);
    expectRefused(await bench.write(officer, "Warga bertanya lagi", message), "notClosed", officer);
    expect(await dialogueOf(bench, officer)).toBeUndefined();
  });

  it("asks each person in each chat for themselves", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const elsewhere = bench.seat("dukcapil", "officer", "approval");
    const { message } = await questionOf(bench, await bench.type(officer, "/answer 1"), officer);
    await questionOf(bench, await bench.type(elsewhere, "/close 1"), elsewhere);
    const colleague = { ...bench.seat("dukcapil", "official"), place: officer.place };
    const refusal = expectRefused(await bench.write(colleague, "Besok.", message), "othersQuestion", colleague);
    expect(refusal.values).toEqual({ name: "Nama kobar-dukcapil-officer" });
    await bench.write(officer, "Lusa.", message);
    expect((await bench.inquiry()).answers).toMatchObject([{ text: "Lusa." }]);
    expect(await dialogueOf(bench, elsewhere)).toMatchObject({ command: "close" });
  });

  it("an answer to an older question is not taken for the newer one", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const older = await questionOf(bench, await bench.type(officer, "/answer 1"), officer);
    await questionOf(bench, await bench.type(officer, "/close 1"), officer);
    expectRefused(await bench.write(officer, "Besok pagi.", older.message), "stale", officer);
    expect((await bench.inquiry()).status).toBe("received");
    expect(await dialogueOf(bench, officer)).toMatchObject({ command: "close" });
  });
});

describe("the same question about two cases", () => {
  it("is answered for the case it asks about, by words and by a button, and for no other", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    await bench.type(officer, "/inquiry Kapan air mengalir?");
    const asked = await bench.type(officer, "/close 1");
    const { buttons, actions } = await composed(bench, asked);
    const first = await questionOf(bench, asked, officer);
    bench.advance(1);
    await questionOf(bench, await bench.type(officer, "/close 2"), officer);
    const spam = actions[buttons.indexOf("Spam")];
    if (!spam) throw new Error(`no button for spam: ${buttons}`);
    expectRefused(await bench.press(officer, spam), "stale", officer);
    expectRefused(await bench.write(officer, "spam", first.message), "stale", officer);
    expect([(await bench.inquiry(1)).status, (await bench.inquiry(2)).status]).toEqual(["received", "received"]);
    expect(await dialogueOf(bench, officer)).toMatchObject({ command: "close" });
  });
});

describe("a question answered in words", () => {
  it("/forward has a button for each agency but the chat's own, those of the government first", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const { buttons, actions } = await composed(bench, await bench.type(officer, "/teruskan 1"));
    const { agencies } = bench.directory();
    const kinds = buttons.map((label) => agencies.find(({ code }) => code.toUpperCase() === label)?.kind);
    expect(kinds).toEqual([...kinds].sort().reverse());
    expect(buttons.length).toBe(Math.min(agencies.length - 1, 8));
    expect(buttons).not.toContain("DUKCAPIL");
    const pupr = actions[buttons.indexOf("PUPR")];
    if (!pupr) throw new Error("no button for PUPR");
    const colleague = { ...bench.seat("dukcapil", "official"), place: officer.place };
    expectRefused(await bench.press(colleague, pupr), "othersQuestion", colleague);
    await bench.press(officer, pupr);
    expect((await bench.inquiry()).forwards).toMatchObject([{ agencyId: "kobar-pupr" }]);
  });

  it("/close has a button for each reason that needs no words beside it", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const { buttons, actions } = await composed(bench, await bench.type(officer, "/tutup 1"));
    expect(buttons).toHaveLength(6);
    expect(buttons).not.toContain("Pertanyaan ganda");
    const spam = actions[buttons.indexOf("Spam")];
    if (!spam) throw new Error("no button for spam");
    await bench.press(officer, spam);
    expect(await bench.inquiry()).toMatchObject({ status: "closed", closed: { reason: "spam" } });
  });
});

describe("/cancel", () => {
  it("ends the question, and says so", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const { message } = await questionOf(bench, await bench.type(officer, "/answer 1"), officer);
    const step = await bench.type(officer, "/batal");
    expect(noticeOf(step, "cancelled").row.whisperTo?.id).toBe(officer.userId);
    expect(await dialogueOf(bench, officer)).toBeUndefined();
    expectRefused(await bench.write(officer, "Besok.", message), "stale", officer);
    expectRefused(await bench.type(officer, "/cancel"), "nothingToCancel", officer);
  });
});

describe("forms", () => {
  it("opened from a card: the button's values and the form's", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const opener = { command: "forward", values: { code: "KOBAR-26-0001" } };
    await bench.submit(officer, "forward", { agencies: "pupr", note: "Mohon cek" }, opener);
    expect((await bench.inquiry()).forwards).toMatchObject([{ agencyId: "kobar-pupr", note: "Mohon cek" }]);
  });

  it("what the button carries cannot be changed by the form", async () => {
    const bench = await withCase("jabar");
    await bench.type(bench.seat("dukcapil"), "/inquiry Yang lain?");
    await bench.type(bench.seat("dukcapil"), "/answer 1 Besok.");
    const official = bench.seat("dukcapil", "official");
    const [answer] = (await bench.inquiry()).answers;
    const opener = { command: "reject", values: { code: "JABAR-26-0001", answer: answer?.id ?? "" } };
    await bench.submit(official, "reject", { reason: "Perbaiki", code: "JABAR-26-0002", answer: "lain" }, opener);
    expect(await bench.inquiry()).toMatchObject({ status: "revising", decisions: [{ textId: answer?.id }] });
  });

  it("opened by a command: only its own values; empty ones are not given", async () => {
    const bench = await withCase();
    await bench.submit(bench.seat("dukcapil"), "inquiry", { text: "Kapan buka?", kind: "", from: "@warga", link: " " });
    const inquiry = await bench.inquiry(2);
    expect(inquiry).toMatchObject({ text: "Kapan buka?", asker: "@warga" });
    expect(inquiry).not.toHaveProperty("kind");
    expect(inquiry).not.toHaveProperty("link");
  });

  it("of a button of another command, or an unknown one, is refused", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const other = { command: "answer", values: { code: "KOBAR-26-0001" } };
    expectRefused(await bench.submit(officer, "close", { reason: "spam" }, other), "stale", officer);
    expectRefused(await bench.submit(officer, "nonsense", {}), "stale", officer);
    expect((await bench.inquiry()).status).toBe("received");
  });
});

describe("buttons", () => {
  it("ask for what they do not carry where there are no forms", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const step = await bench.press(officer, { command: "answer", values: { code: "KOBAR-26-0001" } });
    const { content, message } = await questionOf(bench, step, officer);
    expect(content).toEqual({
      kind: "question",
      personId: officer.userId,
      at: bench.now().toISOString(),
      command: "answer",
      code: "KOBAR-26-0001",
      input: "text",
    });
    await bench.write(officer, "Besok.", message);
    expect((await bench.inquiry()).answers).toMatchObject([{ text: "Besok." }]);
  });

  it("Susun jawaban, then the gate of in-house answers", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const step = await bench.press(officer, { command: "draft", values: { code: "KOBAR-26-0001" } });
    expect(codesOf(step)).toEqual(["done"]);
    expect((await bench.inquiry()).status).toBe("drafting");
    await bench.type(officer, "/answer 1 Kami susun.");
    expect((await bench.inquiry()).answers).toMatchObject([{ origin: "inHouse" }]);
  });

  it("Kami tangani: the related agency acknowledges, once", async () => {
    const bench = await withCase();
    const related = bench.seat("pupr");
    await bench.type(bench.seat("dukcapil"), "/forward 1 pupr");
    const take = { command: "take", values: { code: "KOBAR-26-0001" } };
    await bench.press(related, take);
    expect((await bench.inquiry()).forwards).toMatchObject([{ acknowledgedBy: related.userId, status: "open" }]);
    expectRefused(await bench.press(related, take), "stale", related);
    const outsider = bench.seat("dlh");
    expectRefused(await bench.press(outsider, take), "otherAgency", outsider);
  });

  it("Salin naskah shows the newest text to that person alone", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const copy = { command: "copy", values: { code: "KOBAR-26-0001" } };
    expectRefused(await bench.press(officer, copy), "noAnswer", officer);
    await bench.type(officer, "/answer 1 Besok.");
    await bench.type(officer, "/answer 1 Lusa.");
    const step = await bench.press(officer, copy);
    expect(step.rows).toMatchObject([
      {
        content: { kind: "copy", answerId: (await bench.inquiry()).answers[1]?.id },
        whisperTo: { id: officer.userId },
      },
    ]);
  });

  it("Dasar opens the article, and pages turn", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    const article = await bench.press(officer, { command: "article", values: { citation: "Lamp. B angka 4" } });
    expect(article.rows).toMatchObject([{ content: { kind: "rules", citation: "Lamp. B angka 4", page: 0 } }]);
    const next = await bench.press(officer, { command: "history", values: { code: "KOBAR-26-0001", page: "2" } });
    expect(next.rows).toMatchObject([{ content: { kind: "history", page: 2 } }]);
    const hostile = await bench.press(officer, { command: "queue", values: { page: "-1e9" } });
    expect(hostile.rows).toMatchObject([{ content: { kind: "queue", page: 0 } }]);
  });

  it("whose meaning is not known any more are refused", async () => {
    const bench = await withCase();
    const officer = bench.seat("dukcapil");
    expectRefused(await bench.press(officer, { command: "gone", values: {} }), "stale", officer);
    const step = await bench.send({
      type: "action",
      eventId: "event-x",
      occurredAt: bench.now().toISOString(),
      conversation: officer.place,
      actor: {
        user: { platform: "simulator", workspace: "kobar", id: officer.userId },
        displayName: "x",
        isBot: false,
      },
      token: "never stored",
    });
    expectRefused(step, "stale", officer);
  });
});
